import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import { parseText } from '../../parse/parse-article.ts'
import { findEvents } from '../find-events.ts'
import { eventTools, tableRows } from '../testdata/event-tables.ts'
import { parseAmountWords } from './load-amount-words.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())
const rows = tableRows('amounts')

describe('knowledge/events/amounts.tsv', () => {
  it('reads the example of every row as its class and value', async () => {
    expect(rows.length).toBeGreaterThan(120)
    const wrong: string[] = []
    for (const { line, cells } of rows) {
      const [, kind = '', class_ = '', value = '', example = ''] = cells
      const { amounts } = findEvents(await parseText(example, { knowledge, encoder }), [], '2025-04-08', eventTools)
      const plain = value.replace('?', '')
      const right = amounts.some(
        one =>
          (class_ === '' ? one.whose !== null : one.class === class_) &&
          (value === '' || (kind === 'measure' || kind === 'money' ? one.unit === plain : one.fate === plain)) &&
          (!value.endsWith('?') || one.unitWhy !== undefined),
      )
      if (!right) wrong.push(`${line}: ${example} gives ${JSON.stringify(amounts)}`)
    }
    expect(wrong).toEqual([])
  })

  it('would notice a row that its words do not carry', async () => {
    const doc = await parseText('The weather in Samplia was fine.', { knowledge, encoder })
    expect(findEvents(doc, [], '2025-04-08', eventTools).amounts).toEqual([])
  })
})

const HEADER = 'words\tkind\tclass\tvalue\texample\n'

describe('parseAmountWords', () => {
  it('reads things, units and what befalls people', () => {
    const words = parseAmountWords(
      `${HEADER}ship/patrol boat\tthing\tships\t\tx.\nkm/h/kph\tmeasure\tspeed\tkm/h\tx.\n$/dollar\tmoney\tmoney\tUSD?\tx.\nlose\tharm people\tcasualties\tkilled\tx.\n`,
      'f',
    )
    expect(words.things.get('patrol boat')).toEqual({ class: 'ships', fate: null, people: false })
    expect(words.unitOf('km/h')).toEqual({ name: 'km/h', class: 'speed', custom: false })
    expect(words.unitOf('Dollars')).toEqual({ name: 'USD', class: 'money', custom: true })
    expect(words.harms.get('lose')).toEqual({ class: 'casualties', fate: 'killed', people: true })
  })

  it.each([
    ['a kind that is none', 'ship\tnoun\tships\t\tx.\n', /kind must be/],
    ['a class that is none', 'ship\tthing\tfleets\t\tx.\n', /no class of amounts/],
    ['a row of four columns', 'ship\tthing\tships\tx.\n', /5 columns/],
    ['no example', 'ship\tthing\tships\t\t\n', /must not be empty/],
    ['a measure without normal form', 'km\tmeasure\tdistance\t\tx.\n', /must have a value/],
  ])('refuses %s, naming the line', (_, row, message) => {
    expect(() => parseAmountWords(HEADER + row, 'amounts.tsv')).toThrowError(
      expect.objectContaining({
        code: 'TH_ASSET_DAMAGED',
        where: 'amounts.tsv:2',
        message: expect.stringMatching(message),
      }),
    )
  })

  it('refuses a file without its header', () => {
    expect(() => parseAmountWords('ship\tthing\tships\t\tx.\n', 'f')).toThrow(/columns' names/)
  })
})
