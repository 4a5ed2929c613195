import type { Knowledge, NameEntry } from '../model/knowledge.ts'
import type { Span } from '../model/span.ts'
import { normaliseName } from '../text/normalise.ts'

/** A name of the knowledge files found inside a stretch of text, with everything it can mean. */
export interface NameHit {
  readonly span: Span
  readonly entries: readonly NameEntry[]
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’]*(?:-[\p{L}\p{N}]+)*/gu

/**
 * Names of the knowledge files in `text.slice(...within)`, left to right, the longest first at each word. Names must
 * begin with a capital letter or a digit; forms marked as exact must be written as they stand.
 */
export function namesIn(text: string, within: Span, knowledge: Knowledge): readonly NameHit[] {
  const words = wordsIn(text, within)
  const hits: NameHit[] = []
  for (let i = 0; i < words.length; ) {
    const hit = longestAt(text, words, i, knowledge)
    if (hit === null) i++
    else {
      hits.push({ span: hit.span, entries: hit.entries })
      i += hit.words
    }
  }
  return hits
}

function wordsIn(text: string, within: Span): readonly Span[] {
  const spans: Span[] = []
  for (const match of text.slice(within[0], within[1]).matchAll(WORD)) {
    const start = within[0] + match.index
    const bare = match[0].replace(/['’]s?$/, '')
    spans.push([start, start + bare.length])
  }
  return spans
}

function longestAt(
  text: string,
  words: readonly Span[],
  at: number,
  knowledge: Knowledge,
): (NameHit & { words: number }) | null {
  const first = words[at]
  if (first === undefined || !/^[\p{Lu}\p{N}]/u.test(text.charAt(first[0]))) return null
  // Hyphenated words are one word here and several in a form, so the window may be wider than the longest form.
  for (let n = Math.min(knowledge.longestForm, words.length - at); n >= 1; n--) {
    const last = words[at + n - 1]
    if (last === undefined) continue
    const span: Span = [first[0], last[1]]
    const written = text.slice(span[0], span[1])
    const entries = (knowledge.byForm.get(normaliseName(written)) ?? []).filter(e => isWritten(e, written))
    if (entries.length > 0) return { span, entries, words: n }
  }
  return null
}

/** True when an entry may be meant by a form as written: "US" is not meant by "us". */
export function isWritten(entry: NameEntry, written: string): boolean {
  return !entry.exactCase || written.replaceAll('.', '') === entry.form.replaceAll('.', '')
}
