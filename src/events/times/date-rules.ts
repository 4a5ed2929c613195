import { readNumber } from '../numbers.ts'
import { type DayNumber, datePartsOf, dayNumber, pad, weekday } from './calendar.ts'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  rangePeriod,
  seasonPeriod,
  weekPeriod,
  yearPeriod,
} from './periods.ts'
import { date, fromToday, NO_DATE, type TimeContext, type TimeReading, type TimeRule, words } from './time-rule.ts'
import {
  DAY,
  MONTH,
  MONTH_FULL,
  monthOf,
  NARROW,
  ORDINAL,
  ordinalOf,
  SEASON,
  seasonOf,
  WEEKDAY,
  weekdayOf,
  YEAR,
} from './time-words.ts'

const number = (text: string | undefined): number => Number.parseInt(text ?? '', 10)

/** A day by year, month and day of month; the reason names the words when there is no such day. */
function calendarDay(year: number, month: number, day: number): TimeReading {
  const found = dayNumber(year, month, day)
  return date(found === null ? null : dayPeriod(found))
}

/** A month and day without a year: the nearest to publication in the direction of the tense. */
export function nearestDay(context: TimeContext, month: number, day: number): TimeReading {
  // a leap year: 29 February is a day of some year
  if (dayNumber(2024, month, day) === null) return date(null)
  if (context.today === null)
    return {
      timex: 'DATE',
      value: `XXXX-${pad(month, 2)}-${pad(day, 2)}`,
      period: null,
      why: `${NO_DATE}, so the year is`,
    }
  const today = context.today
  const { year } = datePartsOf(today)
  const direction = context.direction()
  let best: DayNumber | null = null
  for (const y of [year - 1, year, year + 1]) {
    const found = dayNumber(y, month, day)
    if (found !== null && (best === null || strain(found - today, direction) < strain(best - today, direction)))
      best = found
  }
  return date(best === null ? null : dayPeriod(best))
}

/**
 * How far a date without a year lies from publication, three times as far against the tense: such dates are mostly within
 * half a year (AP stylebook: no year within the current one), and a tense read wrongly must not cost a year. Three was
 * the best of 1, 2, 3, 4, 6 and 10 on TimeBank (79.7 against 78.8 without), AQUAINT and MEANTIME dev alike (`time.mjs`).
 */
function strain(distance: number, direction: 'past' | 'future' | 'unknown'): number {
  const against = direction === 'past' ? distance > 0 : direction === 'future' ? distance < 0 : false
  return Math.abs(distance) * (against ? 3 : 1)
}

/** A month without a year: the nearest, as for days; this month counts as no distance. */
function nearestMonth(context: TimeContext, month: number): TimeReading {
  if (context.today === null)
    return { timex: 'DATE', value: `XXXX-${pad(month, 2)}`, period: null, why: `${NO_DATE}, so the year is` }
  const { year, month: now } = datePartsOf(context.today)
  const direction = context.direction()
  const shifts = [month - now - 12, month - now, month - now + 12]
  const best = shifts.reduce((a, b) => (strain(b, direction) < strain(a, direction) ? b : a))
  return date(monthPeriod(year, now + best))
}

/** A weekday: the last one up to and with the day of publication, or the next one where the tense looks ahead. */
export function nearestWeekday(
  context: TimeContext,
  day: number,
  read: (found: DayNumber) => TimeReading,
): TimeReading {
  if (context.today === null) return { timex: 'DATE', value: `XXXX-WXX-${day}`, period: null, why: NO_DATE }
  const back = (weekday(context.today) - day + 7) % 7
  if (context.direction() === 'future') return read(context.today + ((7 - back) % 7))
  return read(context.today - back)
}

/** Days of one month as a range: "2 to 4 April 2025". */
function dayRange(
  context: TimeContext,
  from: number,
  to: number,
  month: number,
  year: string | undefined,
): TimeReading {
  const first = year ? calendarDay(number(year), month, from) : nearestDay(context, month, from)
  const second = year ? calendarDay(number(year), month, to) : nearestDay(context, month, to)
  if (!first.period || !second.period) return first.period ? second : first
  const sameYear = dayNumber(datePartsOf(first.period.first).year, month, to)
  return date(sameYear === null ? null : rangePeriod(first.period, dayPeriod(sameYear)), 'the range runs backwards')
}

