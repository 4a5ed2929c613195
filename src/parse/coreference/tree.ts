import type { Tokens } from '../../model/doc.ts'

/** The trees of a Doc from the top down: the dependents of each word and how far its subtree reaches. */
export interface Tree {
  /** First dependent of each word in order of text, -1 for none. */
  readonly firstKid: Int32Array
  /** The next dependent of the same head, -1 after the last. */
  readonly nextKid: Int32Array
  /** First and last word of each subtree. */
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Turns heads into dependents. Linear in the number of words; words on a cycle (no valid tree) reach themselves alone. */
export function treeOf(tokens: Tokens): Tree {
  const size = tokens.length
  const firstKid = new Int32Array(size).fill(-1)
  const nextKid = new Int32Array(size).fill(-1)
  const open = new Int32Array(size)
  for (let i = size - 1; i >= 0; i--) {
    const head = tokens.head[i]!
    if (head < 0) continue
    nextKid[i] = firstKid[head]!
    firstKid[head] = i
    open[head]!++
  }
  const from = Int32Array.from({ length: size }, (_, i) => i)
  const to = from.slice()
  // Leaves first: a word hands its reach to its head when all its own dependents have done so.
  const ready: number[] = []
  for (let i = 0; i < size; i++) if (open[i] === 0) ready.push(i)
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    const head = tokens.head[at]!
    if (head < 0) continue
    from[head] = Math.min(from[head]!, from[at]!)
    to[head] = Math.max(to[head]!, to[at]!)
    if (--open[head]! === 0) ready.push(head)
  }
  return { firstKid, nextKid, from, to }
}
