/** A run of words of one kind: what the clause rules see of a sentence. Token indices are absolute, ranges half-open. */
export type Phrase = NounPhrase | VerbGroup | Mark

export interface NounPhrase {
  readonly kind: 'np'
  readonly first: number
  readonly end: number
  /** Head word: the last noun, or the last word of the name. */
  readonly head: number
  /** Index into `doc.ents` of the entity that the head belongs to; -1 when none. */
  readonly ent: number
  /** The noun phrase before an 's: its range; null when none. */
  readonly owner: readonly [first: number, end: number] | null
  /** A time or an amount of time: never an argument. */
  readonly time: boolean
}

export interface VerbGroup {
  readonly kind: 'vg'
  readonly first: number
  readonly end: number
  /** The main verb. */
  readonly head: number
  readonly passive: boolean
  readonly progressive: boolean
  /** "To visit". */
  readonly infinitive: boolean
  /** "Visiting" without "be". */
  readonly gerund: boolean
  /** A past form without auxiliary that may as well be a participle ("sanctions imposed by"). */
  readonly bare: boolean
  readonly negated: boolean
  /** Lemma of the modal or future auxiliary, null when none. */
  readonly modal: string | null
  /** "Have" as auxiliary. */
  readonly perfect: boolean
}

/** Everything else: prepositions, conjunctions, commas, marks that end a clause. */
export interface Mark {
  readonly kind: 'prep' | 'conj' | 'comma' | 'rel' | 'sub' | 'break' | 'other'
  readonly first: number
  readonly end: number
  /** Lower-case words. */
  readonly word: string
}

/** One sentence in phrases. `at[token - firstToken]` is the index of the phrase that holds a token, -1 for a skipped one. */
export interface Clauses {
  readonly first: number
  readonly end: number
  readonly phrases: readonly Phrase[]
  readonly at: Int32Array
  /** For a noun phrase that opens or continues a coordination: indices of all its members, in order. */
  readonly groups: ReadonlyMap<number, readonly number[]>
}
