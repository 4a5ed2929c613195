import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { type CollectOptions, checkTargets, collect, isAddress } from './collect.ts'
import type { Collected } from './collected.ts'
import type { Fetched, Fetcher } from './fetch-guarded.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'collect-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

async function all(targets: readonly string[], options: CollectOptions = {}): Promise<Collected[]> {
  const out: Collected[] = []
  for await (const collected of collect(targets, options)) out.push(collected)
  return out
}

/** `ok NAME` or the rejection's reason, names relative to the folder. */
const short = (list: readonly Collected[]) =>
  list.map(c =>
    c.ok ? `ok ${c.page.file.replace(`${folder}/`, '')}` : `${c.rejection.reason} ${c.file.replace(`${folder}/`, '')}`,
  )

/** A web of made-up answers; what it has not is not found. */
function web(pages: Readonly<Record<string, string>>): Fetcher & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    async fetch(url): Promise<Outcome<Fetched>> {
      asked.push(url)
      const body = pages[url]
      if (body === undefined) return reject('collect', 'not-found', `${url} answers 404.`)
      const mediaType = body.startsWith('<?xml') ? 'application/rss+xml' : 'text/html'
      return accept({
        reachedUrl: url,
        status: 200,
        mediaType,
        charset: 'utf-8',
        fetchedAt: '2025-04-08T00:00:00Z',
        bytes: Buffer.from(body),
      })
    },
    async close() {},
  }
}

