/** How a page came to us. */
export type Arrival = 'file' | 'folder' | 'stdin' | 'jsonl' | 'address' | 'feed' | 'sitemap' | 'warc' | 'sample'

/** What came beside the bytes: from the command line, a feed entry, a line of `articles.jsonl`. `null` says nothing. */
export interface PageHints {
  readonly id: string | null
  readonly title: string | null
  readonly byline: string | null
  /** Name of the outlet, as given. */
  readonly outlet: string | null
  /** ISO 8601 date or date-time, as given; validated by whoever made the hint. */
  readonly published: string | null
  readonly language: string | null
  /** True for texts of the bundled sample, which is marked in every view. */
  readonly sample: boolean
}

/** Bytes as they were fetched or read, before anything is understood. */
export interface Page {
  readonly arrival: Arrival
  /** The path or address as the user gave it, or the text's place in its archive (`texts/<id>.txt`). */
  readonly file: string
  /** Address asked for; null for local files without one. */
  readonly url: string | null
  /** Address reached after redirects. */
  readonly reachedUrl: string | null
  readonly status: number | null
  /** Lower-cased media type without parameters: `text/html`, `text/plain`. Guessed from the name for files. */
  readonly mediaType: string
  /** Charset named by the transport (HTTP header, archive record); null when none. */
  readonly charset: string | null
  /** ISO 8601 instant of the fetch; null for local files. */
  readonly fetchedAt: string | null
  readonly bytes: Uint8Array
  readonly hints: PageHints
}

/** Hints that say nothing. */
export const NO_HINTS: PageHints = {
  id: null,
  title: null,
  byline: null,
  outlet: null,
  published: null,
  language: null,
  sample: false,
}
