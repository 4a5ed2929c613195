import type { Page, PageHints } from '../../model/page.ts'
import { type Collected, turnedAway } from '../collected.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { escapeHtml } from './xml-tree.ts'

/** What a feed says of an entry, as hints. A date of change is no date of publication and is not handed on. */
export function hintsOfEntry(entry: FeedEntry, feed: Feed, given: PageHints): PageHints {
  return {
    ...given,
    title: entry.title,
    byline: entry.author,
    published: entry.published ?? given.published,
    language: feed.language ?? given.language,
  }
}

/** The entry's own text as a page: what a feed file holds when nothing is fetched. */
export function entryPage(entry: FeedEntry, file: string, hints: PageHints, arrival: Page['arrival']): Collected {
  const body = entry.content ?? entry.summary
  if (body === null)
    return turnedAway(
      file,
      entry.link,
      'no-content',
      'The entry holds no text. Read the feed by its address, and its pages are fetched.',
    )
  const title = entry.title === null ? '' : escapeHtml(entry.title)
  const html = `<!doctype html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body><article>${title === '' ? '' : `<h1>${title}</h1>`}\n${body}\n</article></body></html>\n`
  const page: Page = {
    arrival,
    file,
    url: entry.link,
    reachedUrl: null,
    status: null,
    mediaType: 'text/html',
    charset: 'utf-8',
    fetchedAt: null,
    bytes: Buffer.from(html, 'utf8'),
    hints,
  }
  return { ok: true, page }
}
