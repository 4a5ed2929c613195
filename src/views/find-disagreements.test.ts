import { describe, expect, it } from 'vitest'
import { expectQuadratic } from '../../test/growth.ts'
import { findDisagreements, type ToldAmount } from './find-disagreements.ts'

let next = 0
function told(sentence: string, words: string, value: number, more: Partial<ToldAmount> = {}): ToldAmount {
  const article = `a${next++}`
  const at = sentence.indexOf(words)
  return {
    articleId: article,
    originId: `origin of ${article}`,
    outlet: null,
    span: [at, at + words.length],
    quote: words,
    value,
    low: null,
    high: null,
    unit: 'soldier',
    sentence,
    ...more,
  }
}
const sidesOf = (amounts: readonly ToldAmount[]): string[][] =>
  findDisagreements('s', amounts).map(one => one.sides.map(side => side.value))

describe('numbers that origins tell of one thing', () => {
  it('differ when unit and matter agree and the values do not', () => {
    const amounts = [
      told('Samplia moved 400 soldiers to the Exampleton barracks.', '400', 400),
      told('About 500 soldiers were moved to barracks near Exampleton.', '500', 500),
    ]
    expect(sidesOf(amounts)).toEqual([['400', '500']])
    expect(findDisagreements('s', amounts)[0]?.what).toMatch(/^soldier · /)
  })

  it.each<[string, ToldAmount[]]>([
    [
      'one origin told both',
      [
        told('Samplia moved 400 soldiers to Exampleton barracks.', '400', 400, { originId: 'o' }),
        told('Samplia moved 500 soldiers to Exampleton barracks.', '500', 500, { originId: 'o' }),
      ],
    ],
    [
      'the units differ',
      [
        told('Samplia moved 400 soldiers to Exampleton barracks.', '400', 400),
        told('Samplia moved 500 tanks to Exampleton barracks.', '500', 500, { unit: 'tank' }),
      ],
    ],
    [
      'the matter differs',
      [
        told('Samplia moved 400 soldiers to Exampleton barracks.', '400', 400),
        told('The parade of 500 soldiers delighted visitors.', '500', 500),
      ],
    ],
    [
      'the ranges meet',
      [
        told('Samplia moved more than 400 soldiers to Exampleton barracks.', '400', 400, {
          low: 400,
          high: null,
          value: null,
        }),
        told('Samplia moved 430 soldiers to Exampleton barracks.', '430', 430),
      ],
    ],
    [
      'the days differ',
      [
        told('On Monday Samplia moved 400 soldiers to Exampleton barracks.', '400', 400),
        told('On Friday Samplia moved 500 soldiers to Exampleton barracks.', '500', 500),
      ],
    ],
    [
      'one is the other rounded',
      [
        told('The Exampleton harbour deal costs $36.5 billion.', '$36.5 billion', 36.5e9, { unit: 'USD' }),
        told('The harbour deal at Exampleton costs $36 billion.', '$36 billion', 36e9, { unit: 'USD' }),
      ],
    ],
    [
      'nobody counts anything',
      [
        told('Samplia moved 400 to Exampleton barracks.', '400', 400, { unit: null }),
        told('Samplia moved 500 to Exampleton barracks.', '500', 500, { unit: null }),
      ],
    ],
    ['there is one', [told('Samplia moved 400 soldiers.', '400', 400)]],
    ['there is none', []],
  ])('do not when %s', (_why, amounts) => expect(sidesOf(amounts)).toEqual([]))

  it('are compared with the most similar sentence of the other article, not with any', () => {
    const other = { articleId: 'b', originId: 'ob' }
    const amounts = [
      told('Samplia moved 400 soldiers to the Exampleton barracks.', '400', 400),
      told('Samplia moved 400 soldiers to the Exampleton barracks.', '400', 400, other),
      told('Samplia trained 900 soldiers at other barracks.', '900', 900, other),
    ]
    expect(sidesOf(amounts)).toEqual([])
  })

  it('compare every two numbers of a story full of them once', async () => {
    const make = (size: number): ToldAmount[] =>
      Array.from({ length: size }, (_, i) =>
        told(`Samplia moved ${i} soldiers to the Exampleton barracks number ${i}.`, String(i), i),
      )
    const run = (amounts: readonly ToldAmount[]) => findDisagreements('s', amounts)
    expect(run(make(400)).length).toBeGreaterThan(0)
    await expectQuadratic({ size: 240, make, run })
  })
})
