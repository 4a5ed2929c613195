import { describe, expect, it } from 'vitest'
import type { EventTimeline, TimelineMark } from '../../../src/model/api.ts'
import { quadOf } from '../../../src/model/reading.ts'
import { countIn, extentOf, layOut } from './layout.ts'
import { scaleFor } from './scale.ts'

function mark(id: string, type: TimelineMark['type'], start: string | null, end = start): TimelineMark {
  return {
    ...{ id, type, mode: null, quad: quadOf(type), status: 'happened', negated: false, claimed: false },
    ...{ actors: [], recipients: [], why: start === null ? 'no day' : null },
    when: start === null || end === null ? null : { start, end, precision: 'day' },
  }
}

const timeline = (marks: readonly TimelineMark[]): EventTimeline => ({
  total: marks.length,
  unit: 'day',
  marks,
  bins: null,
})
const laid = (of: EventTimeline, width = 600, rows = 3) =>
  layOut(of, scaleFor(extentOf(of) ?? { first: 0, last: 0 }, 0, width), { cell: 12, rows })

/** All signs of a layout and what it counts beyond them. */
const drawnOf = (layout: ReturnType<typeof laid>): number =>
  layout.bins.reduce((sum, bin) => sum + bin.marks.length + bin.more.up + bin.more.down, 0)

describe('the layout of a timeline', () => {
  it('sets verbal classes next to the line and material ones beyond, on their sides', () => {
    const of = timeline([
      mark('aid', 'AID', '2025-04-08'),
      mark('meet', 'CONSULT', '2025-04-08'),
      mark('hit', 'ASSAULT', '2025-04-08'),
      mark('blame', 'ACCUSE', '2025-04-08'),
    ])
    const rows = Object.fromEntries(laid(of).bins.flatMap(bin => bin.marks.map(one => [one.mark.id, one.row])))
    expect(rows).toEqual({ meet: 0, aid: 1, blame: 0, hit: 1 })
  })

  it('leaves no event out: what has no room is counted', () => {
    // A day is 20 pixels wide: one column of three.
    const of = timeline([
      ...Array.from({ length: 9 }, (_, i) => mark(`a${i}`, 'CONSULT', '2025-04-08')),
      ...Array.from({ length: 20 }, (_, i) => mark(`b${i}`, 'CONSULT', `2025-04-${String(i + 9).padStart(2, '0')}`)),
    ])
    const layout = laid(of)
    expect(layout.drawn).toBe('marks')
    expect(drawnOf(layout)).toBe(29)
    expect(Math.max(...layout.bins.map(bin => bin.more.up))).toBeGreaterThan(0)
  })

  it('goes over to bars when many bins overflow, with the same numbers', () => {
    const of = timeline(
      Array.from({ length: 400 }, (_, i) =>
        mark(`a${i}`, i % 2 === 0 ? 'AGREE' : 'PROTEST', `2025-04-${String((i % 28) + 1).padStart(2, '0')}`),
      ),
    )
    const layout = laid(of)
    expect(layout.drawn).toBe('bars')
    expect(layout.bins.flatMap(bin => bin.marks)).toEqual([])
    const total = layout.bins.reduce((sum, { counts }) => sum + counts[1] + counts[2] + counts[3] + counts[4], 0)
    expect(total).toBe(400)
  })

  it('draws counts that came as such, by day and by month', () => {
    const of: EventTimeline = {
      ...{ total: 7000, unit: 'month', marks: null },
      bins: [
        { at: '2020-01', quad: 1, count: 4000, why: null },
        { at: '2025-04', quad: 4, count: 2900, why: null },
        { at: null, quad: 1, count: 100, why: 'no day' },
      ],
    }
    const layout = laid(of)
    expect(layout.drawn).toBe('bars')
    expect(layout.most).toBe(4000)
    expect(layout.bins.map(({ counts }) => [counts[1], counts[4]])).toEqual([
      [4000, 0],
      [0, 2900],
    ])
    expect(countIn(of, null)).toBe(6900)
  })

  it('sets what lies off the scale at its edges', () => {
    const of = timeline([mark('old', 'AGREE', '1951-09-08'), mark('new', 'AGREE', '2025-04-08')])
    const scale = scaleFor({ first: 20_180, last: 20_190 }, 40, 600)
    const [edge, bin] = layOut(of, scale, { cell: 12, rows: 3 }).bins
    expect(edge).toMatchObject({ edge: 'earlier', right: 40 })
    expect(edge?.marks[0]?.x).toBeLessThan(40)
    expect(bin).toMatchObject({ edge: null })
  })

  it('draws the days that a telling leaves open', () => {
    const of = timeline([mark('week', 'CONSULT', '2025-03-31', '2025-04-06'), mark('day', 'CONSULT', '2025-04-20')])
    const reach = Object.fromEntries(laid(of).bins.flatMap(bin => bin.marks.map(one => [one.mark.id, one.reach])))
    expect(reach['day']).toBeNull()
    const [from = 0, to = 0] = reach['week'] ?? []
    expect(to - from).toBeGreaterThan(100)
  })

  it('is happy with nothing', () => {
    expect(extentOf(timeline([mark('a', 'AID', null)]))).toBeNull()
    expect(laid(timeline([])).bins).toEqual([])
  })

  it('counts an event in all days that it may have happened on', () => {
    const of = timeline([mark('week', 'CONSULT', '2025-03-31', '2025-04-06'), mark('none', 'AID', null)])
    const day = 20_180 // 2025-04-02
    expect(countIn(of, { first: day, last: day })).toBe(1)
    expect(countIn(of, { first: day + 10, last: day + 20 })).toBe(0)
  })
})
