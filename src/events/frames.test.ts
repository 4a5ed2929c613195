import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import { parseText } from '../parse/parse-article.ts'
import { findEvents } from './find-events.ts'
import { parseLearned } from './learned/load-learned.ts'
import { parseFrames } from './load-frames.ts'
import { eventTools, tableText } from './testdata/event-tables.ts'

const TEXT = tableText('frames')
const knowledge = loadKnowledge()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const files = loadReaderFiles()
const encoder = await loadEncoder(files)
const learned = parseLearned(files.events)

async function typesOf(text: string, tools = eventTools): Promise<string[]> {
  return findEvents(await parseText(text, { knowledge, encoder }), [], '2025-04-08', tools).events.map(
    event => event.type,
  )
}

const rows = TEXT.split('\n')
  .map((text, index) => ({ line: index + 1, cells: text.split('\t') }))
  .filter(row => row.cells.length === 7 && row.cells[0] !== 'trigger')

describe('knowledge/events/frames.tsv', () => {
  it('holds at least 250 frames', () => {
    expect(rows.length).toBeGreaterThanOrEqual(250)
  })

  it('reads the example of every row as the type of the row', async () => {
    const wrong: string[] = []
    for (const { line, cells } of rows) {
      if (cells[1] === 'G' || (await typesOf(cells[6] ?? '')).includes(cells[2] ?? '')) continue
      wrong.push(`${line}: ${cells[6]} is not ${cells[2]}`)
    }
    expect(wrong).toEqual([])
  })

  it('reads the examples so with the learned weights beside them', async () => {
    const wrong: string[] = []
    for (const { line, cells } of rows) {
      const [, pos, type = '', , , , example = ''] = cells
      if (pos === 'G' || (await typesOf(example, { ...eventTools, learned })).includes(type)) continue
      wrong.push(`${line}: ${example} is not ${type}`)
    }
    expect(wrong).toEqual([])
  })

  it('finds nothing in sentences of sport, fiction and business', async () => {
    const guards = rows.filter(({ cells }) => cells[1] === 'G')
    expect(guards.length).toBeGreaterThan(2)
    for (const { cells } of guards) expect(await typesOf(cells[6] ?? '')).toEqual([])
  })

  it('would notice a row that its words do not carry', async () => {
    expect(await typesOf('The weather in Samplia was fine.')).not.toContain('CONSULT')
  })
})

const HEADER = 'trigger\tpos\ttype\tmode\tcontexts\tpattern\texample\n'

describe('parseFrames', () => {
  const good = 'visit\tV\tCONSULT\tvisit\tdiplomatic\tA=subj R=obj\tNorway visited.\n'

  it('reads alternatives, objects and slots', () => {
    const { verbs } = parseFrames(
      `${HEADER}impose/levy > tax/joint duty\tV\tCOERCE\t\ta;b\tA=subj R=on+against|obj need=both\tx y.\n`,
      'f',
    )
    const frame = verbs.get('levy')?.[0]
    expect(frame).toMatchObject({
      type: 'COERCE',
      mode: null,
      contexts: ['a', 'b'],
      recipient: [['on', 'against'], ['obj']],
      need: 'both',
    })
    expect([...(frame?.objects ?? [])]).toEqual(['tax', 'joint duty'])
  })

  it('tries the frame that asks for more words first', () => {
    const { verbs } = parseFrames(`${HEADER}${good}visit > base\tV\tMOBILIZE\t\t\tA=subj R=obj\tx.\n`, 'f')
    expect(verbs.get('visit')?.map(frame => frame.type)).toEqual(['MOBILIZE', 'CONSULT'])
  })

  it.each([
    ['a type that PLOVER does not have', good.replace('CONSULT', 'VISIT'), /none of PLOVER/],
    ['a row of six columns', 'visit\tV\tCONSULT\tvisit\tdiplomatic\tA=subj R=obj\n', /7 columns/],
    ['a part of speech that is none', good.replace('\tV\t', '\tX\t'), /V, N or G/],
    ['a pattern without recipient', good.replace(' R=obj', ''), /A= and R=/],
    ['a need that is none', good.replace('R=obj', 'R=obj need=luck'), /need must be/],
    ['no example', good.replace('Norway visited.', ''), /must not be empty/],
  ])('refuses %s, naming the line', (_, row, message) => {
    expect(() => parseFrames(HEADER + row, 'frames.tsv')).toThrowError(
      expect.objectContaining({
        code: 'TH_ASSET_DAMAGED',
        where: 'frames.tsv:2',
        message: expect.stringMatching(message),
      }),
    )
  })

  it('refuses a file without its header', () => {
    expect(() => parseFrames(good, 'frames.tsv')).toThrow(/columns' names/)
  })
})
