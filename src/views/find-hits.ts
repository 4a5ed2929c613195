import type { Span } from '../model/span.ts'

/** A stretch of a text that shows where a search hit, and the hits in it as offsets into the stretch (UTF-16). */
export interface Snippet {
  readonly snippet: string
  readonly hits: readonly Span[]
}

const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu
/** Length of a snippet in UTF-16 units: about two lines of the search pane. */
const SNIPPET = 240

/** Words of a text that can be hits: those that begin like one of the lexemes, lower case, each once. */
export function candidateWords(text: string, lexemes: readonly string[]): string[] {
  // A stem shares its first letters with its word ("ti" with "tied" and "ties"); two keep the list short.
  const starts = new Set(lexemes.map(lexeme => lexeme.slice(0, 2)))
  const words = new Set<string>()
  for (const [word] of text.matchAll(WORD)) {
    const lower = word.toLowerCase()
    if (starts.has(lower.slice(0, 2))) words.add(lower)
  }
  return [...words]
}

/** The stretch of the text with the most hits, cut at words, never inside a surrogate pair. */
export function snippetOf(text: string, isHit: (word: string) => boolean): Snippet {
  const hits: Span[] = []
  for (const match of text.matchAll(WORD))
    if (isHit(match[0].toLowerCase())) hits.push([match.index, match.index + match[0].length])
  const [start, end] = windowOf(text, hits)
  return {
    snippet: text.slice(start, end),
    hits: hits.filter(hit => hit[0] >= start && hit[1] <= end).map(hit => [hit[0] - start, hit[1] - start]),
  }
}

function windowOf(text: string, hits: readonly Span[]): Span {
  let best = 0
  let most = -1
  for (const [i, hit] of hits.entries()) {
    let count = 0
    while ((hits[i + count]?.[1] ?? Number.POSITIVE_INFINITY) <= hit[0] + SNIPPET * 0.8) count++
    if (count > most) [best, most] = [hit[0], count]
  }
  const start = wordStart(text, Math.max(0, best - SNIPPET * 0.2))
  if (start + SNIPPET >= text.length) return [start, text.length]
  const space = text.lastIndexOf(' ', start + SNIPPET)
  return [start, space > start ? space : wordStart(text, start + SNIPPET)]
}

/** The next place from here on where a word begins; a text without spaces is cut between two characters. */
function wordStart(text: string, from: number): number {
  const at = Math.floor(from)
  if (at === 0) return 0
  const space = text.slice(at, at + 60).search(/\s/)
  if (space >= 0) return at + space + 1
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit < 0xe000 ? at + 1 : at
}
