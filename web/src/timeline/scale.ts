import { type DayRange, dayText } from './days.ts'

/** Days on a stretch of pixels: `first` begins at `left`, `last` ends at `right`. */
export interface TimeScale extends DayRange {
  readonly left: number
  readonly right: number
}

/** Least days that are shown: a single day drawn over the whole width would look like all of time. */
const FEWEST_DAYS = 14

/** A scale with some room at both ends. */
export function scaleFor({ first, last }: DayRange, left: number, right: number): TimeScale {
  const missing = Math.max(0, FEWEST_DAYS - (last - first + 1))
  const room = Math.max(1, Math.round((last - first) * 0.015), Math.ceil(missing / 2))
  return { first: first - room, last: last + room, left, right: Math.max(left + 1, right) }
}

/**
 * The days that a timeline gives its width to: all of them, unless a few events lie so far off that the others would stand
 * on one heap. At most one in twenty, or three, are left to the edges, and only if that makes three times the room.
 */
export function coreOf(days: readonly DayRange[]): DayRange | null {
  const early = cutEarly(days.map(({ first }) => first).sort((a, b) => a - b))
  const late = -cutEarly(days.map(({ last }) => -last).sort((a, b) => a - b))
  const kept = days.filter(({ first, last }) => first >= early && last <= late)
  if (kept.length === 0) return days.length === 0 ? null : hull(days)
  return hull(kept)
}

function cutEarly(sorted: readonly number[]): number {
  const most = sorted.length < 12 ? 0 : Math.max(3, Math.floor(sorted.length / 20))
  // As many may lie far off at the other end.
  const end = sorted.at(-1 - most) ?? 0
  let first = sorted[0] ?? 0
  for (const day of sorted.slice(1, most + 1)) if ((end - day + 1) * 3 < end - first + 1) first = day
  return first
}

function hull(days: readonly DayRange[]): DayRange {
  return days.reduce((all, { first, last }) => ({ first: Math.min(all.first, first), last: Math.max(all.last, last) }))
}

export function pixelsPerDay({ first, last, left, right }: TimeScale): number {
  return (right - left) / (last - first + 1)
}

/** Where a day begins. */
export function xOf(scale: TimeScale, day: number): number {
  return scale.left + (day - scale.first) * pixelsPerDay(scale)
}

/** The day under a pixel, the nearest one of the scale outside it. */
export function dayAt(scale: TimeScale, x: number): number {
  const day = scale.first + Math.floor((x - scale.left) / pixelsPerDay(scale))
  return Math.min(scale.last, Math.max(scale.first, day))
}

export interface Tick {
  readonly day: number
  readonly label: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_MS = 86_400_000
/** Room for a label, in pixels. */
const LABEL_WIDTH = 62

/** Ticks at the beginnings of days, weeks (Mondays), months or years: the finest for which labels have room. */
export function ticksOf(scale: TimeScale): readonly Tick[] {
  const perDay = pixelsPerDay(scale)
  if (perDay * 7 >= LABEL_WIDTH) return dayTicks(scale, perDay >= LABEL_WIDTH ? 1 : 7)
  const months = [1, 3, 6, 12].find(count => count * 28 * perDay >= LABEL_WIDTH)
  return monthTicks(scale, months ?? 12 * Math.ceil(LABEL_WIDTH / (365 * perDay)))
}

/** Day 4 after 1 January 1970, a Thursday, was a Monday. */
const A_MONDAY = 4

function dayTicks({ first, last }: TimeScale, every: number): readonly Tick[] {
  const ticks: Tick[] = []
  const start = every === 1 ? first : first + ((((A_MONDAY - first) % 7) + 7) % 7)
  for (let day = start; day <= last; day += every) {
    const [year = '', month, date] = dayText(day).split('-')
    const withYear = ticks.length === 0 ? ` ${year}` : ''
    ticks.push({ day, label: `${Number(date)} ${MONTHS[Number(month) - 1]}${withYear}` })
  }
  return ticks
}

function monthTicks({ first, last }: TimeScale, every: number): readonly Tick[] {
  const ticks: Tick[] = []
  const start = new Date(first * DAY_MS)
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth()
  for (let at = Math.ceil(months / every) * every; ; at += every) {
    const date = new Date(0)
    date.setUTCFullYear(Math.floor(at / 12), at % 12, 1)
    const day = date.getTime() / DAY_MS
    if (day > last) return ticks
    if (day < first) continue
    const year = Math.floor(at / 12)
    const named = at % 12 !== 0
    ticks.push({ day, label: named ? `${MONTHS[at % 12]}${ticks.length === 0 ? ` ${year}` : ''}` : `${year}` })
  }
}
