import type { Span } from '../../model/span.ts'
import { uposOf } from '../doc-cursor.ts'
import { childrenOf, relationOf, type Tree } from './tree.ts'

/** What hangs on a noun and is no part of its name: clauses about it, what is joined to it, marks, its preposition. */
const OUTSIDE =
  /^(?:acl:relcl|acl|advcl|appos|parataxis|conj|cc|punct|case|mark|cop|aux|nsubj|csubj|ccomp|discourse|dep|dislocated|orphan|advmod:emph|cc:preconj|obl:agent)(?::|$)/

/**
 * The words that a noun names its thing with: determiners, modifiers and its prepositional phrases, no clauses, no
 * apposition, nothing joined ("the foreign ministers of the bloc" in "the foreign ministers of the bloc, who met").
 * Bounded, so that a list of thousands of phrases costs what it is long.
 */
export function phraseSpan(tree: Tree, token: number, takes?: (child: number) => boolean): Span {
  const { start, end } = tree.doc.tokens
  const inside: number[] = []
  const stack = [token]
  let left = 80
  while (stack.length > 0 && left-- > 0) {
    const word = stack.pop()!
    inside.push(word)
    for (const child of childrenOf(tree, word)) {
      const relation = tree.doc.tokens.deprel[child] ?? ''
      const inner = word !== token
      if (inner && /^(?:case|conj|cc|punct|mark)(?::|$)/.test(relation) && !isTail(tree, child)) stack.push(child)
      else if (!OUTSIDE.test(relation)) {
        if (child < word || relation === 'flat' || takes === undefined || takes(child)) stack.push(child)
      } else if (relationOf(tree.doc, child) === 'punct' && isInside(tree, child, token)) stack.push(child)
    }
  }
  inside.sort((a, b) => a - b)
  let first = reach(tree, inside, token, -1)
  while (first < token && /^(?:CCONJ|PUNCT)$/.test(uposOf(tree.doc, first))) first++
  let last = reach(tree, inside, token, 1)
  // "the fleet, with [half of its ships also at sea]": a tree that went astray leaves the preposition behind
  while (last > token && /^(?:CCONJ|PUNCT|ADP|SCONJ)$/.test(uposOf(tree.doc, last))) last--
  return [start[first]!, end[last]!]
}

/** Words between two of one phrase, at most: more is a wrong turn of the parser. */
const GAP = 3

/** The last word of a phrase on one side that no verb and no long gap parts from its head. */
function reach(tree: Tree, inside: readonly number[], token: number, step: 1 | -1): number {
  let at = token
  for (let k = inside.indexOf(token) + step; k >= 0 && k < inside.length; k += step) {
    const word = inside[k]!
    if (Math.abs(word - at) > GAP + 1) break
    let parted = false
    for (let between = Math.min(at, word) + 1; between < Math.max(at, word); between++)
      parted ||= /^(?:VERB|AUX)$/.test(uposOf(tree.doc, between))
    if (parted) break
    at = word
  }
  return at
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