describe('collect, files and folders', () => {
  it('reads a folder by name, folders inside it too, and passes over what is hidden or of no use', async () => {
    put('b.txt', 'B')
    put('a.html', '<p>A')
    put('sub/c.html.gz', gzipSync('<p>C'))
    put('.hidden/x.txt', 'x')
    put('.x.txt', 'x')
    put('meta.json', '{"a": 1}')
    put('gold.jsonl', '{"id": 1}\n')
    put('picture.png', 'x')
    symlinkSync(folder, path.join(folder, 'loop'))
    const got = await all([folder])
    expect(short(got)).toEqual(['ok a.html', 'ok b.txt', 'ok sub/c.html.gz'])
    expect(got[2]?.ok && Buffer.from(got[2].page.bytes).toString()).toBe('<p>C')
  })

  it('takes articles.jsonl for its whole folder', async () => {
    put('articles.jsonl', '{"id": "1", "text": "One."}\n\nnot json\n{"id": "2", "text": "Two."}\n')
    put('texts/1.txt', 'One.')
    expect(short(await all([folder]))).toEqual(['ok texts/1.txt', 'not-json articles.jsonl:3', 'ok texts/2.txt'])
  })

  it('goes on after a target that is missing, empty or damaged', async () => {
    mkdirSync(path.join(folder, 'empty'))
    const good = put('good.txt', 'Good.')
    const pdf = put('a.html', '%PDF-1.7 …')
    const twice = put('b.html.gz', gzipSync(gzipSync('<p>x')))
    expect(short(await all([pdf, twice]))).toEqual(['not-text a.html', 'not-text b.html.gz'])
    const cut = put('cut.html.gz', gzipSync('x'.repeat(10_000)).subarray(0, 20))
    const bomb = put('bomb.html.gz', gzipSync(Buffer.alloc(50_000_000, 97)))
    const got = await all([path.join(folder, 'none.txt'), path.join(folder, 'empty'), cut, bomb, good])
    expect(short(got)).toEqual([
      'missing-file none.txt',
      'empty-folder empty',
      'damaged cut.html.gz',
      'too-large bomb.html.gz',
      'ok good.txt',
    ])
  })

  it('hands on the date and outlet that were given, and refuses a date it cannot read', async () => {
    const file = put('a.txt', 'A')
    const [got] = await all([file], { published: '2025-04-08', outlet: 'Sample Wire' })
    expect(got).toMatchObject({
      ok: true,
      page: { arrival: 'file', mediaType: 'text/plain', hints: { published: '2025-04-08', outlet: 'Sample Wire' } },
    })
    for (const published of ['8 April', '2025-02-31', '2025-13-01', '']) {
      await expect(all([file], { published })).rejects.toMatchObject({ code: 'TH_DATE_UNREADABLE' })
    }
  })

  it('makes pages of the entries of a feed file that hold text', async () => {
    const file = put(
      'feed.xml',
      '<?xml version="1.0"?><rss><channel><language>en</language><item><title>A &lt; B</title><link>https://wire.example/a</link><pubDate>8 Apr 2025</pubDate><author>Ana Example</author><description>&lt;p&gt;Text.&lt;/p&gt;</description></item><item><title>Only a link</title><link>https://wire.example/b</link></item></channel></rss>',
    )
    const [first, second] = await all([file])
    expect(first).toMatchObject({
      ok: true,
      page: {
        arrival: 'feed',
        url: 'https://wire.example/a',
        mediaType: 'text/html',
        hints: { title: 'A < B', byline: 'Ana Example', published: '2025-04-08', language: 'en' },
      },
    })
    expect(first?.ok && Buffer.from(first.page.bytes).toString()).toContain('<h1>A &lt; B</h1>')
    expect(second).toMatchObject({ ok: false, url: 'https://wire.example/b', rejection: { reason: 'no-content' } })
  })

  it.each([
    ['plain text', 'The port opened.', 'text/plain'],
    ['a page', '<!doctype html><p>x', 'text/html'],
    ['an article line', '{"id": "1", "text": "One."}\n', 'application/vnd.theatrum.article+json'],
    [
      'an archive',
      gzipSync('WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>\r\n\r\n'),
      'text/html',
    ],
  ])('knows %s on standard input', async (_, content, mediaType) => {
    const [got] = await all(['-'], { stdin: Readable.from([Buffer.from(content)]) })
    expect(got).toMatchObject({ ok: true, page: { mediaType } })
  })

  it('turns away an empty input and one that is no text', async () => {
    expect(short(await all(['-'], { stdin: Readable.from([]) }))).toEqual(['empty -'])
    expect(short(await all(['-'], { stdin: Readable.from([Buffer.from([0, 1, 2, 3])]) }))).toEqual(['not-text -'])
  })

  it('stops after the number of pages asked for', async () => {
    put('articles.jsonl', '{"id": "1", "text": "One."}\n'.repeat(500))
    expect(await all([folder], { maxPages: 3 })).toHaveLength(3)
    expect(await all([folder], { maxPages: 0 })).toHaveLength(0)
  })

  it('stops when it is called off', async () => {
    put('articles.jsonl', '{"id": "1", "text": "One."}\n'.repeat(500))
    const stop = new AbortController()
    let count = 0
    for await (const _ of collect([folder], { signal: stop.signal })) if (++count === 5) stop.abort()
    expect(count).toBe(5)
  })
})

