import { describe, expect, it } from 'vitest'
import { count, showDay, showDays, showTime, showWhen } from './show-date.ts'

describe('days', () => {
  it.each([
    ['2025-04-08', '8 Apr 2025'],
    ['2025-04-08T23:59:00-11:00', '8 Apr 2025'],
    ['2025-04', 'Apr 2025'],
    ['2025', '2025'],
    ['2025-13-01', '2025'],
    ['soon', 'soon'],
  ])('shows %s as %s', (iso, shown) => {
    expect(showDay(iso)).toBe(shown)
  })

  it.each([
    ['2025-04-08', '2025-04-08', '8 Apr 2025'],
    ['2025-04-08', '2025-04-10', '8–10 Apr 2025'],
    ['2025-03-30', '2025-04-02', '30 Mar – 2 Apr 2025'],
    ['2024-12-30', '2025-01-02', '30 Dec 2024 – 2 Jan 2025'],
  ])('shows %s to %s as %s', (first, last, shown) => {
    expect(showDays(first, last)).toBe(shown)
  })
})

it('shows when something happened no more precisely than the text does', () => {
  expect(showWhen({ start: '2024-01-01', end: '2024-12-31', precision: 'year', span: null })).toBe('2024')
  expect(showWhen({ start: '2024-03-01', end: '2024-03-31', precision: 'month', span: null })).toBe('Mar 2024')
  expect(showWhen({ start: '2024-03-04', end: '2024-03-10', precision: 'week', span: null })).toBe('week of 4 Mar 2024')
})

it('shows a time of day with the zone as written', () => {
  expect(showTime('2025-04-08T21:44:10Z')).toBe('21:44 UTC')
  expect(showTime('2025-04-08T21:44+09:00')).toBe('21:44 UTC+09:00')
  expect(showTime('2025-04-08')).toBeNull()
})

it('counts in words', () => {
  expect([0, 1, 1200].map(n => count(n, 'story', 'stories'))).toEqual(['no stories', '1 story', '1,200 stories'])
})
