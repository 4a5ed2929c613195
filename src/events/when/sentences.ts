import type { Doc } from '../../model/doc.ts'
import { firstFrom } from '../in-order.ts'

/** The main word of a sentence; -1 when it has none. */
export function rootOf(doc: Doc, sentence: number): number {
  for (let k = doc.firstToken[sentence] ?? 0; k < (doc.firstToken[sentence + 1] ?? 0); k++)
    if (doc.tokens.head[k] === -1) return k
  return -1
}

/** Index of the sentence that a word stands in. */
export function sentenceAt(doc: Doc, token: number): number {
  const start = doc.tokens.start[token] ?? 0
  const after = firstFrom(doc.sentences, start + 1, span => span[0])
  return after - 1
}
