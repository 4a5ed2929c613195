import type { Span } from '../model/span.ts'
import { TITLES } from './abbreviations.ts'
import type { Words } from './tokenise.ts'

/** Sentences as spans of the text, and the first word of each with one more entry, the number of words. */
export interface Sentences {
  readonly spans: readonly Span[]
  readonly firstToken: readonly number[]
}

const CLOSERS = new Set(['"', '”', "''", "'", '’', ')', ']', '»', '*'])
const OPENERS = new Set(['"', '“', '``', "''", "'", '‘', '(', '[', '«', '-', '–', '—', '*', '•', '¿', '¡'])
const SAYS =
  /^(?:said|says|say|asked|asks|told|added|adds|wrote|writes|tweeted|replied|shouted|cried|declared|exclaimed|continued|wondered|posted|warned|insisted|quipped|joked|noted|chanted|yelled)$/
// Words that begin a sentence far oftener than they follow an abbreviation inside one.
const STARTERS = new Set(
  'The A An He She It They We I You In On At But And That This These Those His Her Its Their There If When While As For After Before Since With However Meanwhile Some Many Most One Two Last According By From To Both'.split(
    ' ',
  ),
)

// Words after which a sentence is cut, whatever stands there: twice the longest sentence of the treebanks' train parts.
// What looks back to a sentence's beginning is then bounded on any input.
const LONGEST = 400

/**
 * Finds sentences over words already split. A line break ends a sentence unless the text is hard-wrapped (a long line
 * that ends inside a sentence, then a lower-case letter). "“Stop!” Ana Example said." is one sentence; "He left the
 * U.S. The plan failed." is two, "the U.S. Navy" none. Linear.
 */
export function splitSentences(text: string, words: Words): Sentences {
  const spans: Span[] = []
  const firstToken: number[] = []
  const count = words.start.length
  let first = 0
  let lineStart = 0
  for (let i = 0; i < count; i++) {
    const brokenLine = i + 1 < count && breaksLine(text, words, i, lineStart)
    if (i + 1 < count && /\n/.test(text.slice(words.end[i]!, Math.min(words.start[i + 1]!, words.end[i]! + 4))))
      lineStart = words.start[i + 1]!
    if (i + 1 < count && !brokenLine && i + 1 - first < LONGEST && !endsSentence(text, words, i)) continue
    firstToken.push(first)
    spans.push([words.start[first]!, words.end[i]!])
    first = i + 1
  }
  firstToken.push(count)
  return { spans, firstToken }
}

/** Whether the gap after word `i` holds a line break that ends a sentence. */
function breaksLine(text: string, words: Words, i: number, lineStart: number): boolean {
  const gap = text.slice(words.end[i]!, words.start[i + 1]!)
  const breaks = gap.split('\n').length - 1
  if (breaks === 0) return false
  if (breaks > 1) return true
  const wrapped = words.end[i]! - lineStart >= 60 && words.end[i]! - lineStart <= 100
  const next = text.slice(words.start[i + 1]!, words.start[i + 1]! + 2)
  return !(wrapped && /^\p{Ll}/u.test(next) && !/[.!?:]/.test(text.charAt(words.end[i]! - 1)))
}

function word(text: string, words: Words, i: number): string {
  return i < words.start.length && i >= 0
    ? text.slice(words.start[i]!, Math.min(words.end[i]!, words.start[i]! + 40))
    : ''
}

/** Whether a sentence ends after word `i`, which is not the last of its line. */
function endsSentence(text: string, words: Words, i: number): boolean {
  // Step back over closing quotation marks and brackets that touch the stop.
  let stop = i
  while (stop > 0 && i - stop < 5 && CLOSERS.has(word(text, words, stop)) && words.end[stop - 1] === words.start[stop])
    stop--
  const mark = word(text, words, stop)
  const closed = stop < i
  const next = word(text, words, i + 1)
  if (words.start[i + 1] === words.end[i]) {
    // A mark that touches what follows ends nothing, but for a full stop that lacks its space: "week.The".
    return false
  }
  if (!closed && CLOSERS.has(next) && touches(words, i + 1) && !OPENERS.has(next)) return false
  const abbreviation = mark.length > 1 && mark.endsWith('.') && /\p{L}/u.test(mark)
  if (abbreviation) return endsAfterAbbreviation(mark, next)
  if (!/^(?:\.|[!?]+|…|\.{2,})$/.test(mark)) return false
  if (/^(?:…|\.{2,})$/.test(mark)) return startsSentence(text, words, i + 1)
  if (/^\p{Ll}/u.test(next)) return false
  if (closed && mark !== '.') return !namesSpeaker(text, words, i + 1)
  return true
}

function touches(words: Words, i: number): boolean {
  return words.end[i - 1] === words.start[i]
}

function endsAfterAbbreviation(mark: string, next: string): boolean {
  const bare = mark.slice(0, -1)
  if (TITLES.has(bare)) return false
  if (/^\p{Lu}$/u.test(bare)) return false
  return STARTERS.has(next) || (/^["“]$/.test(next) && !/^\p{Lu}\.\p{Lu}/u.test(mark))
}

function startsSentence(text: string, words: Words, i: number): boolean {
  const next = word(text, words, i)
  return /^[\p{Lu}\p{N}]/u.test(next) || OPENERS.has(next)
}

/** Whether the words from `i` on are a speaker and a verb of saying: "Ana Example said", "he asked". */
function namesSpeaker(text: string, words: Words, i: number): boolean {
  for (let k = i; k < i + 6; k++) {
    const each = word(text, words, k)
    if (SAYS.test(each)) return k > i
    if (!/^(?:\p{Lu}|he$|she$|they$|the$|of$|it$|[.]$)/u.test(each)) return false
  }
  return false
}
