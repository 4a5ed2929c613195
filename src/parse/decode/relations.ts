import type { DecoderWeights, ReaderLabels, WindowScores } from '../../model/encoding.ts'

/** Tells the relation of a word to its head, both as indices into the window; head -1 is the root. */
export type RelationOf = (scores: WindowScores, word: number, head: number, upos: string) => string

/**
 * The best relation by relation · ReLU(relDep[word] + relHead[head]) + bias, where the tree and the tag allow it: `root`
 * for a root and for no other word, `punct` for punctuation and symbols alone. (In the treebanks' train parts all 41,657
 * `punct` are PUNCT; symbols are let in because tagging confuses the two.)
 */
export function relationDecoder(labels: ReaderLabels, weights: DecoderWeights): RelationOf {
  const { relation, relationBias, pairWidth } = weights
  const { deprel } = labels
  const root = deprel.indexOf('root')
  const punct = deprel.indexOf('punct')
  const pair = new Float32Array(pairWidth)
  return ({ relDep, relHead }, word, head, upos) => {
    if (head < 0) return 'root'
    const from = word * pairWidth
    const to = (head + 1) * pairWidth
    for (let k = 0; k < pairWidth; k++) {
      const sum = relDep[from + k]! + relHead[to + k]!
      pair[k] = Math.max(sum, 0)
    }
    const mark = upos === 'PUNCT' || upos === 'SYM'
    let best = Number.NEGATIVE_INFINITY
    let chosen = -1
    for (let r = 0; r < deprel.length; r++) {
      if (r === root || (r === punct && !mark)) continue
      const score = dot(relation, r * pairWidth, pair) + relationBias[r]!
      if (score > best) {
        best = score
        chosen = r
      }
    }
    return deprel[chosen] ?? 'dep'
  }
}

function dot(matrix: Float32Array, from: number, vector: Float32Array): number {
  let sum = 0
  for (let k = 0; k < vector.length; k++) sum += matrix[from + k]! * vector[k]!
  return sum
}
