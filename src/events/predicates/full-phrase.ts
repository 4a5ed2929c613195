import type { Span } from '../../model/span.ts'
import { tokenAt, uposOf } from '../doc-cursor.ts'
import { phraseSpan } from './phrase-spans.ts'
import { caseOf, childBy, childrenOf, relationOf, type Tree } from './tree.ts'

/**
 * The full phrase of a side of an event that was found by a part of it: determiner, modifiers, what follows with "of" and
 * a name or description beside it ("the former chief minister of the valley, Ana Example"). A side that only modifies
 * another noun, or owns it, keeps its words.
 */
export function fullPhrase(tree: Tree, span: Span): Span {
  const root = rootOf(tree, span)
  if (root < 0) return span
  const relation = tree.doc.tokens.deprel[root] ?? ''
  if (/^(?:amod|compound|flat|nummod|det|case|punct)(?::|$)/.test(relation) || uposOf(tree.doc, root) === 'PRON')
    return span
  if (relation === 'nmod:poss') return span
  const [start, last] = core(tree, root)
  let end = last
  const described = uposOf(tree.doc, root) === 'NOUN'
  for (const child of childrenOf(tree, root)) {
    if (!described || relationOf(tree.doc, child) !== 'appos' || uposOf(tree.doc, child) !== 'PROPN') continue
    const beside = core(tree, child)
    if (beside[0] - end <= 2 && beside[0] >= end) end = beside[1]
    break
  }
  return [Math.min(start, span[0]), Math.max(end, span[1])]
}

/** The word of a span that hangs on a word outside it. */
function rootOf(tree: Tree, span: Span): number {
  const { start, head, length } = tree.doc.tokens
  const first = tokenAt(tree.doc, span[0])
  let end = first
  while (end < length && start[end]! < span[1]) end++
  for (let k = first; k < end; k++) if (head[k]! < first || head[k]! >= end) return k
  return -1
}

/** Prepositions that go on with a description ("a court in Ostrava Bay"), and with a name ("the Bank of Samplia"). */
const OF_DESCRIPTION = /^(?:of|in|from|for|by|to|against|near)$/
const OF_BARE = /^(?:of|from|for|by|to|against)$/
const OF_NAME = /^of$/

/** The phrase up to the last prepositional phrase that belongs to a name of it. */
function core(tree: Tree, root: number): Span {
  const described = uposOf(tree.doc, root) === 'NOUN'
  // "killed by gunmen in the capital": where it was done, unless the noun is one of several or stands before its verb
  const whole = childBy(tree, root, 'det', 'nummod') >= 0 || relationOf(tree.doc, root) === 'nsubj'
  const inside = described ? (whole ? OF_DESCRIPTION : OF_BARE) : OF_NAME
  return phraseSpan(tree, root, child => {
    const marker = caseOf(tree, child)
    return marker === null || inside.test(marker)
  })
}
