import { NUMBER } from '../numbers.ts'
import { pad } from './calendar.ts'
import { nearestDay, nearestWeekday } from './date-rules.ts'
import { dayPeriod } from './periods.ts'
import { countOf, dayAt } from './relative-periods.ts'
import {
  duration,
  fromToday,
  type Groups,
  NO_DATE,
  set,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  words,
} from './time-rule.ts'
import {
  DAY,
  durationOf,
  LOOSE,
  MONTH,
  monthOf,
  PART,
  QUANTITY,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayOf,
} from './time-words.ts'

const CLOCK = '(?<h>(?<![\\d.,:])\\d{1,2})(?:[:.](?<mi>[0-5]\\d))?'
const HALF = '(?<ap>a\\.m\\.?|p\\.m\\.?|am\\b|pm\\b)'
const ZONE = '(?: (?:GMT|UTC|EDT|EST|CET|CEST|PST|PDT|BST|JST|KST|ET|local time|Moscow time|Kyiv time|Eastern))?'

/** 24-hour clock of what was said; null where no clock shows it (25:00, 13 p.m.). */
function clock(h: string | undefined, mi: string | undefined, half: string | undefined): string | null {
  let hour = Number(h)
  const letter = half?.charAt(0).toLowerCase()
  if (letter && (hour < 1 || hour > 12)) return null
  if (letter === 'p' && hour < 12) hour += 12
  if (letter === 'a' && hour === 12) hour = 0
  return hour > 24 ? null : `T${pad(hour, 2)}${mi ? `:${mi}` : letter ? ':00' : ''}`
}

/** A time of day on the day named beside it, or else on the day of publication. */
function timeOn(c: TimeContext, part: string | null, g: Groups): TimeReading | null {
  if (part === null) return null
  if (g.d) return nearestWeekday(c, weekdayOf(g.d), found => dayAt(found, part))
  if (g.m && g.md) {
    const day = nearestDay(c, monthOf(g.m), Number.parseInt(g.md, 10))
    return day.period ? dayAt(day.period.first, part) : { ...day, timex: 'TIME' }
  }
  if (c.today === null) return { timex: 'TIME', value: null, period: null, why: NO_DATE }
  if (g.y) return dayAt(c.today - 1, part)
  return dayAt(c.today, part)
}

const ON = `(?:,?(?: on)? (?:(?<d>${WEEKDAY})|(?<m>${MONTH}) (?<md>${DAY})|(?<y>yesterday)|today)\\b)?`
const BARE_AFTER = '(?:for|over|after|within|in|than|of|many|take|took|takes|last|lasted|spent|spend|during|through)'

const EVERY: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P3M',
  yearly: 'P1Y',
  annually: 'P1Y',
  nightly: 'P1D',
}

