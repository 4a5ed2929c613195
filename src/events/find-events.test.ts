import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import type { Doc } from '../model/doc.ts'
import type { EventMention, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { parseText } from '../parse/parse-article.ts'
import { isValidSpan } from '../text/spans.ts'
import { findEvents } from './find-events.ts'
import { eventTools } from './testdata/event-tables.ts'

const root = path.join(import.meta.dirname, '../..')
const knowledge = loadKnowledge()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(loadReaderFiles())

async function read(
  text: string,
  published: string | null = '2025-04-08',
  statements: readonly Statement[] = [],
): Promise<EventMention[]> {
  return findEvents(await parse(text), statements, published, eventTools).events
}

const parse = (text: string): Promise<Doc> => parseText(text, { knowledge, encoder })

function dates(count: number): string {
  const days = Array.from({ length: count }, (_, k) => `${(k % 28) + 1} May ${1950 + (k % 70)}`)
  return `The minister met the envoy on ${days.join(', ')}.`
}

/** "TYPE status actors -> recipients". */
async function lines(text: string, published: string | null = '2025-04-08'): Promise<string[]> {
  const words = (sides: readonly { span: Span }[]): string => sides.map(({ span }) => text.slice(...span)).join(' + ')
  return (await read(text, published)).map(
    event => `${event.type} ${event.status} ${words(event.actors)} -> ${words(event.recipients)}`,
  )
}

describe('findEvents', () => {
  it.each([
    [
      'an active clause',
      'The foreign minister of Norway visited Finland.',
      'CONSULT happened The foreign minister of Norway -> Finland',
    ],
    [
      'a passive with its agent',
      'Two soldiers were killed by gunmen in the capital.',
      'ASSAULT happened gunmen -> Two soldiers',
    ],
    [
      'a passive in a relative clause',
      'Norway left the talks, a decision that was criticised by Finland.',
      'ACCUSE happened Finland -> Norway',
    ],
    [
      'joined verbs with one subject',
      'The minister condemned the rebels and praised the army.',
      'SUPPORT happened The minister -> the army',
    ],
    [
      'a gerund clause',
      'Norway ended the year well, signing a treaty with Finland and Sweden.',
      'AGREE happened Norway -> Finland + Sweden',
    ],
    [
      'an owner before the noun',
      "Norway's military exercises near Finland drew attention.",
      'MOBILIZE happened Norway -> Finland',
    ],
    [
      'a meeting of people',
      'The report followed a meeting of NATO foreign ministers last week.',
      'CONSULT happened NATO foreign ministers -> ',
    ],
    [
      'between two',
      'Talks between the government and the rebels began.',
      'CONSULT happened the government + the rebels -> ',
    ],
    ['a trip to somewhere', "The minister's trip to Finland was short.", 'CONSULT happened The minister -> Finland'],
  ])('reads %s', async (_, text, line) => {
    expect(await lines(text)).toContain(line)
  })

  it.each([
    ['planned', 'The president of Samplia will visit Finland.'],
    ['planned', 'The president of Samplia plans to visit Finland.'],
    ['planned', 'The comments come ahead of his planned trip to Finland.'],
    ['denied', 'The president of Samplia did not visit Finland.'],
    ['conditional', 'If the president of Samplia visits Finland, the talks go on.'],
    ['ongoing', 'The president of Samplia is visiting Finland.'],
    ['hypothetical', 'The president of Samplia might visit Finland.'],
    ['requested', 'The president of Samplia should visit Finland.'],
    ['habitual', 'The president of Samplia regularly visits Finland.'],
  ])('says %s of: %s', async (status, text) => {
    const visit = (await read(text)).find(event => event.type === 'CONSULT')
    expect(visit?.status).toBe(status)
    expect(visit?.negated).toBe(status === 'denied')
  })

  it('puts a time and a place on the event, or says why there is none', async () => {
    const [event] = await read('The foreign minister of Norway visited Finland on Monday.')
    expect(event?.when).toEqual({ start: '2025-04-07', end: '2025-04-07', precision: 'day', span: [50, 56] })
    expect(event?.place).toMatchObject({ name: 'Finland', id: '', lat: null })
    const [bare] = await read('The government condemned the rebels.')
    expect(bare).toMatchObject({
      when: null,
      whenWhy: 'the text names no day; told as happened, on or before 2025-04-08',
      place: null,
      placeWhy: 'the clause names no place',
    })
    const [undated] = await read('The government condemned the rebels on Monday.', null)
    expect(undated).toMatchObject({ when: null, whenWhy: 'the publication date is unknown' })
  })

  it('claims what stands inside a statement for its speaker', async () => {
    const text = 'Ana Example said the rebels had attacked the town.'
    const statement: Statement = {
      id: 's1',
      source: null,
      cue: null,
      content: [[17, 49]],
      kind: 'indirect',
      verb: 'say',
      denied: false,
      addressee: null,
      occasion: null,
      chain: [],
      about: [],
    }
    expect((await read(text, null, [statement])).map(event => event.claimedIn)).toEqual(['s1'])
    expect((await read(text, null)).map(event => event.claimedIn)).toEqual([null])
  })

  it('gives every event spans of the text and a quad class that fits its type', async () => {
    const text = 'The army attacked the town. Norway and Finland signed a treaty in 2024.\n\nStudents protested.'
    for (const event of await read(text)) {
      for (const span of [
        event.trigger,
        event.evidence,
        ...event.actors.map(a => a.span),
        ...event.recipients.map(r => r.span),
      ])
        expect(isValidSpan(text, span)).toBe(true)
      expect(event.evidence[0]).toBeLessThanOrEqual(event.trigger[0])
    }
    expect((await read(text)).map(event => [event.type, event.quad])).toEqual([
      ['ASSAULT', 4],
      ['AGREE', 1],
      ['PROTEST', 4],
    ])
  })

  it('gives the same ids twice, and no two events one id', async () => {
    const text = 'The army attacked the town and arrested the mayor. The army attacked the town.'
    const ids = (await read(text)).map(event => event.id)
    expect(ids).toEqual((await read(text)).map(event => event.id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('finds nothing in nothing, and in text without actors', async () => {
    for (const text of ['', ' \n ', '.', 'It rained and the wind blew.', '!!! ??? ---'])
      expect(await read(text)).toEqual([])
  })

  it('takes a hundred joined actors, all of them', async () => {
    const countries = [...knowledge.actors.values()].filter(
      one => one.kind === 'country' && /^[A-Z][a-z]+$/.test(one.name),
    )
    const names = countries.slice(0, 100).map(one => one.name)
    expect(names).toHaveLength(100)
    const text = `${names.slice(0, -1).join(', ')} and ${names.at(-1)} condemned the rebels.`
    const [event] = (await read(text)).filter(one => one.type === 'ACCUSE')
    expect(event?.actors.length).toBeGreaterThanOrEqual(90)
  })

  it('gives what happened no day that was still to come', async () => {
    const [agreed] = await read('Norway and Finland agreed to double the number of ships by 2035.')
    expect(agreed).toMatchObject({ type: 'AGREE', status: 'happened', when: null })
    const [planned] = await read('The foreign minister of Norway will visit Finland on 3 May 2025.')
    expect(planned).toMatchObject({ status: 'planned', when: { start: '2025-05-03' } })
  })

  it('gives no day where the days run backwards or no calendar has them, and says why', async () => {
    const [backwards] = await read('Norway and Finland held an exercise from 5 June 2024 to 3 May 2024.')
    expect(backwards).toMatchObject({ when: null, whenWhy: expect.stringMatching(/backwards/) })
    for (const day of ['30 February', '3 May 99999', 'the year 99999']) {
      const [event] = await read(`The foreign minister of Norway visited Finland on ${day}.`)
      expect(event).toMatchObject({ when: null, whenWhy: expect.any(String) })
    }
  })

  it('keeps to its bounds with a hundred joined actors and a thousand dates', async () => {
    const names = Array.from({ length: 100 }, (_, k) => `the mayor of Exampleton-${k}`)
    const [met] = await read(`${names.join(', ')} and the envoy met 5 ministers.`)
    expect(met?.actors.length ?? 0).toBeLessThanOrEqual(120)
    const found = findEvents(await parse(dates(1000)), [], '2025-04-08', eventTools)
    expect(found.times).toHaveLength(1000)
    expect(found.amounts).toEqual([])
  })

  it('gives events the amounts among their sides and under them, the dead of an assault among them', async () => {
    const text = 'The army of Samplia attacked the port with 40 rockets, killing 12 people and wounding 34.'
    const event = (await read(text)).find(one => one.type === 'ASSAULT')
    expect(event?.amounts?.map(one => `${text.slice(...one.span)} ${one.class}`)).toEqual([
      '40 rockets missiles',
      '12 people casualties',
      '34 casualties',
    ])
  })

  it.each<[string, number, (size: number) => string]>([
    ['a long list', 400, dates],
    ['a sentence that never ends', 400, size => `${'the army attacked the rebels and '.repeat(size)}it ended.`],
  ])('stays linear on %s', (_what, size, text) =>
    expectLinear({
      size,
      make: count => parse(text(count)),
      run: doc => findEvents(doc, [], '2025-04-08', eventTools),
    }),
  )
})

const SEEDS = path.join(root, '../shared/seeds')

describe.skipIf(!fs.existsSync(SEEDS))('the two seed articles', () => {
  const seed = async (name: string, published: string): Promise<{ text: string; events: EventMention[] }> => {
    const text = fs.readFileSync(path.join(SEEDS, name), 'utf8')
    return { text, events: await read(text, published) }
  }

  it('give the planned visit, the partnerships of 2024', async () => {
    const { text, events } = await seed('article-1.txt', '2025-04-07')
    const visit = events.find(event => event.mode === 'visit' && event.status === 'planned')
    expect(visit?.recipients.map(({ span }) => text.slice(...span))).toEqual(['Japan'])
    expect(visit?.when).toMatchObject({ start: '2025-04-07', end: '2025-04-13', precision: 'week' })
    const signed = events.find(event => event.type === 'AGREE' && event.when?.start === '2024-01-01')
    expect(signed?.recipients.map(({ span }) => text.slice(...span))).toEqual(['Japan', 'South Korea'])
    expect(signed?.actors.map(({ span }) => text.slice(...span))).toEqual(['The European Union'])
  })

  it('give the ministers of last week, the exercises, the two visits and the criticism', async () => {
    const { text, events } = await seed('article-2.txt', '2025-04-08')
    const told = events.map(
      event =>
        `${event.type} ${event.actors.map(({ span }) => text.slice(...span)).join('+')} > ${event.recipients.map(({ span }) => text.slice(...span)).join('+')}`,
    )
    expect(told).toContain('CONSULT NATO foreign ministers > ')
    expect(events.find(event => event.type === 'CONSULT' && event.when)?.when).toMatchObject({
      start: '2025-03-31',
      end: '2025-04-06',
    })
    expect(
      told.some(line => line.startsWith('MOBILIZE China >') && events.some(event => event.place?.name === 'Taiwan')),
    ).toBe(true)
    expect(told.filter(line => /^CONSULT .*> Japan$/.test(line))).toHaveLength(2)
    expect(told.some(line => line.startsWith('ACCUSE Beijing >'))).toBe(true)
  })
})
