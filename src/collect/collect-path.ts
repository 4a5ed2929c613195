import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Arrival, Page } from '../model/page.ts'
import { accept, type Outcome } from '../model/rejection.ts'
import { collectArchive } from './collect-archive.ts'
import { type Collected, turnedAway } from './collected.ts'
import type { Context } from './context.ts'
import { entryPage, hintsOfEntry } from './feeds/entry-page.ts'
import { readFeed } from './feeds/read-feed.ts'
import { kindOfPath, type PathKind } from './files/kind-of-path.ts'
import { explainReadError, openFile, readBytes } from './files/read-bytes.ts'
import { readJsonl } from './files/read-jsonl.ts'
import { readMhtml } from './files/read-mhtml.ts'
import { LIMITS } from './limits.ts'
import { binaryKind, sniffMediaType } from './network/media-type.ts'
import { isSitemap } from './sitemap/read-sitemap.ts'
import { walkFolder } from './walk-folder.ts'

/** Pages of a file, a folder or standard input (`-`). Everything wrong with one of them is a rejection. */
export async function* collectPath(target: string, context: Context): AsyncGenerator<Collected> {
  if (target === '-') {
    yield* collectStream('-', context.stdin, 'stdin', context)
    return
  }
  const found = await isFolder(target)
  if (!found.ok) {
    const { reason, detail } = found.rejection
    yield turnedAway(
      target,
      null,
      reason,
      target.trim() === '' ? 'The name is empty: expected a file, a folder or an address.' : detail,
    )
  } else if (found.value) yield* collectFolder(target, context)
  else yield* collectFile(target, 'file', context)
}

async function isFolder(target: string): Promise<Outcome<boolean>> {
  try {
    return accept((await stat(target)).isDirectory())
  } catch (error) {
    return explainReadError(error)
  }
}

async function* collectFolder(folder: string, context: Context): AsyncGenerator<Collected> {
  let any = false
  for await (const file of walkFolder(folder)) {
    if (context.signal?.aborted) return
    for await (const collected of collectFile(file, 'folder', context)) {
      any = true
      yield collected
    }
  }
  if (!any)
    yield turnedAway(
      folder,
      null,
      'empty-folder',
      'The folder holds nothing that can be read (.txt, .html, .html.gz, .mhtml, .warc, feeds, articles.jsonl).',
    )
}

async function* collectFile(file: string, arrival: Arrival, context: Context): AsyncGenerator<Collected> {
  const kind = kindOfPath(file)
  try {
    if (kind === null) yield* collectStream(file, openFile(file, false), arrival, context)
    else if (kind.kind === 'archive') yield* collectArchive(file, openFile(file, false), context)
    else if (kind.kind === 'jsonl') yield* readJsonl(openFile(file, kind.gzip), file, context.given)
    else yield* collectBytes(file, kind, await readBytes(openFile(file, kind.gzip), budgetOf(kind)), arrival, context)
  } catch (error) {
    const explained = explainReadError<never>(error)
    if (!explained.ok) yield { ok: false, file, url: null, rejection: explained.rejection }
  }
}

function budgetOf(kind: PathKind): number {
  // A saved page carries its pictures in base64: the page inside is held against the limit of pages afterwards.
  return kind.kind === 'document' || kind.kind === 'mhtml' ? LIMITS.feedBytes : LIMITS.savedPageBytes
}

function* collectBytes(
  file: string,
  kind: PathKind,
  read: Outcome<Buffer>,
  arrival: Arrival,
  context: Context,
): Generator<Collected> {
  if (!read.ok) {
    yield { ok: false, file, url: null, rejection: read.rejection }
    return
  }
  const bytes = read.value
  const binary = binaryKind(bytes)
  if (binary !== null) {
    yield turnedAway(file, null, 'not-text', `The ${kind.gzip ? 'compressed ' : ''}file holds ${binary}, not text.`)
    return
  }
  if (kind.kind === 'text') yield { ok: true, page: localPage(file, arrival, bytes, 'text/plain', context) }
  else if (kind.kind === 'html') yield { ok: true, page: localPage(file, arrival, bytes, 'text/html', context) }
  else if (kind.kind === 'mhtml') yield savedPage(file, arrival, bytes, context)
  else yield* localFeed(file, bytes, arrival, context)
}

