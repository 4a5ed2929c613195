/**
 * What is known of one cluster as the antecedent of one pronoun, a number each; `none*` of there being none. All are 0
 * or 1 but for the reader's scores, `size` (log2 of the mentions so far / 4) and the counts `recent` and `alike` (of 3).
 */
export const FEATURES = [
  // The reader's link scores (log-odds against none), clipped to ±6 and divided by 3: the best of the cluster's mentions,
  // that of the last, and the best less that of the best other cluster.
  'netBest',
  'netLast',
  'netMargin',
  'netPositive',
  'netUnknown',
  // Sentences since the last mention, and whether a line was begun since.
  'same',
  'ago1',
  'ago2',
  'ago3',
  'ago5',
  'ago9',
  'newLine',
  // The place by nearness among the clusters that may be meant.
  'nearest',
  'second',
  'third',
  // Where the last mention stands.
  'subject',
  'object',
  'possessor',
  'oblique',
  'mainSubject',
  'mainSubjectBefore',
  'bothSubjects',
  'bothObjects',
  'bothPossessors',
  // The trees: subjects of the clauses around the pronoun, and what cannot be by binding.
  'subjectAbove',
  'subjectAboveThat',
  'ownerIsSubject',
  'reflexiveIsSubject',
  'reflexiveIsNot',
  'coArgument',
  'possessed',
  // What the last mention is.
  'lastAlike',
  'lastPronoun',
  'lastSpeaker',
  'lastThing',
  'lastPerson',
  'lastName',
  'lastRole',
  'lastNoun',
  'lastBody',
  'lastPlace',
  // The cluster as a whole.
  'named',
  'genderSame',
  'genderOther',
  'genderLikely',
  'genderUnlikely',
  'plural',
  'pair',
  'body',
  'size',
  'recent',
  'alike',
  'inTitle',
  // Quotations.
  'speaker',
  'quoteSame',
  'quoteAfter',
  'quoteBefore',
  'quoteOfSubject',
  // It is mentioned after the pronoun only; there the subject of a clause around it.
  'after',
  'afterAsSubject',
  'none',
  'noneUnlinked',
  'noneQuoted',
] as const

export type Feature = (typeof FEATURES)[number]

/** Place of each feature in a vector. */
export const AT: Readonly<Record<Feature, number>> = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<
  Feature,
  number
>
