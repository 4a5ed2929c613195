/** Meanings of lemmas as a few numbers each: near ones mean like things. Made by `train/words.py`. */
export interface WordVectors {
  readonly size: number
  readonly index: ReadonlyMap<string, number>
  /** words × size; a unit vector is 127 long. */
  readonly table: Int8Array
}

/** The mean vector of lemmas, of those that are known; zero when none is. */
export function meanVector(vectors: WordVectors, lemmas: readonly string[]): Float64Array {
  const { size, index, table } = vectors
  const out = new Float64Array(size)
  for (const lemma of lemmas) {
    const row = index.get(lemma)
    if (row !== undefined) for (let k = 0; k < size; k++) out[k]! += table[row * size + k]!
  }
  // Over all lemmas, known or not: one known word among ten says little.
  for (let k = 0; k < size; k++) out[k]! /= 127 * Math.max(1, lemmas.length)
  return out
}