export const DURATION_RULES: readonly TimeRule[] = [
  {
    name: 'clock',
    pattern: words(`\\b(?:around |about |nearly |before |after )?${CLOCK} ?${HALF}${ZONE}${ON}`),
    read: (g, c) => timeOn(c, clock(g.h, g.mi, g.ap), g),
  },
  {
    name: 'clock-24',
    pattern: words(
      `\\b(?<h>(?<![\\d.,:/])[01]?\\d|2[0-4])(?::(?<mi>[0-5]\\d)|(?<mi2>[0-5]\\d)(?= GMT| UTC| hrs| hours))(?::[0-5]\\d)?(?![\\d:])(?: ?(?:hrs|hours))?${ZONE}${ON}`,
    ),
    read: (g, c) => timeOn(c, clock(g.h, g.mi ?? g.mi2, undefined), g),
  },
  {
    name: 'noon',
    pattern: words(`\\b(?<n>noon|midnight|midday)\\b${ON}`),
    read: (g, c) => timeOn(c, /midnight/i.test(g.n ?? '') ? 'T24:00' : 'T12:00', g),
  },
  {
    name: 'length',
    pattern: words(
      `\\b(?:${LOOSE})?(?<q>${QUANTITY})(?: (?:more|additional|full|straight|consecutive|whole|long))?[ -](?<u>${UNIT})s?\\b(?![- ]olds?\\b)(?:[- ]long\\b)?`,
    ),
    read: g => lengthOf(g),
  },
  {
    name: 'length-mixed',
    pattern: words(`\\b(?<a>an?|${NUMBER}) (?<u>year|hour|month|minute|day|week|decade)s? and a half\\b`),
    read: g => duration(durationOf((countOf(g.a ?? '') ?? 1) + 0.5, unitOf(g.u ?? ''))),
  },
  {
    name: 'length-range',
    pattern: words(`\\b(?<a>${NUMBER})(?: to | or |-)(?<q>${NUMBER})[ -](?<u>${UNIT})s?\\b`),
    read: g => lengthOf(g),
  },
  {
    name: 'length-bare',
    pattern: words(`(?<=\\b${BARE_AFTER} )(?:the )?(?<u>${UNIT})s\\b`),
    read: g => duration(durationOf(null, unitOf(g.u ?? ''))),
  },
  {
    name: 'length-long',
    pattern: words(`\\b(?<u>${UNIT})s?-long\\b`),
    read: g => duration(durationOf(null, unitOf(g.u ?? ''))),
  },
  {
    name: 'each',
    pattern: words(
      `\\b(?:each|every|per) (?<q>two |three |four |five |six |ten )?(?<u>day|week|weekend|month|quarter|year|hour|minute|decade|night)s?\\b`,
    ),
    read: g => set(durationOf(g.q ? countOf(g.q) : 1, unitOf(g.u ?? ''))),
  },
  {
    name: 'each-weekday',
    pattern: words(`\\b(?:each|every) (?<d>${WEEKDAY})\\b`),
    read: g => set(`XXXX-WXX-${weekdayOf(g.d ?? '')}`),
  },
  {
    name: 'each-month',
    pattern: words(`\\b(?:each|every) (?<m>${MONTH})\\b`),
    read: g => set(`XXXX-${pad(monthOf(g.m ?? ''), 2)}`),
  },
  {
    name: 'weekdays',
    pattern: words(`\\b(?:on )?(?<d>${WEEKDAY})s\\b(?: ${PART}s)?`),
    read: g => set(`XXXX-WXX-${weekdayOf(g.d ?? '')}`),
  },
  {
    name: 'adverb',
    pattern: words(`\\b(?<a>hourly|daily|weekly|monthly|quarterly|yearly|annually|nightly)\\b`),
    read: g => set(EVERY[(g.a ?? '').toLowerCase()] ?? 'P1D'),
  },
  {
    name: 'christmas',
    pattern: words("\\b(?:Christmas(?: (?<e>Eve|Day))?|New Year['’]s (?<n>Eve|Day))\\b"),
    read: (g, c) => holiday(g, c),
  },
  { name: 'the-day', pattern: words('\\b(?:later|earlier) in the day\\b'), read: (_, c) => fromToday(c, dayPeriod) },
]

/** "Christmas" is the 25th and "New Year's Day" the first, nearest in the tense's direction. */
function holiday(g: Groups, c: TimeContext): TimeReading {
  if (g.n) return /eve/i.test(g.n) ? nearestDay(c, 12, 31) : nearestDay(c, 1, 1)
  return nearestDay(c, 12, /eve/i.test(g.e ?? '') ? 24 : 25)
}

/** "One day" and "a second" are idioms as often as lengths; a count of 9,999 years is none. */
function lengthOf(g: Groups): TimeReading | null {
  const count = countOf(g.q ?? '')
  const unit = unitOf(g.u ?? '')
  if (unit === 'second' && (count === null || count === 1)) return null
  if (unit === 'quarter' && (g.q ?? '').match(/^(?:a|one|three)$/i)) return null
  if (unit === 'weekend' || (unit === 'night' && count === 1)) return null
  return duration(durationOf(count, unit))
}
