/** Bytes of a page as it is decoded, after gunzip: the fetcher stops at 5 MB on the wire, a saved page may be larger. */
export const MAX_BYTES: number = 12 * 1024 * 1024

/** Characters of markup that are parsed, after scripts, comments and long attributes are cut out; of plain text, too. */
export const MAX_MARKUP: number = 5 * 1024 * 1024

/**
 * Depth at which a tree is cut. Readability is quadratic in depth: 5,000 nested elements take it 9 s (COLLECT.md 1d),
 * 400 take it no time that can be measured, and no real page of the 1,471 in ../shared/data comes near.
 */
export const MAX_DEPTH: number = 400

/** Elements of a tree that are kept, in document order. The largest real page of those 1,471 has about 20,000. */
export const MAX_ELEMENTS: number = 40_000

/** Characters of one JSON-LD script that are read; real ones stay under 200,000. */
export const MAX_JSON_LD: number = 1_000_000

/**
 * Tags and character references of a page. Real pages have up to 40,000 and 30,000; above these a parser takes seconds
 * and hundreds of megabytes (foster parenting is quadratic, a million references cost 800 MB).
 */
export const MAX_TAGS: number = 120_000
export const MAX_REFERENCES: number = 200_000

/** Combining marks in one run: normalising a run is quadratic in it, and no script stacks more than a few. */
export const MAX_MARKS: number = 5_000
