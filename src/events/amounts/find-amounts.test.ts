import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import { parseText } from '../../parse/parse-article.ts'
import { expressionMentions } from '../expression-mentions.ts'
import { findAmounts } from './find-amounts.ts'

const knowledge = loadKnowledge()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(loadReaderFiles())

async function amounts(text: string): Promise<string[]> {
  return findAmounts(await parseText(text, { knowledge, encoder })).map(
    ({ value, low, high, unit }) => `${value} [${low}, ${high}] ${unit}`,
  )
}

describe('findAmounts', () => {
  it.each([
    ['At least 12 ships left.', '12 [12, null] ship'],
    ['A dozen soldiers left.', '12 [12, 12] soldier'],
    ['It spends 2 % of GDP.', '2 [2, 2] %'],
    ['It spends 2.5 percent of GDP.', '2.5 [2.5, 2.5] %'],
    ['It cost $36 billion.', '36000000000 [36000000000, 36000000000] USD'],
    ['It cost €1.2 million.', '1200000 [1200000, 1200000] EUR'],
    ['It sent 30,000 troops.', '30000 [30000, 30000] troop'],
    ['Up to 200 people left the town.', '200 [null, 200] person'],
    ['Between 3 and 5 ships left.', 'null [3, 5] ship'],
    ['It costs 3 to 5 million euros.', 'null [3000000, 5000000] EUR'],
    ['Half of the members left.', '0.5 [0.5, 0.5] share'],
    ['Two thirds of the members left.', '0.6666666666666666 [0.6666666666666666, 0.6666666666666666] share'],
    ['Dozens of people left.', 'null [24, null] person'],
    ['Two hundred and fifty soldiers left.', '250 [250, 250] soldier'],
  ])('reads: %s', async (text, expected) => {
    expect(await amounts(text)).toContain(expected)
  })

  it('passes over labels and what a date has taken', async () => {
    expect(await amounts('They invoked Article 5.')).toEqual([])
    const text = 'On 8 April 2025 the talks began.'
    expect(findAmounts(await parseText(text, { knowledge, encoder }), [[3, 15]])).toEqual([])
  })

  it('takes no number of forty digits, and stays linear', async () => {
    expect(await amounts(`It holds ${'1234567890'.repeat(4)} coins.`)).toEqual([])
    const [numbers, words] = [`${'7'.repeat(40)} `.repeat(300), 'one hundred and '.repeat(1000)]
    const docs = [await parseText(numbers, { knowledge, encoder }), await parseText(words, { knowledge, encoder })]
    const start = performance.now()
    for (const doc of docs) findAmounts(doc)
    expect(performance.now() - start).toBeLessThan(15000)
  })
})

describe('expressionMentions', () => {
  it('gives times and amounts as mentions in order, with values or the reason', () => {
    const mentions = expressionMentions(
      [
        {
          span: [10, 19],
          timex: 'DATE',
          value: null,
          interval: null,
          precision: null,
          why: 'the publication date is unknown',
        },
      ],
      [{ span: [0, 8], value: null, low: 3, high: 5, unit: 'ship' }],
    )
    expect(mentions).toMatchObject([
      { span: [0, 8], kind: 'amount', form: 'name', value: 3, low: 3, high: 5, unit: 'ship' },
      { span: [10, 19], kind: 'time', timex: 'DATE', why: 'the publication date is unknown' },
    ])
    expect(mentions[1]).not.toHaveProperty('value')
  })
})
