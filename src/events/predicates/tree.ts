import type { Doc } from '../../model/doc.ts'

/** The words below each word of a Doc, as one list with where each word's part begins (compressed rows). */
export interface Tree {
  readonly doc: Doc
  /** `below[from[k]] … below[from[k + 1] - 1]` are the dependents of word k, in order of text. */
  readonly from: Int32Array
  readonly below: Int32Array
}

/** Turns the heads of a Doc into lists of dependents. Linear. */
export function treeOf(doc: Doc): Tree {
  const { head, length } = doc.tokens
  const from = new Int32Array(length + 1)
  for (let k = 0; k < length; k++) if (head[k]! >= 0) from[head[k]! + 1]!++
  for (let k = 0; k < length; k++) from[k + 1]! += from[k]!
  const next = from.slice()
  const below = new Int32Array(from[length]!)
  for (let k = 0; k < length; k++) if (head[k]! >= 0) below[next[head[k]!]!++] = k
  return { doc, from, below }
}

/** Dependents of a word, in order of text. */
export function childrenOf(tree: Tree, token: number): Int32Array {
  return tree.below.subarray(tree.from[token], tree.from[token + 1])
}

/** Relation of a word to its head without its subtype. */
export function relationOf(doc: Doc, token: number): string {
  const full = doc.tokens.deprel[token] ?? ''
  const colon = full.indexOf(':')
  return colon < 0 ? full : full.slice(0, colon)
}

/** First dependent with one of the relations (a bare one stands for its subtypes too); -1 when none. */
export function childBy(tree: Tree, token: number, ...relations: readonly string[]): number {
  for (const child of childrenOf(tree, token)) {
    const full = tree.doc.tokens.deprel[child] ?? ''
    if (relations.includes(full) || relations.includes(relationOf(tree.doc, child))) return child
  }
  return -1
}

/** All dependents with a relation (a bare one stands for its subtypes too). */
export function childrenBy(tree: Tree, token: number, relation: string): number[] {
  const out: number[] = []
  for (const child of childrenOf(tree, token)) {
    const full = tree.doc.tokens.deprel[child] ?? ''
    if (full === relation || relationOf(tree.doc, child) === relation) out.push(child)
  }
  return out
}

/** Words at most that a coordination gives: longer lists are cut. */
const MOST = 120

/** A word and what is joined to it ("Norway, Finland and Sweden"), in order of text. */
export function joinedWith(tree: Tree, token: number): number[] {
  const out = [token]
  for (let k = 0; k < out.length && out.length < MOST; k++)
    for (const child of childrenOf(tree, out[k]!)) if (relationOf(tree.doc, child) === 'conj') out.push(child)
  return out.sort((a, b) => a - b)
}

/** The preposition that marks a noun ("by", "with"; "because of" is "because"), lower case; null when none. */
export function caseOf(tree: Tree, token: number): string | null {
  const marker = childBy(tree, token, 'case')
  return marker < 0
    ? null
    : tree.doc.text.slice(tree.doc.tokens.start[marker], tree.doc.tokens.end[marker]).toLowerCase()
}
