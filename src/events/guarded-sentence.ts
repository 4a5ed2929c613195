import type { Doc } from '../model/doc.ts'
import { formOf, lemmaOf } from './doc-cursor.ts'
import type { Frames } from './frame.ts'

/** Words of one other domain that silence a sentence: one is often a figure of speech ("match the offer"), two seldom. */
const ENOUGH = 2

/** Whether a sentence is about sport, fiction or business, where "attack" and "defend" are no events. */
export function guardedSentence(doc: Doc, first: number, end: number, frames: Frames): boolean {
  for (const guard of frames.guards) {
    const hits = new Set<string>()
    for (let k = first; k < end; k++) {
      const lemma = lemmaOf(doc, k)
      const pair = `${formOf(doc, k - 1).toLowerCase()} ${lemma}`
      if (guard.words.has(lemma)) hits.add(lemma)
      else if (guard.words.has(pair)) hits.add(pair)
    }
    if (hits.size >= ENOUGH) return true
  }
  return false
}
