import type { Doc } from '../model/doc.ts'
import type { Encoder } from '../model/encoding.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { findChains } from './coreference/find-chains.ts'
import { DocumentBuilder } from './decode/document-builder.ts'
import { findEntities } from './entities/find-entities.ts'
import { tokenise, type Words } from './tokenise.ts'

/** UTF-16 units of a text that are read; what lies beyond is stored and searched, but has no reading. */
export const READ_LIMIT = 500_000

/** What parsing needs beside the text. */
export interface ParseTools {
  readonly knowledge: Knowledge
  readonly encoder: Encoder
}

/**
 * Reads a normalised text into sentences, words, tags, lemmas, trees, entities and chains of reference. Linear in the
 * length of the text; reads at most READ_LIMIT units and says in `readTo` where it stopped. Times and amounts are not
 * among the entities: the events stage reads them. The one step of reading that awaits: the encoder computes meanwhile.
 */
export async function parseText(text: string, tools: ParseTools): Promise<Doc> {
  const limit = readLimit(text)
  return await parseWords(text, tokenise(text, limit), limit < text.length ? limit : null, tools)
}

/**
 * The same from words that are already split (gold tokens). Sentences are found, or given as first words and the number
 * of words; a given sentence longer than a window is read in parts that hang on the first as `parataxis`.
 */
export async function parseWords(
  text: string,
  words: Words,
  readTo: number | null,
  tools: ParseTools,
  firstToken: readonly number[] | null = null,
): Promise<Doc> {
  const { encoder, knowledge } = tools
  const builder = new DocumentBuilder(text, words, firstToken, encoder)
  for (let at = 0; at < words.start.length; ) {
    const end = builder.windowEnd(at, encoder.reach(text, words, at, builder.wide))
    at = builder.take(await encoder.read(text, words, at, end))
  }
  const { doc: bare, names, links } = builder.finish(readTo)
  const doc = { ...bare, ents: findEntities(bare, names, knowledge) }
  return { ...doc, chains: findChains(doc, links, knowledge, encoder.weights) }
}

/** Where reading stops: at the limit, or at the last white space shortly before it, never inside a surrogate pair. */
function readLimit(text: string): number {
  if (text.length <= READ_LIMIT) return text.length
  for (let at = READ_LIMIT; at > READ_LIMIT - 1000; at--) if (/\s/.test(text.charAt(at))) return at
  const code = text.charCodeAt(READ_LIMIT)
  return code >= 0xdc00 && code < 0xe000 ? READ_LIMIT - 1 : READ_LIMIT
}
