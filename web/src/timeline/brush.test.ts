import { describe, expect, it } from 'vitest'
import { brushKey, dragged, gripAt } from './brush.ts'

const within = { bounds: { first: 10, last: 40 }, step: 2 }
const press = (key: string, shift = false) => ({ key, shift })

describe('keys over the chosen days', () => {
  it.each([
    ['begin at the first event', 'ArrowRight', false, null, { first: 10, last: 11 }],
    ['begin at the last event', 'ArrowLeft', false, null, { first: 39, last: 40 }],
    ['move on', 'ArrowRight', false, { first: 12, last: 15 }, { first: 14, last: 17 }],
    ['move back, not beyond the first event', 'ArrowLeft', false, { first: 11, last: 15 }, { first: 10, last: 14 }],
    ['move on, not beyond the last event', 'ArrowRight', false, { first: 36, last: 40 }, { first: 36, last: 40 }],
    ['extend', 'ArrowRight', true, { first: 12, last: 15 }, { first: 12, last: 17 }],
    ['take back, down to one day', 'ArrowLeft', true, { first: 12, last: 13 }, { first: 12, last: 12 }],
    ['go to the beginning', 'Home', false, { first: 20, last: 25 }, { first: 10, last: 15 }],
    ['go to the end', 'End', false, { first: 20, last: 25 }, { first: 35, last: 40 }],
    ['extend to the end', 'End', true, { first: 20, last: 25 }, { first: 20, last: 40 }],
  ] as const)('%s', (_name, key, shift, range, next) => {
    expect(brushKey(press(key, shift), range, within)).toEqual(next)
  })

  it('let go with Escape, and leave it alone when nothing is chosen', () => {
    expect(brushKey(press('Escape'), { first: 12, last: 15 }, within)).toBe('clear')
    expect(brushKey(press('Escape'), null, within)).toBeNull()
  })

  it('are no others', () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'j', 'Enter', 'Tab'])
      expect(brushKey(press(key), null, within)).toBeNull()
  })
})

describe('a drag', () => {
  it('takes hold of an edge, the middle, or open ground', () => {
    const edges = { left: 100, right: 200 }
    expect([97, 103, 150, 198, 240].map(x => gripAt(x, edges))).toEqual(['first', 'first', 'move', 'last', 'new'])
    expect(gripAt(50, null)).toBe('new')
  })

  it('chooses, moves, and turns round at the other edge', () => {
    const { bounds } = within
    const before = { first: 20, last: 25 }
    expect(dragged('new', before, 30, 12, bounds)).toEqual({ first: 12, last: 30 })
    expect(dragged('move', before, 22, 24, bounds)).toEqual({ first: 22, last: 27 })
    expect(dragged('first', before, 20, 30, bounds)).toEqual({ first: 25, last: 30 })
    expect(dragged('last', before, 25, 15, bounds)).toEqual({ first: 15, last: 20 })
  })
})
