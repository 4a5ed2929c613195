import type { Span } from '../../model/span.ts'
import { LARGE, SMALL } from '../numbers.ts'
import { readNumberWords } from './number-words.ts'

/** A number of a text, without what stands around it. */
export interface Numeral {
  readonly span: Span
  /** `share`: a part of one ("half", "one in five"); `open`: a word that leaves the number open ("dozens"). */
  readonly kind: 'number' | 'share' | 'open'
  readonly value: number | null
  /** What an open word says at the least; null for the others. */
  readonly low: number | null
  readonly approximate: boolean
  /** Written in digits. */
  readonly digits: boolean
  /** What the scale word multiplies with ("3.5 million": 1e6); 1 without one. "3 to 5 million" hands it on. */
  readonly scale: number
  /** Why no value can be read, when none can. */
  readonly why?: string
}

/** Digits of a number at most: a double holds fifteen, and what is longer is a serial number. */
const MOST_DIGITS = 15

const WORD = [...Object.keys(SMALL), 'hundred', 'thousand', 'million', 'billion', 'trillion'].join('|')
const OPEN: Readonly<Record<string, number>> = {
  dozen: 24,
  score: 40,
  ten: 20,
  hundred: 200,
  thousand: 2000,
  million: 2e6,
  billion: 2e9,
  trillion: 2e12,
}
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
  hundredth: 100,
}
const PART =
  '(?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twelfths?|twentieths?|hundredths?)'
const OPENS = '(?:dozens|scores|tens|hundreds|thousands|millions|billions|trillions)'

/** Where a number may begin. The rest is read from there, so that no pattern runs over the text twice. */
const BEGIN = new RegExp(
  `(?<digits>(?<![\\p{L}\\d_.,]|[\\p{L}][-‐‑–/.:]|\\d[/:])\\d(?:[\\d.,]*\\d)?)|(?<![\\p{L}\\d-])(?<word>(?:an? (?=(?:few|couple|pair|dozen|hundred|thousand|million|billion|trillion|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:\\w+ )?majority)\\b)|the (?=(?:\\w+ )?majority of\\b))?(?:${WORD}|${OPENS}|several|few|couple|pair|half|dozen|(?:overwhelming|vast|large|narrow|slim|clear|simple|absolute)? ?majority|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?![\\p{L}\\d]))`,
  'giu',
)
const SCALE =
  /[ \u00a0-]?(hundred|thousand|million|billion|trillion)(?![\p{L}])|[ \u00a0]?(mln|bln|bn|mn|tn|trn)(?![\p{L}\d])/iuy
/** "£250m", "$3k": letters that are scales beside a currency alone. */
const SHORT_SCALE = /[ \u00a0]?([mkb])(?![\p{L}\d])/iuy
/** A sign or code of money before a number. */
const MONEY = /(?:[$€£¥₩₹₽₴₺₪₦]|(?<![A-Z])(?:USD|EUR|GBP|CHF|JPY|CNY|AUD|CAD)) ?$/
/** "2m users": millions, where no word follows that metres are told with. */
const MILLIONS =
  /m (?!(?:wide|high|long|deep|tall|thick|across|apart|away|off|from|above|below|under|over|of|in|at|to|by|on|and|or|up|down|north|south|east|west|race|sprint|hurdles|freestyle|relay|final|runner)(?!\p{L}))(?=\p{L})/uy
const FRACTION = /[ \u00a0]?(?:(\d)\/(\d{1,2})(?!\d)|([½¼¾⅓⅔]))/uy
const VULGAR: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }
const AND_A_HALF = / and (?:a half|one[ -]half|a quarter|three[ -]quarters)(?![\p{L}])/iuy
const OF_OPEN = / of (hundreds|thousands|millions|billions|trillions)(?! of (?:thousands|millions))(?![\p{L}])/iuy
const AFTER_SEVERAL =
  / (dozen|hundred|thousand|million|billion|trillion)s?(?: (thousand|million|billion))?(?![\p{L}])/iuy
