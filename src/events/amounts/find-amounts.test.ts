import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import { parseText } from '../../parse/parse-article.ts'
import { expressionMentions } from '../expression-mentions.ts'
import { readPredicates } from '../predicates/find-predicates.ts'
import { eventTools } from '../testdata/event-tables.ts'
import { findTimes } from '../times/find-times.ts'
import { type FoundAmount, findAmounts } from './find-amounts.ts'
import { findPhrases } from './phrases.ts'

const knowledge = loadKnowledge()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(loadReaderFiles())

async function amounts(text: string): Promise<FoundAmount[]> {
  const doc = await parseText(text, { knowledge, encoder })
  const times = findTimes(doc, '2025-04-08')
  const { scene } = readPredicates(doc, times)
  return findAmounts(
    scene,
    eventTools.amounts,
    times.map(time => time.span),
  )
}

/** "value [low, high] unit". */
async function values(text: string): Promise<string[]> {
  return (await amounts(text)).map(
    ({ value, low, high, approximate, unit }) => `${value} [${low}, ${high}]${approximate ? ' ~' : ''} ${unit}`,
  )
}

/** What is not the number: "class fate counted of whose", words of the text. */
async function relations(text: string): Promise<string[]> {
  const words = (span: readonly [number, number] | null): string => (span ? text.slice(...span) : '-')
  return (await amounts(text)).map(
    one => `${one.class} ${one.fate ?? '-'} ${words(one.counted)}; of ${words(one.of)}; whose ${words(one.whose)}`,
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
    ['It cost two and a half billion pounds.', '2500000000 [2500000000, 2500000000] GBP'],
    ['It sent 30,000 troops.', '30000 [30000, 30000] troop'],
    ['Up to 200 people left the town.', '200 [null, 200] person'],
    ['No fewer than 22 ministers left.', '22 [22, null] minister'],
    ['No more than 22 ministers left.', '22 [null, 22] minister'],
    ['Nearly 300 planes landed.', '300 [null, 300] ~ plane'],
    ['Some 300 planes landed.', '300 [null, null] ~ plane'],
    ['They sent 40 trucks or more.', '40 [40, 40] truck'],
    ['Between 3 and 5 ships left.', 'null [3, 5] ship'],
    ['It costs 3 to 5 million euros.', 'null [3000000, 5000000] EUR'],
    ['It costs $40-$60 million.', 'null [40000000, 60000000] USD'],
    ['Two or three boats left.', 'null [2, 3] boat'],
    ['Half of the members left.', '0.5 [0.5, 0.5] share'],
    ['Two thirds of the members left.', '0.6666666666666666 [0.6666666666666666, 0.6666666666666666] share'],
    ['Three out of four towns have no water.', '0.75 [0.75, 0.75] share'],
    ['Dozens of people left.', 'null [24, null] person'],
    ['Hundreds of thousands of people left.', 'null [200000, null] person'],
    ['Several dozen boats left.', 'null [24, null] boat'],
    ['Two hundred and fifty soldiers left.', '250 [250, 250] soldier'],
    ['The road is 1.234.567 metres long.', '1234567 [1234567, 1234567] m'],
    ['It was minus 12 degrees Celsius.', '-12 [-12, -12] °C'],
  ])('reads: %s', async (text, expected) => {
    expect(await values(text)).toContain(expected)
  })

  it.each([
    ['Half of combined GDP is theirs.', 'share - -; of combined GDP; whose -'],
    ["Japan's 58 destroyers stayed in port.", 'ships - destroyers; of -; whose Japan'],
    ['The army has 5,000 tanks.', 'vehicles - tanks; of -; whose The army'],
    ['The missile has a range of 300 km.', 'distance - -; of -; whose The missile'],
    ['The raid killed 12 people.', 'casualties killed people; of -; whose -'],
    ['The death toll rose to 212.', 'casualties killed -; of -; whose -'],
    ['They captured four of the 30 ships.', 'ships - ships; of the 30 ships; whose -'],
    ['They sent 500 tonnes of wheat.', 'mass - wheat; of -; whose -'],
  ])('says what is counted, of what and whose: %s', async (text, expected) => {
    expect(await relations(text)).toContain(expected)
  })

  it.each([
    'They invoked Article 5 and Resolution 1701 of the Group of 7.',
    'The F-35 and the Boeing 737 flew over Highway 61.',
    'Karst beat Samplia 3-1.',
    'Ana Example, 45, was sworn in at 10:30 a.m. on 8 April 2025.',
    'Call +47 22 33 44 55 or 555-0142.',
    'The 3rd Battalion left in the 1990s, at the age of 12.',
    'No one met one another, and the two parted.',
  ])('reads no amount in: %s', async text => {
    expect(await values(text)).toEqual([])
  })

  it('takes a plain dollar for the US one and says so, unless another is named near', async () => {
    const [plain] = await amounts('It cost $40 million.')
    expect(plain).toMatchObject({ unit: 'USD', unitWhy: expect.stringMatching(/by custom/) })
    const [said] = await amounts('It cost US$40 million.')
    expect(said).toMatchObject({ unit: 'USD' })
    expect(said).not.toHaveProperty('unitWhy')
    const units = (await amounts('Canberra gave A$40 million. The $40 million will go to farms.')).map(one => one.unit)
    expect(units).toEqual(['AUD', 'AUD'])
    expect((await amounts('It cost 300 pesos.'))[0]?.unit).toBe('peso')
  })

  it('makes no number up: what cannot be read has no value and says why', async () => {
    const [long] = await amounts(`It holds ${'1234567890'.repeat(4)} coins.`)
    expect(long).toMatchObject({ value: null, low: null, high: null, why: expect.stringMatching(/40 digits/) })
    const [backwards] = await amounts('Between 7 and 5 ships left.')
    expect(backwards).toMatchObject({ value: null, low: null, high: null, why: expect.stringMatching(/backwards/) })
    const [dozens] = await amounts('Dozens of ships left.')
    expect(dozens).toMatchObject({ value: null, low: 24, high: null, why: expect.stringMatching(/no number/) })
    expect(await values('It holds 12,34 tonnes.')).toEqual(['null [null, null] t'])
    // one number, not the sum of two
    expect(await values('The two three-star generals left.')).not.toContain('5 [5, 5] general')
  })

  it('takes a change for two amounts, not for a range', async () => {
    expect(await values('The force was cut from 12,000 to 8,000 soldiers.')).toEqual([
      '12000 [12000, 12000] soldier',
      '8000 [8000, 8000] soldier',
    ])
  })

  it('passes over what a date has taken', async () => {
    const doc = await parseText('On 8 April 2025 the talks began.', { knowledge, encoder })
    const { scene } = readPredicates(doc, [])
    expect(findAmounts(scene, eventTools.amounts, [[3, 15]])).toEqual([])
  })

  it('looks at every number once, however many there are', () => {
    for (const one of [
      `${'7'.repeat(40)} `,
      'one hundred and ',
      '12-',
      '5 to ',
      'half a ',
      '$1 ',
      'dozens of ',
      '1,',
      '3.',
    ])
      for (const n of [100, 10_000]) {
        const text = one.repeat(n)
        expect(findPhrases(text, eventTools.amounts, []).length).toBeLessThanOrEqual(text.length)
      }
    const count = (n: number): number => findPhrases('12 ships, '.repeat(n), eventTools.amounts, []).length
    expect(count(40_000)).toBe(2 * count(20_000))
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
      [
        {
          ...{ span: [0, 8], value: null, low: 3, high: 5, approximate: false, unit: 'ship', unitSpan: null },
          ...{ counted: [4, 8], class: 'ships', of: null, whose: null, why: 'the text gives a range' },
        },
      ],
    )
    expect(mentions).toMatchObject([
      { span: [0, 8], kind: 'amount', form: 'name', low: 3, high: 5, unit: 'ship', class: 'ships', counted: [4, 8] },
      { span: [10, 19], kind: 'time', timex: 'DATE', why: 'the publication date is unknown' },
    ])
    for (const mention of mentions) expect(mention).not.toHaveProperty('value')
    expect(mentions[0]).toMatchObject({ why: 'the text gives a range', whose: null })
  })
})
