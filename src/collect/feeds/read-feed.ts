import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { LIMITS } from '../limits.ts'
import { tooLarge } from '../network/read-body.ts'
import { decodeDocument } from './decode-document.ts'
import type { Feed } from './feed.ts'
import { readAtom } from './read-atom.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { readRss } from './read-rss.ts'
import { readXml, type XmlNode } from './xml-tree.ts'

/** What came beside the bytes of a feed. */
export interface FeedSource {
  /** Charset named by the transport, or null. */
  readonly charset: string | null
  /** Address of the feed, by which relative links are resolved, or null. */
  readonly url: string | null
}

/** How far below the top a feed's root may stand: PHP warnings and stray tags come before it, a whole page does not. */
const ROOT_DEPTH = 6

/**
 * The feed that bytes hold: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed, also where they are broken. What
 * is no feed (a page, a sitemap, OPML, nothing) or declares entities is a rejection. Linear in the input; never throws
 * for its content. Scored by `node ../shared/score/feeds.mjs ../shared/data/feeds/dev`.
 */
export function readFeed(bytes: Uint8Array, source: FeedSource): Outcome<Feed> {
  if (bytes.length > LIMITS.feedBytes) return tooLarge(LIMITS.feedBytes)
  const text = decodeDocument(bytes, source.charset)
  const start = text.trimStart()
  if (start === '') return reject('collect', 'empty', 'The document is empty.')
  if (start.startsWith('{') || start.startsWith('[')) return readJson(start, source.url)
  const tree = readXml(text)
  if (!tree.ok) return tree
  const root = findRoot(tree.value, 0)
  if (root === null)
    return reject(
      'collect',
      'not-a-feed',
      `The document is ${describe(tree.value)}, not a feed (RSS, Atom or JSON Feed).`,
    )
  const based = root.base === null && source.url !== null ? { ...root, base: source.url } : root
  return accept(absolute(based.name === 'feed' ? readAtom(based) : readRss(based), source.url))
}

function readJson(text: string, url: string | null): Outcome<Feed> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return reject('collect', 'not-a-feed', 'The document begins like JSON and is not valid JSON.')
  }
  const feed = readJsonFeed(value, url)
  if (feed === null)
    return reject(
      'collect',
      'not-a-feed',
      'The document is JSON and no JSON Feed (its "version" must be an address at jsonfeed.org).',
    )
  return accept(feed)
}

/** Links that are still relative are resolved by the address of the feed. */
function absolute(feed: Feed, url: string | null): Feed {
  if (url === null) return feed
  const fix = (link: string | null) =>
    link !== null && !URL.canParse(link) && URL.canParse(link, url) ? new URL(link, url).href : link
  return { ...feed, link: fix(feed.link), entries: feed.entries.map(entry => ({ ...entry, link: fix(entry.link) })) }
}

function findRoot(node: XmlNode, depth: number): XmlNode | null {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    if (child.name === 'html' || child.name === 'opml' || child.name === 'urlset' || child.name === 'sitemapindex')
      return null
    if (isRoot(child)) return child
    const below = depth < ROOT_DEPTH ? findRoot(child, depth + 1) : null
    if (below !== null) return below
  }
  return null
}

function isRoot(node: XmlNode): boolean {
  const has = (...names: readonly string[]) =>
    node.children.some(child => typeof child !== 'string' && names.includes(child.name))
  if (node.name === 'rss') return true
  if (node.name === 'rdf') return has('channel', 'item')
  if (node.name === 'channel') return has('item')
  return (
    node.name === 'feed' &&
    (node.space === 'atom' || node.children.length === 0 || has('entry', 'title', 'id', 'updated', 'link'))
  )
}

/** What else the document is, in a word or two. */
function describe(tree: XmlNode): string {
  const top = tree.children.find((child): child is XmlNode => typeof child !== 'string')
  if (top === undefined) return 'plain text'
  const names: Readonly<Record<string, string>> = {
    html: 'a web page',
    urlset: 'a sitemap',
    sitemapindex: 'an index of sitemaps',
    opml: 'a list of feeds (OPML)',
  }
  return names[top.name] ?? `XML with the root <${top.written.slice(0, 40)}>`
}
