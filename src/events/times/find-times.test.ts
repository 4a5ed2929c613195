import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import type { Span } from '../../model/span.ts'
import { findTimes } from './find-times.ts'

function doc(text: string): { text: string; sentences: Span[] } {
  return { text, sentences: text === '' ? [] : [[0, text.length]] }
}

function values(text: string, published: string | null = '2025-04-08'): string[] {
  return findTimes(doc(text), published).map(({ span, value }) => `${text.slice(...span)} = ${value}`)
}

describe('findTimes', () => {
  // 8 April 2025 was a Tuesday in ISO week 15
  it.each([
    ['He spoke on Tuesday.', 'Tuesday = 2025-04-08'],
    ['He spoke on Monday.', 'Monday = 2025-04-07'],
    ['He will speak on Monday.', 'Monday = 2025-04-14'],
    ['He spoke last week.', 'last week = 2025-W14'],
    ['They agreed on Monday to meet.', 'Monday = 2025-04-07'],
    ['They agreed to meet on Monday.', 'Monday = 2025-04-14'],
    ['He travels to Samplia this week.', 'this week = 2025-W15'],
    ['They signed it in 2024.', '2024 = 2024'],
    ['They met earlier this month.', 'earlier this month = 2025-04'],
    ['He took office in October 2024.', 'October 2024 = 2024-10'],
    ['Trade fell in the first quarter.', 'the first quarter = 2025-Q1'],
    ['They left two years ago.', 'two years ago = 2023'],
    ['They left three months ago.', 'three months ago = 2025-01'],
    ['They left ten days ago.', 'ten days ago = 2025-03-29'],
    ['In recent years trade grew.', 'recent years = PAST_REF'],
    ['He spoke on 8 April 2025.', '8 April 2025 = 2025-04-08'],
    ['He spoke on April 8, 2025.', 'April 8, 2025 = 2025-04-08'],
    ['He spoke on Dec. 31.', 'Dec. 31 = 2024-12-31'],
    ['He will speak on June 3.', 'June 3 = 2025-06-03'],
    ['It came into force on 2024-02-29.', '2024-02-29 = 2024-02-29'],
    ['It fell on 13/04/2025.', '13/04/2025 = 2025-04-13'],
    ['The talks lasted three days.', 'three days = P3D'],
    ['The talks lasted two and a half hours.', 'two and a half hours = PT2H30M'],
    ['A two-week truce began.', 'two-week = P2W'],
    ['They meet every Thursday.', 'every Thursday = XXXX-WXX-4'],
    ['They met at 10:30 a.m. on Monday.', '10:30 a.m. on Monday = 2025-04-07T10:30'],
    ['They met Monday evening.', 'Monday evening = 2025-04-07TEV'],
    ['Life in the 1980s was slow.', 'the 1980s = 198'],
    ['They met last December.', 'last December = 2024-12'],
    ['It opened in the spring of 2023.', 'the spring of 2023 = 2023-SP'],
  ])('reads: %s', (text, expected) => {
    expect(values(text)).toContain(expected)
  })

  it('reads a range of days as one expression with its days', () => {
    for (const text of [
      'They met from 2 to 4 April 2025.',
      'They met on 2-4 April 2025.',
      'They met on April 2-4, 2025.',
    ]) {
      const [time] = findTimes(doc(text), null)
      expect(time).toMatchObject({ interval: { start: '2025-04-02', end: '2025-04-04' }, precision: 'range' })
    }
  })

  it('counts "two days later" from the day named before', () => {
    expect(values('They met on 3 March 2024 and again two days later.', null)).toEqual([
      '3 March 2024 = 2024-03-03',
      'two days later = 2024-03-05',
    ])
  })

  it('leaves relative expressions unresolved without a publication date, and says why', () => {
    for (const text of ['He spoke last week.', 'He spoke yesterday.', 'He spoke this year.']) {
      const [time] = findTimes(doc(text), null)
      expect(time).toMatchObject({
        value: null,
        interval: null,
        precision: null,
        why: 'the publication date is unknown',
      })
    }
    expect(findTimes(doc('He spoke on April 8.'), null)[0]).toMatchObject({ value: 'XXXX-04-08', interval: null })
    expect(findTimes(doc('He spoke in 2024.'), null)[0]).toMatchObject({ value: '2024' })
  })

  it('never moves a day that no calendar has to one that it has', () => {
    for (const text of [
      'on 30 February 2025',
      'on February 29, 2025',
      'on 31/04/2025',
      'on 2025-13-01',
      'on 2025-02-30',
    ]) {
      for (const time of findTimes(doc(text), '2025-04-08')) {
        expect(time.interval).toBeNull()
        expect(time.why).toBeTruthy()
      }
    }
    for (const text of ['in the year 99999', 'on 3 May 99999.', 'on May 3, 99999.', 'the year 0000'])
      expect(findTimes(doc(text), '2025-04-08')).toMatchObject([
        { value: null, interval: null, why: 'only the years 1 to 9999 are read' },
      ])
    expect(values('On 3 May 12000 troops left.')).toContain('3 May = 2025-05-03')
    expect(values('He left on 30 February.')).toEqual(['30 February = null'])
    for (const text of ['They met from 4 to 2 April 2025.', 'It ran 2025-2023.'])
      expect(findTimes(doc(text), '2025-04-08')).toMatchObject([{ interval: null, why: 'the range runs backwards' }])
    expect(findTimes(doc('on 03/04/2025'), '2025-04-08')[0]).toMatchObject({
      value: null,
      why: 'day and month cannot be told apart',
    })
  })

  it('does not take counts, labels and sums for years', () => {
    for (const text of ['It sent 2000 troops.', 'It cost $2024.', 'Flight 1945 landed.', 'He ran 2000 metres.'])
      expect(values(text)).toEqual([])
  })

  it('takes an unreadable publication date for unknown', () => {
    expect(findTimes(doc('He spoke yesterday.'), 'soon')[0]?.value).toBeNull()
    expect(findTimes(doc('He spoke yesterday.'), '2025-02-30')[0]?.value).toBeNull()
  })

  const list = (n: number): string =>
    Array.from({ length: n }, (_, k) => `${(k % 28) + 1} May ${1950 + (k % 70)}`).join(', ')

  it('reads every one of five thousand dates', () => {
    expect(findTimes(doc(list(5000)), null)).toHaveLength(5000)
  })

  it.each<[string, number, (size: number) => string]>([
    ['dates', 4000, list],
    ['long numbers', 2000, size => `${'1'.repeat(40)} `.repeat(size)],
    ['articles', 40_000, size => 'the '.repeat(size)],
    ['words that begin an expression', 16_000, size => 'early late mid '.repeat(size)],
  ])('reads %s without end in linear time', (_what, size, text) =>
    expectLinear({ size, make: count => doc(text(count)), run: read => findTimes(read, '2025-04-08') }),
  )
})

const GOLD = '../shared/data/time/timebank'

describe.skipIf(!fs.existsSync(GOLD))('spans on real text', () => {
  it('lie in the text, ascend and do not overlap', () => {
    for (const line of fs.readFileSync(`${GOLD}/articles.jsonl`, 'utf8').split('\n').slice(0, 40)) {
      if (line === '') continue
      const { text } = JSON.parse(line) as { text: string }
      let end = 0
      for (const { span } of findTimes(doc(text), '1998-01-08')) {
        expect(span[0]).toBeGreaterThanOrEqual(end)
        expect(span[1]).toBeGreaterThan(span[0])
        end = span[1]
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }
  })
})
