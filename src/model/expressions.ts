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

/** A number of the text with its unit and the range that its words leave open. */
export interface AmountExpression {
  readonly span: Span
  /** The number said, in the unit's own scale ("$36 billion" is 36000000000); null when only a range is said. */
  readonly value: number | null
  /** Smallest number the words allow; null: open. */
  readonly low: number | null
  /** Largest number the words allow; null: open. */
  readonly high: number | null
  /** Singular head word of what is counted ("troop"), a currency (ISO 4217), `%`, a measure (`km`); null when none. */
  readonly unit: string | null
}
