import { NO_HINTS, type Page, type PageHints } from '../src/model/page.ts'

/** A page as the collector hands on a text file. */
export function textPage(file: string, text: string, hints: Partial<PageHints> = {}): Page {
  return {
    arrival: 'file',
    file,
    url: null,
    reachedUrl: null,
    status: null,
    mediaType: 'text/plain',
    charset: null,
    fetchedAt: null,
    bytes: Buffer.from(text),
    hints: { ...NO_HINTS, ...hints },
  }
}