const AFTER_HALF = /[ -](?:an?[ -])?(dozen|hundred|thousand|million|billion|trillion)(?![\p{L}])/iuy
const PART_AFTER = new RegExp(`[ -](${PART})(?![\\p{L}])`, 'iuy')
const OUT_OF = new RegExp(
  `(?: in (?:every )?| out of (?:every )?)(\\d{1,3}(?![\\d.,])|${WORD})(?= \\p{Ll}|[.,;]|$)`,
  'iuy',
)
const DOZEN = / dozen(?![\p{L}])/iuy
/** Thousands set off by spaces, as ISO 31-0 and the French have it: "30 000". */
const SPACED = /(?:[\u00a0\u2009\u202f ]\d{3})+(?![\d.,]?\d)/uy
/** "21st", "1990s", "F-16s" and other words that begin with digits. */
const NO_NUMBER = /(?:st|nd|rd|th|s|x|'s|’s)(?![\p{L}])|[/:]\d/iuy

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** The numbers of a text in order, not overlapping. Linear in the text. */
export function findNumerals(text: string): Numeral[] {
  const out: Numeral[] = []
  BEGIN.lastIndex = 0
  for (let match = BEGIN.exec(text); match !== null; match = BEGIN.exec(text)) {
    const { digits, word } = match.groups ?? {}
    const read = digits === undefined ? fromWords(text, match.index, word ?? '') : fromDigits(text, match.index, digits)
    if (read === null) continue
    out.push(read)
    // zero-width steps cannot happen: what is read has at least the first word
    BEGIN.lastIndex = Math.max(read.span[1], match.index + 1)
  }
  return out
}

const NUMBER = { kind: 'number', low: null, approximate: false } as const

function fromDigits(text: string, start: number, chunk: string): Numeral | null {
  let end = start + chunk.length
  if (at(NO_NUMBER, text, end)) return null
  const open = { span: [start, end] as Span, ...NUMBER, value: null, digits: true, scale: 1 }
  const count = chunk.replace(/\D/g, '').length
  if (count > MOST_DIGITS) return { ...open, why: `a number of ${count} digits is none that is counted with` }
  const plain = plainDigits(chunk)
  if (plain === null)
    return /^\d{1,3},\d{1,2}$/.test(chunk) ? { ...open, why: 'the comma can be read in two ways' } : null
  let value = plain
  const spaced = /^\d{1,3}$/.test(chunk) ? at(SPACED, text, end) : null
  if (spaced && spaced[0].length <= 16) {
    end += spaced[0].length
    value = Number(text.slice(start, end).replace(/\D/g, ''))
  }
  const part = at(FRACTION, text, end)
  if (part && Number.isInteger(value)) {
    end += part[0].length
    value += part[3] ? (VULGAR[part[3]] ?? 0) : part[2] === '0' ? 0 : Number(part[1]) / Number(part[2])
  }
  const ratio = part || value < 1 || !Number.isInteger(value) ? null : outOf(text, start, end, value)
  if (ratio) return { ...ratio, digits: true }
  const dozen = at(DOZEN, text, end)
  if (dozen) return number([start, end + dozen[0].length], value * 12, 12, true)
  const scale = scaleAt(text, end, MONEY.test(text.slice(Math.max(0, start - 5), start)))
  return number([start, end + scale.length], value * scale.by, scale.by, true)
}

function number(span: Span, value: number, scale: number, digits: boolean): Numeral {
  // 4.1 * 1e6 is 4099999.9999999995 in doubles
  return { span, ...NUMBER, value: Number(value.toPrecision(MOST_DIGITS)), digits, scale }
}

/** "1,200", "1200", "1.5", "1.234.567"; null for what is no number ("1.2.3", "12,34"). */
function plainDigits(chunk: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(chunk)) return Number(chunk)
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(chunk)) return Number(chunk.replaceAll(',', ''))
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(chunk) ? Number(chunk.replaceAll('.', '')) : null
}

