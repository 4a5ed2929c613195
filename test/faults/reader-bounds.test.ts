import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadReaderFiles } from '../../src/assets/load-reader-files.ts'
import { loadEncoder } from '../../src/encode/load-encoder.ts'
import type { Doc } from '../../src/model/doc.ts'
import type { Encoder } from '../../src/model/encoding.ts'
import type { Page } from '../../src/model/page.ts'
import type { Reading } from '../../src/model/reading.ts'
import { parseText, READ_LIMIT } from '../../src/parse/parse-article.ts'
import { loadFacts } from '../../src/pipeline/load-tools.ts'
import { type PageReading, readPage } from '../../src/pipeline/read-page.ts'
import { ReaderPool } from '../../src/pipeline/reader-pool.ts'
import type { Tools } from '../../src/pipeline/stage.ts'
import { normaliseText } from '../../src/text/normalise.ts'
import { expectLinear } from '../growth.ts'
import { textPage } from '../text-page.ts'
import { HOSTILE, prose } from './reader-texts.ts'

// The bounds of the reader with its real weights (issue 4, point 6): any text ends, in time that grows with its length,
// with every span inside it; and how a text is read does not depend on what was read before or beside it.

const ROOT = path.join(import.meta.dirname, '..', '..')
/** Articles of the sample that are read alone and among others: enough to differ, few enough for a busy core. */
const SOME = 6

let tools: Tools
beforeAll(async () => {
  tools = { ...loadFacts(), encoder: await loadEncoder(loadReaderFiles()) }
})

const page = (file: string, text: string): Page => textPage(file, text, { published: '2025-04-08' })

function sampleTexts(): string[] {
  const lines = fs
    .readFileSync(path.join(ROOT, 'sample', 'articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
  return lines.slice(0, SOME).map(line => {
    const { title, text }: { title: string; text: string } = JSON.parse(line)
    return `${title}\n\n${text}`
  })
}

/** What is wrong with the layers of a Doc; nothing when it is sound. */
function faultsOf({ text, sentences, firstToken, tokens, ents, chains, readTo }: Doc): string[] {
  const faults: string[] = []
  const check = (sound: boolean, what: string): void => {
    if (!sound && faults.length < 10) faults.push(what)
  }
  const limit = readTo ?? text.length
  const inside = ([start, end]: readonly [number, number], what: string): void =>
    check(start >= 0 && start < end && end <= limit, `${what} [${start},${end}) is not inside the text`)
  let before = 0
  for (const span of sentences) {
    inside(span, 'sentence')
    check(span[0] >= before, `sentence at ${span[0]} begins before the last ends`)
    before = span[1]
  }
  before = 0
  for (let i = 0; i < tokens.length; i++) {
    inside([tokens.start[i] ?? -1, tokens.end[i] ?? -1], `word ${i}`)
    check((tokens.start[i] ?? -1) >= before, `word ${i} begins before the last ends`)
    before = tokens.end[i] ?? -1
  }
  check(firstToken.length === sentences.length + 1, `${firstToken.length} sentence starts for ${sentences.length}`)
  check(firstToken.at(-1) === tokens.length, 'the last sentence does not end with the last word')
  for (const layer of [tokens.upos, tokens.lemma, tokens.xpos, tokens.feats, tokens.head, tokens.deprel])
    check(layer.length === tokens.length, `a layer has ${layer.length} entries for ${tokens.length} words`)
  for (let s = 0; s < sentences.length; s++) {
    const [first = 0, end = 0] = firstToken.subarray(s, s + 2)
    check(first < end, `sentence ${s} has no words`)
    const heads = [...tokens.head.subarray(first, end)]
    check(heads.filter(head => head === -1).length === 1, `sentence ${s} has not one root`)
    check(
      heads.every(head => head === -1 || (head >= first && head < end)),
      `sentence ${s} has a head outside it`,
    )
  }
  for (const {
    span,
    tokens: [first, end],
  } of ents) {
    inside(span, 'entity')
    check(first >= 0 && first < end && end <= tokens.length, 'an entity has no words')
  }
  for (const chain of chains) {
    check(chain.length > 1, 'a chain has one span')
    for (const span of chain) inside(span, 'reference')
  }
  return faults
}

/** Every pair of whole numbers in a reading's findings: those are its spans. */
function spansOf(value: unknown): [number, number][] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && value.length === 2 && value.every(Number.isInteger)) return [[value[0], value[1]]]
  return Object.values(value).flatMap(spansOf)
}

function spansOutside({ article, sentences, mentions, statements, events, chains }: Reading): [number, number][] {
  return spansOf({ sentences, mentions, statements, events, chains }).filter(
    ([start, end]) => start < 0 || start >= end || end > article.text.length,
  )
}

/** Why a page was turned away; null when it was read. */
const reasonOf = (result: PageReading): string | null => (result.ok ? null : result.rejected.rejected.reason)

