import { describe, expect, it } from 'vitest'
import { mark, readGold, readPredictions, scoresOf } from './score-event-times.js'

const text = 'Rebels attacked the port on Monday. Samplia condemned the rebels.'
const monday = { start: '2025-04-07', end: '2025-04-07', span: [28, 34] }
const passage = {
  ...{ id: 'a', text, published: '2025-04-08' },
  events: [
    { trigger: [7, 15], when: monday },
    { trigger: [44, 53], when: null },
  ],
}
const gold = readGold(`${JSON.stringify(passage)}\n`)
const bare = { trigger: [44, 53], when: null, whenWhy: 'the text names no day' }

/** Scores in view, when these events were read. */
function scores(events: readonly object[]): Record<string, { value: number }> {
  const said = readPredictions(JSON.stringify({ file: 'gold.jsonl#a', events }))
  return scoresOf(mark(gold, said))['in view'] as Record<string, { value: number }>
}

describe('score-event-times', () => {
  it('counts days and what has none', () => {
    expect(scores([{ trigger: [7, 15], when: monday }, bare])).toMatchObject({
      right: { value: 1 },
      'dates right': { value: 1 },
      'dates found': { value: 1 },
      words: { value: 1 },
    })
  })

  it.each([
    ['another day', [{ trigger: [7, 15], when: { ...monday, end: '2025-04-08' } }, bare], 0.5, 0, 0],
    ['no day', [{ trigger: [7, 15], when: null }, bare], 0.5, 1, 0],
    [
      'a day that the text does not give',
      [
        { trigger: [7, 15], when: monday },
        { ...bare, when: monday },
      ],
      0.5,
      0.5,
      1,
    ],
    ['no event', [bare], 0.5, 1, 0],
  ])('says what is wrong: %s', (_, events, right, given, found) => {
    expect(scores(events)).toMatchObject({
      right: { value: right },
      'dates right': { value: given },
      'dates found': { value: found },
    })
  })

  it('sees whose words show the day', () => {
    const elsewhere = { ...monday, span: [0, 6] }
    expect(scores([{ trigger: [7, 15], when: elsewhere }, bare])['words']?.value).toBe(0)
  })

  it('counts in title, blank line, text, and refuses what lies outside or runs backwards', () => {
    const titled = { ...passage, title: 'Port', events: [{ trigger: [60, 71], when: null }] }
    expect(readGold(JSON.stringify(titled))).toHaveLength(1)
    const far = { ...passage, events: [{ trigger: [60, 99], when: null }] }
    expect(() => readGold(JSON.stringify(far))).toThrow('line 1')
    const back = { ...passage, events: [{ trigger: [7, 15], when: { ...monday, start: '2025-04-09' } }] }
    expect(() => readGold(JSON.stringify(back))).toThrow('line 1: days that run backwards')
  })
})
