import type { Span } from '../model/span.ts'
import type { Fingerprints } from '../model/story.ts'
import { comparePrints, type ReadyPrints, readyPrints, sharedPassages } from './compare-prints.ts'

// Shares of a text's characters that stand in shared passages, quotations too: the question here is whose words a text
// carries, not who reported. Chosen on copies/dev by `npm run eval -- copies`: copy F .959, .06 gives reuse F .943 (.92 at
// .12, as two reports from one press release share little more than a tenth).
const COPY_SHARE = 0.5
const PART_SHARE = 0.06
const LEAST_SHARED = 2
/** A hash in more texts than this is standing matter or a slogan: it brings no pair together by itself. */
const MOST_HOLDERS = 200

/** Texts that carry one text, or (kind `rewrite`) passages of one another. */
export interface CopyGroup {
  /** Ids, the one with the most text first. In a group of copies every pair is a copy. */
  readonly articles: readonly string[]
  readonly kind: 'copy' | 'rewrite'
  /** Smallest over the pairs of the greater of the two shares of common text (of its characters), 0 to 1. */
  readonly share: number
  /** For each article, its passages that stand in the first one as well (for the first: in the second). */
  readonly passages: readonly (readonly Span[])[]
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly kind: 'copy' | 'rewrite'
  readonly share: number
}

/**
 * Groups of texts that carry one text, over any set of articles (`theatrum copies`). Copies come in groups of which every
 * two are copies; a rewrite is a group of two. Order: copies first, then by share. About linear for collections in which
 * most texts have nothing in common.
 */
export function groupCopies(
  articles: readonly { readonly articleId: string; readonly prints: Fingerprints }[],
): CopyGroup[] {
  const ready = articles.map(article => readyPrints(article.prints))
  const pairs = candidatePairs(ready).flatMap(([a, b]) => {
    const found = judge(ready[a]!, ready[b]!)
    return found === null ? [] : [{ a, b, ...found }]
  })
  const copies = pairs.filter(pair => pair.kind === 'copy')
  const groups = [
    ...cliques(copies),
    ...pairs.filter(pair => pair.kind === 'rewrite').map(pair => ({ members: [pair.a, pair.b], pairs: [pair] })),
  ]
  return groups
    .map(group => toGroup(group.members, group.pairs, ready, articles))
    .sort((x, y) => (x.kind === y.kind ? y.share - x.share : x.kind === 'copy' ? -1 : 1))
}

function judge(a: ReadyPrints, b: ReadyPrints): { kind: 'copy' | 'rewrite'; share: number } | null {
  if (comparePrints(a, b).shared < LEAST_SHARED) return null
  const share = Math.max(coverage(a, b), coverage(b, a))
  if (share < PART_SHARE) return null
  return { kind: share >= COPY_SHARE ? 'copy' : 'rewrite', share }
}

/** Part of a's characters, from its first fingerprint to its last, in passages that stand in b. */
function coverage(a: ReadyPrints, b: ReadyPrints): number {
  const { winnow } = a.prints
  const length = (winnow.at(-1)?.span[1] ?? 0) - (winnow[0]?.span[0] ?? 0)
  const shared = sharedPassages(a, b).reduce((sum, [start, end]) => sum + end - start, 0)
  return length === 0 ? 0 : shared / length
}

/** Pairs that share two or more fingerprints, by an inverted index; those of re-worded texts share a few as well. */
function candidatePairs(ready: readonly ReadyPrints[]): [number, number][] {
  const holders = new Map<number, number[]>()
  ready.forEach((prints, article) => {
    for (const hash of prints.all) {
      const list = holders.get(hash)
      if (list === undefined) holders.set(hash, [article])
      else list.push(article)
    }
  })
  const counts = new Map<number, number>()
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > MOST_HOLDERS) continue
    for (let j = 1; j < list.length; j++) {
      for (let i = 0; i < j; i++) {
        const key = list[i]! * ready.length + list[j]!
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  return [...counts]
    .filter(([, count]) => count >= LEAST_SHARED)
    .map(([key]) => [Math.floor(key / ready.length), key % ready.length])
}

interface Grouped {
  readonly members: number[]
  readonly pairs: Pair[]
}

/** Greedy cliques, the best pairs first; a copy pair that fits in none makes a group of its own. */
function cliques(copies: readonly Pair[]): Grouped[] {
  const pairOf = new Map(copies.map(pair => [`${pair.a} ${pair.b}`, pair]))
  const between = (x: number, y: number): Pair | undefined => pairOf.get(x < y ? `${x} ${y}` : `${y} ${x}`)
  const groups: Grouped[] = []
  const done = new Set<Pair>()
  for (const pair of [...copies].sort((x, y) => y.share - x.share || x.a - y.a || x.b - y.b)) {
    if (done.has(pair)) continue
    const members = [pair.a, pair.b]
    const pairs = [pair]
    for (const other of partnersOf(copies, pair.a)) {
      const links = members.map(member => between(member, other))
      if (members.includes(other) || links.some(link => link === undefined)) continue
      members.push(other)
      for (const link of links) if (link !== undefined) pairs.push(link)
    }
    for (const one of pairs) done.add(one)
    groups.push({ members, pairs })
  }
  return groups
}

function partnersOf(copies: readonly Pair[], article: number): number[] {
  return copies.flatMap(pair => (pair.a === article ? [pair.b] : pair.b === article ? [pair.a] : []))
}

function toGroup(
  members: readonly number[],
  pairs: readonly Pair[],
  ready: readonly ReadyPrints[],
  articles: readonly { readonly articleId: string }[],
): CopyGroup {
  const order = [...members].sort((x, y) => ready[y]!.all.length - ready[x]!.all.length || x - y)
  const [first, second] = [order[0]!, order[1]!]
  return {
    articles: order.map(index => articles[index]!.articleId),
    kind: pairs[0]!.kind,
    share: Math.min(...pairs.map(pair => pair.share)),
    passages: order.map(index => sharedPassages(ready[index]!, ready[index === first ? second : first]!)),
  }
}
