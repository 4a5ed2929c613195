import type { Doc } from '../../model/doc.ts'
import { uposOf } from '../doc-cursor.ts'

/** How two phrases of a sentence hang together. */
export interface PairPath {
  /** The word in which what happens between them is told; -1 in an empty sentence. */
  readonly trigger: number
  /** Words from each head up to below the trigger, without the heads themselves. */
  readonly up: readonly number[]
  readonly down: readonly number[]
}

/** Steps up a tree, at most. */
const DEEPEST = 60

/**
 * The word on which both heads hang (lowest common ancestor); where one hangs on the other, or one is missing (-1), the
 * verb above.
 */
export function pairPath(doc: Doc, one: number, other: number): PairPath {
  if (one < 0 || other < 0) {
    const only = Math.max(one, other)
    return { trigger: only < 0 ? -1 : verbAbove(doc, only), up: [], down: [] }
  }
  const above = upFrom(doc, one)
  const at = new Map(upFrom(doc, other).map((word, k) => [word, k]))
  const meet = above.findIndex(word => at.has(word))
  if (meet < 0) return { trigger: verbAbove(doc, one), up: above.slice(1), down: upFrom(doc, other).slice(1) }
  const common = above[meet]!
  const up = above.slice(1, meet)
  const down = upFrom(doc, other).slice(1, at.get(common))
  return { trigger: common === one || common === other ? verbAbove(doc, common) : common, up, down }
}

function upFrom(doc: Doc, token: number): number[] {
  const out: number[] = []
  for (let k = token; k >= 0 && out.length < DEEPEST; k = doc.tokens.head[k]!) out.push(k)
  return out
}

/** The nearest verb above a word, else the word above, else the word. */
export function verbAbove(doc: Doc, token: number): number {
  const above = upFrom(doc, token).slice(1)
  return above.find(word => uposOf(doc, word) === 'VERB') ?? above[0] ?? token
}
