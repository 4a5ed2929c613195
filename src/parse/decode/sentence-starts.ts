import type { Words } from '../tokenise.ts'

// Log-odds above which a word begins a sentence. The network is trained to classify, so 0 until a score on dev says more.
const THRESHOLD = 0

// Added after a single line break, unless the next line goes on in lower case (a hard-wrapped line). The treebanks have
// no single line breaks, so this is not learned: 3 makes a start of what the network gives one chance in twenty.
const LINE_BREAK_BONUS = 3

// Characters of a line that nobody wraps by hand: mail and terminals wrap at 65 to 100. A line break beside a longer line
// ends a paragraph.
const LONG_LINE = 120

// Words after which a sentence is cut, whatever stands there: over twice the longest of the treebanks' train parts (160).
// What looks over a sentence is then bounded on any input.
const LONGEST = 400

// A window is ended at the last paragraph break of its last third, where nothing has to be read twice. A third keeps
// what stands together in view; the end of most paragraphs of news falls into one.
const LAST_PART = 1 / 3

/** What is certain of a word before the network speaks. */
const FREE = 0
const AFTER_LINE_BREAK = 1
const ALWAYS = 2
const NEVER = 3

/** Where sentences may begin in a text, and how far windows and sentences reach. */
export interface SentenceStarts {
  /** True when the word goes on the sentence before it, whatever is read: part of a token, or of a given sentence. */
  readonly goesOn: (word: number) => boolean
  /** True when a sentence begins with the word, whatever is read; also past the last word. */
  readonly certain: (word: number) => boolean
  /** Where a window from `at` should end that could reach to `reach`. */
  readonly windowEnd: (at: number, reach: number) => number
  /** First words of the sentences of [first, first + begins.length), which begins with one, and the end. */
  readonly within: (first: number, begins: ArrayLike<number>) => number[]
}

/** Rules over words not yet read; `given` are first words of sentences that are known, and the number of words. */
export function sentenceStarts(text: string, words: Words, given: readonly number[] | null): SentenceStarts {
  const count = words.start.length
  const kind = given === null ? kindsOf(text, words) : new Uint8Array(count).fill(NEVER)
  if (given !== null) for (const first of given) if (first < count) kind[first] = ALWAYS
  if (count > 0) kind[0] = ALWAYS
  const goesOn = (word: number): boolean => word < count && kind[word] === NEVER
  const certain = (word: number): boolean => word >= count || kind[word] === ALWAYS
  return {
    goesOn,
    certain,
    windowEnd(at, reach) {
      const most = Math.min(count, Math.max(reach, at + 1))
      const least = given === null ? Math.ceil(most - (most - at) * LAST_PART) : at + 1
      for (let end = most; end >= least && end > at; end--) if (certain(end)) return end
      // A window that parts a token would give its words two readings.
      for (let end = most; end > at + 1; end--) if (!goesOn(end)) return end
      return most
    },
    within(first, begins) {
      const out = [first]
      for (let i = 1; i < begins.length; i++) {
        const word = first + i
        if (goesOn(word)) continue
        const bonus = kind[word] === AFTER_LINE_BREAK ? LINE_BREAK_BONUS : 0
        if (certain(word) || begins[i]! + bonus > THRESHOLD || word - out.at(-1)! >= LONGEST) out.push(word)
      }
      out.push(first + begins.length)
      return out
    },
  }
}

function kindsOf(text: string, words: Words): Uint8Array {
  const kind = new Uint8Array(words.start.length)
  for (let i = 1; i < kind.length; i++) {
    const breaks = lineBreaks(text, words.end[i - 1]!, words.start[i]!)
    if (breaks > 1) kind[i] = ALWAYS
    else if (breaks === 1 && !/\p{Ll}/u.test(text.charAt(words.start[i]!)))
      kind[i] = besideLongLine(text, words.end[i - 1]!, words.start[i]!) ? ALWAYS : AFTER_LINE_BREAK
    else kind[i] = FREE
  }
  for (const [first, end] of words.multiword) kind.fill(NEVER, first + 1, end)
  return kind
}

/** Line breaks in text[from, to), at most two. */
function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = from; at < to && breaks < 2; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10) || code === 0x2028) breaks++
    else if (code === 0x2029) breaks += 2
  }
  return breaks
}

/** True when the line that ends behind `end` or the one that begins before `start` is too long to have been wrapped by hand. */
function besideLongLine(text: string, end: number, start: number): boolean {
  return (
    (end >= LONG_LINE && !text.slice(end - LONG_LINE, end).includes('\n')) ||
    (start + LONG_LINE <= text.length && !text.slice(start, start + LONG_LINE).includes('\n'))
  )
}
