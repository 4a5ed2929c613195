import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDate, parseDate } from './parse-date.ts'

describe('parseDate', () => {
  it.each([
    ['Tue, 08 Apr 2025 09:30:00 +0900', '2025-04-08T09:30:00+09:00'],
    ['Tue, 8 Apr 2025 09:30:00 GMT', '2025-04-08T09:30:00Z'],
    ['8 Apr 2025 09:30 UT', '2025-04-08T09:30:00Z'],
    ['Tue, 08 Apr 25 09:30:00 EST', '2025-04-08T09:30:00-05:00'],
    ['Wed, 9 Apr 2025 7:05 JST', '2025-04-09T07:05:00+09:00'],
    ['Tue, 08 Apr 2025 09:30:00 +0200 (CEST)', '2025-04-08T09:30:00+02:00'],
    ['Tue, 08 Apr 2025 09:30:00 GMT+2', '2025-04-08T09:30:00+02:00'],
    ['2025-04-08T00:30:00.123Z', '2025-04-08T00:30:00Z'],
    ['20250408T093000Z', '2025-04-08T09:30:00Z'],
    ['2025-04-08t00:30:00z', '2025-04-08T00:30:00Z'],
    ['2025-04-08 09:30:00 +0000', '2025-04-08T09:30:00+00:00'],
    ['Tue Apr  8 09:30:00 2025', '2025-04-08T09:30:00'],
    ['Tue Apr 8 09:30:00 JST 2025', '2025-04-08T09:30:00+09:00'],
    ['Tuesday, April 8, 2025 9:30 PM EDT', '2025-04-08T21:30:00-04:00'],
    ['April 8th, 2025', '2025-04-08'],
    ['8. April 2025, 09:30 Uhr', '2025-04-08T09:30:00'],
    ['8 de abril de 2025', '2025-04-08'],
    ['2025年4月8日 09:30', '2025-04-08T09:30:00'],
    ['25/12/2024', '2024-12-25'],
    ['12/25/2024', '2024-12-25'],
    ['Tue, 08 Apr 2025 12:05 AM', '2025-04-08T00:05:00'],
  ])('reads %s', (written, expected) => {
    expect(parseDate(written)).toBe(expected)
  })

  it.each([
    '08/04/2025',
    'Mon, 31 Feb 2025 00:00:00 GMT',
    '0000-00-00 00:00:00',
    '-0001-11-30T00:00:00+00:00',
    '99999-01-01',
    'Tue, 08 Apr 99999 09:30:00 GMT',
    'Yesterday',
    '',
    '2025',
    '1744104600',
    '29 February 2025',
  ])('gives nothing for %s', written => {
    expect(parseDate(written)).toBeNull()
  })

  it('keeps only the day of a time whose zone has two meanings', () => {
    expect(parseDate('Tue, 08 Apr 2025 09:30:00 IST')).toBe('2025-04-08T09:30:00')
  })

  it('answers any text with null or a day that exists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9A-Za-z:,\-+/ ]{0,60}$/)), text => {
        const found = parseDate(text)
        if (found !== null) {
          expect(isIsoDate(found)).toBe(true)
          expect(new Date(`${found.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.slice(0, 10))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the inverse of writing a date in RFC 822 form', () => {
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, date => {
        const found = parseDate(date.toUTCString())
        expect(Date.parse(found ?? '')).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })
})
