import type { DecoderWeights, ReaderLabels, WindowScores } from '../../model/encoding.ts'
import { RectifiedLayer } from './rectified-layer.ts'

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
  const layer = new RectifiedLayer(relation, relationBias)
  const pair = new Float32Array(pairWidth)
  return ({ relDep, relHead }, word, head, upos) => {
    if (head < 0) return 'root'
    const from = word * pairWidth
    const to = (head + 1) * pairWidth
    for (let k = 0; k < pairWidth; k++) pair[k] = relDep[from + k]! + relHead[to + k]!
    const sums = layer.of(pair)
    const mark = upos === 'PUNCT' || upos === 'SYM'
    let best = Number.NEGATIVE_INFINITY
    let chosen = -1
    for (let r = 0; r < deprel.length; r++) {
      if (r === root || (r === punct && !mark)) continue
      const score = sums[r]!
      if (score > best) {
        best = score
        chosen = r
      }
    }
    return deprel[chosen] ?? 'dep'
  }
}
