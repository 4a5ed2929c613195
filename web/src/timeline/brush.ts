import type { DayRange } from './days.ts'

/** What a key does to the days that are chosen: new days, `clear`, or null for keys that are none of its. */
export function brushKey(
  press: { readonly key: string; readonly shift: boolean },
  range: DayRange | null,
  /** Days from the first event to the last, and the days of one step. */
  { bounds, step }: { readonly bounds: DayRange; readonly step: number },
): DayRange | 'clear' | null {
  if (press.key === 'Escape') return range === null ? null : 'clear'
  const by = { ArrowRight: step, ArrowLeft: -step }[press.key]
  if (by === undefined && press.key !== 'Home' && press.key !== 'End') return null
  if (range === null) {
    const fromStart = press.key === 'ArrowRight' || press.key === 'Home'
    return fromStart
      ? { first: bounds.first, last: Math.min(bounds.last, bounds.first + step - 1) }
      : { first: Math.max(bounds.first, bounds.last - step + 1), last: bounds.last }
  }
  if (press.shift) return extended(range, by ?? (press.key === 'Home' ? -Infinity : Infinity), bounds)
  return moved(range, by ?? (press.key === 'Home' ? -Infinity : Infinity), bounds)
}

/** The end goes, the beginning stays. */
function extended({ first, last }: DayRange, by: number, bounds: DayRange): DayRange {
  return { first, last: Math.max(first, Math.min(bounds.last, last + by)) }
}

/** As many days as before, further on; never beyond the events. */
function moved({ first, last }: DayRange, by: number, bounds: DayRange): DayRange {
  const length = last - first
  const start = Math.max(bounds.first, Math.min(first + by, bounds.last - length))
  return { first: start, last: Math.max(start, Math.min(bounds.last, start + length)) }
}

/** What a drag takes hold of: an edge of the chosen days, their middle, or open ground. */
export type Grip = 'first' | 'last' | 'move' | 'new'

/** How near to an edge, in pixels, the pointer takes hold of it. */
const EDGE = 6

export function gripAt(x: number, edges: { readonly left: number; readonly right: number } | null): Grip {
  if (edges === null) return 'new'
  if (Math.abs(x - edges.left) <= EDGE) return 'first'
  if (Math.abs(x - edges.right) <= EDGE) return 'last'
  return x > edges.left && x < edges.right ? 'move' : 'new'
}

/** The chosen days while a drag that began at the day `from` has come to the day `to`. */
export function dragged(grip: Grip, before: DayRange | null, from: number, to: number, bounds: DayRange): DayRange {
  if (before === null || grip === 'new') return { first: Math.min(from, to), last: Math.max(from, to) }
  if (grip === 'move') return moved(before, to - from, bounds)
  const fixed = grip === 'first' ? before.last : before.first
  return { first: Math.min(fixed, to), last: Math.max(fixed, to) }
}
