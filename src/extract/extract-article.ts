import type { Article } from '../model/article.ts'
import type { Page } from '../model/page.ts'
import { type Outcome, reject } from '../model/rejection.ts'
import { decodeBytes } from './decode-bytes.ts'
import { extractHtml } from './extract-html.ts'
import { extractJson } from './extract-json.ts'
import { extractText } from './extract-text.ts'
import { openMhtml } from './open-mhtml.ts'

/** Media type of a line of `articles.jsonl`, as the collector hands it over. */
export const ARTICLE_JSON = 'application/vnd.theatrum.article+json'

/**
 * The article in a page, by its media type: HTML (also gzipped), MHTML, plain text, an article given as JSON. Rejects
 * with `no-article` (index page, login wall, error page, nothing to read), `too-large`, `not-text` or
 * `unreadable-encoding`. A pure function of the page: no clock, no network, the same article every time.
 *
 * The article's text is headline, blank line, body, paragraphs joined by a blank line; a plain text stays as it is.
 */
export function extractArticle(page: Page): Outcome<Article> {
  if (page.mediaType === 'multipart/related' || page.mediaType === 'message/rfc822') return extractMhtml(page)
  const markup = page.mediaType !== 'text/plain' && page.mediaType !== ARTICLE_JSON
  const decoded = decodeBytes(page.bytes, page.charset, markup)
  if (!decoded.ok) return decoded
  if (page.mediaType === ARTICLE_JSON) return extractJson(page, decoded.value)
  if (page.mediaType === 'text/plain') return extractText(page, decoded.value)
  if (
    /^(?:text\/html|application\/xhtml\+xml|application\/(?:x-)?gzip|application\/xml|text\/xml)$/.test(page.mediaType)
  )
    return extractHtml(page, decoded.value)
  return reject('extract', 'not-text', `expected a page of HTML or plain text, got ${page.mediaType}`)
}

function extractMhtml(page: Page): Outcome<Article> {
  const saved = openMhtml(page.bytes)
  if (saved === null) return reject('extract', 'no-article', 'the saved page holds no part of HTML')
  const decoded = decodeBytes(saved.bytes, saved.charset, true)
  return decoded.ok ? extractHtml({ ...page, url: page.url ?? saved.address }, decoded.value) : decoded
}
