import type { AmountClass } from '../../model/expressions.ts'
import type { Span } from '../../model/span.ts'
import type { AmountWords, Unit } from './amount-words.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { type Qualifier, qualifierAfter, qualifierBefore } from './qualifiers.ts'

/** A number with what its own words say: how exact it is, and a unit of measure, a currency or a percent sign. */
export interface AmountPhrase {
  readonly span: Span
  /** The number alone, without qualifier and unit. */
  readonly number: Span
  readonly kind: Numeral['kind']
  readonly digits: boolean
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  readonly unit: string | null
  readonly unitSpan: Span | null
  readonly unitWhy?: string
  readonly class: AmountClass | null
  /** A word or sign says how exact it is. */
  readonly qualified: boolean
  /** "From 12,000 to 8,000 soldiers": what the second counts the first counts too. */
  readonly sharesNext: boolean
  readonly why?: string
}

/** A number with the words of its unit, before ranges are put together. */
interface Part {
  readonly numeral: Numeral
  readonly start: number
  readonly end: number
  readonly unit: Unit | null
  readonly unitSpan: Span | null
  /** "80 or more yards": what stands between number and unit. */
  readonly inner: Qualifier | null
}

/**
 * The numbers of a text with their qualifiers, ranges, units and currencies, in order. Numbers inside `taken` (dates, clock
 * times) are passed over. Linear in the text.
 */
export function findPhrases(text: string, words: AmountWords, taken: readonly Span[]): AmountPhrase[] {
  const parts = outside(findNumerals(text), taken).map(one => partOf(text, one, words))
  const dollars = namedDollars(text, words)
  const out: AmountPhrase[] = []
  for (let k = 0; k < parts.length; k++) {
    const first = parts[k]!
    const second = parts[k + 1]
    const before = qualifierBefore(text, first.start)
    const join = second ? joinOf(text, first, second, before) : null
    if (second && join === 'range') {
      out.push(rangeOf(text, first, second, before, dollars))
      k++
    } else if (second && join === 'none') {
      // "3-1", "2025/16": a score or a label
      while (parts[k + 1] && joinOf(text, parts[k]!, parts[k + 1]!, null) === 'none') k++
    } else out.push(single(text, first, before, dollars, join === 'change' ? (second ?? null) : null))
  }
  return out
}

function outside(numerals: readonly Numeral[], taken: readonly Span[]): Numeral[] {
  let at = 0
  return numerals.filter(({ span }) => {
    while (at < taken.length && taken[at]![1] <= span[0]) at++
    const next = taken[at]
    return next === undefined || next[0] >= span[1]
  })
}

function partOf(text: string, numeral: Numeral, words: AmountWords): Part {
  let [start, end] = numeral.span
  const sign = words.before.exec(text.slice(Math.max(0, start - 5), start))
  let unit: Unit | null = null
  let unitSpan: Span | null = null
  if (sign?.[1] !== undefined) {
    unit = words.unitOf(sign[1])
    unitSpan = [start - sign[0].length, start - sign[0].length + sign[1].length]
    start -= sign[0].length
  }
  words.behind.lastIndex = end
  const inner = qualifierAfter(text, end)
  const behind = linked(text, numeral, words) ?? words.behind.exec(text) ?? afterInner(text, inner, words)
  const said = behind?.[1] ?? behind?.[2]
  // "$40 million dollars" has both; "$5 m" is no metre
  if (behind && said !== undefined && (unit === null || /^dollars?$/i.test(said))) {
    const stop = behind.index + behind[0].length
    unit ??= pound(text, stop, words.unitOf(said))
    unitSpan ??= [stop - said.length, stop]
    end = stop
  }
  return { numeral, start, end, unit, unitSpan, inner: end > (inner?.at ?? end) ? inner : null }
}

function afterInner(text: string, inner: Qualifier | null, words: AmountWords): RegExpExecArray | null {
  if (inner === null) return null
  words.behind.lastIndex = inner.at
  return words.behind.exec(text)
}

const LINK = { share: / an? /y, open: / of /y, number: / of /y } as const

/** "Half a kilometre", "millions of dollars", "a couple of miles": a word stands between number and unit. */
function linked(text: string, numeral: Numeral, words: AmountWords): RegExpExecArray | null {
  if (numeral.digits || (numeral.kind === 'number' && !text.startsWith(' of ', numeral.span[1]))) return null
  const link = LINK[numeral.kind]
  link.lastIndex = numeral.span[1]
  if (!link.test(text)) return null
  words.behind.lastIndex = link.lastIndex - 1
  return words.behind.exec(text)
}

/** "500 pounds of explosives" are weighed, "500 pounds" are paid. */
function pound(text: string, end: number, unit: Unit | null): Unit | null {
  if (unit?.name !== 'GBP' || !unit.custom || !text.startsWith(' of ', end)) return unit
  return { name: 'lb', class: 'mass', custom: false }
}

type Join = 'range' | 'change' | 'none' | null

/** How two numbers that follow one another belong together; null when they do not. */
function joinOf(text: string, a: Part, b: Part, before: Qualifier | null): Join {
  const between = text.slice(a.end, b.start)
  if (between.length > 5 || a.numeral.kind === 'share' || b.numeral.kind === 'share') return null
  const alike = a.unit === null || b.unit === null || a.unit.name === b.unit.name
  if (/^ ?[-‐‑–—] ?$/.test(between)) {
    const tight = !between.includes(' ') || between.includes('–')
    if (!tight) return null
    return alike && (b.unit !== null || followedByWord(text, b.end)) && ascends(a, b) ? 'range' : 'none'
  }
  if (!alike || a.numeral.why !== undefined || b.numeral.why !== undefined) return null
  const word = between.trim()
  if (word === 'and') return before?.opens === 'between' ? 'range' : null
  if (word === 'to') {
    if (before?.opens === 'from') return 'change'
    return before?.opens === 'span' || ascends(a, b) ? 'range' : null
  }
  return word === 'or' && a.unit === null && ascends(a, b) ? 'range' : null
}

