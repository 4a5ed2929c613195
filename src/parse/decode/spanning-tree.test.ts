import { describe, expect, it } from 'vitest'
import { expectQuadratic } from '../../../test/growth.ts'
import { bestTree } from './spanning-tree.ts'

/** Numbers in [0, 1) from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const at = (heads: ArrayLike<number>, w: number): number => heads[w] ?? -1

/** Whether every word reaches the root and one word hangs on it. */
function isTree(heads: ArrayLike<number>, first: number): boolean {
  const n = heads.length
  let roots = 0
  for (let w = 0; w < n; w++) {
    if (at(heads, w) < 0) roots++
    let up = w
    for (let step = 0; up >= 0; step++) {
      if (step > n) return false
      const head = at(heads, up)
      up = head < 0 ? -1 : head - first
      if (up >= n) return false
    }
  }
  return roots === 1
}

function total(scores: Float32Array, size: number, first: number, heads: ArrayLike<number>): number {
  let sum = 0
  for (let w = 0; w < heads.length; w++) sum += scores[(first + w) * (size + 1) + at(heads, w) + 1] ?? 0
  return sum
}

/** The highest score of any tree, by trying all heads of all words. */
function bruteForce(scores: Float32Array, size: number, first: number, n: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Int32Array(n).fill(-1)
  for (let code = 0; code < (n + 1) ** n; code++) {
    let rest = code
    for (let w = 0; w < n; w++) {
      const head = rest % (n + 1)
      heads[w] = head === 0 ? -1 : first + head - 1
      rest = Math.floor(rest / (n + 1))
    }
    if (isTree(heads, first)) best = Math.max(best, total(scores, size, first, heads))
  }
  return best
}

function matrix(size: number, next: () => number): Float32Array {
  return Float32Array.from({ length: size * (size + 1) }, next)
}

describe('bestTree', () => {
  it.each([1, 2, 3, 4, 5])('finds the best of all trees over %i words', n => {
    const next = random(n)
    for (let round = 0; round < (n < 5 ? 400 : 60); round++) {
      const before = Math.floor(next() * 3)
      const size = n + before + Math.floor(next() * 3)
      // Every third matrix holds whole numbers, so that many trees tie.
      const scores = matrix(size, () => (round % 3 === 0 ? Math.floor(next() * 4) : next() * 20 - 10))
      const heads = bestTree(scores, size, before, before + n)
      expect(isTree(heads, before)).toBe(true)
      expect(total(scores, size, before, heads)).toBeCloseTo(bruteForce(scores, size, before, n), 3)
    }
  })

  it('finds the best of all trees over six words', () => {
    const next = random(6)
    for (let round = 0; round < 8; round++) {
      const scores = matrix(6, () => Math.floor(next() * 40) - 20)
      expect(total(scores, 6, 0, bestTree(scores, 6, 0, 6))).toBe(bruteForce(scores, 6, 0, 6))
    }
  })

  it('keeps one root where every word would rather be one', () => {
    const scores = new Float32Array(4 * 5)
    for (let w = 0; w < 4; w++) scores[w * 5] = 50 + w
    expect([...bestTree(scores, 4, 0, 4)].filter(head => head < 0)).toHaveLength(1)
  })

  it('opens cycles inside cycles', () => {
    // 0 and 1 choose each other, 2 and 3 choose each other, and each pair's best way out is the other pair.
    const scores = new Float32Array(4 * 5).fill(-9)
    const arc = (word: number, head: number, score: number): void => {
      scores[word * 5 + head + 1] = score
    }
    arc(0, 1, 9)
    arc(1, 0, 9)
    arc(2, 3, 9)
    arc(3, 2, 9)
    arc(1, 2, 5)
    arc(3, 0, 5)
    arc(2, -1, 1)
    expect([...bestTree(scores, 4, 0, 4)]).toEqual([1, 2, -1, 2])
  })

  it('gives equal scores to the lower column, always the same', () => {
    const scores = new Float32Array(5 * 6)
    const tree = [...bestTree(scores, 5, 0, 5)]
    expect(isTree(tree, 0)).toBe(true)
    expect([...bestTree(scores, 5, 0, 5)]).toEqual(tree)
  })

  it.each([
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['Infinity', Number.POSITIVE_INFINITY],
  ])('makes a tree of nothing but %s', (_, value) => {
    expect(isTree(bestTree(new Float32Array(6 * 7).fill(value), 6, 0, 6), 0)).toBe(true)
  })

  it('makes a tree where some scores are no numbers', () => {
    const next = random(9)
    const odd = [Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let round = 0; round < 300; round++) {
      const scores = matrix(8, () => (next() < 0.4 ? odd[Math.floor(next() * 3)]! : next() * 10))
      expect(isTree(bestTree(scores, 8, 1, 7), 1)).toBe(true)
    }
  })

  it('reads a sentence of 400 words in which no greedy choice is a tree', () => {
    const next = random(400)
    const scores = matrix(400, next)
    expect(isTree(bestTree(scores, 400, 0, 400), 0)).toBe(true)
  })

  it('takes no more than the square of the words, greedy or not', async () => {
    const next = random(400)
    const make = (size: number) => ({ size, scores: matrix(size, next) })
    await expectQuadratic({ size: 400, make, run: ({ size, scores }) => bestTree(scores, size, 0, size) })
  })

  it('gives one word the root', () => {
    expect([...bestTree(Float32Array.of(Number.NaN, 3), 1, 0, 1)]).toEqual([-1])
  })
})
