import type { Fingerprints, Reuse, ReuseKind } from '../model/story.ts'
import { comparePrints, type Likeness, type ReadyPrints, readyPrints, sharedPassages } from './compare-prints.ts'
import { outletKey } from './outlet-key.ts'

// Shares of winnowing fingerprints outside quotation marks. COLLECT.md 5 found .25 and 8 shared to miss no partial copy of
// six synthetic kinds and to join none of 10,153 strangers. Over all fingerprints, .5 parts copies from rewrites on
// copies/dev with F .94.
const REUSE_SHARE = 0.25
const LEAST_SHARED = 8
const COPY_SHARE = 0.5
/** MinHash finds what was re-worded throughout: 90 % of texts with a quarter of their words changed. */
const REWRITE_JACCARD = 0.2
/** Parents kept for one article; the first decides its origin, the others are shown. */
const MOST_PARENTS = 3

/** What is needed of an article to see on which others it hangs; a `StoryInput` is one. */
export interface ReuseInput {
  readonly articleId: string
  readonly outletId: string | null
  readonly outletName?: string | null
  readonly published: string | null
  readonly prints: Fingerprints
  readonly relays: readonly string[]
}

type Teller = Omit<ReuseInput, 'prints'>

/** A `ReuseInput` with its fingerprints made ready. */
export interface ReadyArticle {
  readonly input: ReuseInput
  readonly ready: ReadyPrints
}

export function readyArticle(input: ReuseInput): ReadyArticle {
  return { input, ready: readyPrints(input.prints) }
}

/**
 * How the articles of one story hang on each other: copies, rewrites and relays, each with direction and the passages that
 * show it, at most three parents an article and the strongest first. Common quotations below the thresholds say nothing:
 * two reporters at one press conference are two origins. A relay is an article that names another outlet of the story as
 * its source. Does not depend on the order of the articles. Quadratic in their number, about a microsecond a pair.
 */
export function findReuse(articles: readonly ReuseInput[]): Reuse[] {
  const ready = articles.map(readyArticle)
  const parents = new Map<string, Reuse[]>()
  for (let i = 0; i < ready.length; i++) for (let j = 0; j < i; j++) addPair(parents, ready[i]!, ready[j]!)
  return completeReuse(articles, parents)
}

/** The reuse that the texts show together with the relays that the articles name, ordered by article and strength. */
export function completeReuse(
  articles: readonly Omit<ReuseInput, 'prints'>[],
  parents: ReadonlyMap<string, readonly Reuse[]>,
): Reuse[] {
  return [...[...parents.values()].flat(), ...findRelays(articles, parents)].sort(byArticle)
}

/** Adds what the texts of two articles show to the parents of the one that hangs on the other. */
export function addPair(parents: Map<string, Reuse[]>, a: ReadyArticle, b: ReadyArticle): void {
  const reuse = compareArticles(a, b)
  if (reuse === null) return
  const list = parents.get(reuse.article) ?? []
  list.push(reuse)
  list.sort(byStrength)
  parents.set(reuse.article, list.slice(0, MOST_PARENTS))
}

/** The reuse that the texts of two articles show, or null when they share no more than quotations. */
function compareArticles(a: ReadyArticle, b: ReadyArticle): Reuse | null {
  const likeness = comparePrints(a.ready, b.ready)
  const kind = kindOf(likeness)
  if (kind === null) return null
  const [from, to] = isDerived(a, b, likeness) ? [a, b] : [b, a]
  const share = from === a ? likeness.shareOfA : likeness.shareOfB
  return {
    article: from.input.articleId,
    of: to.input.articleId,
    kind,
    share,
    passages: sharedPassages(from.ready, to.ready),
  }
}

