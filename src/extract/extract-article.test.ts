import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import { NO_HINTS, type Page, type PageHints } from '../model/page.ts'
import { isValidSpan } from '../text/spans.ts'
import { ARTICLE_JSON, extractArticle } from './extract-article.ts'
import { toExtractRow } from './to-extract-row.ts'

const FIRST =
  'The fictional minister of Samplia, Ana Example, toured the harbour of Marlow on Tuesday and met its crew.'
const SECOND =
  'Officials of the two navies plan to meet again in the second week of May, the harbour office said there.'
const THIRD = 'A drill in the strait had been called routine by the neighbouring government earlier in the same week.'
const BODY = [FIRST, SECOND, THIRD].map(text => `<p>${text}</p>`).join('\n')

function page(content: string | Uint8Array, more: Partial<Page> = {}, hints: Partial<PageHints> = {}): Page {
  return {
    arrival: 'file',
    file: 'page.html',
    url: null,
    reachedUrl: null,
    status: null,
    mediaType: 'text/html',
    charset: null,
    fetchedAt: null,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    hints: { ...NO_HINTS, ...hints },
    ...more,
  }
}

function html(body: string, head = '', title = 'Minister visits harbour | Sample Wire'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`
}

function read(input: Page): Article {
  const outcome = extractArticle(input)
  if (!outcome.ok) throw new Error(`${outcome.rejection.reason}: ${outcome.rejection.detail}`)
  return outcome.value
}

function refused(input: Page): string {
  const outcome = extractArticle(input)
  return outcome.ok ? `read: ${outcome.value.text.slice(0, 80)}` : outcome.rejection.reason
}

describe('an article in HTML', () => {
  const head = `<link rel="canonical" href="https://www.samplewire.example/2025/04/09/harbour?utm_source=x#top">
    <meta property="og:site_name" content="Sample Wire">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Minister visits harbour",
    "datePublished":"2025-04-09T09:30:00+02:00","author":[{"@type":"Person","name":"By Bela Example"},{"@id":"#c"}]},
    {"@id":"#c","@type":"Person","name":"Cora Sample"}]}</script>`
  const body = `<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Minister visits harbour</h1>
    <p class="standfirst">A two-day tour ends with a promise of further talks between the two navies of the strait.</p>
    <p class="byline">By Bela Example</p><figure><img src="x"><figcaption>The harbour at night</figcaption></figure>
    ${BODY}<p><a href="/more">Read more: the drill of last week</a></p><h2>Related articles</h2></article>
    <footer>© 2025 Sample Wire. All rights reserved.</footer>`
  const article = read(page(html(body, head)))

  it('has headline, standfirst and paragraphs, joined by blank lines, and nothing else of the page', () => {
    expect(article.text.split('\n\n')).toEqual([
      'Minister visits harbour',
      'A two-day tour ends with a promise of further talks between the two navies of the strait.',
      FIRST,
      SECOND,
      THIRD,
    ])
    expect(article.standfirst).toContain('two-day tour')
  })

  it('says of every value where it was read', () => {
    expect(article.published).toEqual({ value: '2025-04-09T09:30:00+02:00', from: 'json-ld' })
    expect(article.byline).toEqual({ value: 'Bela Example; Cora Sample', from: 'json-ld' })
    expect(article.outlet).toMatchObject({ value: { id: 'samplewire.example', name: 'Sample Wire' } })
    expect(article.url).toBe('https://www.samplewire.example/2025/04/09/harbour')
    expect(article.language).toEqual({ value: 'en', from: 'html lang' })
  })

  it('has blocks whose spans are the parts of its text', () => {
    expect(article.blocks.map(({ role }) => role)).toEqual(['title', 'standfirst', 'body', 'body', 'body'])
    for (const { span } of article.blocks) expect(isValidSpan(article.text, span)).toBe(true)
    expect(article.text.slice(...article.blocks[4]!.span)).toBe(THIRD)
  })

  it('is the same article every time, and another one when a word changes', () => {
    expect(read(page(html(body, head))).id).toBe(article.id)
    expect(read(page(html(body.replace('Tuesday', 'Monday'), head))).id).not.toBe(article.id)
  })

  it('gives its row without the headline in the text', () => {
    const row = toExtractRow(article)
    expect(row).toMatchObject({ title: 'Minister visits harbour', byline: 'Bela Example; Cora Sample' })
    expect(row.text.startsWith('A two-day tour')).toBe(true)
  })

  it('lets what was given win over what was read, save a date that is none', () => {
    const given = read(
      page(html(body, head), {}, { outlet: 'Harbour Post', published: '2025-02-31', byline: 'D. Sample' }),
    )
    expect(given.outlet).toMatchObject({ value: { name: 'Harbour Post' }, from: 'given' })
    expect(given.byline).toEqual({ value: 'D. Sample', from: 'given' })
    expect(valueOf(given.published)).toBe('2025-04-09T09:30:00+02:00')
  })
})

describe('what a page does not say', () => {
  const article = read(page(html(BODY, '', 'Minister visits harbour')))
  it('stays unknown, with the reason', () => {
    expect(article.published).toEqual({ unknown: expect.stringContaining('no day of publication') })
    expect(article.byline).toEqual({ unknown: 'the page names no author' })
    expect(article.outlet).toEqual({ unknown: expect.stringContaining('neither its address') })
    expect(article.url).toBeNull()
  })

  it.each(['0000-00-00 00:00:00', '99999-04-08T09:30:00Z', '2025-02-31', '-0001-11-30T00:00:00+00:00', { a: [1] }])(
    'never becomes a date out of %j',
    value => {
      const data = JSON.stringify({ '@type': 'NewsArticle', datePublished: value })
      const dated = read(page(html(BODY, `<script type="application/ld+json">${data}</script>`)))
      expect(valueOf(dated.published)).toBeNull()
    },
  )

  it('does not take a date after the day of the fetch', () => {
    const head = '<meta property="article:published_time" content="2031-01-01T10:00:00Z">'
    expect(valueOf(read(page(html(BODY, head), { fetchedAt: '2025-04-09T12:00:00Z' })).published)).toBeNull()
  })
})

it('takes the day the address shows where the data speaks UTC', () => {
  const head = `<link rel="canonical" href="https://harbourpost.example/2023/11/08/tour/">
    <meta property="article:published_time" content="2023-11-09T03:28:35Z">`
  expect(valueOf(read(page(html(BODY, head))).published)).toBe('2023-11-08')
})

describe('encodings and containers', () => {
  it('reads gzip whatever the name says', () => {
    expect(read(page(gzipSync(html(BODY)))).text).toContain(SECOND)
  })

  it('reads windows-1252 that claims to be UTF-8', () => {
    const bytes = Buffer.from(html(`<p>Die Häfen für die Flotte waren gestern geöffnet.</p>${BODY}`), 'latin1')
    expect(read(page(bytes)).text).toContain('Die Häfen für die Flotte')
  })

  it('reads the HTML part of a saved page with its address', () => {
    const parts = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/html; charset=utf-8',
    ]
    const quoted = html(BODY).replace(/=/g, '=3D').replace('toured the', 'toured =\r\nthe')
    const rest = [
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://samplewire.example/a',
      '',
      quoted,
      '--b1--',
      '',
    ]
    const article = read(page([...parts, ...rest].join('\r\n'), { mediaType: 'multipart/related' }))
    expect(article.text).toContain(FIRST)
    expect(article.url).toBe('https://samplewire.example/a')
  })

  it('reads a line of articles.jsonl: title, blank line, text', () => {
    const line = {
      id: 'a1',
      title: 'Minister visits harbour',
      text: `${FIRST}\n${SECOND}`,
      published: '2025-04-09',
      outlet: 'Sample Wire',
      url: null,
      sample: true,
    }
    const article = read(page(JSON.stringify(line), { mediaType: ARTICLE_JSON }))
    expect(article.text).toBe(`Minister visits harbour\n\n${FIRST}\n${SECOND}`)
    expect(article.published).toEqual({ value: '2025-04-09', from: 'given' })
    expect(article.outlet).toEqual({ value: { id: 'sample-wire', name: 'Sample Wire', sample: true }, from: 'given' })
    expect(article.sample).toBe(true)
  })
})

describe('a plain text', () => {
  const text = `Minister visits harbour\n${FIRST}\n\n  ${SECOND}\n\nBy Bela Example\n`
  const article = read(page(text, { mediaType: 'text/plain' }))

  it('stays as it is, to the byte', () => {
    expect(article.text).toBe(text)
  })

  it('has its headline and byline as readings', () => {
    expect(article.title).toBe('Minister visits harbour')
    expect(article.byline).toEqual({ value: 'Bela Example', from: 'text' })
    expect(article.blocks.map(({ role }) => role)).toEqual(['title', 'body', 'body', 'byline'])
  })

  it.each([
    [`${FIRST}\n${SECOND}`, null],
    [`MARLOW, April 8 (Sample Wire) --\n\n${FIRST}`, null],
    [`Hello\n\n${FIRST}`, null],
    [`Minister visits harbour.\n\n${FIRST}`, 'Minister visits harbour.'],
    [FIRST, null],
  ])('reads the headline of %j as %j', (input, title) => {
    expect(read(page(input, { mediaType: 'text/plain' })).title).toBe(title)
  })
})

describe('pages without an article', () => {
  const links = Array.from(
    { length: 40 },
    (_, i) => `<li><a href="/s/${i}">Section number ${i} of the site</a></li>`,
  ).join('')
  it.each([
    ['nothing', page(''), 'no-article'],
    ['white space', page(' \n\t\u00a0'.repeat(1000), { mediaType: 'text/plain' }), 'no-article'],
    ['a list of links', page(html(`<div>${links}</div>`)), 'no-article'],
    ['an answer 404', page(html(BODY), { status: 404 }), 'no-article'],
    [
      'an error page',
      page(
        html(
          '<h1>404 Not Found</h1><p>The page you asked for is not there, try the search of our site.</p>',
          '',
          '404 Not Found',
        ),
      ),
      'no-article',
    ],
    [
      'a login wall',
      page(
        html(
          '<h1>Welcome</h1><form><input name="user"></form><p>Please sign in to continue reading this story on our site today.</p>',
        ),
      ),
      'no-article',
    ],
    ['a picture', page(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), 'not-text'],
    [
      'noise',
      page(Buffer.from(Array.from({ length: 20_000 }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 13) & 255))),
      'not-text',
    ],
    ['13 MB', page(Buffer.alloc(13 * 1024 * 1024, 97)), 'too-large'],
    ['a gzip bomb', page(gzipSync(Buffer.alloc(64 * 1024 * 1024))), 'too-large'],
    ['a million references', page(html(`${BODY}<p>${'&'.repeat(1_000_000)}</p>`)), 'too-large'],
    ['a run of marks', page(`${FIRST} a${'\u0315\u0300'.repeat(100_000)}`, { mediaType: 'text/plain' }), 'not-text'],
    ['JSON that is no article', page('{"error":"rate limited"}', { mediaType: ARTICLE_JSON }), 'not-text'],
  ])('turns away %s', (_, input, reason) => {
    expect(refused(input)).toBe(reason)
  })

  it('canary: the same frame with an article in it is read', () => {
    expect(refused(page(html(`<ul>${links}</ul><article><h1>Minister visits harbour</h1>${BODY}</article>`)))).toMatch(
      /^read: /,
    )
  })
})

describe('hostile pages', () => {
  it.each([
    ['100,000 nested elements', html(`${BODY}${'<div>'.repeat(100_000)}x`)],
    ['an attribute of 5 MB', html(`<div data-x="${'y'.repeat(5_000_000)}"></div>${BODY}`)],
    ['a comment of 5 MB', html(`<!-- ${'note '.repeat(1_000_000)} -->${BODY}`)],
    ['a script of 5 MB', html(`<script>${'1,2,'.repeat(1_200_000)}</script>${BODY}`)],
    [
      'JSON-LD 100,000 deep',
      html(BODY, `<script type="application/ld+json">${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}</script>`),
    ],
    [
      'broken JSON-LD',
      html(BODY, '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x\n, }</script>'),
    ],
  ])('reads the article beside %s', (_, input) => {
    const article = read(page(input))
    expect(article.text).toContain(FIRST)
    expect(article.text).toContain(THIRD)
    expect(article.text).not.toMatch(/yyyy|note note|1,2,1,2/)
  })

  it('shows nothing that is hidden, scripted or in a frame', () => {
    const hidden = `<p hidden>Planted one.</p><p style="display: none">Planted two.</p><template><p>Planted three.</p></template>
      <script>document.write("Planted four.")</script><iframe srcdoc="<p>Planted five.</p>"></iframe>`
    expect(read(page(html(`${BODY}${hidden}`))).text).not.toContain('Planted')
  })
})
