const DAY_MS = 86_400_000

/** Days since 1970 of an ISO day, month or year: its first day. Null for anything else. */
export function firstDayOf(iso: string | undefined): number | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '')
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  // Date.UTC takes the years 0 to 99 for those of the last century.
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY_MS
}

/** Days since 1970 of the last day of an ISO day, month or year. */
export function lastDayOf(iso: string | undefined): number | null {
  const first = firstDayOf(iso)
  if (first === null || iso === undefined || iso.length >= 10) return first
  const date = new Date(first * DAY_MS)
  if (iso.length >= 7) date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCFullYear(date.getUTCFullYear() + 1)
  return date.getTime() / DAY_MS - 1
}

/** `2025-04-08` of days since 1970. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Days, both ends included. */
export interface DayRange {
  readonly first: number
  readonly last: number
}
