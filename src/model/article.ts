import type { Known } from './known.ts'
import type { Span } from './span.ts'

/** Who published. `id` is the registrable domain when there is an address, else a slug of the name. */
export interface Outlet {
  readonly id: string
  readonly name: string
  /** True for the plainly made-up outlets of the bundled sample. */
  readonly sample?: boolean
}

/** A part of a page's text by what it is there for. `span` is into `article.text` where the part belongs to it. */
export type BlockRole =
  | 'title'
  | 'standfirst'
  | 'byline'
  | 'dateline'
  | 'body'
  | 'heading'
  | 'quote'
  | 'list'
  | 'caption'
  | 'related'
  | 'boilerplate'

export interface Block {
  readonly role: BlockRole
  readonly span: Span
}

/**
 * One immutable string: headline, blank line, body (or the body alone where there is no headline), and what is known
 * about it. All offsets of everything derived index `text` in UTF-16 code units.
 */
export interface Article {
  /** First 32 hex digits of SHA-256 over outlet id, canonical address and text: an edited page is a new article. */
  readonly id: string
  /** As given on the command line; the texts/<id>.txt form for lines of articles.jsonl. */
  readonly file: string
  readonly url: string | null
  readonly title: string | null
  readonly text: string
  /** ISO 639-1 code, lower case. */
  readonly language: Known<string>
  readonly outlet: Known<Outlet>
  readonly byline: Known<string>
  /** `YYYY-MM-DD` or an ISO 8601 date-time, as the page wrote its own day: no time-zone arithmetic. */
  readonly published: Known<string>
  /** Text that stands above the body (standfirst), where the page sets it apart. */
  readonly standfirst: string | null
  readonly blocks: readonly Block[]
  readonly sample: boolean
  /** Agency whose copy the article is, with the span that shows it. */
  readonly wire: { readonly value: string; readonly span: Span | null } | null
  /** Outlet that the article thanks or relays ("h/t", "first published by"). */
  readonly credit: { readonly value: string; readonly span: Span | null } | null
}
