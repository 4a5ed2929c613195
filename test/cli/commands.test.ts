import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newFolder, type Ran, ROOT, theatrum } from './run-theatrum.ts'

const SAMPLE = path.join(ROOT, 'sample', 'articles.jsonl')
const sampleCount = fs.readFileSync(SAMPLE, 'utf8').trim().split('\n').length
const folder = newFolder()
const data = path.join(folder, 'data')
let first: Ran

beforeAll(async () => {
  first = await theatrum(['ingest', SAMPLE, '--data', data, '--json'])
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const json = <T>(schema: z.ZodType<T>, text: string): T => schema.parse(JSON.parse(text))

describe('theatrum ingest', () => {
  const Summary = z.object({ seen: z.number(), added: z.number(), alreadyThere: z.number(), rejected: z.number() })

  it('reads the whole sample and says what it did', () => {
    expect(first.err).toContain(`stored ${sampleCount} new`)
    expect(json(Summary, first.out)).toMatchObject({ seen: sampleCount, added: sampleCount, rejected: 0 })
    expect(first.code).toBe(0)
  })

  it('stores nothing new the second time, and says so', async () => {
    const again = await theatrum(['ingest', SAMPLE, '--data', data, '--json'])
    expect(again.err).toContain('stored nothing new')
    expect(json(Summary, again.out)).toMatchObject({ added: 0, alreadyThere: sampleCount })
  })
})

describe('the questions', () => {
  const Row = z.looseObject({ id: z.string() })

  it.each(['stories', 'statements', 'events', 'actors', 'disagreements'])(
    'theatrum %s answers rows as JSON and as JSON lines, the same',
    async name => {
      const rows = json(z.array(Row), (await theatrum([name, '--json', '--data', data])).out)
      const lines = (await theatrum([name, '--jsonl', '--data', data])).out.trim().split('\n')
      expect(rows.length).toBeGreaterThan(0)
      expect(lines.map(line => json(Row, line).id)).toEqual(rows.map(row => row.id))
    },
  )

  it('puts every article of the sample in one story', async () => {
    const Story = z.object({ articles: z.array(z.object({ id: z.string(), file: z.string() })) })
    const stories = json(z.array(Story), (await theatrum(['stories', '--json', '--data', data])).out)
    const ids = stories.flatMap(story => story.articles.map(article => article.id))
    expect(ids).toHaveLength(sampleCount)
    expect(new Set(ids).size).toBe(sampleCount)
  })

  it('filters statements by speaker and by what they are about', async () => {
    const Statement = z.object({
      speaker: z.object({ name: z.string().nullable() }),
      about: z.array(z.object({ name: z.string() })),
    })
    const rows = json(
      z.array(Statement),
      (await theatrum(['statements', '--speaker', 'rutte', '--about', 'china', '--json', '--data', data])).out,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(row.speaker.name).toBe('Mark Rutte')
      expect(row.about.some(one => /China/.test(one.name))).toBe(true)
    }
  })

  it('says in words that nothing passes', async () => {
    const none = await theatrum(['statements', '--speaker', 'nobody of this name', '--data', data])
    expect(none).toMatchObject({ code: 0, out: 'no statement passes these filters\n' })
  })
})

describe('theatrum read', () => {
  const Reading = z.object({
    file: z.string(),
    article: z.object({ text: z.string() }).nullable(),
    rejected: z.unknown(),
  })

  it('gives one Reading an article, with the text of the file kept exactly', async () => {
    const file = path.join(folder, 'plain.txt')
    const text =
      'Ministers meet in Oslo\n\nOSLO - The ministers of two countries met in Oslo on Tuesday, their offices said.\n'
    fs.writeFileSync(file, text)
    const { out, code } = await theatrum(['read', file, '--jsonl', '--published', '2025-04-08'])
    expect(code).toBe(0)
    expect(json(Reading, out).article?.text).toBe(text)
  })

  it('reads standard input', async () => {
    const { out } = await theatrum(['read', '-', '--jsonl'], {
      input: 'The two sides signed an agreement in Geneva on Monday, officials said.',
    })
    expect(json(Reading, out).article?.text).toContain('Geneva')
  })

  it('ends with 1 under --strict when something was rejected, and still reads the rest', async () => {
    const { out, code } = await theatrum([
      'read',
      path.join(folder, 'plain.txt'),
      path.join(folder, 'no-such-file.txt'),
      '--jsonl',
      '--strict',
    ])
    expect(out.trim().split('\n')).toHaveLength(2)
    expect(code).toBe(1)
  })
})

describe('theatrum verify, doctor, redo', () => {
  it('finds every span equal to its quote', async () => {
    const Verified = z.object({ articles: z.number(), spans: z.number(), faults: z.array(z.unknown()) })
    const { out, code } = await theatrum(['verify', '--json', '--data', data])
    expect(json(Verified, out)).toMatchObject({ articles: sampleCount, faults: [] })
    expect(code).toBe(0)
  })

  it('calls a sound installation sound', async () => {
    const { out, code } = await theatrum(['doctor', '--data', data])
    expect(out).not.toContain('FAULT')
    expect(code).toBe(0)
  })

  it('reads all again and changes nothing', async () => {
    const { out } = await theatrum(['redo', '--all', '--json', '--data', data])
    expect(JSON.parse(out)).toMatchObject({ seen: sampleCount, changed: 0, unchanged: sampleCount, failed: 0 })
  })
})

describe('--help', () => {
  it('has an example for every command', async () => {
    const main = await theatrum(['--help'])
    const names = [...main.out.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)]
      .map(match => match[1] ?? '')
      .filter(name => name !== 'help')
    expect(names.length).toBeGreaterThan(12)
    const helps = await Promise.all(names.map(name => theatrum([name, '--help'])))
    expect(
      names.filter(
        (name, i) => !helps[i]?.out.includes(`theatrum ${name}`) || !/^Examples?:/m.test(helps[i]?.out ?? ''),
      ),
    ).toEqual([])
  })
})