/** `03/04/2025` is 3 April to some and 4 March to others; only a number over 12 tells. */
function slashed(a: number, b: number, year: number): TimeReading {
  if (a > 12 && b <= 12) return calendarDay(year, b, a)
  if (b > 12 && a <= 12) return calendarDay(year, a, b)
  if (a === b) return calendarDay(year, a, b)
  if (a > 12) return date(null)
  return date(null, 'day and month cannot be told apart')
}

const SPAN = '(?: ?[-–—] ?| (?:to|and|until|through) )'
const THE = '(?:the )?'
/** Before these a bare four-digit number is a year even where nothing else says so. */
const YEAR_BEFORE =
  '(?:the|that|this|its|in|since|by|until|till|from|of|to|between|and|before|after|during|for|late|early|mid|through)'

const TWO_DIGITS =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|oh[- ]\\w+|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)'

const toYear = (match: string | undefined): Period | null => yearPeriod(number(match))

export const DATE_RULES: readonly TimeRule[] = [
  {
    name: 'iso',
    pattern: words('(?<![\\d/.-])(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})(?![\\d-])'),
    read: g => calendarDay(number(g.y), number(g.m), number(g.d)),
  },
  {
    name: 'numeric',
    pattern: words('(?<![\\d/.-])(?<a>\\d{1,2})(?<s>[/.])(?<b>\\d{1,2})\\k<s>(?<y>(?:19|20)\\d\\d)(?![\\d/]|[.]\\d)'),
    // with dots the day comes first, everywhere that writes so
    read: g =>
      g.s === '.' ? calendarDay(number(g.y), number(g.b), number(g.a)) : slashed(number(g.a), number(g.b), number(g.y)),
  },
  {
    name: 'no-year',
    // a day of such a year must not be taken for that day of a year near by
    pattern: words(
      `\\b(?:the year |(?:${DAY} )?${MONTH} (?:${DAY},? )?(?=\\d+(?:[.,;:)]|$| (?:the|an?|and|or|but|to|in|at|for|with|when|as)\\b)))(?<y>\\d{5,40}|0000)(?!\\w|[.,]\\d)`,
    ),
    read: () => date(null, 'only the years 1 to 9999 are read'),
  },
  {
    name: 'days-month',
    pattern: words(
      `\\b(?:(?:from|between) )?${THE}(?<a>${DAY})${SPAN}${THE}(?<b>${DAY})(?: of)? (?<m>${MONTH})(?:,? (?<y>${YEAR}))?(?!\\w)`,
    ),
    read: (g, c) => dayRange(c, number(g.a), number(g.b), monthOf(g.m ?? ''), g.y),
  },
  {
    name: 'month-days',
    pattern: words(
      `\\b(?<m>${MONTH}) (?<a>${DAY})${SPAN}${THE}(?<b>${DAY})(?:,? (?<y>${YEAR}))?(?!\\w| ?(?:a\\.m|p\\.m|percent|%|people))`,
    ),
    read: (g, c) => dayRange(c, number(g.a), number(g.b), monthOf(g.m ?? ''), g.y),
  },
  {
    name: 'day-month',
    pattern: words(
      `\\b(?:${NARROW}(?:on )?)?(?:${WEEKDAY},? )?${THE}(?<d>${DAY})(?: of)? (?<m>${MONTH})(?:,? (?<y>${YEAR}))?(?!\\w)`,
    ),
    read: (g, c) =>
      g.y ? calendarDay(number(g.y), monthOf(g.m ?? ''), number(g.d)) : nearestDay(c, monthOf(g.m ?? ''), number(g.d)),
  },
  {
    name: 'month-day',
    pattern: words(
      `\\b(?:${NARROW}(?:on )?)?(?:this coming )?(?:${WEEKDAY},? )?(?<m>${MONTH}) ${THE}(?<d>${DAY})(?:,? (?<y>${YEAR}))?(?!\\w| ?(?:percent|%|people))`,
    ),
    read: (g, c) =>
      g.y ? calendarDay(number(g.y), monthOf(g.m ?? ''), number(g.d)) : nearestDay(c, monthOf(g.m ?? ''), number(g.d)),
  },
  {
    name: 'month-year',
    pattern: words(`\\b(?:${NARROW})?(?:mid-)?(?<m>${MONTH})(?:,? of|,)? (?<y>${YEAR})(?!\\w)`),
    read: g => date(monthPeriod(number(g.y), monthOf(g.m ?? ''))),
  },
  {
    name: 'month-of-year',
    pattern: words(`\\b(?<m>${MONTH}) (?:of )?(?<w>this|last|next) year\\b`),
    read: (g, c) => fromToday(c, today => monthPeriod(datePartsOf(today).year + step(g.w), monthOf(g.m ?? ''))),
  },
  {
    name: 'month',
    // "May" and "March" in another case are verbs; May alone needs more than a capital
    pattern: words(
      `\\b(?:${NARROW})?(?:mid-)?(?<m>(?!May\\b|Mar\\b)${MONTH_FULL}|(?<=\\b(?:in|since|by|until|till|last|next|this|of|early|late|mid|mid-|to|from|and|during|before|after|through|for)[ -])May)\\b(?! (?:\\d|[A-Z]))`,
      'g',
    ),
    read: (g, c) => nearestMonth(c, monthOf(g.m ?? '')),
  },
  {
    name: 'weekday',
    pattern: words(
      `\\b(?:${NARROW})?(?:on )?(?<d>${WEEKDAY})\\b(?! (?:${MONTH} \\d|Times|Mail|Post|Express|Telegraph|Mirror))`,
    ),
    read: (g, c) => nearestWeekday(c, weekdayOf(g.d ?? ''), found => date(dayPeriod(found))),
  },
  {
    name: 'quarter-year',
    pattern: words(
      `\\b(?:${NARROW})?${THE}(?:fiscal[ -])?(?:(?<y2>${YEAR}) )?(?<o>${ORDINAL})[ -](?<u>quarter|half)(?:(?: of)? (?:fiscal )?(?<y>${YEAR})| of (?<w>this|last|next) year)?\\b`,
    ),
    read: (g, c) => namedQuarter(c, ordinalOf(g.o ?? ''), g.u ?? '', g.y ?? g.y2, g.w),
  },
  {
    name: 'q-year',
    pattern: words(`\\bQ(?<o>[1-4])(?: |/)?(?<y>${YEAR})?(?!\\w)`),
    read: (g, c) => namedQuarter(c, number(g.o), 'quarter', g.y, undefined),
  },
  {
    name: 'season-year',
    pattern: words(`\\b(?:${NARROW})?${THE}(?<s>${SEASON})(?: of)? (?<y>${YEAR})(?!\\w)`),
    read: g => date(seasonPeriod(number(g.y), seasonOf(g.s ?? ''))),
  },
  {
    name: 'decade',
    pattern: words(`\\b(?:${NARROW}|the ){0,2}(?<![\\d])(?<y>1[5-9]\\d|20\\d)0['’]?s\\b`),
    read: g => date(decadePeriod(number(g.y))),
  },
  {
    name: 'century',
    pattern: words(`\\b(?:${NARROW}|the ){0,2}(?<o>\\d{1,2})(?:st|nd|rd|th)[ -]century\\b`),
    read: g => date(centuryPeriod(number(g.o))),
  },
  {
    name: 'week-of',
    pattern: words(`\\b${THE}week of (?<m>${MONTH}) (?<d>${DAY})(?!\\w)`),
    read: (g, c) => {
      const day = nearestDay(c, monthOf(g.m ?? ''), number(g.d))
      return day.period ? date(weekPeriod(day.period.first)) : day
    },
  },
  {
    name: 'fiscal-year',
    pattern: words(`\\b(?:${THE}(?:fiscal|financial)(?: year)? |FY ?)(?<y>${YEAR})(?:[-/]\\d\\d)?(?!\\w)`),
    read: g => date(toYear(g.y)),
  },
  {
    name: 'year-span',
    pattern: words(`(?<![\\d-])(?<a>(?:19|20)\\d\\d)[-–](?<b>(?:19|20)\\d\\d)(?![\\w-])`),
    read: g => years(g.a, g.b),
  },
  {
    name: 'year-after',
    pattern: words(
      `(?:\\b(?:${NARROW}|(?:mid|late|early|post|pre)[ -]|the year )|(?<=\\b${YEAR_BEFORE}[ (]))(?<y>${YEAR})(?![\\w%]|-\\d| (?:percent|people|troops|soldiers|men|women|children|miles|km|kilometers|kilometres|meters|metres|feet|pounds|dollars|points|jobs|square|houses|homes|other|US|local|million|billion|tons|tonnes|hours|GMT)\\b)`,
    ),
    read: g => date(toYear(g.y)),
  },
  {
    name: 'year-words',
    pattern: words(
      `\\b(?:the year )?(?<a>nineteen|twenty)[ -](?<b>${TWO_DIGITS})\\b|\\bthe year (?<n>two thousand(?: and)?(?: ${TWO_DIGITS})?)\\b`,
    ),
    read: g => {
      if (g.n) return date(yearPeriod(readNumber(g.n) ?? 0))
      return date(yearPeriod((readNumber(g.a ?? '') ?? 0) * 100 + (readNumber(g.b ?? '') ?? 0)))
    },
  },
  {
    name: 'year-bare',
    // between brackets, commas or at a clause's end; 1900 to 2099, and no plural noun after it
    pattern: words(
      `(?<![\\d$€£¥#.,:/-]|No\\.? |\\b(?:number|flight|resolution|boeing|airbus|route|channel|section|article|paragraph|room|area|directive|order|bill) )\\b(?<y>(?:19|20)\\d\\d)(?![\\w%/:-]|[.,]\\d| (?:[\\w-]+ )?[a-z]{2,}s\\b| (?:percent|people|men|women|children|feet|square|million|billion|hrs|hours|GMT)\\b)`,
    ),
    read: g => date(toYear(g.y)),
  },
]

