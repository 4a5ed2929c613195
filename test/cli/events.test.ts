import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newFolder, theatrum } from './run-theatrum.ts'

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.looseObject({
      type: z.literal('Feature'),
      geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
      properties: z.looseObject({
        type: z.string(),
        placeWhy: z.string().nullable(),
        sources: z.array(z.looseObject({ article: z.string(), quote: z.string(), evidence: z.array(z.number()) })),
      }),
    }),
  ),
})

/** Flags that the examples of a help text do not show. */
function withoutExample(help: string): string[] {
  const [before = '', examples = ''] = help.split(/^Examples?:/m)
  const own = before.split('Global Options:')[0] ?? ''
  const flags = [...own.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(match => match[1] ?? '')
  return flags.filter(flag => !['--json', '--jsonl', '--limit', '--help'].includes(flag) && !examples.includes(flag))
}

describe('theatrum events', () => {
  const folder = newFolder()
  const data = path.join(folder, 'data')
  const events = (...args: string[]) => theatrum(['events', ...args, '--data', data])

  beforeAll(async () => {
    const text =
      'Samplia sends envoys\n\nThe foreign minister of Japan visited Geneva on 8 April 2025 and met his counterpart from France. ' +
      'Officials said that Japan condemned the attack on the embassy in Oslo.'
    const article = { id: 'one', title: null, text, published: '2025-04-09', outlet: 'Sample Wire' }
    const file = path.join(folder, 'articles.jsonl')
    fs.writeFileSync(file, `${JSON.stringify(article)}\n`)
    await theatrum(['ingest', file, '--data', data])
  }, 180_000)
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('shows an example of every filter', async () => {
    const { out } = await theatrum(['events', '--help'])
    expect(withoutExample(out)).toEqual([])
    // The check itself would notice.
    expect(withoutExample(out.replaceAll('--dated no', ''))).toEqual(['--dated'])
  })

  it.each([
    ['--type', 'quarrel', 'takes one of AGREE, CONSULT'],
    ['--status', 'maybe', 'takes one of happened, ongoing'],
    ['--dated', 'perhaps', 'takes one of yes, no'],
    ['--since', '8 April', 'expected an ISO 8601 date'],
    ['--until', '2025-02-30', 'expected an ISO 8601 date'],
    ['--actor', ' ', 'takes a name or words'],
  ])('refuses %s %s and says what it expects', async (flag, value, expected) => {
    const { code, err, out } = await events(flag, value)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(flag)
    expect(err).toContain(expected)
  })

  it('writes GeoJSON with every source', async () => {
    const { out, code } = await events('--geojson')
    expect(code).toBe(0)
    const { features } = Collection.parse(JSON.parse(out))
    expect(features.length).toBeGreaterThan(0)
    expect(features.some(({ geometry }) => geometry !== null)).toBe(true)
    for (const { geometry, properties } of features) {
      expect(properties.placeWhy === null).toBe(geometry !== null)
      expect(properties.sources.length).toBeGreaterThan(0)
    }
    const { features: none } = Collection.parse(JSON.parse((await events('--geojson', '--actor', 'nobody')).out))
    expect(none).toEqual([])
  })

  it('takes types and statuses in any case', async () => {
    const rows = async (type: string): Promise<unknown[]> =>
      z.array(z.unknown()).parse(JSON.parse((await events('--type', type, '--json')).out))
    expect(await rows('consult')).toEqual(await rows('CONSULT'))
    expect((await rows('consult')).length).toBeGreaterThan(0)
  })
})
