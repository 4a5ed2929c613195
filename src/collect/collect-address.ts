import type { Page, PageHints } from '../model/page.ts'
import type { Rejection } from '../model/rejection.ts'
import { type Collected, turnedAway } from './collected.ts'
import { type Context, FETCHES_AT_ONCE } from './context.ts'
import { entryPage, hintsOfEntry } from './feeds/entry-page.ts'
import type { FeedEntry } from './feeds/feed.ts'
import { textLength } from './feeds/plain-text.ts'
import { readFeed } from './feeds/read-feed.ts'
import type { Fetched } from './fetch-guarded.ts'
import { LIMITS } from './limits.ts'
import { mapOrdered } from './map-ordered.ts'
import { isDocumentType } from './network/media-type.ts'
import { isSitemap, readSitemap, type SitemapEntry } from './sitemap/read-sitemap.ts'

/** An entry's own content stands in for a page that cannot be fetched from this many characters on: a teaser is shorter. */
const FULL_TEXT_CHARS = 600

interface Got {
  readonly url: string
  readonly outcome:
    | { readonly ok: true; readonly value: Fetched }
    | { readonly ok: false; readonly rejection: Rejection }
}

/** Pages behind addresses: a page itself, the entries of a feed, the pages of a sitemap. In the order given. */
export async function* collectAddresses(addresses: readonly string[], context: Context): AsyncGenerator<Collected> {
  const get = async (url: string): Promise<Got> => ({
    url,
    outcome: await context.fetcher().fetch(url, { signal: context.signal }),
  })
  for await (const got of mapOrdered(addresses, FETCHES_AT_ONCE, get)) {
    if (!got.outcome.ok) yield { ok: false, file: got.url, url: got.url, rejection: got.outcome.rejection }
    else if (looksLikeDocument(got.outcome.value)) yield* collectDocument(got.url, got.outcome.value, context)
    else yield { ok: true, page: pageOf(got.url, got.outcome.value, 'address', context.given) }
  }
}

/** Feeds and sitemaps come under any media type, `text/html` and `text/plain` among them. */
function looksLikeDocument({ mediaType, bytes }: Fetched): boolean {
  if (isDocumentType(mediaType)) return true
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  return (
    /^[^<{]{0,100}(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/.test(head) ||
    /^\s*\{\s*"version"\s*:\s*"https?:\/\/jsonfeed/.test(head)
  )
}

async function* collectDocument(url: string, fetched: Fetched, context: Context): AsyncGenerator<Collected> {
  if (isSitemap(fetched.bytes)) {
    yield* collectSitemap(url, fetched, context)
    return
  }
  const feed = readFeed(fetched.bytes, { charset: fetched.charset, url: fetched.reachedUrl })
  if (!feed.ok) {
    yield { ok: false, file: url, url, rejection: feed.rejection }
    return
  }
  const entries = feed.value.entries.slice(0, LIMITS.entries)
  if (entries.length === 0) yield turnedAway(url, url, 'empty-feed', 'The feed has no entries.')
  const work = async (entry: FeedEntry): Promise<Collected> => {
    const hints = hintsOfEntry(entry, feed.value, context.given)
    if (entry.link === null) return entryPage(entry, url, hints, 'feed')
    const page = await collectPage(entry.link, 'feed', hints, context)
    const ownText = entry.content !== null && textLength(entry.content) >= FULL_TEXT_CHARS
    return page.ok || !ownText || context.signal?.aborted ? page : entryPage(entry, entry.link, hints, 'feed')
  }
  yield* mapOrdered(
    firstOfEach(entries, entry => entry.link),
    FETCHES_AT_ONCE,
    work,
  )
  yield* overLimit(url, feed.value.entries.length)
}

async function* collectSitemap(url: string, fetched: Fetched, context: Context): AsyncGenerator<Collected> {
  const queue: { url: string; bytes: Uint8Array | null; charset: string | null }[] = [
    { url, bytes: fetched.bytes, charset: fetched.charset },
  ]
  const seen = new Set([url])
  let left = LIMITS.entries
  let found = 0
  for (let next = queue.shift(); next !== undefined && left > 0; next = queue.shift()) {
    const source = next
    const got = source.bytes === null ? await context.fetcher().fetch(source.url, { signal: context.signal }) : null
    if (got !== null && !got.ok) {
      yield { ok: false, file: source.url, url: source.url, rejection: got.rejection }
      continue
    }
    const sitemap = readSitemap(
      got?.value.bytes ?? source.bytes ?? new Uint8Array(),
      got?.value.charset ?? source.charset,
    )
    if (!sitemap.ok) {
      yield { ok: false, file: source.url, url: source.url, rejection: sitemap.rejection }
      continue
    }
    for (const further of sitemap.value.sitemaps)
      if (!seen.has(further) && seen.size <= LIMITS.sitemaps) {
        seen.add(further)
        queue.push({ url: further, bytes: null, charset: null })
      }
    found += sitemap.value.entries.length
    const entries = sitemap.value.entries.slice(0, left)
    left -= entries.length
    const work = (entry: SitemapEntry) =>
      collectPage(entry.url, 'sitemap', hintsOfSitemap(entry, context.given), context)
    yield* mapOrdered(
      firstOfEach(entries, entry => entry.url),
      FETCHES_AT_ONCE,
      work,
    )
  }
  if (found === 0) yield turnedAway(url, url, 'empty-sitemap', 'The sitemap names no pages.')
  yield* overLimit(url, found)
}

async function collectPage(
  url: string,
  arrival: 'feed' | 'sitemap',
  hints: PageHints,
  context: Context,
): Promise<Collected> {
  const got = await context.fetcher().fetch(url, { signal: context.signal })
  if (!got.ok) return { ok: false, file: url, url, rejection: got.rejection }
  if (isDocumentType(got.value.mediaType))
    return turnedAway(url, url, 'not-text', `The entry leads to ${got.value.mediaType}, not to a page.`)
  return { ok: true, page: pageOf(url, got.value, arrival, hints) }
}

function pageOf(url: string, fetched: Fetched, arrival: Page['arrival'], hints: PageHints): Page {
  return { arrival, file: url, url, ...fetched, hints }
}

function hintsOfSitemap(entry: SitemapEntry, given: PageHints): PageHints {
  return {
    ...given,
    title: entry.title,
    outlet: given.outlet ?? entry.outlet,
    published: entry.published ?? given.published,
    language: entry.language ?? given.language,
  }
}

function firstOfEach<T>(items: readonly T[], key: (item: T) => string | null): T[] {
  const seen = new Set<string>()
  return items.filter(item => {
    const name = key(item)
    if (name === null) return true
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function* overLimit(url: string, found: number): Generator<Collected> {
  if (found > LIMITS.entries)
    yield turnedAway(
      url,
      url,
      'too-many',
      `It names ${found} pages; the first ${LIMITS.entries} were taken in this run.`,
    )
}
