import type { TimelineMark } from '../../../src/model/api.ts'
import { QUAD_NAME } from '../../../src/model/event-words.ts'
import { count, showDays, showWhen } from '../text/show-date.ts'
import { type DayRange, dayText } from './days.ts'
import type { TimeBin } from './layout.ts'

/** An event in a line of words: what a sign shows by place, shape and colour, and who did it to whom. */
export function markWords(mark: TimelineMark): string {
  const { actors, recipients, when } = mark
  const mode = mark.mode === null ? '' : ` (${mark.mode})`
  const whom = recipients.length === 0 ? '' : ` to ${recipients.join(', ')}`
  return [
    `${mark.type.toLowerCase()}${mode}: ${actors.join(', ') || 'nobody named'}${whom}`,
    mark.negated ? 'told not to have happened' : mark.status,
    mark.claimed ? 'claimed' : null,
    when === null ? 'date unknown' : showWhen({ ...when, span: null }),
    QUAD_NAME[mark.quad],
  ]
    .filter(part => part !== null)
    .join(', ')
}

export function rangeWords({ first, last }: DayRange): string {
  return showDays(dayText(first), dayText(last))
}

/** `8 Apr 2025: 37 events, 20 verbal co-operation, 17 material conflict`. */
export function binWords({ first, last, counts }: TimeBin): string {
  const parts = ([1, 2, 3, 4] as const).filter(quad => counts[quad] > 0)
  const total = parts.reduce((sum, quad) => sum + counts[quad], 0)
  const classes = parts.map(quad => `${counts[quad].toLocaleString('en-GB')} ${QUAD_NAME[quad]}`)
  return `${rangeWords({ first, last })}: ${count(total, 'event')}, ${classes.join(', ')}`
}
