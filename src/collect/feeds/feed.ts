/** What a feed says of itself and of its entries, in one form for RSS, RDF, Atom and JSON Feed. Nothing is made up. */
export interface Feed {
  readonly title: string | null
  /** Address of the site, absolute where the feed gives a base. */
  readonly link: string | null
  readonly description: string | null
  readonly language: string | null
  /** ISO 8601 as `parseDate` gives it; null where absent or unreadable. */
  readonly updated: string | null
  readonly entries: readonly FeedEntry[]
}

/** One entry. Titles and names are plain text; `summary` and `content` are HTML. */
export interface FeedEntry {
  readonly id: string | null
  readonly title: string | null
  readonly link: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly summary: string | null
  readonly content: string | null
  /** Names, the entry's own or inherited from its source or feed. */
  readonly author: string | null
}
