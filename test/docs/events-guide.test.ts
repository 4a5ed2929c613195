import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EVENT_STATUSES, PLOVER_TYPES, STATUS_MEANS, TYPE_MEANS } from '../../src/model/event-words.ts'
import { quadOf } from '../../src/model/reading.ts'
import { newFolder, theatrum } from '../cli/run-theatrum.ts'

const root = path.join(import.meta.dirname, '..', '..')
const guide = fs.readFileSync(path.join(root, 'docs/guide/events.md'), 'utf8')

/** Cells of the rows of the guide's tables that begin with one of these words. */
const rowsOf = (words: readonly string[]): string[][] =>
  guide
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .slice(1, -1),
    )
    .filter(([first]) => words.includes(first ?? ''))

const types = rowsOf(PLOVER_TYPES)
const statuses = rowsOf(EVENT_STATUSES)

const Read = z.object({ events: z.array(z.looseObject({ type: z.string(), status: z.string() })) })

async function readEach(sentences: readonly string[]): Promise<z.infer<typeof Read>[]> {
  const folder = newFolder()
  const file = path.join(folder, 'articles.jsonl')
  const lines = sentences.map((text, i) =>
    JSON.stringify({ id: `s${i}`, title: null, text, published: '2025-04-09', outlet: 'Sample Wire' }),
  )
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
  const { out } = await theatrum(['read', file, '--jsonl'])
  fs.rmSync(folder, { recursive: true })
  return out
    .trim()
    .split('\n')
    .map(line => Read.parse(JSON.parse(line)))
}

describe('the guide to events', () => {
  it('names every type with its class and meaning, and every status', () => {
    expect(types.map(([type, quad, codes]) => [type, quad, codes])).toEqual(
      expect.arrayContaining(PLOVER_TYPES.map(type => [type, String(quadOf(type)), TYPE_MEANS[type]])),
    )
    expect(types).toHaveLength(16)
    expect(statuses.map(([status, means]) => [status, means])).toEqual(Object.entries(STATUS_MEANS))
  })

  it('names every mode that the frames can give', () => {
    const frames = fs.readFileSync(path.join(root, 'knowledge/events/frames.tsv'), 'utf8').split('\n')
    const told = new Map(types.map(([type = '', , , modes = '']) => [type, modes.split(', ')]))
    const missing = frames.flatMap(line => {
      const [, , type = '', mode = ''] = line.split('\t')
      return mode === '' || !told.has(type) || told.get(type)?.includes(mode) ? [] : [`${type} ${mode}`]
    })
    expect([...new Set(missing)]).toEqual([])
  })

  it('has examples that the program reads as it says', async () => {
    const examples = [...types, ...statuses].map(row => ({ word: row[0] ?? '', sentence: row.at(-1) ?? '' }))
    const readings = await readEach(examples.map(({ sentence }) => sentence))
    const wrong = examples.filter(
      ({ word }, i) => !readings[i]?.events.some(event => event.type === word || event.status === word),
    )
    expect(readings).toHaveLength(25)
    expect(wrong).toEqual([])
  }, 60_000)
})
