/** Namespace addresses (without scheme, "www." and closing slash or "#") and the short names used here. */
const BY_ADDRESS: Readonly<Record<string, string>> = {
  'w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'purl.org/net/rss1.1': 'rss',
  'backend.userland.com/rss2': 'rss',
  'backend.userland.com/rss': 'rss',
  'blogs.law.harvard.edu/tech/rss': 'rss',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'search.yahoo.com/mrss': 'media',
  'w3.org/1999/xhtml': 'xhtml',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'google.com/schemas/play-podcasts/1.0': 'googleplay',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'sitemaps.org/schemas/sitemap/0.9': 'sitemap',
  'google.com/schemas/sitemap/0.84': 'sitemap',
}

/** Prefixes that feeds use without declaring them, and what is meant. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  atom: 'atom',
  atom03: 'atom',
  a: 'atom',
  a10: 'atom',
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  itunes: 'itunes',
  media: 'media',
  xhtml: 'xhtml',
  rdf: 'rdf',
  googleplay: 'googleplay',
  news: 'news',
}

/**
 * Short name of a namespace: '' for elements without a prefix and without a declaration. A declared address that is not
 * in the table gets the prefix's own name only where nothing else is known of it.
 */
export function namespaceOf(prefix: string, declared: string | null): string {
  const key = declared
    ?.toLowerCase()
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#/]+$/, '')
  const known = key === undefined || key === '' ? undefined : (BY_ADDRESS[key] ?? BY_ADDRESS[key.replace(/#.*$/, '')])
  if (known !== undefined) return known
  if (prefix === '') return ''
  return declared === null ? (BY_PREFIX[prefix] ?? prefix) : (BY_PREFIX[prefix] ?? `other:${prefix}`)
}

/** RSS's own namespaces and sitemaps': their elements are treated like those without any. */
export function isCoreNamespace(space: string): boolean {
  return space === 'rss' || space === 'sitemap'
}
