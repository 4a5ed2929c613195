/** Upper bounds of what one input may cost: bytes unless the name says otherwise. */
export interface Limits {
  /** One page or text, after decompression. Readability's cost grows faster than the page does (COLLECT.md 1d). */
  readonly pageBytes: number
  /** A page or text that is a file here: scripts and images inside it cost nothing, extraction cuts them out first. */
  readonly savedPageBytes: number
  /** One feed or sitemap, after decompression: 50,000 addresses of a sitemap take about 8 MB. */
  readonly feedBytes: number
  /** One line of a `.jsonl` file. */
  readonly lineBytes: number
  /** robots.txt is cut here, as RFC 9309 section 2.5 allows (500 KiB at least must be read). */
  readonly robotsBytes: number
  /** A line of robots.txt beyond this many characters is dropped: matching costs rule length times address length. */
  readonly robotsLineChars: number
  /** An address beyond this many characters is refused. */
  readonly addressChars: number
  /** Block of one archive record that is held in memory; a larger one is skipped and said so. */
  readonly recordBytes: number
  /** Header lines of one archive record together. */
  readonly recordHeadBytes: number
  /** Decompressed bytes may be this many times the compressed ones before the output is called a bomb. */
  readonly ratio: number
  /** The ratio is looked at only beyond this many decompressed bytes: short runs of spaces compress well. */
  readonly ratioFromBytes: number
  /** Redirects followed for one fetch. */
  readonly hops: number
  /** Nested elements of a feed or sitemap. */
  readonly depth: number
  /** Entries of one feed, and addresses of one sitemap, that are fetched in a run. */
  readonly entries: number
  /** Sitemaps opened under one sitemap index in a run. */
  readonly sitemaps: number
  /** Hosts whose pace and robots.txt are remembered at a time. */
  readonly hosts: number
}

/** The bounds in force; RELIABILITY.md section 4, R11 to R13, asks for at most 100 MB of growth on any body. */
export const LIMITS: Limits = {
  pageBytes: 5_000_000,
  savedPageBytes: 12_000_000,
  feedBytes: 16_000_000,
  lineBytes: 5_000_000,
  robotsBytes: 512_000,
  robotsLineChars: 2_000,
  addressChars: 8_000,
  recordBytes: 16_000_000,
  recordHeadBytes: 256_000,
  ratio: 200,
  ratioFromBytes: 2_000_000,
  hops: 5,
  depth: 256,
  entries: 1_000,
  sitemaps: 50,
  hosts: 5_000,
}

/** Time allowed to one fetch, in milliseconds. The bar is 30 s with the program's start (RELIABILITY.md, R11). */
export const TIMES: {
  readonly totalMs: number
  readonly connectMs: number
  readonly headersMs: number
  readonly bodyIdleMs: number
  readonly robotsMs: number
  readonly perHostMs: number
  readonly longestWaitMs: number
  readonly robotsKeptMs: number
} = {
  totalMs: 25_000,
  connectMs: 8_000,
  headersMs: 10_000,
  bodyIdleMs: 10_000,
  robotsMs: 8_000,
  /** One request a host and second at most (RELIABILITY.md, R14). */
  perHostMs: 1_000,
  /** The longest crawl-delay or Retry-After that is waited out; a longer Retry-After turns the page away. */
  longestWaitMs: 30_000,
  /** RFC 9309, 2.4: not longer than a day. */
  robotsKeptMs: 3_600_000,
}
