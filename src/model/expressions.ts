import type { When } from './reading.ts'
import type { Span } from './span.ts'

/** A time expression of the text with its TIMEX3 reading (TimeML 1.2.1). */
export interface TimeExpression {
  readonly span: Span
  readonly timex: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** `2025-04-08`, `2025-W15`, `P3D`, `PRESENT_REF`, `XXXX-04-08` where no year can be known; null when unresolved. */
  readonly value: string | null
  /** The days it covers, both inclusive (`YYYY-MM-DD`); null for durations, vague times and what is unresolved. */
  readonly interval: { readonly start: string; readonly end: string } | null
  /** How precisely the words give the interval; null without one. */
  readonly precision: When['precision'] | null
  /** Why there is no value, when there is none, or why the value has gaps. */
  readonly why?: string
}

/** What sorts of things amounts count or measure; `count` is whatever has no sort of its own. */
export const AMOUNT_CLASSES = [
  'troops',
  'ships',
  'aircraft',
  'missiles',
  'munitions',
  'vehicles',
  'weapons',
  'people',
  'casualties',
  'displaced',
  'detained',
  'votes',
  'seats',
  'states',
  'incidents',
  'money',
  'share',
  'distance',
  'area',
  'mass',
  'volume',
  'power',
  'energy',
  'yield',
  'speed',
  'temperature',
  'count',
] as const

/** One of `AMOUNT_CLASSES`. */
export type AmountClass = (typeof AMOUNT_CLASSES)[number]

/** A number of the text with its unit, the range that its words leave open, what it counts and whose that is. */
export interface AmountExpression {
  readonly span: Span
  /** The number said, in the unit's own scale ("$36 billion" is 36000000000); null when none or only a range is said. */
  readonly value: number | null
  /** Smallest number the words allow, inclusive; null: open. "At least" and "more than" are not told apart. */
  readonly low: number | null
  /** Largest number the words allow, inclusive; null: open. */
  readonly high: number | null
  /** "About", "some", "or so", "nearly": what is said is near the value, how near is not known. */
  readonly approximate: boolean
  /** Singular head word of what is counted ("troop"), a currency (ISO 4217), `%`, `share`, a measure (`km`); null: none. */
  readonly unit: string | null
  /** The unit as the text has it; null where what is counted is the unit. */
  readonly unitSpan: Span | null
  /** Why the unit is only taken to be this one ("a plain dollar sign …"). */
  readonly unitWhy?: string
  /** By what the amount is reckoned: `day`, `year`, `barrel`, `capita`. */
  readonly per?: string
  /** What is counted or measured, without the number; null where the text does not say it beside the number. */
  readonly counted: Span | null
  readonly class: AmountClass
  /** What befell the people counted: killed, wounded, missing, displaced, detained, captured, abducted. */
  readonly fate?: string
  /** What it is a share or part of ("GDP" of "2 % of GDP"). */
  readonly of: Span | null
  /** Whose it is ("Japan" of "Japan's 58 destroyers", "the army" of "the army has 5,000 tanks"). */
  readonly whose: Span | null
  /** Why there is no value, when there is none. */
  readonly why?: string
}