describe('any text ends', () => {
  it.each(HOSTILE)('with sound layers: %s', async (_name, text) => {
    const doc = await parseText(normaliseText(text), tools)
    expect(faultsOf(doc)).toEqual([])
    expect(doc.readTo).toBeNull()
  })

  it.each(HOSTILE)('read or turned away with a reason, never by a fault of ours: %s', async (name, text) => {
    const result = await readPage(page(name, text), tools)
    expect(reasonOf(result)).not.toBe('bug')
    expect(result.ok ? spansOutside(result.reading) : []).toEqual([])
  })

  it('as it came, not normalised, lone surrogates and all', async () => {
    for (const name of ['lone surrogates', 'zero-width and bidirectional characters', 'control characters'])
      expect(faultsOf(await parseText(HOSTILE.find(([one]) => one === name)?.[1] ?? '', tools))).toEqual([])
  })

  it('after the most characters that are read, and says where it stopped', async () => {
    // Words of 190 letters: the limit counts characters, the reader's time goes with the words.
    const word = `${'sampled'.repeat(27)}x `
    const text = word.repeat(Math.ceil((READ_LIMIT + 1) / word.length)).slice(0, READ_LIMIT + 1)
    const doc = await parseText(text, tools)
    expect(doc.readTo).toBeGreaterThan(READ_LIMIT - 1_000)
    expect(doc.readTo).toBeLessThanOrEqual(READ_LIMIT)
    expect(faultsOf(doc)).toEqual([])
    const whole = await parseText(text.slice(0, 10_000), tools)
    expect(whole.readTo).toBeNull()
  })

  it('would be caught with a span outside, words out of order, or two roots', async () => {
    const doc = await parseText('Ana Example met Ben Sample. He thanked her.', tools)
    expect(faultsOf(doc)).toEqual([])
    expect(faultsOf({ ...doc, sentences: [[0, 4000]] })).not.toEqual([])
    const { tokens } = doc
    expect(faultsOf({ ...doc, tokens: { ...tokens, start: tokens.start.toReversed() } })).not.toEqual([])
    expect(faultsOf({ ...doc, tokens: { ...tokens, head: tokens.head.map(() => -1) } })).not.toEqual([])
    const result = await readPage(page('article.txt', sampleTexts()[0] ?? ''), tools)
    if (!result.ok) throw new Error('the sample’s first article was turned away')
    const { reading } = result
    expect(spansOutside(reading)).toEqual([])
    const planted = reading.statements.map(statement => ({ ...statement, content: [[1, 999_999] as const] }))
    expect(spansOutside({ ...reading, statements: planted })).toEqual(planted.map(() => [1, 999_999]))
    expect(planted.length).toBeGreaterThan(0)
  })
})

describe('time grows with the length of the text, not faster', () => {
  const parse = (text: string): unknown => parseText(text, tools)

  it.each<[string, (length: number) => string, number]>([
    ['prose', prose, 20_000],
    ['prose without punctuation', length => prose(length).replace(/[^\p{L}\p{N}]+/gu, ' '), 20_000],
    ['one name, again and again', length => 'Ana Example met Ben Sample. '.repeat(length / 28), 16_000],
    ['one pronoun, again and again', length => 'she thanked her . '.repeat(length / 18), 16_000],
    ['one endless word', length => 'talks'.repeat(length / 5), 400_000],
    ['opened quotations', length => '“ said '.repeat(length / 7), 16_000],
  ])('%s', (_name, make, size) => expectLinear({ size, make, run: parse }))
})

describe('how an article is read does not depend on others', () => {
  /** Doc and Reading of a text as one string. */
  async function bytesOf(text: string, encoder: Encoder): Promise<string> {
    const facts = { ...tools, encoder }
    const doc = await parseText(normaliseText(text), facts)
    return JSON.stringify([doc, await readPage(page('article.txt', text), facts)])
  }

  /** How often an article came out other than alone: after others, between others, and at the same time as others. */
  async function differences(encoder: Encoder): Promise<number> {
    const [article = '', ...others] = sampleTexts()
    const alone = await bytesOf(article, encoder)
    expect(alone).toContain('"ok":true')
    let different = 0
    const compare = (again: string | undefined): void => {
      if (again !== alone) different++
    }
    compare(await bytesOf(article, encoder))
    for (const other of others) await bytesOf(other, encoder)
    compare(await bytesOf(article, encoder))
    compare((await Promise.all([others[0] ?? '', article, others[1] ?? ''].map(text => bytesOf(text, encoder))))[1])
    return different
  }

  it('alone, after, between and beside others: the same, byte for byte', async () => {
    expect(await differences(tools.encoder)).toBe(0)
  })

  it('is the same from a reader loaded anew that read others first', async () => {
    const [article = '', other = ''] = sampleTexts()
    const fresh = await loadEncoder(loadReaderFiles())
    await bytesOf(other, fresh)
    expect(await bytesOf(article, fresh)).toBe(await bytesOf(article, tools.encoder))
  })

  it('would be caught: an encoder whose numbers drift from call to call', async () => {
    let calls = 0
    const drifting: Encoder = {
      ...tools.encoder,
      read: async (...window) => {
        const scores = await tools.encoder.read(...window)
        calls++
        return { ...scores, upos: scores.upos.map(label => (label + calls) % tools.encoder.labels.upos.length) }
      },
    }
    expect(await differences(drifting)).toBeGreaterThan(0)
  })

  it('is the same from one worker thread and from two', async () => {
    const pages = sampleTexts().map((text, i) => page(`${i}.txt`, text))
    const readBy = async (workers: number): Promise<string> => {
      const pool = new ReaderPool({ workers, timeoutMs: 60_000 })
      try {
        return JSON.stringify(await Promise.all(pages.map(one => pool.read(one))))
      } finally {
        await pool.close()
      }
    }
    const one = await readBy(1)
    expect(one).not.toContain('"ok":false')
    expect(await readBy(2)).toBe(one)
  })
})
