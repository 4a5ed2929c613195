import { type Doc, UPOS } from '../model/doc.ts'
import { formOf, uposOf } from './doc-cursor.ts'
import type { Frames } from './frame.ts'

const NOUN = UPOS.indexOf('NOUN')
/** Relations in which a word names something, whatever its tag. */
const NAMES = /^(?:nsubj|obj|iobj|obl|nmod)(?::|$)/

/**
 * A Doc in which adjectives and -ing forms that stand where a noun stands are nouns: "treated 30 wounded", "shelling by
 * the army killed nobody". The frames ask for nouns. The forms in -ing are only those that a frame has as a noun.
 */
export function withNominalWords(doc: Doc, frames: Frames): Doc {
  const upos = doc.tokens.upos.slice()
  const lemma = [...doc.tokens.lemma]
  for (let k = 0; k < doc.tokens.length; k++) {
    if (!NAMES.test(doc.tokens.deprel[k]!)) continue
    const tag = uposOf(doc, k)
    if (tag === 'ADJ') upos[k] = NOUN
    else if (tag === 'VERB') {
      const form = formOf(doc, k).toLowerCase()
      if (!form.endsWith('ing') || !frames.nouns.has(form)) continue
      upos[k] = NOUN
      lemma[k] = form
    }
  }
  return { ...doc, tokens: { ...doc.tokens, upos, lemma } }
}
