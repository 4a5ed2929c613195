import type { TimeExpression } from '../../model/expressions.ts'
import type { DayNumber } from './calendar.ts'
import type { Period } from './periods.ts'

/** Names of the groups that the rules' patterns capture. */
type GroupName =
  | 'a'
  | 'ap'
  | 'b'
  | 'd'
  | 'e'
  | 'h'
  | 'm'
  | 'md'
  | 'mi'
  | 'mi2'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 's'
  | 't'
  | 'u'
  | 'w'
  | 'y'
  | 'y2'

/** Named groups of a rule's match; absent ones are undefined. */
export type Groups = Readonly<Partial<Record<GroupName, string | undefined>>>

/** Which way from the publication date the clause looks; `unknown` is read as the past in news. */
export type Direction = 'past' | 'future' | 'unknown'

/** What a rule may look at: the day of publication, what was read before it in the text, the tense around it. */
export interface TimeContext {
  readonly today: DayNumber | null
  /** The last expressions before this one that were resolved to days, the nearest first. */
  readonly before: readonly Period[]
  /** The last quarter or half that was named: "the quarter" and "a year earlier" of earnings reports mean it. */
  readonly lastQuarter: Period | null
  /** Tense of the clause. Computed on demand. */
  readonly direction: () => Direction
}

/** What a rule reads: a value, the days behind it where there are any, and why not where not. */
export interface TimeReading {
  readonly timex: TimeExpression['timex']
  readonly value: string | null
  readonly period: Period | null
  readonly why?: string
}

/** One kind of expression. `pattern` has the flags g, i and d off; `read` answers null where the words are no time. */
export interface TimeRule {
  readonly name: string
  readonly pattern: RegExp
  readonly read: (groups: Groups, context: TimeContext) => TimeReading | null
}

export const NO_DATE = 'the publication date is unknown'
const NO_SUCH_DAY = 'the calendar has no such day'

/** A date by its period; without one, unresolved with the reason. */
export function date(period: Period | null, why: string = NO_SUCH_DAY): TimeReading {
  return period ? { timex: 'DATE', value: period.value, period } : { timex: 'DATE', value: null, period: null, why }
}

/** A date that counts from the day of publication. */
export function fromToday(context: TimeContext, read: (today: DayNumber) => Period | null): TimeReading {
  return context.today === null ? date(null, NO_DATE) : date(read(context.today))
}

export function duration(value: string): TimeReading {
  return { timex: 'DURATION', value, period: null }
}

export function vague(value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'): TimeReading {
  return { timex: 'DATE', value, period: null }
}

export function set(value: string): TimeReading {
  return { timex: 'SET', value, period: null }
}

/** A compiled pattern: case is ignored, a space between words may be a line break or a no-break space. */
export function words(source: string, flags: string = 'gi'): RegExp {
  // inside a character class the three stand as they are
  const spaced = source.replace(/\[(?:[^\]\\]|\\.)*\]| /g, part =>
    part === ' ' ? '[ \\u00a0\\n]' : part.replace(' ', ' \\u00a0\\n'),
  )
  return new RegExp(spaced, flags)
}
