import type { Page } from '../model/page.ts'
import type { PageRecord } from '../model/picture.ts'
import { contentId, sha256 } from '../text/hash.ts'

/** What is kept of a page beside the article read from it. The bytes are not. */
export function pageRecord(page: Page): PageRecord {
  const hash = sha256(page.bytes)
  const { outlet, published, title, byline, id } = page.hints
  const key = contentId(page.url ?? page.file, hash, outlet ?? '', published ?? '', title ?? '', byline ?? '', id ?? '')
  const { file, arrival, url, reachedUrl, status, mediaType, fetchedAt } = page
  return { key, hash, file, arrival, url, reachedUrl, status, mediaType, fetchedAt }
}
