import { describe, expect, it } from 'vitest'
import { datelineEnd } from './dateline.ts'

describe('a dateline', () => {
  it.each([
    ['LONDON, May 1 (Example Wire) - Ana Example said no.', 'LONDON, May 1 (Example Wire) - '],
    ['LONDON (Example Wire) — Ana Example said no.', 'LONDON (Example Wire) — '],
    ['LONDON - Ana Example said no.', 'LONDON - '],
    ['London, May 1 (Example Wire) -- Ana Example said no.', 'London, May 1 (Example Wire) -- '],
    ['WEST SAMPLE, N.J., Sept. 11 — Ana Example said no.', 'WEST SAMPLE, N.J., Sept. 11 — '],
    ['(Example Wire) - Ana Example said no.', '(Example Wire) - '],
    ['A headline\n\nLONDON - Ana Example said no.', 'A headline\n\nLONDON - '],
  ])('%s', (text, head) => {
    expect(text.slice(0, datelineEnd(text))).toBe(head)
  })

  it.each(['Talks in Samplia - what we know', 'EU-wide talks began - and ended.', '', 'A'.repeat(100_000)])(
    'is none in %.40s',
    text => {
      expect(datelineEnd(text)).toBe(0)
    },
  )
})
