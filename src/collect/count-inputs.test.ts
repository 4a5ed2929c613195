import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countInputs } from './count-inputs.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-count-'))
const at = (name: string): string => path.join(folder, name)

beforeAll(() => {
  fs.mkdirSync(at('texts'))
  for (const name of ['a.txt', 'b.html', 'c.html.gz', '.hidden.txt']) fs.writeFileSync(at(`texts/${name}`), 'text')
  fs.writeFileSync(at('articles.jsonl'), '{"id":"1"}\n\n{"id":"2"}\n{"id":"3"}')
  fs.writeFileSync(at('feed.xml'), '<rss/>')
})
afterAll(() => fs.rmSync(folder, { recursive: true }))

describe('countInputs', () => {
  it('counts files of a folder and lines of an article file', async () => {
    expect(await countInputs([at('texts')])).toBe(3)
    expect(await countInputs([at('articles.jsonl')])).toBe(3)
    expect(await countInputs([at('texts'), at('articles.jsonl'), at('texts/a.txt')])).toBe(7)
  })

  it('knows no number where only reading would tell, and does not throw', async () => {
    expect(await countInputs([at('feed.xml')])).toBeNull()
    expect(await countInputs(['https://example.org/feed'])).toBeNull()
    expect(await countInputs([at('texts'), '-'])).toBeNull()
    expect(await countInputs([at('no-such-file')])).toBeNull()
  })
})
