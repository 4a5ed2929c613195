import { describe, expect, it } from 'vitest'
import { mark, readGold, readPredictions } from './score-amounts.js'

const text = 'The navy has 12 ships and 3 km of wire.'
const ships = {
  span: [13, 21],
  value: 12,
  low: 12,
  high: 12,
  unit: 'ship',
  counted: [16, 21],
  class: 'ships',
  whose: [0, 8],
}
const wire = { span: [26, 30], value: 3, low: 3, high: 3, unit: 'km', counted: [34, 38], class: 'distance' }
const gold = readGold(JSON.stringify({ id: 'a', text, amounts: [ships, wire], capabilities: [] }))

/** Counts of the text, when so much was read. */
function counts(amounts: readonly object[]): Record<string, { of: number; right: number; said: number }> {
  const mentions = amounts.map(one => ({ kind: 'amount', ...one }))
  const said = readPredictions(JSON.stringify({ file: 'gold.jsonl#a', mentions, capabilities: [] }))
  return mark(gold, said)[0]?.counts ?? {}
}

describe('score-amounts', () => {
  it('counts what is right', () => {
    expect(counts([ships, wire])).toMatchObject({
      'value and unit': { of: 2, right: 2, said: 2 },
      whole: { right: 1 },
      counted: { right: 2 },
      whose: { right: 2 },
    })
  })

  it.each([
    ['another value', { value: 13 }, 'value and unit'],
    ['a bound that is open', { high: undefined }, 'value and unit'],
    ['another unit', { unit: 'boat' }, 'value and unit'],
    ['what is not said to be exact', { approximate: true }, 'value and unit'],
    ['another class', { class: 'troops' }, 'class'],
    ['other words counted', { counted: [0, 8] }, 'counted'],
    ['another owner', { whose: null }, 'whose'],
  ])('canary: counts %s as wrong', (_, change, measure) => {
    expect(counts([{ ...ships, ...change }, wire])[measure]).toMatchObject({ of: 2, right: 1 })
  })

  it('canary: counts what is missing and what is too many', () => {
    expect(counts([ships])['value and unit']).toEqual({ of: 2, right: 1, said: 1 })
    expect(counts([ships, wire, { ...ships, span: [0, 3] }])).toMatchObject({ whole: { right: 0 } })
  })

  it('refuses a gold span outside its text', () => {
    expect(() =>
      readGold(JSON.stringify({ id: 'a', text: 'x', amounts: [{ span: [0, 9] }], capabilities: [] })),
    ).toThrow(/line 1/)
  })
})
