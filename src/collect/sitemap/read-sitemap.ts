import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { parseDate } from '../dates/parse-date.ts'
import { decodeDocument } from '../feeds/decode-document.ts'
import { childrenOf, readXml, textOf, type XmlNode } from '../feeds/xml-tree.ts'

/** One page of a sitemap. `title`, `published`, `outlet` and `language` come from the news extension. */
export interface SitemapEntry {
  readonly url: string
  readonly title: string | null
  readonly published: string | null
  readonly outlet: string | null
  readonly language: string | null
}

/** A sitemap's pages, or an index's further sitemaps (sitemaps.org; Google's news extension 0.9). */
export interface Sitemap {
  readonly entries: readonly SitemapEntry[]
  readonly sitemaps: readonly string[]
}

/**
 * Reads a sitemap or an index of them, also cut off or with bare ampersands and undeclared prefixes. Addresses that are
 * not http(s) are left out. `lastmod` is the time of a change, never of publication, and is not read. Linear.
 */
export function readSitemap(bytes: Uint8Array, charset: string | null): Outcome<Sitemap> {
  const tree = readXml(decodeDocument(bytes, charset))
  if (!tree.ok) return tree
  const root = tree.value.children.find((child): child is XmlNode => typeof child !== 'string')
  if (root === undefined || (root.name !== 'urlset' && root.name !== 'sitemapindex'))
    return reject('collect', 'not-a-sitemap', 'The document is neither a sitemap nor an index of sitemaps.')
  return accept({
    entries: childrenOf(root, 'url').flatMap(readEntry),
    sitemaps: childrenOf(root, 'sitemap').flatMap(node => httpAddress(node) ?? []),
  })
}

/** True for bytes that begin like a sitemap. */
export function isSitemap(bytes: Uint8Array): boolean {
  return /<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(Buffer.from(bytes.subarray(0, 4_096)).toString('latin1'))
}

function readEntry(node: XmlNode): SitemapEntry[] {
  const url = httpAddress(node)
  if (url === null) return []
  const news = childrenOf(node, 'news', 'news')[0]
  const publication = news === undefined ? undefined : childrenOf(news, 'publication', 'news')[0]
  const text = (holder: XmlNode | undefined, name: string) => {
    const found = holder === undefined ? undefined : childrenOf(holder, name, 'news')[0]
    return found === undefined ? null : textOf(found) || null
  }
  return [
    {
      url,
      title: text(news, 'title'),
      published: parseDate(text(news, 'publication_date') ?? ''),
      outlet: text(publication, 'name'),
      language: text(publication, 'language'),
    },
  ]
}

function httpAddress(node: XmlNode): string | null {
  const loc = childrenOf(node, 'loc')[0]
  const text = loc === undefined ? '' : textOf(loc)
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null
}
