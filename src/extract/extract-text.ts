import type { Article, Block } from '../model/article.ts'
import { type Known, known, unknown } from '../model/known.ts'
import type { Page } from '../model/page.ts'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import type { Span } from '../model/span.ts'
import { normaliseText } from '../text/normalise.ts'
import { findAddress, findOutlet } from './find-site.ts'
import { MAX_MARKUP } from './limits.ts'
import { makeArticle, taggedLanguage } from './make-article.ts'

/** Longest first line that is read as a headline, in characters. */
const LONGEST_TITLE = 200

/**
 * A plain text as an article. The text is kept to the byte when it is already NFC with `\n` line ends; headline, byline
 * and paragraphs are readings of it, as spans, and change nothing.
 */
export function extractText(page: Page, raw: string): Outcome<Article> {
  if (raw.length > MAX_MARKUP)
    return reject('extract', 'too-large', `expected at most ${MAX_MARKUP} characters of text, got ${raw.length}`)
  const text = normaliseText(raw)
  if (!/[\p{L}\p{N}]/u.test(text)) return reject('extract', 'no-article', 'the file has no text')
  const title =
    page.hints.title !== null && text.startsWith(page.hints.title) && page.hints.title !== ''
      ? ([0, page.hints.title.length] as const)
      : titleSpan(text)
  const byline = bylineSpan(text, title)
  const url = findAddress(page, null)
  return accept(
    makeArticle(page, {
      url,
      title: title === null ? null : text.slice(title[0], title[1]),
      text,
      blocks: blocksOf(text, title, byline),
      standfirst: null,
      language: taggedLanguage(null, ''),
      outlet: findOutlet(page, url, null),
      byline: bylineOf(text, byline),
      published: unknown('a plain text has no date of its own, and none was given'),
    }),
  )
}

/**
 * The first line, where it reads as a headline: followed by more text, short, a single sentence at most; where only one
 * line break follows it must not end like a sentence.
 */
export function titleSpan(text: string): Span | null {
  const start = text.search(/\S/)
  const end = text.indexOf('\n', start)
  if (start < 0 || end < 0 || text.slice(end).trim() === '') return null
  const line = text.slice(start, end).trimEnd()
  if (line.length > LONGEST_TITLE || !/\p{L}/u.test(line)) return null
  // One word alone is a greeting or a label; a line that ends in a dash is the dateline of what follows.
  if (!/\S\s+\S/.test(line) || /[-–—]$/.test(line)) return null
  const blankAfter = /^\s*\n/.test(text.slice(end + 1, end + 200))
  const endsLikeSentence = /[.!?:;,]["”’)]?$/.test(line)
  const holdsSentences = /\p{Ll}{3,}[.!?]["”’)]? \p{Lu}/u.test(line)
  if (blankAfter ? endsLikeSentence && (holdsSentences || line.length > 140) : endsLikeSentence || line.length > 140)
    return null
  return [start, start + line.length]
}

const BYLINE =
  /^(?:By|BY) (?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|and))*(?: \p{Lu}[\p{L}.'’-]*)(?:, [\p{L} .&'’-]{2,40})?$/u

/** A line "By Firstname Lastname" among the first four lines or the last, headline apart. */
function bylineSpan(text: string, title: Span | null): Span | null {
  const lines: Span[] = []
  for (let at = title?.[1] ?? 0; at < text.length && lines.length < 4; ) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    const span = trimmed(text, at, stop)
    if (span !== null) lines.push(span)
    at = stop + 1
  }
  const close = text.trimEnd()
  const last = trimmed(text, close.lastIndexOf('\n') + 1, close.length)
  if (last !== null) lines.push(last)
  return lines.find(([start, end]) => end - start < 120 && BYLINE.test(text.slice(start, end))) ?? null
}

function trimmed(text: string, start: number, end: number): Span | null {
  const line = text.slice(start, end)
  const inner = line.trim()
  if (inner === '') return null
  const at = start + line.indexOf(inner)
  return [at, at + inner.length]
}

function bylineOf(text: string, span: Span | null): Known<string> {
  if (span === null) return unknown('the text names no author')
  return known(text.slice(span[0] + 3, span[1]).trim(), 'text')
}

/** One block a line; what stands in no block is white space. */
function blocksOf(text: string, title: Span | null, byline: Span | null): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    const span = trimmed(text, at, stop)
    if (span !== null) {
      const role =
        title !== null && span[0] === title[0] ? 'title' : byline !== null && span[0] === byline[0] ? 'byline' : 'body'
      blocks.push({ role, span: role === 'title' && title !== null ? title : span })
    }
    at = stop + 1
  }
  return blocks
}
