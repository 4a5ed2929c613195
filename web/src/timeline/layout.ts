import type { EventTimeline, TimelineMark } from '../../../src/model/api.ts'
import type { QuadClass } from '../../../src/model/reading.ts'
import { type DayRange, firstDayOf, lastDayOf } from './days.ts'
import { pixelsPerDay, type TimeScale, xOf } from './scale.ts'

/** A mark with its days. */
export interface DatedMark extends DayRange {
  readonly mark: TimelineMark
}

/** A mark with its place: centre in pixels; `row` counts from the line, 0 nearest to it. */
export interface PlacedMark extends DatedMark {
  readonly x: number
  readonly row: number
}

export type Counts = Readonly<Record<QuadClass, number>>

/** Events of neighbouring days that share a stretch of the timeline. */
export interface TimeBin extends DayRange {
  readonly left: number
  readonly right: number
  readonly counts: Counts
  /** Of each side, from the line outwards; empty where bars are drawn. */
  readonly marks: readonly PlacedMark[]
  /** Events of each side for which there is no room. */
  readonly more: { readonly up: number; readonly down: number }
}

export interface Layout {
  readonly bins: readonly TimeBin[]
  /** `bars`: too many events for a sign each; their numbers are drawn. */
  readonly drawn: 'marks' | 'bars'
  /** Days of one bin. */
  readonly step: number
  /** Most events on one side of a bin. */
  readonly most: number
}

/** Marks with a date, with their days; those whose date cannot be read count as undated. */
export function datedMarks(marks: readonly TimelineMark[]): readonly DatedMark[] {
  return marks.flatMap(mark => {
    const [first, last] = [firstDayOf(mark.when?.start), lastDayOf(mark.when?.end)]
    return first === null || last === null ? [] : [{ mark, first, last: Math.max(first, last) }]
  })
}

/** First and last day of all that is dated; null when nothing is. */
export function extentOf({ marks, bins }: EventTimeline): DayRange | null {
  let first = Infinity
  let last = -Infinity
  const take = (from: number | null, to: number | null): void => {
    if (from !== null) first = Math.min(first, from)
    if (to !== null) last = Math.max(last, to)
  }
  for (const one of datedMarks(marks ?? [])) take(one.first, one.last)
  for (const { at } of bins ?? []) if (at !== null) take(firstDayOf(at), lastDayOf(at))
  return first <= last ? { first, last } : null
}

/** Sides above (co-operation) and below (conflict) the line; the verbal class stands nearer to it. */
export const SIDES = { up: [1, 2], down: [3, 4] } as const
export type Side = keyof typeof SIDES

interface Box {
  /** Room of one sign, in pixels, and how many stand above one another on each side. */
  readonly cell: number
  readonly rows: number
}

/** Every other bin that overflows is too much: then numbers tell more than signs cut short. */
const MOST_CROWDED = 0.4

/**
 * Puts events into bins of whole days, wide enough for a sign; inside a bin they stand above one another, in as many
 * columns as need be and have room. Linear in the events.
 */
export function layOut(timeline: EventTimeline, scale: TimeScale, { cell, rows }: Box): Layout {
  const perDay = pixelsPerDay(scale)
  const step = Math.max(timeline.unit === 'month' ? 31 : 1, Math.ceil(cell / perDay))
  const columns = Math.max(1, Math.floor((step * perDay) / cell))
  const filled = new Map<number, Filled>()
  const binOf = (day: number): Filled => {
    const index = Math.floor((day - scale.first) / step)
    const there = filled.get(index) ?? { counts: { 1: 0, 2: 0, 3: 0, 4: 0 }, marks: [] }
    filled.set(index, there)
    return there
  }
  for (const one of datedMarks(timeline.marks ?? [])) {
    const bin = binOf(Math.floor((one.first + one.last) / 2))
    bin.marks.push(one)
    bin.counts[one.mark.quad]++
  }
  for (const { at, quad, count } of timeline.bins ?? []) {
    const day = at === null ? null : firstDayOf(at)
    if (day !== null) binOf(day).counts[quad] += count
  }
  const sized = [...filled].sort(([a], [b]) => a - b)
  const counted = sized.map(([, { counts }]) => Math.max(sideCount(counts, 'up'), sideCount(counts, 'down')))
  const crowded = counted.filter(count => count > rows * columns).length
  const drawn = timeline.marks === null || crowded > counted.length * MOST_CROWDED ? 'bars' : 'marks'
  return {
    drawn,
    step,
    most: Math.max(0, ...counted),
    bins: sized.map(([index, bin]) =>
      toBin(bin, { first: scale.first + index * step, step, scale, columns, rows, cell, signs: drawn === 'marks' }),
    ),
  }
}

interface Filled {
  readonly counts: Record<QuadClass, number>
  readonly marks: DatedMark[]
}

interface Room extends Box {
  readonly first: number
  readonly step: number
  readonly scale: TimeScale
  readonly columns: number
  readonly signs: boolean
}

function toBin({ counts, marks }: Filled, room: Room): TimeBin {
  const { first, step, scale, signs } = room
  const days = { first, last: Math.min(scale.last, first + step - 1) }
  const [left, right] = [xOf(scale, days.first), xOf(scale, days.last + 1)]
  const placed: PlacedMark[] = []
  const more = { up: 0, down: 0 }
  for (const side of ['up', 'down'] as const) {
    const own = signs ? SIDES[side].flatMap(quad => marks.filter(one => one.mark.quad === quad)) : []
    const { shown, left: over } = placeSide(own, room, (left + right) / 2)
    placed.push(...shown)
    more[side] = over
  }
  return { ...days, left, right, counts, marks: placed, more }
}

/** The last sign of a crowded side gives its room to the number of those that have none. */
function placeSide(own: readonly DatedMark[], { columns, rows, cell }: Room, middle: number) {
  const fits = own.length <= columns * rows
  const shown = fits ? own : own.slice(0, columns * (rows - 1))
  const across = Math.min(columns, Math.max(1, Math.ceil(shown.length / (fits ? rows : rows - 1))))
  return {
    left: own.length - shown.length,
    shown: shown.map((one, i): PlacedMark => {
      const row = Math.floor(i / across)
      const inRow = Math.min(across, shown.length - row * across)
      return { ...one, row, x: middle + ((i % across) - (inRow - 1) / 2) * cell }
    }),
  }
}

export function sideCount(counts: Counts, side: Side): number {
  const [near, far] = SIDES[side]
  return counts[near] + counts[far]
}

/** Does it happen in these days, at least in part? */
export function overlaps(days: DayRange, range: DayRange | null): boolean {
  return range === null || (days.first <= range.last && days.last >= range.first)
}

/** How many dated events happen in these days, as far as the answer tells them apart. */
export function countIn({ marks, bins }: EventTimeline, range: DayRange | null): number {
  if (marks !== null) return datedMarks(marks).filter(one => overlaps(one, range)).length
  return (bins ?? [])
    .filter(({ at }) => {
      const [first, last] = [firstDayOf(at ?? undefined), lastDayOf(at ?? undefined)]
      return first !== null && last !== null && overlaps({ first, last }, range)
    })
    .reduce((sum, { count }) => sum + count, 0)
}