function followedByWord(text: string, end: number): boolean {
  return /^[ -]\p{Ll}/u.test(text.slice(end, end + 2))
}

function ascends(a: Part, b: Part): boolean {
  const [low, high] = ends(a, b)
  return low !== null && high !== null && low < high
}

/** The two numbers of a range; "3 to 5 million" are both millions. */
function ends(a: Part, b: Part): readonly [number | null, number | null] {
  const low = a.numeral.value
  const high = b.numeral.value
  const { scale } = b.numeral
  if (low === null || high === null || scale === 1 || a.numeral.scale !== 1) return [low, high]
  return low < scale && low * scale < high * 1.0000001 ? [low * scale, high] : [low, high]
}

function rangeOf(text: string, a: Part, b: Part, before: Qualifier | null, dollars: readonly Money[]): AmountPhrase {
  const [low, high] = ends(a, b)
  const backwards = low !== null && high !== null && low > high
  const unit = unitOf(b.unit ?? a.unit, b.unit ? b.unitSpan : a.unitSpan, dollars)
  return {
    span: [before?.at ?? a.start, b.end],
    number: [a.numeral.span[0], b.numeral.span[1]],
    kind: 'number',
    digits: a.numeral.digits,
    value: null,
    low: backwards ? null : low,
    high: backwards ? null : high,
    approximate: before?.approximate === true,
    ...unit,
    // "1-7 at home" may be a score
    qualified: before !== null || b.unit !== null || !/^.?[-‐‑–—]/.test(text.slice(a.end, b.start)),
    sharesNext: false,
    why: backwards ? `the range runs backwards: "${text.slice(a.start, b.end)}"` : 'the text gives a range',
  }
}

function single(
  text: string,
  part: Part,
  before: Qualifier | null,
  dollars: readonly Money[],
  next: Part | null,
): AmountPhrase {
  const { numeral } = part
  const own = before?.opens === undefined ? before : null
  const after = part.inner === null ? qualifierAfter(text, part.end) : { ...part.inner, at: part.end }
  const minus = /(?:^|[ (])(?:minus |[−-])$/.exec(text.slice(Math.max(0, part.start - 7), part.start))
  const sign = minus && numeral.digits && part.unit?.class !== 'money' ? minus[0].trimStart().replace('(', '') : ''
  const value = numeral.value === null || sign === '' ? numeral.value : -numeral.value
  const bound = after?.bound === undefined || after.bound === 'none' ? (own?.bound ?? 'none') : after.bound
  const approximate = numeral.approximate || own?.approximate === true || after?.approximate === true
  const unit = unitOf(part.unit ?? next?.unit ?? null, part.unit ? part.unitSpan : (next?.unitSpan ?? null), dollars)
  return {
    span: [own && sign === '' ? own.at : part.start - sign.length, after?.at ?? part.end],
    number: numeral.span,
    kind: numeral.kind,
    digits: numeral.digits,
    ...limits(numeral, value, bound, approximate),
    approximate,
    ...unit,
    ...(part.unit === null && numeral.kind === 'share' ? { unit: 'share', class: 'share' as const } : {}),
    qualified: own !== null || after !== null,
    sharesNext: next !== null && next.unit === null,
    ...(numeral.why === undefined ? {} : { why: numeral.why }),
  }
}

function limits(
  numeral: Numeral,
  value: number | null,
  bound: Qualifier['bound'],
  approximate: boolean,
): Pick<AmountPhrase, 'value' | 'low' | 'high'> {
  if (value === null) return { value, low: bound === 'high' ? null : numeral.low, high: null }
  if (bound === 'low') return { value, low: value, high: null }
  if (bound === 'high') return { value, low: null, high: value }
  return approximate ? { value, low: null, high: null } : { value, low: value, high: value }
}

/** A currency named with its state, and where. */
interface Money {
  readonly at: number
  readonly name: string
}

/** Names of other dollars, in order. */
function namedDollars(text: string, words: AmountWords): readonly Money[] {
  if (!/\$|dollar/i.test(text)) return []
  const out: Money[] = []
  for (const match of text.matchAll(words.namedDollar)) {
    const unit = words.unitOf(match[0])
    if (unit) out.push({ at: match.index, name: unit.name })
  }
  return out
}

/** How far a named dollar reaches, in characters: some three sentences. */
const NEAR = 400

function unitOf(
  unit: Unit | null,
  span: Span | null,
  dollars: readonly Money[],
): Pick<AmountPhrase, 'unit' | 'unitSpan' | 'class' | 'unitWhy'> {
  if (unit === null || span === null) return { unit: null, unitSpan: null, class: null }
  const plain = { unit: unit.name, unitSpan: span, class: unit.class }
  if (!unit.custom) return plain
  const named = unit.name === 'USD' ? nearest(dollars, span[0]) : null
  if (named) return { ...plain, unit: named, unitWhy: `the text names this dollar nearby` }
  return { ...plain, unitWhy: `the word alone is taken for ${unit.name} by custom` }
}

function nearest(dollars: readonly Money[], at: number): string | null {
  let low = 0
  let high = dollars.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dollars[middle]!.at < at) low = middle + 1
    else high = middle
  }
  const [before, after] = [dollars[low - 1], dollars[low]]
  const back = before ? at - before.at : Number.POSITIVE_INFINITY
  const ahead = after ? after.at - at : Number.POSITIVE_INFINITY
  if (Math.min(back, ahead) > NEAR) return null
  return (back <= ahead ? before : after)?.name ?? null
}
