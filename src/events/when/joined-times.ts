import type { TimeExpression } from '../../model/expressions.ts'
import { parseIsoDay } from '../times/calendar.ts'

/**
 * The expressions of a text, those that are one range put together: "from 3 May to 5 June", "on Monday and Tuesday" of two
 * days in a row. A range that runs backwards has no days and says so; neither of its days is taken alone. In order, linear.
 */
export function joinedTimes(text: string, times: readonly TimeExpression[]): TimeExpression[] {
  const out: TimeExpression[] = []
  for (const time of times) {
    const before = out.at(-1)
    const joined = before === undefined ? null : joinOf(text, before, time)
    if (joined === null) out.push(time)
    else out[out.length - 1] = joined
  }
  return out
}

function joinOf(text: string, from: TimeExpression, to: TimeExpression): TimeExpression | null {
  if (from.interval === null || to.interval === null) return null
  const between = text.slice(from.span[1], to.span[0])
  const before = text.slice(Math.max(0, from.span[0] - 9), from.span[0])
  const range = /^ (?:to|and|until|through) $/.test(between) && /\b(?:from|between) $/i.test(before)
  if (!range && !(/^ and (?:on )?$/.test(between) && areNeighbours(from, to))) return null
  const span = [from.span[0], to.span[1]] as const
  const days = { span, timex: 'DATE', value: null } as const
  if (to.interval.end < from.interval.start)
    return {
      ...days,
      interval: null,
      precision: null,
      why: `the range runs backwards: "${text.slice(...span)}"`,
    }
  return { ...days, interval: { start: from.interval.start, end: to.interval.end }, precision: 'range' }
}

/** Whether two expressions are single days, one the day after the other. */
function areNeighbours(from: TimeExpression, to: TimeExpression): boolean {
  if (from.precision !== 'day' || to.precision !== 'day') return false
  return (parseIsoDay(to.interval?.start ?? '') ?? 0) - (parseIsoDay(from.interval?.end ?? '') ?? 0) === 1
}
