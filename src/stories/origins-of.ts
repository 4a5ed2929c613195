import type { Origin, Reuse } from '../model/story.ts'
import { contentId } from '../text/hash.ts'
import type { ReuseInput } from './find-reuse.ts'
import { outletKey } from './outlet-key.ts'

const UNKNOWN = 'outlet unknown'

/**
 * The independent roots of reporting in a story. Every article hangs on at most one other, its strongest copy, rewrite or
 * relay; what hangs together is one origin. An article of two parents therefore joins the stronger and leaves the other
 * independent. An outlet's own articles are one origin, as a second report of it confirms nothing, and so are those that
 * name it as where they have it from, whether or not the story holds an article of that outlet. Articles of unknown outlet
 * stand for themselves. Every article is in exactly one origin; origins by size, then by id.
 */
export function originsOf(articles: readonly Omit<ReuseInput, 'prints'>[], reuse: readonly Reuse[]): Origin[] {
  const byId = new Map(articles.map(article => [article.articleId, article]))
  const parent = chooseParents(byId, reuse)
  const groups = new Map<string, string[]>()
  for (const id of [...byId.keys()].sort()) {
    const key = rootKey(byId, rootOf(parent, id))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [id])
    else group.push(id)
  }
  const origins = [...groups.values()].map(ids => toOrigin(byId, parent, ids))
  return origins.sort((a, b) => b.articles.length - a.articles.length || (a.id < b.id ? -1 : 1))
}

type Articles = ReadonlyMap<string, Omit<ReuseInput, 'prints'>>

/** The first reuse of each article in the order of `findReuse`, passing over one that would close a circle. */
function chooseParents(byId: Articles, reuse: readonly Reuse[]): Map<string, string> {
  const parent = new Map<string, string>()
  for (const { article, of } of reuse) {
    if (parent.has(article) || !byId.has(article) || !byId.has(of)) continue
    if (rootOf(parent, of) !== article) parent.set(article, of)
  }
  return parent
}

function rootOf(parent: ReadonlyMap<string, string>, id: string): string {
  let root = id
  for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
  return root
}

/** Roots of one outlet, and roots that relay it, are one origin. */
function rootKey(byId: Articles, root: string): string {
  const article = byId.get(root)
  const outlet = outsideSource(byId, root) ?? article?.outletName ?? article?.outletId ?? ''
  const key = outletKey(outlet)
  return key === '' ? `article ${root}` : `outlet ${key}`
}

/** The outlet that a root names as its source, when it is not its own. */
function outsideSource(byId: Articles, root: string): string | null {
  const article = byId.get(root)
  const relay = article?.relays[0]
  if (article === undefined || relay === undefined || outletKey(relay) === '') return null
  const own = [article.outletId, article.outletName].map(name => (name == null ? '' : outletKey(name)))
  return own.includes(outletKey(relay)) ? null : relay
}

function toOrigin(byId: Articles, parent: ReadonlyMap<string, string>, ids: readonly string[]): Origin {
  const roots = ids.filter(id => !parent.has(id))
  const root = roots.reduce((a, b) => (isBefore(byId, b, a) ? b : a), roots[0] ?? ids[0]!)
  const article = byId.get(root)
  const name = outsideSource(byId, root) ?? article?.outletName ?? article?.outletId ?? UNKNOWN
  return { id: contentId('origin', root), name, articles: [root, ...ids.filter(id => id !== root)] }
}

function isBefore(byId: Articles, a: string, b: string): boolean {
  const [x, y] = [byId.get(a)?.published ?? null, byId.get(b)?.published ?? null]
  return x !== null && (y === null || x < y)
}
