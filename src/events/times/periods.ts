import type { When } from '../../model/reading.ts'
import { type DayNumber, datePartsOf, dayNumber, daysInMonth, isoDay, isoWeek, pad, weekday } from './calendar.ts'

/** A stretch of days that has a TIMEX3 value. */
export interface Period {
  readonly value: string
  readonly first: DayNumber
  readonly last: DayNumber
  readonly precision: When['precision']
  readonly unit: 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'range'
}

export type Season = 'SP' | 'SU' | 'FA' | 'WI'

/** First month of a season on the northern half of the globe, where the reporting that TIMEX3 was made for is written. */
const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

export function dayPeriod(day: DayNumber): Period {
  return { value: isoDay(day), first: day, last: day, precision: 'day', unit: 'day' }
}

/** The ISO week (Monday to Sunday) that a day lies in. */
export function weekPeriod(day: DayNumber): Period {
  const monday = day - weekday(day) + 1
  const { year, week } = isoWeek(day)
  return { value: `${pad(year, 4)}-W${pad(week, 2)}`, first: monday, last: monday + 6, precision: 'week', unit: 'week' }
}

/** Saturday and Sunday of the ISO week that a day lies in. */
export function weekendPeriod(day: DayNumber): Period {
  const week = weekPeriod(day)
  return { value: `${week.value}-WE`, first: week.last - 1, last: week.last, precision: 'range', unit: 'weekend' }
}

/** Months `month` to `month + length - 1`; months outside 1 to 12 count on into other years. Null outside year 1 to 9999. */
function months(year: number, month: number, length: number): { first: DayNumber; last: DayNumber } | null {
  const from = year * 12 + month - 1
  const to = from + length - 1
  const first = dayNumber(Math.floor(from / 12), (((from % 12) + 12) % 12) + 1, 1)
  const endYear = Math.floor(to / 12)
  const endMonth = (((to % 12) + 12) % 12) + 1
  const last = dayNumber(endYear, endMonth, daysInMonth(endYear, endMonth))
  return first === null || last === null ? null : { first, last }
}

/** A month; `month` may lie outside 1 to 12 and then counts on into other years. */
export function monthPeriod(year: number, month: number): Period | null {
  const days = months(year, month, 1)
  if (!days) return null
  return { value: isoDay(days.first).slice(0, 7), ...days, precision: 'month', unit: 'month' }
}

/** A quarter; `quarter` may lie outside 1 to 4. */
export function quarterPeriod(year: number, quarter: number): Period | null {
  const days = months(year, quarter * 3 - 2, 3)
  if (!days) return null
  const start = datePartsOf(days.first)
  return { value: `${pad(start.year, 4)}-Q${(start.month + 2) / 3}`, ...days, precision: 'range', unit: 'quarter' }
}

export function halfPeriod(year: number, half: 1 | 2): Period | null {
  const days = months(year, half * 6 - 5, 6)
  return days && { value: `${pad(year, 4)}-H${half}`, ...days, precision: 'range', unit: 'half' }
}

/** A season of the northern half of the globe; winter is counted to the year in which it begins. */
export function seasonPeriod(year: number, season: Season): Period | null {
  const days = months(year, SEASON_START[season], 3)
  return days && { value: `${pad(year, 4)}-${season}`, ...days, precision: 'season', unit: 'season' }
}

export function yearPeriod(year: number): Period | null {
  const days = months(year, 1, 12)
  return days && { value: pad(year, 4), ...days, precision: 'year', unit: 'year' }
}

/** Ten years by their first three digits: 198 is 1980 to 1989, TIMEX3 `198`. */
export function decadePeriod(decade: number): Period | null {
  const days = months(decade * 10, 1, 120)
  return days && { value: pad(decade, 3), ...days, precision: 'range', unit: 'decade' }
}

/** A hundred years by their ordinal: the 20th is 1901 to 2000, TIMEX3 `19`. */
export function centuryPeriod(ordinal: number): Period | null {
  const days = months((ordinal - 1) * 100 + 1, 1, 1200)
  return days && { value: pad(ordinal - 1, 2), ...days, precision: 'range', unit: 'range' }
}

/** From the first day of one to the last day of another; null when they run backwards. */
export function rangePeriod(from: Period, to: Period): Period | null {
  if (to.last < from.first) return null
  const value = `${isoDay(from.first)}/${isoDay(to.last)}`
  return { value, first: from.first, last: to.last, precision: 'range', unit: 'range' }
}

/** The same kind of period, `count` units later (or earlier); null where the calendar ends. */
export function shiftPeriod(period: Period, count: number): Period | null {
  const { year, month } = datePartsOf(period.first)
  switch (period.unit) {
    case 'day':
      return inRange(period.first + count) ? dayPeriod(period.first + count) : null
    case 'week':
      return inRange(period.first + 7 * count) ? weekPeriod(period.first + 7 * count) : null
    case 'weekend':
      return inRange(period.first + 7 * count) ? weekendPeriod(period.first + 7 * count) : null
    case 'month':
      return monthPeriod(year, month + count)
    case 'quarter':
      return quarterPeriod(year, (month + 2) / 3 + count)
    case 'year':
      return yearPeriod(year + count)
    case 'decade':
      return decadePeriod(Math.floor(year / 10) + count)
    default:
      return null
  }
}

/** Years 1 to 9999, the days that ISO 8601 can write in four digits. */
function inRange(day: number): boolean {
  return day >= -719_162 && day <= 2_932_896
}
