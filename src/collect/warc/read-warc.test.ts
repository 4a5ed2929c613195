import { brotliCompressSync, deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWarc, type WarcItem } from './read-warc.ts'

const PAGE =
  '<!doctype html><title>Port opens</title><p>Ana Example opened the port of Samplia on Tuesday, officials said.</p>'

function http(body: Buffer | string, headers: readonly string[] = [], length = true): Buffer {
  const bytes = Buffer.from(body)
  const all = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html; charset=utf-8',
    ...(length ? [`Content-Length: ${bytes.length}`] : []),
    ...headers,
  ]
  return Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`), bytes])
}

function record(
  block: Buffer,
  { type = 'response', url = 'https://wire.example/a', length = block.length, version = '1.0', eol = '\r\n' } = {},
): Buffer {
  const head = [
    `WARC/${version}`,
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2025-04-08T00:00:00Z',
    `Content-Type: ${type === 'response' ? 'application/http; msgtype=response' : 'text/html'}`,
    `Content-Length: ${length}`,
  ]
  return Buffer.concat([Buffer.from(head.join(eol) + eol + eol), block, Buffer.from(eol + eol)])
}

const GOOD = record(http(PAGE), { url: 'https://wire.example/good' })

async function read(bytes: Buffer, step = bytes.length + 1): Promise<WarcItem[]> {
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  const items: WarcItem[] = []
  for await (const item of readWarc(chunks())) items.push(item)
  return items
}

const payloads = (items: readonly WarcItem[]) =>
  items.flatMap(item => (item.kind === 'payload' && !item.payload.damaged ? [item.payload.bytes.toString()] : []))
const damage = (items: readonly WarcItem[]) => items.filter(item => item.kind === 'damage').length
const records = (items: readonly WarcItem[]) => items.filter(item => item.kind === 'record').length

function isWhole(member: Buffer): boolean {
  try {
    gunzipSync(member)
    return true
  } catch {
    return false
  }
}

describe('readWarc', () => {
  it.each([
    ['plain', Buffer.concat([GOOD, GOOD])],
    ['gzipped by record', Buffer.concat([gzipSync(GOOD), gzipSync(GOOD)])],
    ['gzipped as a whole', gzipSync(Buffer.concat([GOOD, GOOD]))],
    ['padded with zeros behind gzip', Buffer.concat([gzipSync(GOOD), gzipSync(GOOD), Buffer.alloc(500)])],
    [
      'with bare line feeds',
      Buffer.concat([record(http(PAGE), { eol: '\n' }), record(http(PAGE), { eol: '\n', version: '1.1' })]),
    ],
  ])('reads an archive %s, in chunks of any size', async (_, bytes) => {
    for (const step of [1, 7, 64, 100_000]) {
      const items = await read(bytes, step)
      expect(payloads(items)).toEqual([PAGE, PAGE])
      expect(damage(items)).toBe(0)
      expect(records(items)).toBe(2)
    }
  })

  it('says where a response came from and when', async () => {
    const [, item] = await read(GOOD)
    expect(item).toMatchObject({
      kind: 'payload',
      payload: {
        url: 'https://wire.example/good',
        status: 200,
        mediaType: 'text/html',
        charset: 'utf-8',
        date: '2025-04-08T00:00:00Z',
      },
    })
  })

  const chunked = `${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`
  it.each([
    ['gzip', http(gzipSync(PAGE), ['Content-Encoding: gzip'])],
    ['zlib', http(deflateSync(PAGE), ['Content-Encoding: deflate'])],
    ['raw deflate', http(deflateRawSync(PAGE), ['Content-Encoding: deflate'])],
    ['brotli', http(brotliCompressSync(PAGE), ['Content-Encoding: br'])],
    ['two codings', http(gzipSync(brotliCompressSync(PAGE)), ['Content-Encoding: br, gzip'])],
    ['chunks', http(chunked, ['Transfer-Encoding: chunked'], false)],
    [
      'chunks of gzip',
      http(
        Buffer.concat([
          Buffer.from(`${gzipSync(PAGE).length.toString(16)};x=1\r\n`),
          gzipSync(PAGE),
          Buffer.from('\r\n0\r\n\r\n'),
        ]),
        ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'],
        false,
      ),
    ],
    ['gzip that was undone already', http(PAGE, ['Content-Encoding: gzip'])],
    ['brotli that was undone already', http(PAGE, ['Content-Encoding: br'])],
    ['chunks that were undone already', http(PAGE, ['Transfer-Encoding: chunked'])],
  ])('opens a body stored as %s', async (_, block) => {
    const items = await read(Buffer.concat([record(block), GOOD]))
    expect(payloads(items)).toEqual([PAGE, PAGE])
    expect(damage(items)).toBe(0)
  })

  const block = http(PAGE)
  it.each([
    ['too long', record(block, { length: block.length + 40 })],
    ['too long by its own line ends', record(block, { length: block.length + 4 })],
    ['endless', record(block, { length: 999_999_999_999 })],
    ['too short', record(block, { length: block.length - 30 })],
  ])('survives a length that is %s, and trusts the stored Content-Length', async (_, broken) => {
    const items = await read(Buffer.concat([GOOD, broken, GOOD]))
    expect(payloads(items)).toEqual([PAGE, PAGE, PAGE])
    expect(damage(items)).toBe(1)
  })

  it.each([
    [
      'a negative length',
      Buffer.from(GOOD.toString('latin1').replace(/^Content-Length: \d+/m, 'Content-Length: -5'), 'latin1'),
    ],
    ['garbage', Buffer.from([0, 1, 2, 255, 254, 10, 77, 200])],
    ['a header without end', Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nX: ${'a'.repeat(600_000)}`)],
  ])('reads on behind %s', async (_, broken) => {
    const items = await read(Buffer.concat([GOOD, broken, GOOD]))
    expect(payloads(items)).toEqual([PAGE, PAGE])
    expect(damage(items)).toBe(1)
  })

  it('loses one record to a flipped bit in a gzip member, and says so', async () => {
    const bad = gzipSync(record(http(PAGE.replace('port', 'pier'))))
    for (let at = 10; at < bad.length; at += 3) {
      const flipped = Buffer.from(bad)
      flipped[at] = (flipped[at] ?? 0) ^ 4
      // The bits that fill up the last byte mean nothing.
      if (isWhole(flipped)) continue
      const items = await read(Buffer.concat([gzipSync(GOOD), flipped, gzipSync(GOOD)]))
      expect(payloads(items), `bit at ${at}`).toEqual([PAGE, PAGE])
      expect(damage(items), `bit at ${at}`).toBe(1)
    }
  })

  it('says that the end is missing', async () => {
    for (const whole of [Buffer.concat([GOOD, GOOD]), Buffer.concat([gzipSync(GOOD), gzipSync(GOOD)])]) {
      const items = await read(whole.subarray(0, whole.length - 60))
      expect(payloads(items)).toEqual([PAGE])
      expect(damage(items)).toBe(1)
    }
  })

  it('reads ARC files, spaces in addresses too', async () => {
    const arc = (url: string) =>
      Buffer.concat([
        Buffer.from(`${url} 192.0.2.1 20140216050221 text/html ${block.length}\n`),
        block,
        Buffer.from('\n'),
      ])
    const desc = '1 0 Sample\nURL IP-address Archive-date Content-type Archive-length\n'
    const items = await read(
      Buffer.concat([
        Buffer.from(`filedesc://x.arc 0.0.0.0 20140216050221 text/plain ${desc.length}\n${desc}\n`),
        arc('http://wire.example/a b'),
        arc('http://wire.example/c'),
      ]),
    )
    expect(payloads(items)).toEqual([PAGE, PAGE])
    expect(damage(items)).toBe(0)
    expect(records(items)).toBe(3)
  })

  it('skips a record beyond the limit without holding it', async () => {
    const items = await read(gzipSync(Buffer.concat([record(Buffer.alloc(40_000_000, 97)), GOOD])))
    expect(items.filter(item => item.kind === 'skipped')).toHaveLength(1)
    expect(payloads(items)).toEqual([PAGE])
  })

  it('finds no record in what is no archive', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('The port opened.'),
      gzipSync('The port opened.'),
      Buffer.from([0x1f]),
    ])
      expect(records(await read(bytes))).toBe(0)
  })

  it('ends on any bytes, and finds a good record behind damage', async () => {
    const pool = [GOOD, gzipSync(GOOD), Buffer.concat([GOOD, GOOD])]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pool),
        fc.nat(),
        fc.uint8Array({ maxLength: 60 }),
        fc.nat(80),
        async (seed, where, noise, cut) => {
          const at = where % seed.length
          const items = await read(Buffer.concat([seed.subarray(0, at), noise, seed.subarray(at + cut)]), 37)
          expect(items.length).toBeLessThan(50)
        },
      ),
      { numRuns: 400 },
    )
  })
})
