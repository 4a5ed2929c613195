import { type Doc, UPOS } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { datelineEnd } from './dateline.ts'
import { findQuotes, type Quote } from './find-quotes.ts'

/** A range of words, half-open. */
export type Range = readonly [first: number, end: number]

/** A Doc as the rules of statements read it: words in lower case, tags by name, quotations, sentences, paragraphs. */
export interface View {
  readonly doc: Doc
  readonly forms: readonly string[]
  readonly lower: readonly string[]
  readonly tags: readonly string[]
  readonly lemmas: readonly string[]
  readonly sentenceOf: Int32Array
  /** Number of the line (paragraph) each word is in. */
  readonly paragraphOf: Int32Array
  readonly quotes: readonly Quote[]
  /** Index of the quotation a word is in, its marks included; -1 outside. */
  readonly quoteOf: Int32Array
  /** 1 for words of an entity that can speak. */
  readonly actor: Uint8Array
  /** Start of the person or pronoun that begins at a word, to find its chain; -1 elsewhere. */
  readonly personAt: Int32Array
  /** First word after the dateline ("LONDON, May 1 (Example) -"); 0 when the text has none. No statement reaches into it. */
  readonly bodyAt: number
  readonly length: number
}

export function viewOf(doc: Doc): View {
  const { tokens } = doc
  const forms = Array.from({ length: tokens.length }, (_, i) => doc.text.slice(tokens.start[i], tokens.end[i]))
  const lower = forms.map(form => form.toLowerCase().replaceAll('’', "'"))
  const tags = Array.from(tokens.upos, code => UPOS[code]!)
  const sentenceOf = new Int32Array(tokens.length)
  for (let s = 0; s < doc.sentences.length; s++) sentenceOf.fill(s, doc.firstToken[s]!, doc.firstToken[s + 1]!)
  const paragraphOf = new Int32Array(tokens.length)
  let paragraph = 0
  for (let i = 0; i < tokens.length; i++) {
    if (
      i > 0 &&
      sentenceOf[i] !== sentenceOf[i - 1] &&
      doc.text.slice(tokens.end[i - 1], tokens.start[i]).includes('\n')
    )
      paragraph++
    paragraphOf[i] = paragraph
  }
  const quotes = findQuotes(doc, forms, paragraphOf)
  const quoteOf = new Int32Array(tokens.length).fill(-1)
  quotes.forEach((quote, q) => {
    quoteOf.fill(q, quote.first, quote.end)
  })
  return {
    doc,
    forms,
    lower,
    tags,
    lemmas: tokens.lemma,
    sentenceOf,
    paragraphOf,
    quotes,
    quoteOf,
    actor: actorWords(doc),
    personAt: personStarts(doc),
    bodyAt: firstWordAt(doc, datelineEnd(doc.text)),
    length: tokens.length,
  }
}

function firstWordAt(doc: Doc, offset: number): number {
  let i = 0
  while (i < doc.tokens.length && doc.tokens.start[i]! < offset) i++
  return i
}

function actorWords(doc: Doc): Uint8Array {
  const actor = new Uint8Array(doc.tokens.length)
  for (const ent of doc.ents) {
    if (/^(?:person|organisation|country|bloc|role|nationality)$/.test(ent.kind))
      actor.fill(1, ent.tokens[0], ent.tokens[1])
  }
  return actor
}

function personStarts(doc: Doc): Int32Array {
  const starts = new Int32Array(doc.tokens.length).fill(-1)
  for (const ent of doc.ents) if (ent.kind === 'person' || ent.kind === 'pronoun') starts[ent.tokens[0]] = ent.span[0]
  return starts
}

/** The text's span of a range of words. */
export function spanOf(view: View, [first, end]: Range): Span {
  return [view.doc.tokens.start[first]!, view.doc.tokens.end[end - 1]!]
}

/** First word of the sentence of word `i`, a dateline before it left out, and the word after its last. */
export function sentenceRange(view: View, i: number): Range {
  const s = view.sentenceOf[i]!
  const first = view.doc.firstToken[s]!
  return [i >= view.bodyAt ? Math.max(first, view.bodyAt) : first, view.doc.firstToken[s + 1]!]
}

/** True where a sentence begins: told by the reader, or by a full stop before the word. */
export function opensSentence(view: View, i: number): boolean {
  return sentenceRange(view, i)[0] === i || /^[.!?]$/.test(view.lower[i - 1] ?? '.')
}
