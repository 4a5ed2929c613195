import type { Span } from '../../model/span.ts'
import { childrenOf, relationOf, type Tree } from './tree.ts'

/** What hangs on a noun and is no part of its name: clauses about it, what is joined to it, marks, its preposition. */
const OUTSIDE =
  /^(?:acl:relcl|acl|advcl|appos|parataxis|conj|cc|punct|case|mark|cop|aux|nsubj|csubj|ccomp|discourse|dep|dislocated|orphan|advmod:emph|cc:preconj|obl:agent)(?::|$)/

/**
 * The words that a noun names its thing with: determiners, modifiers and its prepositional phrases, no clauses, no
 * apposition, nothing joined ("the foreign ministers of the bloc" in "the foreign ministers of the bloc, who met").
 * Bounded, so that a list of thousands of phrases costs what it is long.
 */
export function phraseSpan(tree: Tree, token: number): Span {
  const { start, end } = tree.doc.tokens
  let first = token
  let last = token
  const stack = [token]
  let left = 80
  while (stack.length > 0 && left-- > 0) {
    const word = stack.pop()!
    if (word < first) first = word
    if (word > last) last = word
    for (const child of childrenOf(tree, word)) {
      const relation = tree.doc.tokens.deprel[child] ?? ''
      const inner = word !== token
      if (inner && /^(?:case|conj|cc|punct|mark)(?::|$)/.test(relation) && !isTail(tree, child)) stack.push(child)
      else if (!OUTSIDE.test(relation)) stack.push(child)
      else if (relationOf(tree.doc, child) === 'punct' && isInside(tree, child, token)) stack.push(child)
    }
  }
  return [start[first]!, end[last]!]
}

/** A comma or full stop behind the phrase. */
function isTail(tree: Tree, token: number): boolean {
  return (
    relationOf(tree.doc, token) === 'punct' &&
    childrenOf(tree, token).length === 0 &&
    tree.doc.tokens.head[token]! < token
  )
}

/** A hyphen between two words of the phrase. */
function isInside(tree: Tree, token: number, head: number): boolean {
  return token < head && /^[-–/]$/.test(tree.doc.text.slice(tree.doc.tokens.start[token], tree.doc.tokens.end[token]))
}
