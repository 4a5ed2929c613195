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
  /** Where its days begin and end, of several days that are wider than a sign; null for what lies off the scale. */
  readonly reach: readonly [from: number, to: number] | null
}

export type Counts = Readonly<Record<QuadClass, number>>

/** Events of neighbouring days that share a stretch of the timeline. */
export interface TimeBin extends DayRange {
  readonly left: number
  readonly right: number
  readonly counts: Counts
  /** Of each side, from the line outwards; empty where bars are drawn. */
  readonly marks: readonly PlacedMark[]
  /** Set where it holds what lies off the scale. */
  readonly edge: 'earlier' | 'later' | null
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

/** Days of everything that is dated: of each mark, or of each day or month with its number. */
export function datedDays({ marks, bins }: EventTimeline): readonly DayRange[] {
  if (marks !== null) return datedMarks(marks)
  return (bins ?? []).flatMap(({ at, count }) => {
    const [first, last] = [firstDayOf(at ?? undefined), lastDayOf(at ?? undefined)]
    return first === null || last === null ? [] : Array.from({ length: Math.min(count, 20) }, () => ({ first, last }))
  })
}

/** First and last day of all that is dated; null when nothing is. */
export function extentOf(timeline: EventTimeline): DayRange | null {
  let first = Infinity
  let last = -Infinity
  for (const one of datedDays(timeline)) {
    first = Math.min(first, one.first)
    last = Math.max(last, one.last)
  }
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

/** More crowded bins than that, and numbers tell more than signs cut short. */
const MOST_CROWDED = 0.4

/**
 * Puts events into bins of whole days, wide enough for one sign, or for two where one is too narrow; inside a bin they
 * stand above one another, in as many columns as need be and have room. What lies off the scale stands at its edges.
 * Linear in the events.
 */
export function layOut(timeline: EventTimeline, scale: TimeScale, box: Box): Layout {
  const narrow = binned(timeline, scale, box, 1)
  const bins = narrow.crowded === 0 ? narrow : binned(timeline, scale, box, 2)
  const signs = timeline.marks !== null && bins.crowded <= bins.filled.length * MOST_CROWDED
  return {
    drawn: signs ? 'marks' : 'bars',
    step: bins.step,
    most: Math.max(0, ...bins.filled.map(fullestSide)),
    bins: bins.filled.map(bin => toBin(bin, { ...box, scale, step: bins.step, columns: bins.columns, signs })),
  }
}

interface Filled {
  /** Place of the bin on the scale; -1 and `Infinity` are the edges. */
  readonly index: number
  readonly counts: Record<QuadClass, number>
  readonly marks: DatedMark[]
}

function binned(timeline: EventTimeline, scale: TimeScale, { cell, rows }: Box, signs: 1 | 2) {
  const perDay = pixelsPerDay(scale)
  const step = Math.max(timeline.unit === 'month' ? 31 : 1, Math.ceil((cell * signs) / perDay))
  const columns = Math.max(1, Math.floor((step * perDay) / cell))
  const bins = new Map<number, Filled>()
  const binOf = (day: number): Filled => {
    const index = day < scale.first ? -1 : day > scale.last ? Infinity : Math.floor((day - scale.first) / step)
    const there = bins.get(index) ?? { index, counts: { 1: 0, 2: 0, 3: 0, 4: 0 }, marks: [] }
    bins.set(index, there)
    return there
  }
  for (const one of datedMarks(timeline.marks ?? [])) {
    const bin = binOf(Math.floor((one.first + one.last) / 2))
    bin.marks.push(one)
    bin.counts[one.mark.quad]++
  }
  for (const { at, quad, count } of timeline.bins ?? []) {
    const day = firstDayOf(at ?? undefined)
    if (day !== null) binOf(day).counts[quad] += count
  }
  const filled = [...bins.values()].sort((a, b) => a.index - b.index)
  return { step, columns, filled, crowded: filled.filter(bin => fullestSide(bin) > rows * columns).length }
}

function fullestSide({ counts }: Filled): number {
  return Math.max(sideCount(counts, 'up'), sideCount(counts, 'down'))
}

interface Room extends Box {
  readonly step: number
  readonly scale: TimeScale
  readonly columns: number
  readonly signs: boolean
}

function toBin({ index, counts, marks }: Filled, room: Room): TimeBin {
  const place = placeOf(index, marks, room)
  const placed: PlacedMark[] = []
  const more = { up: 0, down: 0 }
  for (const side of ['up', 'down'] as const) {
    const own = room.signs ? SIDES[side].flatMap(quad => marks.filter(one => one.mark.quad === quad)) : []
    const { shown, left: over } = placeSide(own, room, (place.left + place.right) / 2)
    placed.push(...shown)
    more[side] = over
  }
  return { ...place, counts, marks: placed, more }
}

/** Width of what stands at an edge, off the scale, in signs. */
export const EDGE_SIGNS = 3

function placeOf(index: number, marks: readonly DatedMark[], { scale, step, cell }: Room) {
  if (index < 0) {
    const first = Math.min(scale.first - 1, ...marks.map(one => one.first))
    return {
      first,
      last: scale.first - 1,
      left: scale.left - EDGE_SIGNS * cell,
      right: scale.left,
      edge: 'earlier' as const,
    }
  }
  if (index === Infinity) {
    const last = Math.max(scale.last + 1, ...marks.map(one => one.last))
    return {
      first: scale.last + 1,
      last,
      left: scale.right,
      right: scale.right + EDGE_SIGNS * cell,
      edge: 'later' as const,
    }
  }
  const first = scale.first + index * step
  const last = Math.min(scale.last, first + step - 1)
  return { first, last, left: xOf(scale, first), right: xOf(scale, last + 1), edge: null }
}

/** The last sign of a crowded side gives its room to the number of those that have none. */
function placeSide(own: readonly DatedMark[], { columns, rows, cell, scale }: Room, middle: number) {
  const fits = own.length <= columns * rows
  const shown = fits ? own : own.slice(0, columns * (rows - 1))
  const across = Math.min(columns, Math.max(1, Math.ceil(shown.length / (fits ? rows : rows - 1))))
  return {
    left: own.length - shown.length,
    shown: shown.map((one, i): PlacedMark => {
      const row = Math.floor(i / across)
      const inRow = Math.min(across, shown.length - row * across)
      return { ...one, row, reach: reachOf(one, scale, cell), x: middle + ((i % across) - (inRow - 1) / 2) * cell }
    }),
  }
}

function reachOf({ first, last }: DayRange, scale: TimeScale, cell: number): PlacedMark['reach'] {
  if (last === first || last < scale.first || first > scale.last) return null
  const [from, to] = [Math.max(scale.left, xOf(scale, first)), Math.min(scale.right, xOf(scale, last + 1))]
  return to - from > cell * 1.5 ? [from, to] : null
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
