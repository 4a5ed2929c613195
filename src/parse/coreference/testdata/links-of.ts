import type { LinkVectors } from '../../decode/link-vectors.ts'
import { DISTANCE_BUCKETS, WORD_CLASSES } from '../word-class.ts'

const WIDTH = 4

/** A word that may head a mention, as a test writes it: vectors of four numbers, zeros where not given. */
export interface LinkRow {
  readonly word: number
  readonly mention: number
  readonly late?: readonly number[]
  readonly early?: readonly number[]
}

/** What a reader could say of the given words, ascending. */
export function linksOf(rows: readonly LinkRow[]): LinkVectors {
  const late = new Float32Array(rows.length * WIDTH)
  const early = new Float32Array(rows.length * WIDTH)
  rows.forEach((row, i) => {
    late.set(row.late ?? [], i * WIDTH)
    early.set(row.early ?? [], i * WIDTH)
  })
  return {
    words: Int32Array.from(rows, row => row.word),
    mention: Float32Array.from(rows, row => row.mention),
    late,
    early,
    width: WIDTH,
  }
}

/** Tables of zeros, to be filled by the test. */
export function weightsOf(): { readonly pairs: Float32Array; readonly same: Float32Array } {
  return {
    pairs: new Float32Array(WORD_CLASSES * WORD_CLASSES * DISTANCE_BUCKETS),
    same: new Float32Array(WORD_CLASSES * 3),
  }
}
