// Pages extracted a CPU second: ours beside plain Readability on jsdom and on linkedom, same pages, same process.
import fs from 'node:fs'
import zlib from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { JSDOM, VirtualConsole } from 'jsdom'
import { parseHTML } from 'linkedom'
import { extractArticle } from '../dist/extract/extract-article.js'
import { round, sharedFiles } from './places.js'

const PAGES = 120

export async function benchExtract() {
  const files = sharedFiles('pages/dev/html', '.html.gz')
  if (files === null) return [{ what: 'skipped: ../shared/data/pages is not here', value: 0, unit: '' }]
  const every = Math.max(1, Math.floor(files.length / PAGES))
  const pages = files
    .filter((_, i) => i % every === 0)
    .slice(0, PAGES)
    .map(file => ({ file, html: zlib.gunzipSync(fs.readFileSync(file)) }))
  const ours = perCpuSecond(pages, ({ file, html }) => extractArticle(htmlPage(file, html)))
  const linkedom = perCpuSecond(pages, ({ html }) => new Readability(parseHTML(html.toString()).document).parse())
  const jsdom = perCpuSecond(pages, ({ html }) =>
    new Readability(new JSDOM(html.toString(), { virtualConsole: new VirtualConsole() }).window.document).parse(),
  )
  return [
    { what: 'theatrum extract', value: round(ours), unit: 'pages/CPU-s', note: `${pages.length} pages` },
    {
      what: 'Readability on linkedom',
      value: round(linkedom),
      unit: 'pages/CPU-s',
      note: `ours is ${round(ours / linkedom, 2)} times this`,
    },
    {
      what: 'Readability on jsdom',
      value: round(jsdom),
      unit: 'pages/CPU-s',
      note: `ours is ${round(ours / jsdom, 2)} times this`,
    },
  ]
}

function perCpuSecond(pages, extract) {
  for (const page of pages.slice(0, 10)) attempt(page, extract)
  const start = process.cpuUsage()
  for (const page of pages) attempt(page, extract)
  const { user, system } = process.cpuUsage(start)
  return pages.length / ((user + system) / 1e6)
}

/** A page that makes a library throw counts as done: the others still have to read it. */
function attempt(page, extract) {
  try {
    extract(page)
  } catch {
    return
  }
}

function htmlPage(file, bytes) {
  const hints = { id: null, title: null, byline: null, outlet: null, published: null, language: null, sample: false }
  return {
    arrival: 'file',
    file,
    url: null,
    reachedUrl: null,
    status: null,
    mediaType: 'text/html',
    charset: null,
    fetchedAt: null,
    bytes,
    hints,
  }
}
