import type { WindowScores } from '../../model/encoding.ts'
import type { LinkVectors } from './link-vectors.ts'

// Log-odds below which a word is no candidate for a link: the value that the coreference head was trained and scored
// with (train/heads/coreference.py, train/evaluate.py).
const LEAST_MENTION = -1.5

// Candidates kept of one text, some 160,000 words of prose: 42 MB of vectors at 128 numbers each way. Only a text
// beyond any article has more; its later words get no links.
const MOST = 40_000

/** Keeps what links need of the words that may refer, in growing buffers, window by window. */
export class LinkStore {
  #words = new Int32Array(256)
  #mention = new Float32Array(256)
  #late = new Float32Array(0)
  #early = new Float32Array(0)
  #width = 0
  #count = 0

  /** Takes the candidates among a window's first `taken` words. */
  take(scores: WindowScores, taken: number): void {
    this.#width = scores.linkWidth
    for (let w = 0; w < taken && this.#count < MOST; w++) {
      const mention = scores.mention[w]!
      if (!(mention > LEAST_MENTION)) continue
      this.#makeRoom()
      this.#words[this.#count] = scores.first + w
      this.#mention[this.#count] = mention
      const from = w * this.#width
      this.#late.set(scores.late.subarray(from, from + this.#width), this.#count * this.#width)
      this.#early.set(scores.early.subarray(from, from + this.#width), this.#count * this.#width)
      this.#count++
    }
  }

  vectors(): LinkVectors {
    const count = this.#count
    const width = this.#width
    return {
      words: this.#words.subarray(0, count),
      mention: this.#mention.subarray(0, count),
      late: this.#late.subarray(0, count * width),
      early: this.#early.subarray(0, count * width),
      width,
    }
  }

  #makeRoom(): void {
    const room = this.#count < this.#words.length ? this.#words.length : Math.min(MOST, Math.ceil(this.#count * 1.5))
    if (room > this.#words.length) {
      this.#words = grown(this.#words, new Int32Array(room))
      this.#mention = grown(this.#mention, new Float32Array(room))
    }
    if (room * this.#width > this.#late.length) {
      this.#late = grown(this.#late, new Float32Array(room * this.#width))
      this.#early = grown(this.#early, new Float32Array(room * this.#width))
    }
  }
}

function grown<A extends Int32Array | Float32Array>(old: A, fresh: A): A {
  fresh.set(old)
  return fresh
}
