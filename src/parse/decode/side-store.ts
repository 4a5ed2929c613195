import type { SideLabel, SideScores } from '../../model/doc.ts'
import type { WindowScores } from '../../model/encoding.ts'
import { type SpansOf, spanDecoder } from './name-spans.ts'

const LABELS: readonly SideLabel[] = ['S', 'T', 'R']

/** Collects, sentence by sentence, what the network says of the sides of events. */
export class SideStore {
  readonly #tags: readonly string[]
  readonly #scores: Float32Array
  readonly #spans: SideScores['spans'][number][] = []
  readonly #spansOf: SpansOf<SideLabel>

  constructor(tags: readonly string[], words: number) {
    this.#tags = tags
    this.#scores = new Float32Array(words * tags.length)
    this.#spansOf = spanDecoder(tags, LABELS)
  }

  /** Takes the words [first, end) of a window: a sentence. */
  take({ part, first: offset }: WindowScores, first: number, end: number): void {
    const { length } = this.#tags
    for (let w = first; w < end; w++) {
      const row = part.subarray(w * length, (w + 1) * length)
      let most = Number.NEGATIVE_INFINITY
      for (const score of row) most = Math.max(most, score)
      let sum = 0
      for (const score of row) sum += Math.exp(score - most)
      const norm = most + Math.log(sum)
      for (let t = 0; t < length; t++) this.#scores[(offset + w) * length + t] = row[t]! - norm
    }
    for (const span of this.#spansOf(part, first, end))
      this.#spans.push({ tokens: [offset + span.first, offset + span.end], label: span.type })
  }

  sides(): SideScores {
    return { tags: this.#tags, scores: this.#scores, spans: this.#spans }
  }
}
