import { describe, expect, it } from 'vitest'
import { dayText, firstDayOf, lastDayOf } from './days.ts'
import { coreOf, dayAt, pixelsPerDay, scaleFor, ticksOf, xOf } from './scale.ts'

const day = (iso: string): number => firstDayOf(iso) ?? Number.NaN

describe('days', () => {
  it.each([
    ['2025-04-08', '2025-04-08', '2025-04-08'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['0099-05', '0099-05-01', '0099-05-31'],
  ])('of %s are %s to %s', (iso, first, last) => {
    expect(dayText(firstDayOf(iso) ?? 0)).toBe(first)
    expect(dayText(lastDayOf(iso) ?? 0)).toBe(last)
  })

  it('are none of what is no date', () => {
    expect([firstDayOf('soon'), firstDayOf(undefined), lastDayOf('')]).toEqual([null, null, null])
  })
})

describe('a scale', () => {
  const scale = scaleFor({ first: day('2025-04-01'), last: day('2025-04-30') }, 0, 700)

  it('finds the day that it drew', () => {
    for (const iso of ['2025-04-01', '2025-04-15', '2025-04-30'])
      expect(dayText(dayAt(scale, xOf(scale, day(iso)) + 0.01))).toBe(iso)
    expect(dayAt(scale, -50)).toBe(scale.first)
    expect(dayAt(scale, 5000)).toBe(scale.last)
  })

  it.each([
    ['2025-04-08', '2025-04-08', 1200],
    ['2025-01-01', '2025-06-01', 400],
    ['2019-06-01', '2025-06-01', 320],
    ['1950-01-01', '2025-06-01', 1200],
  ])('of %s to %s on %i pixels has labels with room between them', (first, last, width) => {
    const ticks = ticksOf(scaleFor({ first: day(first), last: day(last) }, 0, width))
    expect(ticks.length).toBeGreaterThan(1)
    const made = scaleFor({ first: day(first), last: day(last) }, 0, width)
    const gaps = ticks.slice(1).map((tick, i) => (tick.day - (ticks[i]?.day ?? 0)) * pixelsPerDay(made))
    expect(Math.min(...gaps)).toBeGreaterThan(40)
  })
})

describe('the core of the days', () => {
  const about = (iso: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({ first: day(iso) + i, last: day(iso) + i }))

  it('leaves a few that lie far off to the edges', () => {
    const days = [...about('1951-09-08', 2), ...about('2025-03-01', 40), ...about('2060-01-01', 1)]
    expect(coreOf(days)).toEqual({ first: day('2025-03-01'), last: day('2025-03-01') + 39 })
  })

  it('keeps a tenth of them wherever it lies, and all of a handful', () => {
    expect(coreOf([...about('1951-09-08', 5), ...about('2025-03-01', 40)])?.first).toBe(day('1951-09-08'))
    expect(coreOf([...about('1951-09-08', 1), ...about('2025-03-01', 5)])?.first).toBe(day('1951-09-08'))
    expect(coreOf([])).toBeNull()
  })
})
