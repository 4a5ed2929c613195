import type { Span } from '../model/span.ts'
import { overlaps } from '../text/spans.ts'

/** Things with a span, found by where they lie; answers come in the order in which the things were given. */
export interface SpanIndex<T> {
  /** All that share at least one character with the span. Time: logarithmic, and what is found. */
  overlapping(span: Span): readonly T[]
}

/**
 * Builds an index of things by their spans: a list sorted by start, with the furthest end of every power of two of
 * neighbours, so that whole stretches that end too early are passed over. Spans may nest and come in any order.
 */
export function indexSpans<T>(things: readonly T[], spanOf: (thing: T) => Span): SpanIndex<T> {
  const spans = things.map(spanOf)
  const order = spans.map((_, i) => i).sort((a, b) => startOf(spans, a) - startOf(spans, b) || a - b)
  const starts = Int32Array.from(order, i => startOf(spans, i))
  const ends = furthestEnds(order.map(i => spans[i]?.[1] ?? 0))
  const overlapping = (span: Span): readonly T[] => {
    const found: number[] = []
    const until = firstAtLeast(starts, span[1])
    const visit = (level: number, at: number): void => {
      const from = at * 2 ** level
      if (from >= until || (ends[level]?.[at] ?? 0) <= span[0]) return
      if (level > 0) {
        visit(level - 1, at * 2)
        visit(level - 1, at * 2 + 1)
        return
      }
      const i = order[at]
      const own = i === undefined ? undefined : spans[i]
      if (i !== undefined && own !== undefined && overlaps(own, span)) found.push(i)
    }
    visit(ends.length - 1, 0)
    return found.sort((a, b) => a - b).flatMap(i => things.slice(i, i + 1))
  }
  return { overlapping }
}

/** The first place in ascending numbers that holds at least `value`; their length when none does. */
export function firstAtLeast(ascending: ArrayLike<number>, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function startOf(spans: readonly Span[], i: number): number {
  return spans[i]?.[0] ?? 0
}

/** Level 0 holds the ends themselves, each level above the larger of two neighbours, the last a single number. */
function furthestEnds(ends: readonly number[]): readonly Int32Array[] {
  const levels = [Int32Array.from(ends)]
  for (let below = levels[0]; below !== undefined && below.length > 1; below = levels.at(-1)) {
    const lower: Int32Array = below
    levels.push(
      Int32Array.from({ length: Math.ceil(lower.length / 2) }, (_, i) =>
        Math.max(lower[2 * i] ?? 0, lower[2 * i + 1] ?? 0),
      ),
    )
  }
  return levels
}
