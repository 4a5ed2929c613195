import { readNumber } from '../numbers.ts'
import { type DayNumber, datePartsOf, isoDay, weekday } from './calendar.ts'
import { nearestWeekday, step } from './date-rules.ts'
import {
  dayPeriod,
  decadePeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  shiftPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from './periods.ts'
import { date, fromToday, type Groups, NO_DATE, type TimeContext, type TimeReading, vague } from './time-rule.ts'
import { monthOf, seasonOf, unitOf, VAGUE, weekdayOf } from './time-words.ts'

const vagueQuantity = new RegExp(`^(?:${VAGUE})$`, 'i')

/** The count that a quantity names; null when it is vague ("several"). "A couple" is two, "a dozen" twelve. */
export function countOf(quantity: string): number | null {
  const key = quantity.toLowerCase().trim()
  if (/couple/.test(key)) return 2
  if (key === 'a dozen') return 12
  if (vagueQuantity.test(key)) return null
  if (/^half an?$/.test(key)) return 0.5
  if (/^(?:a|an|one)(?: full| whole)?$/.test(key)) return 1
  return readNumber(key)
}

/** The period of a unit that a day lies in. */
export function periodOf(unit: string, day: DayNumber): Period | null {
  const { year, month } = datePartsOf(day)
  switch (unit) {
    case 'week':
      return weekPeriod(day)
    case 'weekend':
      return weekendPeriod(day)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(Math.floor(year / 10))
    case 'day':
      return dayPeriod(day)
    default:
      return null
  }
}

/** `count` units before (negative) or after a day, at the precision of the unit: two years ago is a year. */
export function away(day: DayNumber, count: number, unit: string): Period | null {
  const whole = unit === 'century' ? count * 100 : unit === 'decade' ? count * 10 : count
  const scale = unit === 'century' || unit === 'decade' ? 'year' : unit
  if (!Number.isInteger(whole) || Math.abs(whole) > 10_000) return null
  const base = periodOf(scale, day)
  return base && shiftPeriod(base, whole)
}

/** "Two years ago": a year; "ten days ago": a day; "several years ago" stays vague. */
export function ago(g: Groups, c: TimeContext): TimeReading {
  const count = countOf(g.q ?? '')
  const unit = unitOf(g.u ?? '')
  if (count === null) return vague('PAST_REF')
  // earnings reports: "a year ago" beside a quarter is that quarter of the year before
  if (count === 1 && unit === 'year' && c.lastQuarter) return date(shiftPeriod(c.lastQuarter, -4))
  return hours(c, -count, unit) ?? fromToday(c, today => away(today, -count, unit))
}

/** Hours, minutes and seconds away stay on the day: the text gives no hour to count from. */
export function hours(c: TimeContext, count: number, unit: string): TimeReading | null {
  if (unit !== 'hour' && unit !== 'minute' && unit !== 'second') return null
  if (Math.abs(count) >= 24 && unit === 'hour') return fromToday(c, today => dayPeriod(today + Math.trunc(count / 24)))
  return fromToday(c, today => dayPeriod(today))
}

/** Counted from what was said before: "two days later", "a year earlier". */
export function fromLast(g: Groups, c: TimeContext): TimeReading {
  const earlier = /earlier|before|previously/i.test(g.w ?? '')
  const count = countOf(g.q ?? '')
  const unit = unitOf(g.u ?? '')
  if (count === null) return vague(earlier ? 'PAST_REF' : 'FUTURE_REF')
  if (earlier && count === 1 && unit === 'year' && c.lastQuarter) return date(shiftPeriod(c.lastQuarter, -4))
  const base = lastWithin(c, unit) ?? (c.before.length > 0 || c.today === null ? null : dayPeriod(c.today))
  if (!base) return date(null, 'nothing before it says from when to count')
  return date(away(base.first, earlier ? -count : count, unit), 'the span is too long or no whole number')
}

/** "Last week", "this month", "next year". */
export function relativeUnit(g: Groups, c: TimeContext): TimeReading {
  const unit = unitOf(g.u ?? '')
  const by = step(g.w)
  if (unit === 'night') return partDay(c, by, 'TNI')
  if (unit === 'century') return fromToday(c, today => away(today, by, 'century'))
  return fromToday(c, today => {
    const base = periodOf(unit, today)
    return base && shiftPeriod(base, by)
  })
}

/** A part of a day: `1998-02-13TMO`. */
export function partDay(c: TimeContext, by: number, part: string): TimeReading {
  if (c.today === null) return { timex: 'TIME', value: null, period: null, why: NO_DATE }
  return dayAt(c.today + by, part)
}

/** A day with a time on it; `part` begins with T. */
export function dayAt(day: DayNumber, part: string): TimeReading {
  return { timex: 'TIME', value: `${isoDay(day)}${part}`, period: dayPeriod(day) }
}

/** "Last Friday" is before the day of publication, "next Friday" after it, "this Friday" as the tense says. */
export function relativeWeekday(g: Groups, c: TimeContext): TimeReading {
  const day = weekdayOf(g.d ?? '')
  const w = (g.w ?? '').toLowerCase()
  if (c.today === null) return { timex: 'DATE', value: `XXXX-WXX-${day}`, period: null, why: NO_DATE }
  const back = (weekday(c.today) - day + 7) % 7
  if (/last|past|previous/.test(w)) return date(dayPeriod(c.today - (back || 7)))
  if (/next|coming|upcoming/.test(w)) return date(dayPeriod(c.today + (7 - back || 7)))
  if (w === 'this') return date(dayPeriod(c.today - weekday(c.today) + day))
  return nearestWeekday(c, day, found => date(dayPeriod(found)))
}

export function relativeMonth(g: Groups, c: TimeContext): TimeReading {
  const month = monthOf(g.m ?? '')
  const by = step(g.w)
  return fromToday(c, today => {
    const now = datePartsOf(today)
    if (by < 0) return monthPeriod(month >= now.month ? now.year - 1 : now.year, month)
    if (by > 0) return monthPeriod(month <= now.month ? now.year + 1 : now.year, month)
    return monthPeriod(now.year, month)
  })
}

export function relativeSeason(g: Groups, c: TimeContext): TimeReading {
  const season = seasonOf(g.s ?? '')
  return fromToday(c, today => {
    const { year } = datePartsOf(today)
    const by = step(g.w) || (/past/i.test(g.w ?? '') ? -1 : 0)
    const period = seasonPeriod(year, season)
    if (!period) return null
    // "last fall" told in December is this year's, told in spring last year's
    if (by < 0) return period.last < today ? period : seasonPeriod(year - 1, season)
    if (by > 0) return period.first > today ? period : seasonPeriod(year + 1, season)
    return period
  })
}

const DAYS: Readonly<Record<string, number>> = { week: 7, weekend: 7, month: 31, quarter: 92, year: 366, decade: 3660 }

/**
 * What "the next day" or "a week later" is counted from: the expression before it, where it is no longer than such a unit;
 * one that is four times as long and more ("in 2011") is passed over, since no day is counted from it.
 */
export function lastWithin(c: TimeContext, unit: string): Period | null {
  const most = DAYS[unit] ?? 1
  for (const period of c.before) {
    const length = period.last - period.first + 1
    if (length <= most) return period
    if (length < Math.max(28, 4 * most)) return null
  }
  return null
}

/** "The same day", "the following week", "the day before". */
export function anaphoric(c: TimeContext, unit: string, by: number): TimeReading {
  const base = (unit === 'quarter' ? c.lastQuarter : null) ?? lastWithin(c, unit)
  if (!base) return date(null, 'nothing before it says which one is meant')
  const period = periodOf(unit, base.first)
  return date(period && shiftPeriod(period, by))
}