function years(a: string | undefined, b: string | undefined): TimeReading {
  const from = toYear(a)
  const to = toYear(b)
  return date(from && to ? rangePeriod(from, to) : null, 'the range runs backwards')
}

/** -1 for "last", 1 for "next", else 0. */
export function step(wordText: string | undefined): number {
  const key = (wordText ?? '').toLowerCase()
  return key === 'last' || key === 'previous' ? -1 : key === 'next' || key === 'coming' ? 1 : 0
}

/** A quarter or half by its ordinal; without a year the last one that has begun, or the next where the tense looks ahead. */
function namedQuarter(
  c: TimeContext,
  ordinal: number,
  unit: string,
  year: string | undefined,
  w: string | undefined,
): TimeReading {
  if (unit.toLowerCase() === 'half') {
    if (ordinal > 2) return date(null, 'a year has two halves')
    // a half without a year is as often a football match's
    if (!year && !w) return { timex: 'DATE', value: null, period: null, why: 'no year is given' }
    if (year) return date(halfPeriod(number(year), ordinal === 1 ? 1 : 2))
    return fromToday(c, today => halfPeriod(datePartsOf(today).year + step(w), ordinal === 1 ? 1 : 2))
  }
  if (year) return date(quarterPeriod(number(year), ordinal))
  return fromToday(c, today => {
    const now = datePartsOf(today)
    if (w) return quarterPeriod(now.year + step(w), ordinal)
    const current = Math.ceil(now.month / 3)
    const direction = c.direction()
    const best = [ordinal - current - 4, ordinal - current, ordinal - current + 4].reduce((a, b) =>
      strain(b, direction) < strain(a, direction) ? b : a,
    )
    return quarterPeriod(now.year, current + best)
  })
}