function kindOf(likeness: Likeness): ReuseKind | null {
  const { shared, told } = likeness
  const toldShare = Math.max(likeness.toldShareOfA, likeness.toldShareOfB)
  const share = Math.max(likeness.shareOfA, likeness.shareOfB)
  // A short item has fewer than 8 fingerprints in all: then it must be there nearly whole.
  const enough = told >= LEAST_SHARED || (told >= 3 && toldShare >= 0.8)
  if (enough && toldShare >= REUSE_SHARE) return share >= COPY_SHARE && toldShare >= COPY_SHARE ? 'copy' : 'rewrite'
  if (shared > 0 && likeness.jaccard >= REWRITE_JACCARD) return 'rewrite'
  return null
}

/** Whether `a` hangs on `b`: it names b's outlet, else is later, else has the greater part of itself in b. */
function isDerived(a: ReadyArticle, b: ReadyArticle, likeness: Likeness): boolean {
  const aNamesB = names(a.input, b.input)
  const bNamesA = names(b.input, a.input)
  if (aNamesB !== bNamesA) return aNamesB
  const order = compareDates(a.input.published, b.input.published)
  if (order !== 0) return order > 0
  const lean = likeness.shareOfA - likeness.shareOfB
  if (Math.abs(lean) > 0.05) return lean > 0
  return a.input.articleId > b.input.articleId
}

function names(article: ReuseInput, other: ReuseInput): boolean {
  const keys = outletKeysOf(other)
  return article.relays.some(relay => keys.includes(outletKey(relay)))
}

function outletKeysOf({ outletId, outletName }: Teller): string[] {
  return [outletId, outletName].flatMap(name => (name == null ? [] : [outletKey(name)])).filter(key => key !== '')
}

/** Relays: articles without a textual parent that name the outlet of another, not later, article. */
function findRelays(articles: readonly Teller[], parents: ReadonlyMap<string, readonly Reuse[]>): Reuse[] {
  const byOutlet = new Map<string, Teller[]>()
  for (const article of articles) {
    for (const key of new Set(outletKeysOf(article))) {
      const list = byOutlet.get(key)
      if (list === undefined) byOutlet.set(key, [article])
      else list.push(article)
    }
  }
  const found: Reuse[] = []
  for (const article of articles) {
    const known = new Set((parents.get(article.articleId) ?? []).map(reuse => reuse.of))
    const own = outletKeysOf(article)
    for (const relay of article.relays) {
      const key = outletKey(relay)
      if (own.includes(key)) continue
      const source = latestBefore(article, byOutlet.get(key) ?? [])
      if (source === null || known.has(source.articleId)) continue
      known.add(source.articleId)
      found.push({ article: article.articleId, of: source.articleId, kind: 'relay', share: null, passages: [] })
    }
  }
  return found
}

/** The outlet's last article that is not later than `article`, undated ones first of all; ids break ties. */
function latestBefore(article: Teller, candidates: readonly Teller[]): Teller | null {
  let best: Teller | null = null
  for (const one of candidates) {
    if (one.articleId === article.articleId || compareDates(one.published, article.published) > 0) continue
    const order = best === null ? 1 : compareDates(one.published, best.published)
    if (best === null || order > 0 || (order === 0 && one.articleId < best.articleId)) best = one
  }
  return best
}

/** Sign of the order in time by the precision that both have; 0 when one is unknown or they are alike. */
function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0
  if (a.length > 10 && b.length > 10) return Math.sign(Date.parse(a) - Date.parse(b)) || 0
  const [x, y] = [a.slice(0, 10), b.slice(0, 10)]
  return x < y ? -1 : x > y ? 1 : 0
}

const STRENGTH: Readonly<Record<ReuseKind, number>> = { copy: 2, rewrite: 1, relay: 0 }

function byStrength(a: Reuse, b: Reuse): number {
  return STRENGTH[b.kind] - STRENGTH[a.kind] || (b.share ?? 0) - (a.share ?? 0) || (a.of < b.of ? -1 : 1)
}

function byArticle(a: Reuse, b: Reuse): number {
  return a.article === b.article ? byStrength(a, b) : a.article < b.article ? -1 : 1
}
