import { describe, expect, it } from 'vitest'
import { mark, readGold, readPredictions, scores } from './score-article-events.js'

const text = 'Samplia met Testonia. The police arrested an editor, a rally said. Norlia praised it.'
const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
const sentences = [
  at('Samplia met Testonia.'),
  at('The police arrested an editor, a rally said.'),
  at('Norlia praised it.'),
]
const met = { trigger: at('met'), type: 'CONSULT', status: 'happened', actors: [at('Samplia'), at('Testonia')] }
const arrest = { trigger: at('arrested'), type: 'COERCE', status: 'happened', actors: [at('The police')] }
const article = {
  id: 'a',
  part: 'dev',
  text,
  published: '2025-01-01',
  sentences,
  events: [
    { ...met, recipients: [], mutual: true },
    { ...arrest, recipients: [at('an editor')], orTypes: ['ACCUSE'] },
  ],
  also: [{ trigger: at('rally'), types: ['PROTEST'] }],
}

/** A told event as a Reading has it. */
const told = (event: object, words: { actors?: string[]; recipients?: string[] } = {}) => ({
  status: 'happened',
  ...event,
  actors: (words.actors ?? []).map(one => ({ span: at(one) })),
  recipients: (words.recipients ?? []).map(one => ({ span: at(one) })),
})
const bothRight = [
  told(met, { actors: ['Samplia'], recipients: ['Testonia'] }),
  told(arrest, { actors: ['police'], recipients: ['editor'] }),
]

/** Verdicts on what was told, and the scores. */
function score(events: readonly object[]) {
  const marked = mark(
    readGold(JSON.stringify(article)),
    readPredictions(JSON.stringify({ file: 'texts/a.txt', events })),
  )
  return { verdicts: marked[0]?.judged.map(one => one.verdict), missed: marked[0]?.missed.length, ...scores(marked) }
}

describe('score-article-events', () => {
  it('counts what is right, who met whom on either side', () => {
    expect(score(bothRight)).toMatchObject({
      verdicts: ['right', 'right'],
      missed: 0,
      precision: { value: 1, of: 2 },
      recall: { value: 1, of: 2 },
      'wholly right': { value: 1 },
      status: { value: 1 },
    })
  })

  it('takes another accepted type, and another trigger of the sentence with a side that is right', () => {
    expect(score([told({ ...arrest, type: 'ACCUSE' })]).verdicts).toEqual(['right'])
    expect(score([told({ ...arrest, trigger: at('said') }, { actors: ['police'] })]).verdicts).toEqual(['right'])
  })

  it('neither rewards nor punishes what is borderline', () => {
    const borderline = told({ trigger: at('rally'), type: 'PROTEST' })
    expect(score([...bothRight, borderline])).toMatchObject({ precision: { value: 1, of: 2 }, recall: { of: 2 } })
  })

  it.each([
    ['an event that is none', told({ trigger: at('praised'), type: 'SUPPORT' }, { actors: ['Norlia'] }), 'none'],
    ['a borderline word of another type', told({ trigger: at('rally'), type: 'ASSAULT' }), 'none'],
    ['another type', told({ ...arrest, type: 'ASSAULT' }, { actors: ['police'] }), 'type'],
    ['swapped sides', told(arrest, { actors: ['editor'], recipients: ['police'] }), 'side'],
    ['one side too many', told(arrest, { actors: ['police'], recipients: ['editor', 'rally'] }), 'side'],
    ['a trigger elsewhere with no side of it', told({ ...arrest, trigger: at('said') }, { actors: ['rally'] }), 'none'],
  ])('canary: counts %s as wrong', (_, event, verdict) => {
    const said = score([event])
    expect(said.verdicts).toEqual([verdict])
    expect(said['wholly right']?.value).toBe(0)
  })

  it('canary: a second telling of one event is too many, and another status is wrong', () => {
    expect(score([bothRight[1] ?? {}, bothRight[1] ?? {}]).precision).toMatchObject({ value: 0.5, of: 2 })
    expect(score([told({ ...arrest, status: 'planned' }, { actors: ['police'] })])).toMatchObject({
      status: { value: 0, of: 1 },
    })
  })

  it.each([
    ['a trigger outside', { events: [{ ...article.events[0], trigger: [0, 900] }] }],
    ['a side in another sentence', { events: [{ ...article.events[0], recipients: [at('Norlia')] }] }],
    ['no known type', { also: [{ trigger: at('rally'), types: ['MARCH'] }] }],
    ['no known part', { part: 'test' }],
  ])('refuses a gold article with %s', (_, change) => {
    expect(() => readGold(JSON.stringify({ ...article, ...change }))).toThrow(/line 1/)
  })
})
