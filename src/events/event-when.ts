import type { TimeExpression } from '../model/expressions.ts'
import type { When } from '../model/reading.ts'
import type { Span } from '../model/span.ts'

/** When an event was, or why that is not known. */
export type Timed = { readonly when: When } | { readonly when: null; readonly whenWhy: string }

/**
 * The time of an event: the nearest expression in its sentence that covers days. One after the trigger is preferred to one
 * before it, one across another verb stands back (`crossings` counts the verbs between). Two days joined by "from … to …"
 * are one range. `times` ascend; only those inside the sentence are looked at.
 */
export function whenOf(
  text: string,
  trigger: Span,
  sentence: Span,
  times: readonly TimeExpression[],
  crossings: (a: number, b: number) => number,
): Timed {
  let best: TimeExpression | null = null
  let bestCost = Number.POSITIVE_INFINITY
  let vague: TimeExpression | null = null
  for (let k = firstFrom(times, sentence[0]); k < times.length; k++) {
    const time = times[k]
    if (!time || time.span[0] >= sentence[1]) break
    if (time.timex === 'DURATION' || time.timex === 'SET') continue
    if (time.interval === null) {
      vague ??= time
      continue
    }
    const after = time.span[0] >= trigger[1]
    const gap = after ? time.span[0] - trigger[1] : trigger[0] - time.span[1]
    const cost =
      Math.abs(gap) +
      (after ? 0 : 15) +
      60 * crossings(Math.min(trigger[0], time.span[0]), Math.max(trigger[0], time.span[0]))
    if (cost < bestCost) {
      best = time
      bestCost = cost
    }
  }
  if (best?.interval && best.precision) return joined(text, best, times)
  if (vague)
    return { when: null, whenWhy: vague.why ?? `the text says only "${text.slice(vague.span[0], vague.span[1])}"` }
  return { when: null, whenWhy: 'the sentence names no day' }
}

function firstFrom(times: readonly TimeExpression[], from: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.span[0] ?? 0) >= from) high = middle
    else low = middle + 1
  }
  return low
}

/** "From 3 May to 5 June" is one range; "from 5 June 2025 to 3 May 2025" is none, and neither of its days is taken alone. */
function joined(text: string, best: TimeExpression, times: readonly TimeExpression[]): Timed {
  const at = times.indexOf(best)
  for (const [a, b] of [
    [at, at + 1],
    [at - 1, at],
  ] as const) {
    const from = times[a]
    const to = times[b]
    if (!from?.interval || !to?.interval) continue
    const between = text.slice(from.span[1], to.span[0])
    const before = text.slice(Math.max(0, from.span[0] - 9), from.span[0])
    if (!/^ (?:to|and|until|through) $/.test(between) || !/\b(?:from|between) $/i.test(before)) continue
    const span: Span = [from.span[0], to.span[1]]
    if (to.interval.end < from.interval.start)
      return { when: null, whenWhy: `the range runs backwards: "${text.slice(...span)}"` }
    return { when: { start: from.interval.start, end: to.interval.end, precision: 'range', span } }
  }
  const { interval, precision, span } = best
  if (interval === null || precision === null) return { when: null, whenWhy: 'the sentence names no day' }
  return { when: { ...interval, precision, span } }
}
