import type { Doc } from '../model/doc.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { findChains } from './coreference/find-chains.ts'
import type { Engine } from './engines/engine.ts'
import { WINK } from './engines/wink.ts'
import { findEntities } from './entities/find-entities.ts'
import { splitSentences } from './split-sentences.ts'
import { tokenise, type Words } from './tokenise.ts'

/** UTF-16 units of a text that are read; what lies beyond is stored and searched, but has no reading. */
export const READ_LIMIT = 500_000

/** What parsing needs beside the text. */
export interface ParseTools {
  readonly knowledge: Knowledge
}

/**
 * Reads a normalised text into sentences, words, tags, lemmas, entities and chains of reference. Linear in the length
 * of the text; reads at most READ_LIMIT units and says in `readTo` where it stopped. Times and amounts are not among
 * the entities: the events stage reads them.
 */
export function parseText(text: string, tools: ParseTools): Doc {
  const limit = readLimit(text)
  return parseWords(text, tokenise(text, limit), limit < text.length ? limit : null, tools)
}

/** The same from words that are already split (gold tokens); sentences are found, or given as first words. */
export function parseWords(
  text: string,
  words: Words,
  readTo: number | null,
  tools: ParseTools,
  firstToken: readonly number[] | null = null,
  engine: Engine = WINK,
): Doc {
  const sentences = firstToken === null ? splitSentences(text, words) : givenSentences(words, firstToken)
  const tagged = engine.tag(text, words, sentences)
  const bare: Doc = {
    text,
    made: engine.made,
    sentences: sentences.spans,
    firstToken: Int32Array.from(sentences.firstToken),
    tokens: {
      length: words.start.length,
      start: Int32Array.from(words.start),
      end: Int32Array.from(words.end),
      ...tagged,
    },
    multiword: words.multiword,
    ents: [],
    chains: [],
    readTo,
  }
  const ents = findEntities(bare, tools.knowledge)
  return { ...bare, ents, chains: findChains({ ...bare, ents }, tools.knowledge) }
}

function givenSentences(words: Words, firstToken: readonly number[]): ReturnType<typeof splitSentences> {
  const spans = firstToken
    .slice(0, -1)
    .map((first, i) => [words.start[first]!, words.end[firstToken[i + 1]! - 1]!] as const)
  return { spans, firstToken }
}

/** Where reading stops: at the limit, or at the last white space shortly before it, never inside a surrogate pair. */
function readLimit(text: string): number {
  if (text.length <= READ_LIMIT) return text.length
  for (let at = READ_LIMIT; at > READ_LIMIT - 1000; at--) if (/\s/.test(text.charAt(at))) return at
  const code = text.charCodeAt(READ_LIMIT)
  return code >= 0xdc00 && code < 0xe000 ? READ_LIMIT - 1 : READ_LIMIT
}
