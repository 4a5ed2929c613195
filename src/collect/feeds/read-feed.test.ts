import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import type { Feed } from './feed.ts'
import { readFeed } from './read-feed.ts'

const read = (text: string | Uint8Array, url: string | null = null, charset: string | null = null) =>
  readFeed(typeof text === 'string' ? Buffer.from(text) : text, { charset, url })

function feedOf(text: string | Uint8Array, url: string | null = null, charset: string | null = null): Feed {
  const outcome = read(text, url, charset)
  if (!outcome.ok) throw new Error(outcome.rejection.detail)
  return outcome.value
}

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Wire</title>${head}${items}</channel></rss>`

describe('readFeed', () => {
  it('reads an RSS item with its modules', () => {
    const feed = feedOf(
      rss(
        '<item><title>Port &amp;amp; strait</title><link>/a</link><guid isPermaLink="false">7</guid><pubDate>Tue, 08 Apr 2025 09:30:00 JST</pubDate><dc:creator>Ana Example</dc:creator><description>&lt;p&gt;Short.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded></item>',
        '<link>https://wire.example/</link><language>en</language>',
      ),
      'https://wire.example/feed',
    )
    expect(feed).toMatchObject({ title: 'Sample Wire', link: 'https://wire.example/', language: 'en' })
    expect(feed.entries).toEqual([
      {
        id: '7',
        title: 'Port & strait',
        link: 'https://wire.example/a',
        published: '2025-04-08T09:30:00+09:00',
        updated: null,
        summary: '<p>Short.</p>',
        content: '<p>Long.</p>',
        author: 'Ana Example',
      },
    ])
  })

  it('reads Atom with a base, inline XHTML and an author of the feed', () => {
    const feed = feedOf(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://wire.example/x/"><title type="html">A &amp;lt;b&amp;gt;</title><author><name>Ben Example</name></author><entry><id>1</id><title>One</title><link rel="edit" href="no"/><link href="one"/><updated>2025-04-08T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text &amp; <b>more</b></p></div></content></entry></feed>',
    )
    expect(feed.language).toBe('de')
    expect(feed.title).toBe('A <b>')
    expect(feed.entries[0]).toMatchObject({
      link: 'https://wire.example/x/one',
      author: 'Ben Example',
      content: '<p>Text &amp; <b>more</b></p>',
      published: null,
      updated: '2025-04-08T00:00:00Z',
    })
  })

  it('reads JSON Feed and lets a field of the wrong type go', () => {
    const feed = feedOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 5,
        items: [
          { id: 9, url: 'https://wire.example/9', content_text: 'a < b', authors: [{ name: 'Ana Example' }] },
          'noise',
        ],
      }),
    )
    expect(feed.title).toBeNull()
    expect(feed.entries[0]).toMatchObject({ id: '9', content: 'a &lt; b', author: 'Ana Example' })
    expect(feed.entries).toHaveLength(2)
  })

  it('keeps what came before the cut', () => {
    const feed = feedOf(
      rss('<item><title>One</title></item><item><title>Two</title></item><item><title>Thr').slice(0, -30),
    )
    expect(feed.entries.map(entry => entry.title)).toEqual(expect.arrayContaining(['One', 'Two']))
  })

  it('reads bare ampersands, HTML entities, undeclared prefixes and warnings printed before the feed', () => {
    const feed = feedOf(
      `<br />\n<b>Notice</b>: something\n${rss('<item><title>Bread & butter&nbsp;&rsquo;</title><link>https://wire.example/?a=1&copy=3</link><media:title>No</media:title></item>')}`,
    )
    expect(feed.entries[0]?.title).toBe('Bread & butter ’')
    expect(feed.entries[0]?.link).toBe('https://wire.example/?a=1&copy=3')
  })

  it('reads windows-1252 that calls itself Latin-1, and UTF-8 that calls itself anything', () => {
    const body = (encoding: string, title: Buffer) =>
      Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>`),
        title,
        Buffer.from('</title></channel></rss>'),
      ])
    expect(feedOf(body('iso-8859-1', Buffer.from([0x93, 0x61, 0x94, 0x20, 0x80]))).title).toBe('“a” €')
    expect(feedOf(body('iso-8859-1', Buffer.from('Zürich'))).title).toBe('Zürich')
    expect(feedOf(body('utf-8', Buffer.from([0x5a, 0xfc, 0x72]))).title).toBe('Zür')
    expect(feedOf(Buffer.from(`\ufeff${rss('')}`, 'utf16le')).title).toBe('Sample Wire')
  })

  it.each([
    ['nothing', '', 'empty'],
    ['a page', '<!doctype html><html><head><title>x</title></head><body>rss</body></html>', 'not-a-feed'],
    ['a sitemap', '<urlset><url><loc>https://wire.example/</loc></url></urlset>', 'not-a-feed'],
    ['OPML', '<opml><body><outline/></body></opml>', 'not-a-feed'],
    ['plain text', 'The port opened.', 'not-a-feed'],
    ['other JSON', '{"a": 1}', 'not-a-feed'],
    ['half of JSON', '{"version": "https://jsonfeed.org/version/1", "items": [', 'not-a-feed'],
    [
      'entity bombs',
      '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      'declares-entities',
    ],
    [
      'external entities',
      '<?xml version="1.0"?>\n<!DOCTYPE rss [\n<!ENTITY x SYSTEM "file:///etc/passwd">\n]>\n<rss><channel><title>&x;</title></channel></rss>',
      'declares-entities',
    ],
  ])('turns %s away', (_, text, reason) => {
    expect(read(text)).toMatchObject({ ok: false, rejection: { stage: 'collect', reason } })
  })

  it('lets a DOCTYPE without declarations pass', () => {
    expect(read(`<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "rss.dtd">${rss('')}`).ok).toBe(true)
  })

  it('survives 100,000 nested elements', () => {
    const feed = feedOf(rss(`<item><title>Deep</title><description>${'<div>'.repeat(100_000)}</description></item>`))
    expect(feed.entries[0]?.title).toBe('Deep')
  })

  it.each<[string, number, (size: number) => string]>([
    ['nested elements', 80_000, size => `<title>Deep</title><description>${'<div>'.repeat(size)}</description>`],
    ['a megabyte of entities', 200_000, size => `<title>${'&amp;'.repeat(size)}</title>`],
    ['tags that never end', 80_000, size => `<title>${'<b '.repeat(size)}</title>`],
  ])('reads %s in linear time', (_what, size, item) =>
    expectLinear({ size, make: count => Buffer.from(rss(`<item>${item(count)}</item>`)), run: bytes => feedOf(bytes) }),
  )

  it('answers any bytes with a feed or a rejection', () => {
    const seed = rss(
      '<item><title>A</title><link>https://wire.example/a</link><pubDate>Tue, 08 Apr 2025 09:30:00 GMT</pubDate></item>',
    )
    const mutated = fc.tuple(
      fc.nat(seed.length),
      fc.nat(40),
      fc.oneof(fc.string(), fc.constantFrom('<![CDATA[', ']]>', '<!--', '&#', '<?', '</', 'xmlns="', '\0')),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          mutated.map(([at, cut, text]) => Buffer.from(seed.slice(0, at) + text + seed.slice(at + cut))),
        ),
        bytes => {
          const outcome = read(bytes)
          if (!outcome.ok) expect(outcome.rejection.detail).not.toBe('')
        },
      ),
      { numRuns: 1_500 },
    )
  })
})
