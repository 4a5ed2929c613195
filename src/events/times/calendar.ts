/** Days as integers since 1 January 1970 in the proleptic Gregorian calendar: no time zones, no clocks. */
export type DayNumber = number

const MS_A_DAY = 86_400_000

/** Days of a month, 28 to 31; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  if (month < 1 || month > 12) return 0
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The day's number, or null where the calendar has no such day (30 February, month 13, year 0 or 10000). */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  if (year < 1 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / MS_A_DAY)
}

/** Year, month and day of a day number. */
export function datePartsOf(day: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(day * MS_A_DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `YYYY-MM-DD`. */
export function isoDay(day: DayNumber): string {
  const parts = datePartsOf(day)
  return `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`
}

/** The first ten characters of an ISO 8601 date or date-time as a day; null when they are none or no such day exists. */
export function parseIsoDay(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekday(day: DayNumber): number {
  // 1 January 1970 was a Thursday
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week: the year it belongs to (that of its Thursday) and its number. */
export function isoWeek(day: DayNumber): { year: number; week: number } {
  const thursday = day - weekday(day) + 4
  const { year } = datePartsOf(thursday)
  const first = dayNumber(year, 1, 1) ?? 0
  return { year, week: Math.floor((thursday - first) / 7) + 1 }
}

export function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
