import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import { findDates, parseDate } from './parse-date.ts'

describe('parseDate', () => {
  it.each([
    ['2025-04-08', '2025-04-08'],
    ['2025-04-08T23:30:00-07:00', '2025-04-08T23:30:00-07:00'],
    ['2025-04-08T09:30:00.123Z', '2025-04-08T09:30:00Z'],
    ['2025-04-08 09:30', '2025-04-08T09:30'],
    ['Tue, 08 Apr 2025 09:30:00 +0200', '2025-04-08'],
    ['April 8th, 2025', '2025-04-08'],
    ['8. April 2025 um 10:15 Uhr', '2025-04-08'],
    ['Dienstag, 1. März 2022', '2022-03-01'],
    ['le 7 mai 2020', '2020-05-07'],
    ['8 de abril de 2025', '2025-04-08'],
    ['8 aprile 2025', '2025-04-08'],
    ['8 kwietnia 2025', '2025-04-08'],
    ['8 Nisan 2025', '2025-04-08'],
    ['2025年4月8日', '2025-04-08'],
    ['08.04.2025', '2025-04-08'],
    ['20250408T093000Z', '2025-04-08'],
    ['2025/04/08', '2025-04-08'],
  ])('reads %j as %s', (value, day) => {
    expect(parseDate(value, 'unclear')).toBe(day)
  })

  it.each([
    '2025-02-31',
    '0000-00-00',
    '99999-04-08',
    '31 February 2025',
    'Yesterday',
    '1970-01-01',
    '25:99',
    '',
    '04/08/2025',
  ])('reads no date in %j', value => {
    expect(parseDate(value, 'unclear')).toBeNull()
  })

  it('reads figures in the order of the page', () => {
    expect(parseDate('04/08/2025', 'day-first')).toBe('2025-08-04')
    expect(parseDate('04/08/2025', 'month-first')).toBe('2025-04-08')
    expect(parseDate('25/12/2025', 'month-first')).toBe('2025-12-25')
  })
})

it('finds dates in running text with their offsets', () => {
  const text = 'Posted on 8 April 2025, updated 9 April 2025.'
  expect(findDates(text, 'unclear').map(({ day, at }) => [day, text.slice(at, at + 7)])).toEqual([
    ['2025-04-08', '8 April'],
    ['2025-04-09', '9 April'],
  ])
})

it.each([['Jan '], ['9'], ['1.'], ['Jan ', '9', '1.']])('reads %j without end in linear time', (...parts) =>
  expectLinear({
    size: 160_000,
    make: size => parts.map(part => part.repeat(size)).join(''),
    run: text => findDates(text, 'unclear', Number.POSITIVE_INFINITY),
  }),
)
