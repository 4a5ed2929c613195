import type { Doc } from '../../model/doc.ts'
import type { Span } from '../../model/span.ts'
import { isActorNoun } from '../actor-nouns.ts'
import { nounLemma, tokenAt, uposOf } from '../doc-cursor.ts'
import { headOf } from './candidates.ts'

/** Whether a phrase means somebody who can act or to whom something can be done: no thing, sum or matter. */
export function isParty(doc: Doc, span: Span): boolean {
  const first = tokenAt(doc, span[0])
  const end = tokenAt(doc, span[1] - 1) + 1
  const head = headOf(doc, first, end)
  if (/^(?:PROPN|PRON)$/.test(uposOf(doc, head)) || isActorNoun(nounLemma(doc, head))) return true
  return doc.ents.some(
    ({ kind, tokens }) => kind !== 'time' && kind !== 'amount' && tokens[0] <= head && head < tokens[1],
  )
}