function savedPage(file: string, arrival: Arrival, bytes: Buffer, context: Context): Collected {
  const saved = readMhtml(bytes)
  if (!saved.ok) return { ok: false, file, url: null, rejection: saved.rejection }
  const { url, mediaType, charset } = saved.value
  if (saved.value.bytes.length > LIMITS.savedPageBytes)
    return turnedAway(file, url, 'too-large', `The page inside is larger than ${LIMITS.savedPageBytes / 1_000_000} MB.`)
  return { ok: true, page: { ...localPage(file, arrival, saved.value.bytes, mediaType, context), url, charset } }
}

/** Entries of a feed file as pages of their own. In a folder, XML and JSON that is no feed is somebody's data: passed over. */
function* localFeed(file: string, bytes: Buffer, arrival: Arrival, context: Context): Generator<Collected> {
  const inFolder = arrival === 'folder'
  if (isSitemap(bytes)) {
    if (!inFolder)
      yield turnedAway(
        file,
        null,
        'needs-network',
        'The file is a sitemap: it holds addresses only. Give the address of the sitemap to fetch its pages.',
      )
    return
  }
  const head = bytes.subarray(0, 1_024).toString('latin1')
  if (/<html\b/i.test(head) && !/<(?:rss|feed|rdf:RDF)\b/i.test(head)) {
    yield { ok: true, page: localPage(file, arrival, bytes, 'application/xhtml+xml', context) }
    return
  }
  const feed = readFeed(bytes, { charset: null, url: null })
  if (!feed.ok) {
    if (!inFolder) yield { ok: false, file, url: null, rejection: feed.rejection }
    return
  }
  const { entries } = feed.value
  if (entries.length === 0) yield turnedAway(file, null, 'empty-feed', 'The feed has no entries.')
  for (const [i, entry] of entries.entries())
    yield entryPage(entry, `${file}#${i + 1}`, hintsOfEntry(entry, feed.value, context.given), 'feed')
}

/** A stream whose name says nothing: looked at, then read as what it is. */
async function* collectStream(
  file: string,
  source: Readable,
  arrival: Arrival,
  context: Context,
): AsyncGenerator<Collected> {
  const iterator = source[Symbol.asyncIterator]()
  const head: Buffer[] = []
  let size = 0
  let ended = false
  while (size < 4_096 && !ended) {
    const next = await iterator.next()
    if (next.done === true) ended = true
    else {
      head.push(Buffer.from(next.value))
      size += head[head.length - 1]?.length ?? 0
    }
  }
  const whole = async function* (): AsyncGenerator<Buffer> {
    yield* head
    if (!ended)
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield Buffer.from(next.value)
  }
  const start = Buffer.concat(head)
  if (isArchive(start)) yield* collectArchive(file, whole(), context)
  else if (/^\s*\{\s*"/.test(start.toString('latin1')) && !start.includes('jsonfeed.org'))
    yield* readJsonl(whole(), file, context.given)
  else yield* collectSniffed(file, start, await readBytes(whole(), LIMITS.savedPageBytes), arrival, context)
}

function* collectSniffed(
  file: string,
  start: Buffer,
  read: Outcome<Buffer>,
  arrival: Arrival,
  context: Context,
): Generator<Collected> {
  const mediaType = sniffMediaType(start)
  const text = start.toString('latin1')
  if (read.ok && read.value.length === 0) yield turnedAway(file, null, 'empty', 'The input is empty.')
  else if (mediaType === null)
    yield turnedAway(
      file,
      null,
      'not-text',
      'The input is no text: expected plain text, HTML, a feed, a web archive or articles as JSON lines.',
    )
  else if (/^(?:MIME-Version|From|Snapshot-Content-Location):/im.test(text) && /multipart\/related/i.test(text))
    yield* collectBytes(file, { kind: 'mhtml', gzip: false }, read, arrival, context)
  else {
    const kind =
      mediaType === 'text/html'
        ? 'html'
        : mediaType === 'text/plain' && !text.includes('jsonfeed.org')
          ? 'text'
          : 'document'
    yield* collectBytes(file, { kind, gzip: false }, read, arrival, context)
  }
}

/** WARC and ARC begin with their name, and gzip without a telling name is taken for one of them. */
function isArchive(start: Buffer): boolean {
  return (
    /^(?:WARC\/\d|filedesc:\/\/)/.test(start.subarray(0, 16).toString('latin1')) ||
    (start[0] === 0x1f && start[1] === 0x8b)
  )
}

function localPage(file: string, arrival: Arrival, bytes: Uint8Array, mediaType: string, context: Context): Page {
  return {
    arrival,
    file,
    url: null,
    reachedUrl: null,
    status: null,
    mediaType,
    charset: null,
    fetchedAt: null,
    bytes,
    hints: context.given,
  }
}
