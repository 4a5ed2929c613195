import { NUMBER } from '../numbers.ts'
import type { Season } from './periods.ts'

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Full month names. */
export const MONTH_FULL =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)' as const
/** Month names and the abbreviations of the AP stylebook and their kin, with or without a dot. */
export const MONTH: string = `(?:${MONTH_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)`
export const WEEKDAY: string = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
/** A day of the month, with or without an ordinal's ending; 30 and 31 February pass here and fail in the calendar. */
export const DAY: string = '(?:(?<![\\d.,:])(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d:]|[.,]\\d))'
export const YEAR: string = '(?:(?<![\\d.,])(?:1\\d|20)\\d\\d(?![\\d]|[.,]\\d))'
export const UNIT: string = '(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century|centurie|night)'
export const SEASON: string = '(?:spring|summer|autumn|fall|winter)'
export const PART: string = '(?:morning|afternoon|evening|night|midday|noon)'
export const ORDINAL: string = '(?:first|second|third|fourth|1st|2nd|3rd|4th)'
/** Words of vague quantity. */
export const VAGUE: string =
  '(?:a few|several|some|many|a couple of|a couple|couple of|a number of|a dozen|dozens of|few)'
/** A quantity of time units as it can stand before the unit. */
export const QUANTITY: string = `(?:${NUMBER}|${VAGUE}|(?:a|an|one)(?: full| whole)?|half an?)`
/** What may loosen a quantity, kept inside the expression as TimeML does. */
export const LOOSE: string =
  '(?:(?:more than|less than|fewer than|no more than|no less than|at least|at most|up to|nearly|almost|about|around|over|under|roughly|approximately|some) )'
/** What may narrow a date, kept inside the expression. */
export const NARROW: string =
  '(?:(?:(?:very )?early|late|later|earlier|mid|sometime|some time|around|the (?:very )?(?:beginning|start|middle|end|first half|second half|rest|remainder) of|until late|by the end of)[ -](?:on |in )?)'

/** Month 1 to 12 of a name or abbreviation. */
export function monthOf(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** Day of the week 1 (Monday) to 7 of a name. */
export function weekdayOf(name: string): number {
  return DAY_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

export function seasonOf(name: string): Season {
  const key = name.toLowerCase()
  return key === 'spring' ? 'SP' : key === 'summer' ? 'SU' : key === 'winter' ? 'WI' : 'FA'
}

/** TIMEX3 part of the day. */
export function partOfDay(name: string): string {
  const key = name.toLowerCase()
  if (key === 'morning') return 'TMO'
  if (key === 'afternoon') return 'TAF'
  if (key === 'evening') return 'TEV'
  if (key === 'midday' || key === 'noon') return 'T12:00'
  return 'TNI'
}

/** 1 to 4 of "third", "3rd". */
export function ordinalOf(name: string): number {
  const key = name.toLowerCase()
  const at = ['first', 'second', 'third', 'fourth'].indexOf(key)
  return at >= 0 ? at + 1 : Number.parseInt(key, 10)
}

/** Unit of a word, singular: "years" is "year", "centuries" is "century". */
export function unitOf(word: string): string {
  const key = word.toLowerCase()
  return key.startsWith('centur') ? 'century' : key.replace(/s$/, '')
}

/** TIMEX3 duration of a count of units, `X` where the count is vague: 2 weeks `P2W`, several hours `PTXH`. */
export function durationOf(count: number | null, unit: string): string {
  const [time, letter, factor] = DURATION_UNITS[unit] ?? ['', 'D', 1]
  if (count === null) return `P${time}X${unit === 'century' ? 'C' : letter}`
  const total = count * factor
  if (!Number.isInteger(total)) return mixedDuration(total, letter) ?? `P${time}${Number(total.toFixed(2))}${letter}`
  return `P${time}${total}${letter}`
}

const DURATION_UNITS: Readonly<Record<string, readonly [time: string, letter: string, factor: number]>> = {
  second: ['T', 'S', 1],
  minute: ['T', 'M', 1],
  hour: ['T', 'H', 1],
  day: ['', 'D', 1],
  night: ['', 'D', 1],
  week: ['', 'W', 1],
  weekend: ['', 'D', 2],
  month: ['', 'M', 1],
  quarter: ['', 'M', 3],
  year: ['', 'Y', 1],
  decade: ['', 'Y', 10],
  century: ['', 'Y', 100],
}

/** Half a year is six months, half an hour thirty minutes. */
function mixedDuration(total: number, letter: string): string | null {
  const whole = Math.floor(total)
  if (total - whole !== 0.5) return null
  if (letter === 'Y') return `P${whole ? `${whole}Y` : ''}6M`
  if (letter === 'H') return `PT${whole ? `${whole}H` : ''}30M`
  if (letter === 'M') return null
  return null
}
