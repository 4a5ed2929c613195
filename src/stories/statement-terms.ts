import { COMMON_WORDS } from './common-words.ts'

/** Words that carry no content of their own in what somebody says: function words, and the verbs that only help. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against all along already also although always am among an and any are as at away back
  be became because become been before being between both but by can could did do does doing done down during each either
  else even ever every few for from further get gets getting go goes going gone got had has have having he her here hers
  herself him himself his how however i if in into is it its itself just least less let like lot made make makes many may
  maybe me might mine more most much must my myself need needs now of off often on once one only onto or other others our
  ours ourselves out over own per quite rather really said same say says she should since so some something soon still such
  take takes than that the their theirs them themselves then there these they thing things this those though through thus
  to together too toward towards under until up upon us used very via was we well were what when where whether which while
  who whom whose why will with within would yet you your yours`.split(/\s+/),
)

/** Words that turn what follows them round. */
const NEGATORS: ReadonlySet<string> = new Set(
  'not no never none neither nor without cannot nothing nobody hardly refuse refuses refused fail fails failed lack lacks'.split(
    ' ',
  ),
)

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i)]),
)
/** `2 billion` and `2bn` are one number. */
const SCALES: ReadonlyMap<string, string> = new Map([
  ...['hundred', 'thousand', 'million', 'billion', 'trillion'].map(word => [word, word] as const),
  ...[['m', 'million'] as const, ['mn', 'million'] as const, ['bn', 'billion'] as const, ['tn', 'trillion'] as const],
])

/** Documents that a word which is not in the table of common words is taken to stand in: the table ends at eight. */
const UNSEEN = 4

let documents: ReadonlyMap<string, number> | null = null

/** Weight of a content word: the logarithm of how rarely its stem stands in common English, about 1 to 5. */
export function rarityOf(stem: string): number {
  documents ??= countStems()
  const seen = documents.get(stem) ?? UNSEEN
  return Math.max(0.5, Math.log((COMMON_WORDS.documents + 1) / (seen + 0.5)))
}

function countStems(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let count = 0
  for (const item of COMMON_WORDS.counts.split(/\s+/)) {
    if (/^\d/.test(item)) count = Number(item)
    // Forms of one stem stand in the same documents to a good part: between their largest count and their sum.
    else counts.set(stemOf(item), (counts.get(stemOf(item)) ?? 0) + count)
  }
  return counts
}

export function isFunctionWord(form: string): boolean {
  return FUNCTION_WORDS.has(form)
}

export function isNegator(form: string): boolean {
  return NEGATORS.has(form) || form.endsWith("n't")
}

/** A word as a number (`32`, `3.5`, `two`), digits without separators; null when it is none. */
export function numberOf(form: string): string | null {
  if (/^\d/.test(form)) return /^\d[\d,.]*$/.test(form) ? form.replace(/,/g, '').replace(/\.0*$/, '') : null
  return NUMBER_WORDS.get(form) ?? null
}

/** The scale that a word gives to the number before it; null when it gives none. */
export function scaleOf(form: string): string | null {
  return SCALES.get(form) ?? null
}

const DERIVED = /(?:ations?|ements?|ments?|ions?|ances?|ences?|ings?|ers?|ed|es|ly|e|s)$/
/** Letters that a stem keeps at least: shorter ones would be anything. */
const SHORTEST = 4

/**
 * A crude stem for counting overlaps: the ending of inflection and the commonest endings that make nouns of verbs are cut
 * off (`involve`, `involved`, `involvement` are `involv`), never below four letters. Not for display.
 */
export function stemOf(form: string): string {
  if (/\d/.test(form) || form.length <= SHORTEST) return form.length === SHORTEST ? form.replace(/s$/, '') : form
  let stem = form.replace(/ies$|ied$/, 'y')
  for (let i = 0; i < 2; i++) {
    const shorter = stem.replace(DERIVED, '')
    if (shorter.length < SHORTEST || shorter === stem) break
    stem = shorter
  }
  // "planned" and "plan", "running" and "run".
  return /([^aeiouls])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
