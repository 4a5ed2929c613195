import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Marking, TLP, type Viewer } from '../model/viewer.ts'
import { maySee, NOBODY, tlpLevel, tlpOf } from './may-see.ts'
import { mostRestrictive } from './most-restrictive.ts'

const group = fc.constantFrom('a', 'b', 'c', NOBODY)
const marking: fc.Arbitrary<Marking> = fc.record({ tlp: fc.constantFrom(...TLP), groups: fc.uniqueArray(group) })
const viewer: fc.Arbitrary<Viewer> = fc.record({
  name: fc.constant('v'),
  clearance: fc.constantFrom(...TLP),
  groups: fc.uniqueArray(group),
})

describe('who may see what', () => {
  it.each<[Viewer['clearance'], string[], Marking, boolean]>([
    ['CLEAR', [], { tlp: 'CLEAR', groups: [] }, true],
    ['CLEAR', ['a'], { tlp: 'GREEN', groups: [] }, false],
    ['AMBER', [], { tlp: 'AMBER+STRICT', groups: [] }, false],
    ['RED', ['b'], { tlp: 'RED', groups: ['a', 'b'] }, true],
    ['RED', ['c'], { tlp: 'CLEAR', groups: ['a', 'b'] }, false],
    ['RED', [NOBODY], { tlp: 'CLEAR', groups: [NOBODY] }, false],
  ])('clearance %s in %j sees %j: %s', (clearance, groups, marked, expected) => {
    expect(maySee({ name: 'v', clearance, groups }, marked)).toBe(expected)
  })

  it('shows nothing with a label that is none', () => {
    const odd = { tlp: 'WHITE', groups: [] } as unknown as Marking
    expect(maySee({ name: 'v', clearance: 'RED', groups: [] }, odd)).toBe(false)
    expect(mostRestrictive([odd]).tlp).toBe('RED')
    expect(tlpOf(17)).toBe('RED')
  })

  it('lets what is made of several things be seen only by who may see each of them', () => {
    fc.assert(
      fc.property(viewer, fc.array(marking, { maxLength: 5 }), (who, markings) => {
        const together = mostRestrictive(markings)
        if (maySee(who, together)) for (const one of markings) expect(maySee(who, one)).toBe(true)
        for (const one of markings) expect(tlpLevel(together.tlp)).toBeGreaterThanOrEqual(tlpLevel(one.tlp))
      }),
    )
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(marking, { maxLength: 4 }), markings => {
        expect(mostRestrictive([...markings].reverse())).toEqual(mostRestrictive(markings))
      }),
    )
  })
})
