import { DenseArborescence } from './dense-arborescence.ts'

// Scores are clamped to ±LARGEST, NaN to -LARGEST: sums of a sentence's worth of them stay exact enough in doubles, and
// an impossible arc is still taken where nothing else makes a tree. The network's own scores stay within ±200.
const LARGEST = 1e6

/**
 * The best tree over the words [first, end) of a window, with exactly one root. `scores` is `WindowScores.arcs`, `size`
 * rows of 1 + size columns. Returns the head of each word as an index into the window, -1 for the root. Equal scores go
 * to the lower column. O(n²): nearly always the best head of each word makes a tree; where not, Chu-Liu/Edmonds in
 * Tarjan's dense form (Tarjan 1977), the single root by Stanojević and Cohen 2021, "A Root of the Problem".
 */
export function bestTree(scores: Float32Array, size: number, first: number, end: number): Int32Array {
  const heads = bestHeads(scores, size, first, end)
  if (isTree(heads)) return absolute(heads, first)
  const n = end - first
  const graph = new DenseArborescence(n)
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let w = 0; w < n; w++) {
    const row = (first + w) * (size + 1)
    for (let h = 0; h <= n; h++) {
      if (h === w + 1) continue
      const score = clamp(scores[h === 0 ? row : row + first + h]!)
      if (score < low) low = score
      if (score > high) high = score
      graph.set(w, h, score)
    }
  }
  // A second root costs more than any choice of the other arcs can win, so that the best tree has one root.
  const cost = n * (high - low) + 1
  for (let w = 0; w < n; w++) graph.add(w, 0, -cost)
  return absolute(graph.solve(), first)
}

function clamp(score: number): number {
  return Number.isNaN(score) ? -LARGEST : Math.max(-LARGEST, Math.min(LARGEST, score))
}

/** Best head of each word of a sentence: 0 the root, 1 + j the sentence's word j. */
function bestHeads(scores: Float32Array, size: number, first: number, end: number): Int32Array {
  const n = end - first
  const heads = new Int32Array(n)
  for (let w = 0; w < n; w++) {
    const row = (first + w) * (size + 1)
    let best = clamp(scores[row]!)
    let head = 0
    for (let h = 1; h <= n; h++) {
      const score = clamp(scores[row + first + h]!)
      if (score > best && h !== w + 1) {
        best = score
        head = h
      }
    }
    heads[w] = head
  }
  return heads
}

/** Whether heads (0 the root, 1 + j word j) are one tree with one child of the root. */
function isTree(heads: Int32Array): boolean {
  const n = heads.length
  let roots = 0
  for (let w = 0; w < n; w++) if (heads[w] === 0) roots++
  if (roots !== 1) return false
  // The walk up from `start` in which a word was first met: a word met twice in one walk lies on a cycle.
  const walk = new Int32Array(n)
  for (let start = 0; start < n; start++) {
    let w = start
    while (w >= 0 && walk[w] === 0) {
      walk[w] = start + 1
      w = heads[w]! - 1
    }
    if (w >= 0 && walk[w] === start + 1) return false
  }
  return true
}

function absolute(heads: Int32Array, first: number): Int32Array {
  for (let w = 0; w < heads.length; w++) heads[w] = heads[w] === 0 ? -1 : heads[w]! - 1 + first
  return heads
}
