import type { When } from '../../../src/model/reading.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `8 Apr 2025` of an ISO day or date-time, as written: no time-zone arithmetic. Anything else is shown as it is. */
export function showDay(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)
  const [, year, month, day] = match ?? []
  if (year === undefined) return iso
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  if (name === undefined) return year
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** `8–10 Apr 2025`, `30 Mar – 2 Apr 2025`; one day when both are the same. */
export function showDays(first: string, last: string): string {
  const [from, to] = [showDay(first), showDay(last)]
  if (from === to) return from
  const [day, ...monthYear] = from.split(' ')
  const [lastDay, ...lastMonthYear] = to.split(' ')
  if (monthYear.length === 2 && monthYear.join(' ') === lastMonthYear.join(' '))
    return `${day}–${lastDay} ${monthYear.join(' ')}`
  if (monthYear[1] !== undefined && monthYear[1] === lastMonthYear[1]) return `${day} ${monthYear[0]} – ${to}`
  return `${from} – ${to}`
}

/** When something happened, at the precision that the text gives. */
export function showWhen({ start, end, precision }: When): string {
  if (precision === 'year') return start.slice(0, 4)
  if (precision === 'month') return showDay(start.slice(0, 7))
  if (precision === 'season') return `${showDay(start.slice(0, 7))} – ${showDay(end.slice(0, 7))}`
  return precision === 'week' ? `week of ${showDay(start)}` : showDays(start, end)
}

/** The time of day of an ISO date-time with its zone as written, `21:44 UTC`; null for a day. */
export function showTime(iso: string): string | null {
  const match = /T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(iso)
  if (match?.[1] === undefined) return null
  return match[2] === undefined ? match[1] : `${match[1]} ${match[2] === 'Z' ? 'UTC' : `UTC${match[2]}`}`
}

/** `1 article`, `3 articles`, `no articles`; thousands are set apart. */
export function count(n: number, one: string, many: string = `${one}s`): string {
  if (n === 0) return `no ${many}`
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`
}
