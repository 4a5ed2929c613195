import type { Doc } from '../../model/doc.ts'
import type { AmountExpression } from '../../model/expressions.ts'
import type { Span } from '../../model/span.ts'
import { formOf, lemmaOf, tokenAt, uposOf } from '../doc-cursor.ts'
import { DIGITS, NUMBER_WORDS, readNumber } from '../numbers.ts'

/** Currencies by the signs and words that stand with numbers; values are ISO 4217. */
const CURRENCIES: Readonly<Record<string, string>> = {
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₩': 'KRW',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  dollar: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  yen: 'JPY',
  won: 'KRW',
  yuan: 'CNY',
  rouble: 'RUB',
  ruble: 'RUB',
  rupee: 'INR',
  hryvnia: 'UAH',
  zloty: 'PLN',
  franc: 'CHF',
  shekel: 'ILS',
}
const SIGN = '(?<sign>(?:US|A|C|NZ|S|HK)?\\$|[€£¥₩₹₽₴]|\\b(?:USD|EUR|GBP) ?)'
const SCALE =
  '(?: ?-?(?:hundred|thousand|million|billion|trillion|mln|bln|bn|mn|tn)\\b|(?<=[$€£¥]\\d[\\d.,]{0,20})(?:m|k|bn)\\b)'
const NUMERAL = `(?:${DIGITS}(?: \\d/\\d)?${SCALE}?|\\b${NUMBER_WORDS}\\b)`
const AT_LEAST = 'at least|no fewer than|no less than|not less than|a minimum of'
const MORE = 'more than|over|upwards of|in excess of|above|exceeding'
const AT_MOST = 'at most|up to|no more than|not more than|as many as|as much as|a maximum of'
const LESS = 'less than|fewer than|under|below'
const NEAR = 'about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated'

const AMOUNT = new RegExp(
  `(?:\\b(?<bound>${AT_LEAST}|${MORE}|${AT_MOST}|${LESS}|${NEAR}|between|from) )?(?:${SIGN})?(?<a>${NUMERAL})(?:(?: ?[-–] ?| (?:to|and|or) )(?:${SIGN.replace('sign', 'sign2')})?(?<b>${NUMERAL}))?(?:(?<pc> ?%| ?-?per ?cent\\b| percentage points?\\b))?`,
  'gi',
)
/** Numbers that are words of their own: value, or a range where the word leaves one open. */
const WORDS = new RegExp(
  `(?:\\b(?<bound>${AT_LEAST}|${MORE}|${AT_MOST}|${LESS}|${NEAR}) )?\\b(?<w>(?:a|one|two|three|four|five|six|several|half a) dozen|dozens|scores|hundreds|thousands|millions|billions|tens of thousands|hundreds of thousands|tens of millions|a hundred|a thousand|a million|a billion|half|(?:a|one|two)[ -](?:third|quarter)s?|three[ -]quarters|(?:a|the) majority|(?:a )?couple)(?= of\\b| [a-z])(?: of(?: (?:the|its|their|all|his|her))?)?`,
  'gi',
)

const VAGUE: Readonly<Record<string, readonly [number, number | null]>> = {
  dozens: [24, null],
  scores: [40, null],
  hundreds: [200, null],
  thousands: [2000, null],
  millions: [2e6, null],
  billions: [2e9, null],
  'tens of thousands': [20_000, null],
  'hundreds of thousands': [200_000, null],
  'tens of millions': [2e7, null],
  'several dozen': [36, null],
}

/**
 * Numbers of a text with unit and range, in order, not overlapping: "at least 12 ships", "a dozen", "2 % of GDP",
 * "$36 billion", "between 3 and 5 km". Numbers inside `taken` (dates, clock times) are passed over. A run of more than
 * fifteen digits is no amount. Shares ("half of the members") have the unit `share`. Linear in the text.
 */
export function findAmounts(doc: Doc, taken: readonly Span[] = []): AmountExpression[] {
  const found: AmountExpression[] = []
  for (const match of doc.text.matchAll(AMOUNT)) {
    const amount = fromDigits(doc, match)
    if (amount) found.push(amount)
  }
  for (const match of doc.text.matchAll(WORDS)) {
    const amount = fromWords(doc, match)
    if (amount) found.push(amount)
  }
  found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  return withoutOverlaps(found, taken)
}

function withoutOverlaps(sorted: readonly AmountExpression[], taken: readonly Span[]): AmountExpression[] {
  const out: AmountExpression[] = []
  let end = -1
  let at = 0
  for (const amount of sorted) {
    if (amount.span[0] < end) continue
    while (at < taken.length && (taken[at]?.[1] ?? 0) <= amount.span[0]) at++
    const next = taken[at]
    if (next && next[0] < amount.span[1]) continue
    out.push(amount)
    end = amount.span[1]
  }
  return out
}

