import { expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import type { EventMention } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { parseText } from '../parse/parse-article.ts'
import { isValidSpan } from '../text/spans.ts'
import { findEvents } from './find-events.ts'
import { parseLearned } from './learned/load-learned.ts'
import { treeOf } from './predicates/tree.ts'
import { eventTools } from './testdata/event-tables.ts'
import { isSaying, pairPath } from './types/pair-path.ts'
import { yieldType } from './types/yield-type.ts'

const knowledge = loadKnowledge()
const files = loadReaderFiles()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(files)
const learned = parseLearned(files.events)

async function read(text: string): Promise<EventMention[]> {
  return findEvents(await parseText(text, { knowledge, encoder }), [], '2025-04-08', { ...eventTools, learned }).events
}

/** "TYPE trigger: actors -> recipients". */
async function lines(text: string): Promise<string[]> {
  const words = (sides: readonly { span: Span }[]): string => sides.map(({ span }) => text.slice(...span)).join(' + ')
  return (await read(text)).map(
    ({ type, trigger, actors, recipients }) =>
      `${type} ${text.slice(...trigger)}: ${words(actors)} -> ${words(recipients)}`,
  )
}

it.each([
  [
    'whole phrases of both sides',
    'The interior ministry of Norway has accused the Samplian rebels of shelling a border town.',
    'ACCUSE accused: The interior ministry of Norway -> the Samplian rebels',
  ],
  [
    'each name of a coordination by itself',
    'Norway and Finland imposed sanctions on Russia.',
    'COERCE imposed: Norway + Finland -> Russia',
  ],
  [
    'those who meet as actors both',
    'The Norwegian president held talks with the Finnish prime minister on Monday.',
    'CONSULT held: The Norwegian president + the Finnish prime minister -> ',
  ],
  [
    'a visit with its direction',
    'The Norwegian president visited Finland on Monday.',
    'CONSULT visited: The Norwegian president -> Finland',
  ],
])('reads %s', async (_, text, expected) => {
  expect(await lines(text)).toContain(expected)
})

it('keeps what a frame tells of others beside the main event, which comes first', async () => {
  const found = await lines('Norway condemned Russia for its attack on Ukraine.')
  expect(found[0]).toMatch(/^ACCUSE condemned: Norway -> /)
})

it.each([
  'The weather in Samplia was fine.',
  'I bought two shirts and the shop sent them the next day.',
  'The spokesman said so on Tuesday.',
])('finds nothing in "%s"', async text => {
  expect(await lines(text)).toEqual([])
})

it('gives valid spans, ids of their own and the same again', async () => {
  const text = 'Norway accused Finland of spying, and Finland expelled two Norwegian envoys. They protested.'
  const once = await read(text)
  expect(once.length).toBeGreaterThan(1)
  expect(new Set(once.map(event => event.id)).size).toBe(once.length)
  for (const { trigger, actors, recipients } of once)
    for (const span of [trigger, ...[...actors, ...recipients].map(side => side.span)])
      expect(isValidSpan(text, span)).toBe(true)
  expect(await read(text)).toEqual(once)
})

it('asks what is said, not the saying', async () => {
  const doc = await parseText('The navy says it has begun a search for the crew of a ferry.', {
    knowledge,
    encoder,
  })
  const at = (form: string): number =>
    Array.from({ length: doc.tokens.length }, (_, k) => k).find(
      k => doc.text.slice(doc.tokens.start[k], doc.tokens.end[k]) === form,
    ) ?? -1
  expect(isSaying(doc, at('says'))).toBe(true)
  expect(pairPath(doc, treeOf(doc), at('navy'), at('crew')).trigger).toBe(at('begun'))
  expect(pairPath(doc, treeOf(doc), -1, -1).trigger).toBe(-1)
})

it.each([
  ['Norway agreed to withdraw troops.', 'RETREAT'],
  ['The government will grant an amnesty.', 'CONCEDE'],
])('tells the two ways to yield apart by the words of the frames: %s', async (text, type) => {
  const doc = await parseText(text, { knowledge, encoder })
  expect(yieldType(doc, 0, doc.tokens.length, [], eventTools.frames)).toBe(type)
})
