import type { Doc } from '../model/doc.ts'
import { formOf, lemmaOf } from './doc-cursor.ts'
import type { Frames, Guard } from './frame.ts'

/** Words of one other domain that silence a sentence: one is often a figure of speech ("match the offer"), two seldom. */
const ENOUGH = 2

/** So many words of one other domain, over this share of its sentences, make an article one of that domain. */
const ENOUGH_OF_ARTICLE = 4
const SHARE_OF_ARTICLE = 0.3

/** Whether a whole article is about sport, fiction or business: in it a "siege" is a lead of one goal. */
export function guardedArticle(doc: Doc, frames: Frames): boolean {
  return frames.guards.some(guard => {
    const hits = new Set<string>()
    let sentences = 0
    for (let s = 0; s < doc.sentences.length; s++) {
      const found = wordsOf(guard, doc, doc.firstToken[s] ?? 0, doc.firstToken[s + 1] ?? doc.tokens.length)
      if (found.size > 0) sentences++
      for (const word of found) hits.add(word)
    }
    return hits.size >= ENOUGH_OF_ARTICLE && sentences >= SHARE_OF_ARTICLE * doc.sentences.length
  })
}

/** Whether a sentence is about sport, fiction or business, where "attack" and "defend" are no events. */
export function guardedSentence(doc: Doc, first: number, end: number, frames: Frames): boolean {
  return frames.guards.some(guard => wordsOf(guard, doc, first, end).size >= ENOUGH)
}

function wordsOf(guard: Guard, doc: Doc, first: number, end: number): Set<string> {
  const hits = new Set<string>()
  for (let k = first; k < end; k++) {
    const lemma = lemmaOf(doc, k)
    const pair = `${formOf(doc, k - 1).toLowerCase()} ${lemma}`
    if (guard.words.has(lemma)) hits.add(lemma)
    else if (guard.words.has(pair)) hits.add(pair)
  }
  return hits
}