function fromDigits(doc: Doc, match: RegExpExecArray): AmountExpression | null {
  const groups = match.groups ?? {}
  const first = groups['a'] ?? ''
  const second = groups['b']
  const a = readNumber(first)
  if (a === null) return null
  let b = second === undefined ? null : readNumber(second)
  const bound = (groups['bound'] ?? '').toLowerCase()
  // "8 and 9" are two numbers unless "between" joins them
  const joined =
    second !== undefined &&
    (/ to |[-–]| or /i.test(match[0].slice(match[0].indexOf(first) + first.length)) || bound === 'between')
  let words = match[0]
  if (second !== undefined && !joined) {
    words = words.slice(0, words.indexOf(first) + first.length)
    b = null
  }
  const scaled = b === null ? a : shareScale(a, b, first, second ?? '')
  const start = match.index
  const percent = joined || second === undefined ? groups['pc'] : undefined
  const unit = unitAfter(doc, start, start + words.length, percent, groups['sign'] ?? groups['sign2'])
  const plainOne = /^one$/i.test(first) && !bound && !percent && !groups['sign']
  if (plainOne || (unit.name === null && !bound && isLabel(doc, start, first))) return null
  return { span: [start, unit.end], ...range(bound, scaled, b), unit: unit.name }
}

/** "3 to 5 million": the scale of the second number is the first one's too. */
function shareScale(a: number, b: number, first: string, second: string): number {
  const scale = /(?:thousand|million|billion|trillion|mln|bln|bn|mn|tn)$/i.exec(second)
  if (!scale || /[a-z]$/i.test(first) || a >= b) return a
  const one = readNumber(`1 ${scale[0]}`)
  return one === null ? a : a * one
}

/** A number without a unit right after a capitalised word or inside a name is a label: "Article 5", "F-16", "No. 10". */
function isLabel(doc: Doc, start: number, digits: string): boolean {
  if (!/^\d/.test(digits)) return true
  const before = doc.text.slice(Math.max(0, start - 24), start)
  return /(?:[A-Z][\w.]*[ -]|[-/#:])$/.test(before)
}

function range(bound: string, a: number, b: number | null): Pick<AmountExpression, 'value' | 'low' | 'high'> {
  if (b !== null) return a <= b ? { value: null, low: a, high: b } : { value: null, low: b, high: a }
  if (new RegExp(`^(?:${AT_LEAST}|${MORE})$`).test(bound)) return { value: a, low: a, high: null }
  if (new RegExp(`^(?:${AT_MOST}|${LESS})$`).test(bound)) return { value: a, low: null, high: a }
  return { value: a, low: a, high: a }
}

function fromWords(doc: Doc, match: RegExpExecArray): AmountExpression | null {
  const said = (match.groups?.['w'] ?? '').toLowerCase().replace('-', ' ')
  const bound = (match.groups?.['bound'] ?? '').toLowerCase()
  const start = match.index
  const end = start + match[0].length
  const share = shareOf(said)
  if (share) {
    if (!/ of\b/i.test(match[0])) return null
    return { span: [start, end], ...share, unit: 'share' }
  }
  const unit = unitAfter(doc, start, end, undefined, undefined)
  const vague = VAGUE[said]
  if (vague) return { span: [start, unit.end], value: null, low: vague[0], high: vague[1], unit: unit.name }
  const value = dozen(said) ?? readNumber(said)
  return value === null ? null : { span: [start, unit.end], ...range(bound, value, null), unit: unit.name }
}

function dozen(said: string): number | null {
  if (/couple/.test(said)) return 2
  if (!/dozen/.test(said)) return null
  if (said.startsWith('half')) return 6
  const count = said.startsWith('a ') ? 1 : readNumber(said.split(' ')[0] ?? '')
  return count === null ? null : count * 12
}

function shareOf(said: string): Pick<AmountExpression, 'value' | 'low' | 'high'> | null {
  if (said.endsWith('majority')) return { value: null, low: 0.5, high: 1 }
  const value =
    said === 'half'
      ? 0.5
      : /^(?:a|one) third/.test(said)
        ? 1 / 3
        : /^two third/.test(said)
          ? 2 / 3
          : /^(?:a|one) quarter/.test(said)
            ? 0.25
            : /^three quarter/.test(said)
              ? 0.75
              : null
  return value === null ? null : { value, low: value, high: value }
}

/** The unit that follows a number: a percent sign, a currency, or the head of the noun group, in the singular. */
function unitAfter(
  doc: Doc,
  start: number,
  end: number,
  percent: string | undefined,
  sign: string | undefined,
): { name: string | null; end: number } {
  if (percent) return { name: '%', end }
  if (sign) return { name: CURRENCIES[sign.trim().toLowerCase()] ?? null, end }
  let token = tokenAt(doc, end)
  // the number's own token may reach beyond the match ("12-strong"): no unit then
  if ((doc.tokens.start[token] ?? 0) < end) return { name: null, end }
  let name: string | null = null
  let last = end
  // at most four words: adjectives and nouns up to the head
  for (const stop = token + 4; token < stop && token < doc.tokens.length; token++) {
    const tag = uposOf(doc, token)
    const form = formOf(doc, token)
    if (doc.text.slice(last, doc.tokens.start[token]).includes('\n')) break
    if (tag === 'NOUN') {
      name = CURRENCIES[lemmaOf(doc, token)] ?? unitLemma(lemmaOf(doc, token))
      last = doc.tokens.end[token] ?? last
      if (/[^s]s$/.test(form) || name !== lemmaOf(doc, token)) break
    } else if (name !== null || (tag !== 'ADJ' && tag !== 'PROPN' && form !== '-' && form.toLowerCase() !== 'more'))
      break
  }
  return { name, end: name === null ? end : last > start ? last : end }
}

/** The treebanks disagree about the lemma of "people"; one unit is one word here. */
function unitLemma(lemma: string): string {
  return lemma === 'people' ? 'person' : lemma
}