describe('collect, addresses', () => {
  it('fetches a page, and says what is wrong with another', async () => {
    const fetcher = web({ 'https://wire.example/a': '<p>A' })
    const got = await all(['https://wire.example/a', 'https://wire.example/none'], { fetcher })
    expect(got[0]).toMatchObject({
      ok: true,
      page: {
        arrival: 'address',
        file: 'https://wire.example/a',
        url: 'https://wire.example/a',
        status: 200,
        fetchedAt: '2025-04-08T00:00:00Z',
      },
    })
    expect(got[1]).toMatchObject({ ok: false, url: 'https://wire.example/none', rejection: { reason: 'not-found' } })
  })

  it('fetches the pages of a feed once each, with what the feed says of them', async () => {
    const text = `<p>${'A long report about the port of Samplia. '.repeat(20)}</p>`
    const fetcher = web({
      'https://wire.example/feed': `<?xml version="1.0"?><rss><channel><item><title>A</title><link>/a</link><pubDate>Tue, 08 Apr 2025 09:30:00 JST</pubDate></item><item><link>/a</link></item><item><title>Gone</title><link>/gone</link></item><item><title>Full</title><link>/full</link><content:encoded><![CDATA[${text}]]></content:encoded></item></channel></rss>`,
      'https://wire.example/a': '<p>A',
    })
    const got = await all(['https://wire.example/feed'], { fetcher })
    expect(short(got)).toEqual([
      'ok https://wire.example/a',
      'not-found https://wire.example/gone',
      'ok https://wire.example/full',
    ])
    expect(got[0]).toMatchObject({
      ok: true,
      page: { arrival: 'feed', hints: { title: 'A', published: '2025-04-08T09:30:00+09:00' } },
    })
    expect(fetcher.asked).toHaveLength(4)
  })

  it('fetches the pages of a sitemap and of an index of them', async () => {
    const fetcher = web({
      'https://wire.example/sitemap.xml':
        '<?xml version="1.0"?><sitemapindex><sitemap><loc>https://wire.example/s1.xml</loc></sitemap><sitemap><loc>https://wire.example/sitemap.xml</loc></sitemap></sitemapindex>',
      'https://wire.example/s1.xml':
        '<?xml version="1.0"?><urlset><url><loc>https://wire.example/a</loc></url></urlset>',
      'https://wire.example/a': '<p>A',
    })
    expect(short(await all(['https://wire.example/sitemap.xml'], { fetcher }))).toEqual(['ok https://wire.example/a'])
  })

  it('calls fetches off that nobody waits for any more', async () => {
    const signals: AbortSignal[] = []
    const fetcher: Fetcher = {
      async fetch(url, { signal } = {}) {
        if (signal !== undefined) signals.push(signal)
        return accept({
          reachedUrl: url,
          status: 200,
          mediaType: 'text/html',
          charset: null,
          fetchedAt: '2025-04-08T00:00:00Z',
          bytes: Buffer.from('<p>A'),
        })
      },
      async close() {},
    }
    const addresses = [1, 2, 3, 4].map(n => `https://wire.example/${n}`)
    expect(await all(addresses, { fetcher, maxPages: 1 })).toHaveLength(1)
    expect(signals.length).toBeGreaterThan(0)
    expect(signals.every(signal => signal.aborted)).toBe(true)
  })

  it('says that a feed is empty', async () => {
    const fetcher = web({ 'https://wire.example/feed': '<?xml version="1.0"?><rss><channel/></rss>' })
    expect(short(await all(['https://wire.example/feed'], { fetcher }))).toEqual([
      'empty-feed https://wire.example/feed',
    ])
  })

  it('refuses other schemes and private hosts by itself', async () => {
    const got = await all([
      'file:///etc/passwd',
      'http://127.0.0.1/',
      'http://user:pw@wire.example/',
      '//127.0.0.1/',
      '',
    ])
    expect(got.map(c => (c.ok ? 'ok' : c.rejection.reason))).toEqual([
      'address-refused',
      'private-address',
      'address-refused',
      'missing-file',
      'missing-file',
    ])
  })
})

describe('checkTargets', () => {
  it('throws for what a single target lacks', async () => {
    mkdirSync(path.join(folder, 'empty'))
    await expect(checkTargets([])).rejects.toMatchObject({ code: 'TH_USAGE' })
    await expect(checkTargets([path.join(folder, 'none')])).rejects.toMatchObject({ code: 'TH_INPUT_MISSING' })
    await expect(checkTargets([path.join(folder, 'empty')])).rejects.toMatchObject({ code: 'TH_INPUT_EMPTY' })
    await expect(checkTargets(['-'], { published: 'soon' })).rejects.toMatchObject({ code: 'TH_DATE_UNREADABLE' })
    await expect(checkTargets(['desk.example/a'])).rejects.toMatchObject({
      todo: 'for a web address write https://desk.example/a',
    })
  })

  it('lets a run begin in which one target is good', async () => {
    await expect(checkTargets([path.join(folder, 'none'), put('a.txt', 'A')])).resolves.toBeUndefined()
    await expect(checkTargets(['https://wire.example/'])).resolves.toBeUndefined()
  })
})

describe('isAddress', () => {
  it.each([
    ['https://wire.example/', true],
    [' http://wire.example/ ', true],
    ['ht\ntp://wire.example/', true],
    ['javascript:1', true],
    ['a.txt', false],
    ['./a:b.txt', false],
    ['', false],
  ])('%s', (target, expected) => {
    expect(isAddress(target)).toBe(expected)
  })
})
