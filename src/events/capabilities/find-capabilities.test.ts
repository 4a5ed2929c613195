import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import type { Capability } from '../../model/reading.ts'
import { parseText } from '../../parse/parse-article.ts'
import { findEvents } from '../find-events.ts'
import { eventTools, tableRows } from '../testdata/event-tables.ts'
import { parseCapabilities } from './load-capabilities.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

async function read(text: string): Promise<readonly Capability[]> {
  return findEvents(await parseText(text, { knowledge, encoder }), [], '2025-04-08', eventTools).capabilities
}

/** "kind status: who / what / amount". */
async function lines(text: string): Promise<string[]> {
  return (await read(text)).map(one => {
    const words = [one.who?.span, one.what, one.amount].map(span => (span ? text.slice(...span) : '-'))
    return `${one.kind} ${one.status}: ${words.join(' / ')}`
  })
}

describe('knowledge/events/capabilities.tsv', () => {
  it('reads the example of every row as its kind', async () => {
    const wrong: string[] = []
    for (const { line, cells } of tableRows('capabilities')) {
      const [, pos, kind, , , example = ''] = cells
      if (pos === 'S' || (await read(example)).some(one => one.kind === kind)) continue
      wrong.push(`${line}: ${example} is not ${kind} but ${await lines(example)}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('findCapabilities', () => {
  it.each([
    ['Samplia accelerated its military build-up.', 'build-up happened: Samplia / its military build-up / -'],
    ['The navy ordered 36 jets.', 'order happened: The navy / 36 jets / 36 jets'],
    ['The jets were ordered by the navy.', 'order happened: the navy / The jets / -'],
    ['Norlia will raise defence spending to 3 % of GDP.', 'spending planned: Norlia / defence spending / 3 %'],
    ['Samplia cut its troops by half.', 'cut happened: Samplia / its troops / half'],
    ['Samplia did not buy the tanks.', 'order denied: Samplia / the tanks / -'],
    ['The ministry bought 40 tanks for $1 billion.', 'order happened: The ministry / 40 tanks / 40 tanks'],
  ])('reads: %s', async (text, expected) => {
    expect(await lines(text)).toContain(expected)
  })

  it.each([
    'The firm ordered 36 tables and cut its prices.',
    'The coach deployed a new plan.',
    'The council raised taxes by 3 %.',
  ])('reads none in: %s', async text => {
    expect(await lines(text)).toEqual([])
  })

  it('says why nobody does it, and keeps evidence and trigger in the text', async () => {
    const text = 'The deployment of four frigates began. It was calm.'
    const [one] = await read(text)
    expect(one).toMatchObject({ who: null, whoWhy: expect.stringMatching(/names nobody/) })
    expect(text.slice(...(one?.evidence ?? [0, 0]))).toBe('The deployment of four frigates began.')
  })
})

const HEADER = 'trigger\tpos\tkind\tslot\tobjects\texample\n'

describe('parseCapabilities', () => {
  it('writes sets out and keeps particles apart', () => {
    const { verbs } = parseCapabilities(
      `${HEADER}@arms\tS\t\t\t@ships/ammunition\t\ncall up\tV\tmobilisation\t\t@arms/reserve\tx.\n`,
      'f',
    )
    const [frame] = verbs.get('call') ?? []
    expect(frame).toMatchObject({ kind: 'mobilisation', particle: 'up', slot: 'obj' })
    expect([...(frame?.objects ?? [])]).toEqual(['ammunition', 'reserve'])
    expect([...(frame?.classes ?? [])]).toEqual(['ships'])
  })

  it.each([
    ['a kind that is none', 'buy\tV\tshopping\t\t@ships\tx.\n', /no kind of capability/],
    ['a set that is none', 'buy\tV\torder\t\t@toys\tx.\n', /neither a class/],
    ['a row of five columns', 'buy\tV\torder\t\t@ships\n', /6 columns/],
    ['a part of speech that is none', 'buy\tX\torder\t\t@ships\tx.\n', /pos must be/],
    ['no example', 'buy\tV\torder\t\t@ships\t\n', /must not be empty/],
  ])('refuses %s, naming the line', (_, row, message) => {
    expect(() => parseCapabilities(HEADER + row, 'capabilities.tsv')).toThrowError(
      expect.objectContaining({
        code: 'TH_ASSET_DAMAGED',
        where: 'capabilities.tsv:2',
        message: expect.stringMatching(message),
      }),
    )
  })
})
