import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_HINTS } from '../../model/page.ts'
import { kindOfPath } from './kind-of-path.ts'
import { readLine } from './read-jsonl.ts'
import { readMhtml } from './read-mhtml.ts'
import { splitLines } from './split-lines.ts'

describe('splitLines', () => {
  it('is split by line feeds, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'bb', '\n', '\r\n', 'é')),
        fc.integer({ min: 1, max: 9 }),
        async (parts, step) => {
          const bytes = Buffer.from(parts.join(''))
          const chunks = async function* () {
            for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
          }
          const lines: string[] = []
          for await (const line of splitLines(chunks(), 1_000)) lines.push(line.bytes.toString())
          const expected = parts.join('').split('\n')
          if (expected[expected.length - 1] === '') expected.pop()
          expect(lines).toEqual(expected)
        },
      ),
    )
  })

  it('drops a line that is too long and keeps its number', async () => {
    const chunks = async function* () {
      for (const text of ['ok\n', 'x'.repeat(50), 'x'.repeat(50), '\nend']) yield Buffer.from(text)
    }
    const lines: unknown[] = []
    for await (const line of splitLines(chunks(), 60)) lines.push([line.number, line.tooLong, line.bytes.length])
    expect(lines).toEqual([
      [1, false, 2],
      [2, true, 0],
      [3, false, 3],
    ])
  })
})

describe('readLine', () => {
  const read = (value: unknown) =>
    readLine(typeof value === 'string' ? value : JSON.stringify(value), 'd/articles.jsonl:3', 'd/articles.jsonl', {
      ...NO_HINTS,
      outlet: 'Given',
      published: '2025-01-01',
    })

  it('fills the hints, and puts the text beside the file', () => {
    const got = read({
      id: 'a1',
      title: 'T',
      text: 'Body.',
      published: '2025-04-08',
      outlet: 'Sample Wire',
      url: 'https://wire.example/a',
      byline: ['Ana Example', 'Ben Example'],
      sample: true,
      note: 'made up',
    })
    expect(got).toMatchObject({
      ok: true,
      page: {
        arrival: 'sample',
        file: 'd/texts/a1.txt',
        url: 'https://wire.example/a',
        mediaType: 'application/vnd.theatrum.article+json',
        hints: {
          id: 'a1',
          title: 'T',
          byline: 'Ana Example; Ben Example',
          outlet: 'Sample Wire',
          published: '2025-04-08',
          sample: true,
        },
      },
    })
  })

  it('falls back on what was given, and never on it for a date it cannot read', () => {
    expect(read({ text: 'x' })).toMatchObject({
      ok: true,
      page: { file: 'd/articles.jsonl:3', hints: { outlet: 'Given', published: '2025-01-01' } },
    })
    expect(read({ text: 'x', published: 'next week' })).toMatchObject({
      ok: true,
      page: { hints: { published: null } },
    })
    expect(read({ text: 'x', published: '8 April 2025' })).toMatchObject({
      ok: true,
      page: { hints: { published: '2025-04-08' } },
    })
  })

  it.each([
    ['{"text": ', 'not-json'],
    ['[1]', 'not-an-article'],
    ['{"id": "a"}', 'not-an-article'],
    ['{"text": 5}', 'not-an-article'],
    ['null', 'not-an-article'],
  ])('turns %s away with its place', (line, reason) => {
    expect(read(line)).toMatchObject({ ok: false, file: 'd/articles.jsonl:3', rejection: { reason } })
  })
})

describe('readMhtml', () => {
  const saved = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://wire.example/a',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="--x"',
    '',
    '----x',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://wire.example/a',
    '',
    '<p>Caf=C3=A9 at th=',
    'e port</p>',
    '----x',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '----x--',
    '',
  ].join('\r\n')

  it('gives the page and its address', () => {
    const outcome = readMhtml(Buffer.from(saved))
    expect(outcome.ok && Buffer.from(outcome.value.bytes).toString()).toBe('<p>Café at the port</p>')
    expect(outcome).toMatchObject({ ok: true, value: { url: 'https://wire.example/a', mediaType: 'text/html' } })
  })

  it('turns away an archive without a page, and any bytes without throwing', () => {
    expect(readMhtml(Buffer.from('MIME-Version: 1.0\r\n\r\nhello')).ok).toBe(false)
    fc.assert(fc.property(fc.uint8Array(), bytes => void readMhtml(bytes)))
  })
})

describe('kindOfPath', () => {
  it.each([
    ['a.txt', { kind: 'text', gzip: false }],
    ['A.HTML.GZ', { kind: 'html', gzip: true }],
    ['x.warc.gz', { kind: 'archive', gzip: false }],
    ['articles.jsonl', { kind: 'jsonl', gzip: false }],
    ['picture.png', null],
    ['noending', null],
  ])('knows %s', (path, expected) => {
    expect(kindOfPath(path)).toEqual(expected)
  })
})
