import { monthNumber } from './months.ts'
import { ZONE_MINUTES } from './zones.ts'

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Longest text that is looked at; no date is longer, and patterns stay cheap. */
const LONGEST = 100

const TIME = String.raw`(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?\s*(?:uhr)?\s*(?<half>[ap]\.?m\b\.?)?`

/** Ways to write a day; whatever stands after the match is looked through for a time. Named groups: year, month, day. */
const DAYS: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
  /^(?<year>\d{4})[/.] ?(?<month>\d{1,2})[/.] ?(?<day>\d{1,2})\.?(?!\d)/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?<year>\d{4})\s*[年년]\s*(?<month>\d{1,2})\s*[月월]\s*(?<day>\d{1,2})\s*[日일]/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?[\s.\-/]{1,3}(?:de\s+|of\s+)?(?<name>\p{L}{3,12})\.?,?[\s\-/]{1,2}(?:de\s+|del\s+)?(?<year>\d{4}|\d{2})(?!\d)/iu,
  /^(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?![\d:])/iu,
]

/** `Apr  8 09:30:00 JST 2025`, as C's asctime and `date` write it. */
const ASCTIME = new RegExp(
  String.raw`^(?<name>\p{L}{3,12})\s+(?<day>\d{1,2})\s+${TIME}\s*(?<zone>[A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?\s+(?<year>\d{4})$`,
  'iu',
)

/** Day, month and year by numbers with the year last: which is which shows only where one of them is beyond 12. */
const NUMBERS = /^(?<a>\d{1,2})[/.-](?<b>\d{1,2})[/.-](?<year>\d{4})(?!\d)/

const TIME_AFTER = new RegExp(String.raw`^[T,\s\-–|]*(?:(?:at|um|à|às|klo|kl\.?)\s+)?${TIME}(?<rest>.*)$`, 'iu')
const COMPACT_TIME = /^T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?:[.,]\d+)?(?<rest>.*)$/i

/**
 * A date as people and programs write it in feeds, in ISO 8601: `2025-04-08T09:30:00+09:00` with the zone that was
 * written, `2025-04-08T09:30:00` where a time has none, `2025-04-08` for a day. Null for what is no date, is ambiguous
 * (08/04/2025), impossible (31 February) or outside the years 1900 to 2199. Never guesses.
 */
export function parseDate(written: string): string | null {
  const text = written.replace(/\s+/g, ' ').trim()
  if (text.length < 4 || text.length > LONGEST) return null
  const bare = text.replace(/^\p{L}{2,12}(?:(?:\.,?|,)?\s+(?=\d|\p{L}{3,12}\.?\s+\d)|,(?=\d))/u, dropWeekday)
  const asctime = ASCTIME.exec(bare)?.groups
  if (asctime !== undefined) return compose(dayOf(asctime), timeOf(asctime), zoneOf(asctime['zone'] ?? ''))
  for (const pattern of [...DAYS, NUMBERS]) {
    const match = pattern.exec(bare)
    if (match?.groups === undefined) continue
    const day = dayOf(match.groups)
    const after = bare.slice(match[0].length)
    const compact = COMPACT_TIME.exec(after)?.groups
    const time = compact ?? TIME_AFTER.exec(after)?.groups
    if (time === undefined) return compose(day, null, null)
    return compose(day, timeOf(time), zoneOf(time['rest'] ?? ''))
  }
  return null
}

/** True for `YYYY-MM-DD` and ISO 8601 date-times of days that exist: the form in which dates travel inside Theatrum. */
export function isIsoDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text) &&
    parseDate(text) !== null
  )
}

/** A leading word goes when it is no month: "Tue, 8 Apr", "Tuesday April 8". */
function dropWeekday(word: string): string {
  return monthNumber(word.replace(/[^\p{L}]/gu, '')) === null || /,\s*$/.test(word) ? '' : word
}

function dayOf(groups: Readonly<Record<string, string | undefined>>): Day | null {
  const number = (name: string) => Number(groups[name] ?? Number.NaN)
  const year = fullYear(groups['year'] ?? '')
  const a = number('a')
  const b = number('b')
  if (!Number.isNaN(a)) {
    if (a > 12) return checkDay({ year, month: b, day: a })
    if (b > 12) return checkDay({ year, month: a, day: b })
    return a === b ? checkDay({ year, month: a, day: b }) : null
  }
  const name = groups['name']
  const month = name === undefined ? number('month') : (monthNumber(name) ?? Number.NaN)
  return checkDay({ year, month, day: number('day') })
}

/** Two digits as RFC 5322 4.3 has them: 00 to 49 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length !== 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function checkDay(given: Day): Day | null {
  if (!(given.year >= 1900 && given.year < 2200 && given.month >= 1 && given.month <= 12 && given.day >= 1)) return null
  return given.day <= new Date(Date.UTC(given.year, given.month, 0)).getUTCDate() ? given : null
}

/** `hh:mm:ss`, or null where the hour does not exist; a leap second is its predecessor. */
function timeOf(groups: Readonly<Record<string, string | undefined>>): string | null {
  let hour = Number(groups['hour'])
  const minute = Number(groups['minute'])
  const second = Math.min(Number(groups['second'] ?? 0), 60)
  const half = groups['half']?.[0]?.toLowerCase()
  if (half !== undefined && (hour > 12 || hour === 0)) return null
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  if (hour > 23 || minute > 59) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}`
}

/** `Z` or `±hh:mm`; null for none and for names that do not mean one offset. */
function zoneOf(text: string): string | null {
  const rest = text.trim()
  const offset = /^(?:GMT|UTC|UT|Z)?\s*([+\-−])(\d{1,2})(?::?(\d{2}))?(?!\d)/i.exec(rest)
  if (offset !== null) {
    const hours = Number(offset[2])
    const minutes = Number(offset[3] ?? 0)
    if (hours > 15 || minutes > 59) return null
    return formatOffset((offset[1] === '+' ? 1 : -1) * (hours * 60 + minutes))
  }
  const name = /^\(?([A-Z]{1,5})\)?(?![\p{L}\p{N}])/iu.exec(rest)?.[1]?.toUpperCase()
  if (name === undefined || !Object.hasOwn(ZONE_MINUTES, name)) return null
  return name === 'Z' || name === 'UTC' || name === 'GMT' || name === 'UT' ? 'Z' : formatOffset(ZONE_MINUTES[name] ?? 0)
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function compose(day: Day | null, time: string | null, zone: string | null): string | null {
  if (day === null) return null
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`
  return time === null ? date : `${date}T${time}${zone ?? ''}`
}
