import { UPOS } from '../../model/doc.ts'

/** Number of classes of words by how they refer: the rows and columns of the reader's table of pairs. */
export const WORD_CLASSES = 13
/** Buckets of distance in words between two mentions' heads: 1, 2, 3–4, 5–8 … 129–256, more. */
export const DISTANCE_BUCKETS = 10

// As in train/data.py, PRONOUNS: the weights were learned with these numbers.
const PRONOUNS: ReadonlyMap<string, number> = new Map<string, number>(
  [
    '',
    '',
    'i me my mine myself',
    'we us our ours ourselves',
    'you your yours yourself',
    'he him his himself',
    'she her hers herself',
    'they them their theirs themselves',
    'it its itself',
    'who which whom whose',
    'this that',
    'these those',
  ].flatMap((forms, n) => forms.split(' ').map(form => [form, n] as const)),
)

const PRON = UPOS.indexOf('PRON')
const DET = UPOS.indexOf('DET')
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')

/** How a word refers: 1 a noun, 12 a proper noun, 2–11 the pronoun's kind, else 0. `form` in lower case; `upos` a code. */
export function wordClass(form: string, upos: number): number {
  if (upos === NOUN) return 1
  if (upos === PROPN) return 12
  return upos === PRON || upos === DET ? (PRONOUNS.get(form) ?? 0) : 0
}

/** The bucket of a distance of `gap` words, at least 1. */
export function distanceBucket(gap: number): number {
  return Math.min(DISTANCE_BUCKETS - 1, 32 - Math.clz32(gap - 1))
}
