import { datePartsOf, weekday } from './calendar.ts'
import { nearestWeekday, step } from './date-rules.ts'
import { dayPeriod, shiftPeriod, weekendPeriod, yearPeriod } from './periods.ts'
import {
  ago,
  anaphoric,
  away,
  countOf,
  dayAt,
  fromLast,
  hours,
  lastWithin,
  partDay,
  periodOf,
  relativeMonth,
  relativeSeason,
  relativeUnit,
  relativeWeekday,
} from './relative-periods.ts'
import { date, duration, fromToday, type TimeRule, vague, words } from './time-rule.ts'
import {
  durationOf,
  LOOSE,
  MONTH_FULL,
  NARROW,
  PART,
  partOfDay,
  QUANTITY,
  SEASON,
  UNIT,
  unitOf,
  WEEKDAY,
  weekdayOf,
} from './time-words.ts'

const BEFORE_WORDS = '(?:earlier|before|previously|prior)'

export const RELATIVE_RULES: readonly TimeRule[] = [
  { name: 'today', pattern: words(`\\b(?:${NARROW})?today\\b`), read: (_, c) => fromToday(c, dayPeriod) },
  {
    name: 'yesterday',
    pattern: words(`\\b(?:${NARROW}|mid-afternoon )?yesterday\\b`),
    read: (_, c) => fromToday(c, t => dayPeriod(t - 1)),
  },
  {
    name: 'tomorrow',
    pattern: words(`\\b(?:${NARROW})?tomorrow\\b`),
    read: (_, c) => fromToday(c, t => dayPeriod(t + 1)),
  },
  {
    name: 'day-before-yesterday',
    pattern: words('\\bthe day before yesterday\\b'),
    read: (_, c) => fromToday(c, t => dayPeriod(t - 2)),
  },
  {
    name: 'day-after-tomorrow',
    pattern: words('\\bthe day after tomorrow\\b'),
    read: (_, c) => fromToday(c, t => dayPeriod(t + 2)),
  },
  { name: 'tonight', pattern: words('\\b(?:late |later )?tonight\\b'), read: (_, c) => partDay(c, 0, 'TNI') },
  {
    name: 'overnight',
    pattern: words('\\bovernight\\b(?! (?:train|flight|bus|stay|trip|bag))'),
    read: (_, c) => partDay(c, 0, 'TNI'),
  },
  {
    name: 'day-part',
    pattern: words(`\\b(?:${NARROW})?(?<w>this|last|yesterday|tomorrow|today) (?<p>${PART})\\b`),
    read: (g, c) =>
      partDay(c, /last|yesterday/i.test(g.w ?? '') ? -1 : /tomorrow/i.test(g.w ?? '') ? 1 : 0, partOfDay(g.p ?? '')),
  },
  {
    name: 'weekday-part',
    pattern: words(`\\b(?:${NARROW})?(?:last |next |this )?(?<d>${WEEKDAY}) (?<p>${PART})\\b`),
    read: (g, c) => nearestWeekday(c, weekdayOf(g.d ?? ''), found => dayAt(found, partOfDay(g.p ?? ''))),
  },
  {
    name: 'relative-weekday',
    pattern: words(
      `\\b(?:${NARROW})?(?:on )?(?<w>last|next|this past|this coming|this|coming|the previous|upcoming|past) (?<d>${WEEKDAY})\\b`,
    ),
    read: relativeWeekday,
  },
  {
    name: 'weekday-week',
    pattern: words(`\\b(?<d>${WEEKDAY}) (?:of )?(?<w>last|next|this) week\\b`),
    read: (g, c) => fromToday(c, t => dayPeriod(t - weekday(t) + weekdayOf(g.d ?? '') + 7 * step(g.w))),
  },
  {
    name: 'relative-month',
    pattern: words(`\\b(?:${NARROW})?(?<w>last|next|this|this past|this coming) (?<m>${MONTH_FULL})\\b`),
    read: relativeMonth,
  },
  {
    name: 'relative-unit',
    pattern: words(
      `\\b(?:${NARROW})?(?:the )?(?<w>last|next|this|this past|this coming) (?<u>week|weekend|month|quarter|year|decade|century|night)\\b(?![ -](?:end|long|old)\\b)`,
    ),
    read: relativeUnit,
  },
  {
    name: 'current-unit',
    pattern: words(
      '\\b(?:the )?(?<w>current|coming|previous) (?:fiscal |financial |calendar )?(?<u>week|month|quarter|year|decade)\\b',
    ),
    read: relativeUnit,
  },
  {
    name: 'fiscal-year-bare',
    pattern: words('\\bthe (?:fiscal|financial) year\\b'),
    read: (_, c) => fromToday(c, t => periodOf('year', t)),
  },
  {
    name: 'weekend',
    pattern: words('\\b(?:over |at |during |on )?(?<t>the weekend)\\b'),
    read: (_, c) =>
      fromToday(c, t => {
        if (c.direction() === 'future') return weekendPeriod(t)
        return weekendPeriod(weekday(t) >= 6 ? t : t - 7)
      }),
  },
  {
    name: 'in-the-unit',
    pattern: words(
      '\\b(?<n>earlier|later|early|late|the end of|the start of|the beginning of|the middle of|the rest of)(?: in| on)? (?:the|that) (?<u>day|week|month|year|decade|century)\\b(?! (?:before|after|earlier|later))',
    ),
    read: (g, c) =>
      /that/.test(g.n ?? '') && c.before.length > 0
        ? anaphoric(c, g.u ?? '', 0)
        : fromToday(c, t => periodOf(g.u ?? '', t)),
  },
  {
    name: 'year-end',
    pattern: words("\\b(?:the )?(?:year[- ]end|year['’]s end|end of (?:the|this) year)\\b"),
    read: (_, c) => fromToday(c, t => yearPeriod(datePartsOf(t).year)),
  },
  {
    name: 'relative-season',
    pattern: words(`\\b(?:${NARROW})?(?<w>last|next|this|this past|this coming) (?<s>${SEASON})\\b`),
    read: relativeSeason,
  },
  {
    name: 'season',
    pattern: words('\\b(?:in |during |over )(?:the )?(?:early |late )?(?<s>spring|summer|autumn|winter)\\b'),
    read: relativeSeason,
  },
  {
    name: 'ago',
    pattern: words(`\\b(?:${LOOSE})?(?<q>${QUANTITY}) (?<u>${UNIT})s?(?: or (?:so|two|more))? ago\\b`),
    read: ago,
  },
  { name: 'long-ago', pattern: words(`\\b(?:long|${UNIT}s) ago\\b`), read: () => vague('PAST_REF') },
  {
    name: 'year-ago',
    pattern: words(
      '\\b(?:the (?:comparable |corresponding )?)?year[- ](?:ago|earlier)(?: (?:period|quarter|month))?\\b',
    ),
    read: (_, c) => ago({ q: 'a', u: 'year' }, c),
  },
  {
    name: 'from-last',
    pattern: words(
      `\\b(?:${LOOSE})?(?<q>${QUANTITY}) (?<u>${UNIT})s? (?<w>${BEFORE_WORDS}|later|after that|afterwards?)\\b`,
    ),
    read: fromLast,
  },
  {
    name: 'from-now',
    pattern: words(`\\b(?:in )?(?<q>${QUANTITY}) (?<u>${UNIT})s? from now\\b`),
    read: (g, c) => {
      const count = countOf(g.q ?? '')
      return count === null
        ? vague('FUTURE_REF')
        : (hours(c, count, unitOf(g.u ?? '')) ?? fromToday(c, t => away(t, count, unitOf(g.u ?? ''))))
    },
  },
  {
    name: 'following',
    pattern: words('\\b(?:the )(?<w>following|next) (?<u>day|week|month|quarter|year)\\b'),
    read: (g, c) =>
      c.before.length > 0 || /following/i.test(g.w ?? '')
        ? anaphoric(c, g.u ?? '', 1)
        : fromToday(c, t => shiftPeriod(periodOf(g.u ?? '', t) ?? dayPeriod(t), 1)),
  },
  {
    name: 'next-morning',
    pattern: words(`\\bthe (?<w>following|next|same) (?<p>${PART})\\b`),
    read: (g, c) => {
      const base = lastWithin(c, 'day')
      return base
        ? dayAt(base.last + (/same/i.test(g.w ?? '') ? 0 : 1), partOfDay(g.p ?? ''))
        : { timex: 'TIME', value: null, period: null, why: 'nothing before it says of which day' }
    },
  },
  {
    name: 'that-unit',
    pattern: words(
      '\\b(?:earlier |later )?(?<w>that|that same|the same|the previous|the preceding) (?<u>day|week|month|quarter|year)\\b',
    ),
    read: (g, c) => anaphoric(c, g.u ?? '', /prev|preced/i.test(g.w ?? '') ? -1 : 0),
  },
  {
    name: 'day-earlier',
    pattern: words(
      '\\bthe (?<u>day|week|month|year) (?<w>before|earlier|after)\\b(?! (?:the|a|an|his|her|its|their|that|this|yesterday|last)\\b)',
    ),
    read: (g, c) => anaphoric(c, g.u ?? '', /after/i.test(g.w ?? '') ? 1 : -1),
  },
  {
    name: 'the-quarter',
    pattern: words('\\bthe (?:latest |most recent )?(?:quarter|period)\\b(?! of)'),
    read: (_, c) => (c.lastQuarter ? date(c.lastQuarter) : null),
  },
  {
    name: 'past-vague',
    pattern: words(
      '\\b(?:in )?(?<t>(?:the )?(?:more )?recent (?:years|months|weeks|days|decades|times|quarters)|the (?:recent |distant )?past(?! (?:\\w+ )?(?:year|month|week|day|decade|centur|hour|minute|quarter|spring|summer|fall|winter))|past years)\\b',
    ),
    read: () => vague('PAST_REF'),
  },
  {
    name: 'future-vague',
    pattern: words(
      '\\b(?<t>(?:the )?(?:coming|upcoming) (?:years|months|weeks|days|decades|quarters)|the (?:near |foreseeable |distant |not-too-distant )?future|the (?:weeks|months|years|days) ahead|(?:the )?(?:near|short|long|medium) term(?= |\\b)|(?<!as )soon(?! as| after)|as soon as possible|a later (?:date|time|stage))\\b',
    ),
    read: () => vague('FUTURE_REF'),
  },
  {
    name: 'recently',
    pattern: words('\\b(?:more |most |until |just )?(?:recently|lately)\\b'),
    read: () => vague('PAST_REF'),
  },
  {
    name: 'recent',
    pattern: words('\\brecent\\b(?! (?:years|months|weeks|days|decades|times|quarters))'),
    read: () => vague('PAST_REF'),
  },
  {
    name: 'now',
    pattern: words(
      '\\b(?<t>(?:right )?now|nowadays|currently|at present|at the moment|these days|at this time|this time|presently)\\b(?! (?:around|that|infamous|famous|defunct|retired))',
    ),
    read: () => vague('PRESENT_REF'),
  },
  {
    name: 'current',
    pattern: words('\\bcurrent\\b(?! (?:and former|week|month|quarter|year|fiscal|account|affairs))'),
    read: () => vague('PRESENT_REF'),
  },
  {
    name: 'past-n',
    pattern: words(
      `\\b(?:${LOOSE})?(?:the )?(?<w>past|last|next|coming|first|previous|final|latest) (?<q>${QUANTITY}) (?<u>${UNIT})s?\\b(?: or so)?`,
    ),
    read: g => duration(durationOf(countOf(g.q ?? ''), unitOf(g.u ?? ''))),
  },
  {
    name: 'past-unit',
    pattern: words('\\b(?:the )past (?<u>day|week|month|quarter|year|decade|century)\\b'),
    read: g => duration(durationOf(1, unitOf(g.u ?? ''))),
  },
]