function scaleAt(text: string, from: number, money: boolean): { readonly by: number; readonly length: number } {
  const word = at(SCALE, text, from) ?? (money ? at(SHORT_SCALE, text, from) : null)
  if (word === null && at(MILLIONS, text, from)) return { by: 1e6, length: 1 }
  if (word === null) return { by: 1, length: 0 }
  const name = (word[1] ?? word[2] ?? '').toLowerCase()
  const by = name === 'b' ? 1e9 : name === 'trn' ? 1e12 : (LARGE[name] ?? 1)
  return { by, length: word[0].length }
}

/** "One in five", "3 out of 4": a share. */
function outOf(text: string, start: number, end: number, value: number): Omit<Numeral, 'digits'> | null {
  const match = at(OUT_OF, text, end)
  if (!match) return null
  const said = (match[1] ?? '').toLowerCase()
  const whole = /^\d/.test(said) ? Number(said) : (SMALL[said] ?? 0)
  if (whole <= value || whole < 2) return null
  const span: Span = [start, end + match[0].length]
  return { span, kind: 'share', value: value / whole, low: null, approximate: false, scale: 1 }
}

function fromWords(text: string, start: number, said: string): Numeral | null {
  const end = start + said.length
  const phrase = said.toLowerCase()
  const bare = phrase.replace(/^(?:an?|the) /, '')
  if (bare.endsWith('majority')) return phrase === bare ? null : open([start, end], 'share', 0.5, phrase)
  if (bare === 'several' || bare === 'few') return afterSeveral(text, start, end, bare === phrase && bare === 'few')
  if (bare === 'couple' || bare === 'pair') return pairOf(text, start, end, phrase)
  if (bare === 'half') return afterHalf(text, start, end)
  // "a million-dollar home", "Million Dollar Baby"
  if (phrase === bare && /^(?:hundred|thousand|million|billion|trillion)$/.test(bare)) return null
  if (bare === 'dozen') return number([start, end], 12, 12, false)
  if (PARTS[bare] !== undefined) return phrase === bare ? null : partOf(text, start, end, 1 / (PARTS[bare] ?? 1))
  if (/^(?:dozen|score|ten|hundred|thousand|million|billion|trillion)s$/.test(bare))
    return openWord(text, start, end, bare)
  return counted(text, start, end)
}

function open(span: Span, kind: 'share' | 'open', low: number, said: string): Numeral {
  const why = `"${said}" gives no number`
  return { span, kind, value: null, low, approximate: false, digits: false, scale: 1, why }
}

/** "Several hundred", "a few thousand". */
function afterSeveral(text: string, start: number, end: number, bareFew: boolean): Numeral | null {
  const match = bareFew ? null : at(AFTER_SEVERAL, text, end)
  if (!match) return null
  const low = (OPEN[(match[1] ?? '').toLowerCase()] ?? 0) * (match[2] ? (LARGE[match[2].toLowerCase()] ?? 1) : 1)
  const span: Span = [start, end + match[0].length]
  return open(span, 'open', low, text.slice(...span).toLowerCase())
}

/** "A couple of boats" are two or so, "a pair of boats" two. */
function pairOf(text: string, start: number, end: number, phrase: string): Numeral | null {
  if (!/^an? /.test(phrase) || !text.startsWith(' of ', end)) return null
  return { ...number([start, end], 2, 1, false), approximate: phrase.endsWith('couple') }
}

/** "Half a million" is a number, "half of the fleet", "half its crew" and "by half" are shares. */
function afterHalf(text: string, start: number, end: number): Numeral | null {
  const match = at(AFTER_HALF, text, end)
  if (match) {
    const unit = (match[1] ?? '').toLowerCase()
    const scale = unit === 'dozen' ? 12 : (LARGE[unit] ?? 1)
    return number([start, end + match[0].length], scale / 2, scale, false)
  }
  // "led at the half", "the first half"
  const behind =
    /^(?: of| the| its| their| his| her| our| my| your| all| an?| (?:that|this|these|those))(?![\p{L}])/u.test(
      text.slice(end, end + 7),
    )
  return behind || isPartBefore(text, start) ? part([start, end], 0.5) : null
}

