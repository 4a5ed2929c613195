import type { WindowScores } from '../../model/encoding.ts'
import { type NameSpan, nameDecoder, type SpansOf } from './name-spans.ts'

/** How far the scores of a word's places move towards their mean: a half measured best, a whole one hides homonyms. */
const SHARE = 0.5

/**
 * Collects, sentence by sentence, what the network says of names, and decodes it when all is read: a capitalised word
 * that a text has in several places is mostly one thing, so that clear places help the doubtful ones.
 */
export class NameStore {
  readonly #tags: readonly string[]
  readonly #scores: Float32Array
  readonly #spansOf: SpansOf<NameSpan['type']>

  constructor(tags: readonly string[], words: number) {
    this.#tags = tags
    this.#scores = new Float32Array(words * tags.length)
    this.#spansOf = nameDecoder(tags)
  }

  /** Takes the words [first, end) of a window: a sentence or a part of one. */
  take({ name, first: offset }: WindowScores, first: number, end: number): void {
    const { length } = this.#tags
    this.#scores.set(name.subarray(first * length, end * length), (offset + first) * length)
  }

  /** All names of a text: `form` gives a word as written, `bounds` the first words of what was taken, and their number. */
  names(form: (word: number) => string, bounds: readonly number[]): readonly NameSpan[] {
    shareScores(this.#scores, this.#tags, form)
    return bounds.slice(1).flatMap((end, i) => this.#spansOf(this.#scores, bounds[i]!, end))
  }
}

/** Moves the scores of each type at all places of a capitalised form towards their mean over these places. */
export function shareScores(scores: Float32Array, tags: readonly string[], form: (word: number) => string): void {
  const outside = tags.indexOf('O')
  if (outside < 0) return
  const words = scores.length / tags.length
  const places = placesOf(words, form)
  for (const type of new Set(tags.filter(tag => tag !== 'O').map(tag => tag.slice(2)))) {
    const own = tags.flatMap((tag, t) => (tag.slice(2) === type ? [t] : []))
    for (const at of places) {
      const rows = at.map(word => scores.subarray(word * tags.length, (word + 1) * tags.length))
      // Against the unshifted score of "no name", which no type's move touches.
      const odds = rows.map(row => logSum(row, own) - row[outside]!)
      const mean = odds.reduce((a, b) => a + b, 0) / odds.length
      if (!Number.isFinite(mean)) continue
      rows.forEach((row, k) => {
        for (const t of own) row[t]! += SHARE * (mean - odds[k]!)
      })
    }
  }
}

/** The places of each capitalised form that stands in more than one; a single letter is too little to be the same name. */
function placesOf(words: number, form: (word: number) => string): readonly (readonly number[])[] {
  const places = new Map<string, number[]>()
  for (let word = 0; word < words; word++) {
    const written = form(word)
    if (written.length < 2 || !/^\p{Lu}/u.test(written)) continue
    const known = places.get(written)
    if (known === undefined) places.set(written, [word])
    else known.push(word)
  }
  return [...places.values()].filter(at => at.length > 1)
}

/** log of the sum of e to the power of a row's scores of these tags. */
function logSum(row: Float32Array, tags: readonly number[]): number {
  let most = Number.NEGATIVE_INFINITY
  for (const t of tags) most = Math.max(most, row[t]!)
  let sum = 0
  for (const t of tags) sum += Math.exp(row[t]! - most)
  return most + Math.log(sum)
}
