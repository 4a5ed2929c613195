import type { Sentences } from '../split-sentences.ts'
import type { Words } from '../tokenise.ts'

/** What an engine adds to words and sentences: a tag and a lemma for each word, and trees if it builds them. */
export interface Tagged {
  /** Index into UPOS. */
  readonly upos: Uint8Array
  readonly lemma: readonly string[]
  readonly head: Int32Array | null
  readonly deprel: readonly string[] | null
}

/** A tagger behind the parser. `made` names it with its version; pure: same words, same tags. */
export interface Engine {
  readonly made: string
  readonly tag: (text: string, words: Words, sentences: Sentences) => Tagged
}