function part(span: Span, value: number): Numeral {
  return { span, kind: 'share', value, low: null, approximate: false, digits: false, scale: 1 }
}

/** "A third of the fleet", "by a quarter"; "a third man" and "a quarter mile" are none. */
function partOf(text: string, start: number, end: number, value: number): Numeral | null {
  // "wounded a third, police said": the third one
  return text.startsWith(' of ', end) || isPartBefore(text, start) ? part([start, end], value) : null
}

/** "By half", "to a third", "more than half". */
function isPartBefore(text: string, start: number): boolean {
  return /(?:^|[^\p{L}])(?:by|in|to|than|about|nearly|almost|over|only|just|roughly|around|some) $/iu.test(
    text.slice(Math.max(0, start - 10), start),
  )
}

/** "Hundreds", "tens of thousands": at least two of what the word names. */
function openWord(text: string, start: number, end: number, plural: string): Numeral | null {
  const match = at(OF_OPEN, text, end)
  const one = OPEN[plural.slice(0, -1)] ?? 0
  if (!match) return plural === 'tens' ? null : open([start, end], 'open', one, plural)
  const span: Span = [start, end + match[0].length]
  const second = LARGE[(match[1] ?? '').toLowerCase().slice(0, -1)] ?? 1
  return open(span, 'open', (plural === 'tens' ? 20 : one) * second, text.slice(...span).toLowerCase())
}

/** A number in words, with "and a half", "two thirds", "two dozen", "one in five". */
function counted(text: string, start: number, firstEnd: number): Numeral | null {
  // sixteen words are at most so many characters
  const tail = text.slice(start, Math.max(firstEnd, start + 160))
  const parts = [...tail.matchAll(/[\p{L}]+/gu)].slice(0, 17)
  const from = /^an?$/i.test(parts[0]?.[0] ?? '') ? 1 : 0
  const words: string[] = []
  for (const [k, one] of parts.entries()) {
    const before = parts[k - 1]
    const gap = before ? tail.slice(before.index + before[0].length, one.index) : ''
    // a comma or a line ends a number
    if (k > 0 && !/^[ \u00a0-]$/.test(gap)) break
    words.push(one[0].toLowerCase())
  }
  const read = readNumberWords(words, from)
  if (read === null) return null
  const last = parts[from + read.used - 1]
  let end = start + (last ? last.index + last[0].length : 0)
  const share = read.used === 1 ? at(PART_AFTER, text, end) : null
  if (share && read.value > 0) {
    const name = (share[1] ?? '').toLowerCase().replace(/ves$/, 've').replace(/s$/, '')
    if (read.value === 1 || share[1]?.toLowerCase().endsWith('s'))
      return part([start, end + share[0].length], read.value / (PARTS[name] ?? 1))
  }
  const ratio = read.value < 100 ? outOf(text, start, end, read.value) : null
  if (ratio) return { ...ratio, digits: false }
  let { value } = read
  const half = at(AND_A_HALF, text, end)
  if (half) {
    end += half[0].length
    value += /half/i.test(half[0]) ? 0.5 : /three/i.test(half[0]) ? 0.75 : 0.25
  }
  const dozen = at(DOZEN, text, end)
  if (dozen) return number([start, end + dozen[0].length], value * 12, 12, false)
  const scale = half ? scaleAt(text, end, false) : { by: 1, length: 0 }
  const by = half ? scale.by : scaleOf(words.slice(from, from + read.used))
  return number([start, end + scale.length], value * scale.by, by, false)
}

/** The scale of the last word: "five million" hands on the million, "five" nothing. */
function scaleOf(words: readonly string[]): number {
  const last = words.at(-1) ?? ''
  return words.length > 1 && last.length > 4 && SMALL[last] === undefined ? (LARGE[last] ?? 1) : 1
}
