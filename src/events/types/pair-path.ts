import type { Doc } from '../../model/doc.ts'
import { lemmaOf, uposOf } from '../doc-cursor.ts'
import { childrenOf, type Tree } from '../predicates/tree.ts'

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
export function pairPath(doc: Doc, tree: Tree, one: number, other: number): PairPath {
  const path = meeting(doc, one, other)
  return { ...path, trigger: withinSaying(doc, tree, path) }
}

/** Verbs of saying that take no stand: what they bring is what happens. */
const SAYING: ReadonlySet<string> = new Set(
  'say tell announce declare state add note report tweet write claim insist stress explain reveal confirm'.split(' '),
)

/** Whether a word only says that something is said. */
export function isSaying(doc: Doc, token: number): boolean {
  return token >= 0 && SAYING.has(lemmaOf(doc, token))
}

/** "The navy says it has begun a search": not the saying but what is said, where the two phrases meet in it. */
function withinSaying(doc: Doc, tree: Tree, { trigger, down }: PairPath): number {
  let at = trigger
  for (let k = 0; k < 4 && at >= 0 && isSaying(doc, at); k++) {
    const clauses = [...childrenOf(tree, at)].filter(child => doc.tokens.deprel[child] === 'ccomp')
    const next = clauses.find(child => down.includes(child)) ?? (down.length === 0 ? clauses[0] : undefined)
    if (next === undefined) break
    at = next
  }
  return at
}

function meeting(doc: Doc, one: number, other: number): PairPath {
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
