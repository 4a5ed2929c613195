import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newFolder, theatrum } from './run-theatrum.ts'

const SEEDS = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds')

const Wording = z.looseObject({
  articleId: z.string(),
  kind: z.string(),
  text: z.array(z.string()),
  chain: z.array(z.object({ name: z.string() })),
})
const Entry = z.looseObject({
  entry: z.string(),
  speaker: z.object({ name: z.string().nullable(), role: z.string().nullable() }),
  verb: z.string().nullable(),
  kind: z.string(),
  text: z.array(z.string()),
  addressee: z.string().nullable(),
  occasion: z.string().nullable(),
  chain: z.array(z.object({ name: z.string() })),
  outlets: z.array(z.string()),
  originCount: z.number(),
  wordings: z.array(Wording),
})

describe.skipIf(!fs.existsSync(SEEDS))('the ledger of the two seed articles', () => {
  const folder = newFolder()
  const data = path.join(folder, 'data')
  const ask = async (...args: string[]) =>
    z.array(Entry).parse(JSON.parse((await theatrum(['statements', ...args, '--json', '--data', data])).out))

  beforeAll(async () => {
    const text = (name: string): string => fs.readFileSync(path.join(SEEDS, name), 'utf8')
    const [title = '', ...body] = text('article-1.txt').split('\n')
    const articles = [
      { id: 'seed-1', title, text: body.join('\n'), published: '2025-04-07', outlet: 'outlet-one.example' },
      { id: 'seed-2', title: null, text: text('article-2.txt'), published: '2025-04-08', outlet: 'outlet-two.example' },
    ]
    const file = path.join(folder, 'articles.jsonl')
    fs.writeFileSync(file, articles.map(article => `${JSON.stringify(article)}\n`).join(''))
    await theatrum(['ingest', file, '--data', data])
  }, 180_000)
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('has one entry for what the US wants of NATO, with a wording of each article', async () => {
    const entries = await ask('--speaker', 'rutte')
    const wanted = entries.filter(entry => entry.wordings.some(one => /\bwants NATO\b/.test(one.text.join(' '))))
    expect(wanted).toHaveLength(1)
    const [entry] = wanted
    expect(entry?.wordings.map(one => one.kind)).toEqual(['direct', 'indirect'])
    expect(new Set(entry?.wordings.map(one => one.articleId)).size).toBe(2)
    expect(entry?.wordings[0]?.chain.map(hop => hop.name)).toContain('The Japan Times')
    expect(entry?.wordings[1]?.text.join(' ')).not.toMatch(/["“”]/)
    expect(entry?.outlets).toHaveLength(2)
    expect(entry?.speaker.name).toBe('Mark Rutte')
    expect(entry?.speaker.role).toMatch(/Secretary/)
    // Nothing else that the two articles report of him is one utterance.
    expect(entries.filter(one => one.wordings.length > 1)).toHaveLength(1)
  })

  it('answers what he said about Taiwan, and prints it as a table', async () => {
    const entries = await ask('--speaker', 'rutte', '--about', 'taiwan')
    expect(entries.length).toBeGreaterThan(0)
    const { out } = await theatrum(['statements', '--speaker', 'rutte', '--about', 'taiwan', '--data', data])
    expect(out).toContain('Mark Rutte')
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(160)
  })
})
