import type { Doc } from '../../model/doc.ts'
import { lemmaOf, uposOf } from '../doc-cursor.ts'
import { childrenOf, type Tree } from '../predicates/tree.ts'

/** By type (PLV's fifteen roots) the lemmas that tell it. */
export type TellingLemmas = ReadonlyMap<string, ReadonlySet<string>>

const COMPLETING: ReadonlySet<string> = new Set(['obj', 'xcomp', 'nsubj:pass'])

/** The words in which an event is told: its trigger, and what completes it ("launched" and "attack" of "launched an attack"). */
export function tellingTokens(doc: Doc, tree: Tree, trigger: number): number[] {
  if (trigger < 0) return []
  const completing = [...childrenOf(tree, trigger)].filter(child => COMPLETING.has(doc.tokens.deprel[child] ?? ''))
  return [trigger, ...completing].filter(word => /^(?:NOUN|VERB|ADJ)$/.test(uposOf(doc, word)))
}

/** Their lemmas. */
export function tellingWords(doc: Doc, tree: Tree, trigger: number): string[] {
  return tellingTokens(doc, tree, trigger).map(word => lemmaOf(doc, word))
}

/** Whether one of an event's words is known to tell its type. */
export function tells(known: TellingLemmas, type: string, words: readonly string[]): boolean {
  const lemmas = known.get(type)
  return lemmas !== undefined && words.some(word => lemmas.has(word))
}
