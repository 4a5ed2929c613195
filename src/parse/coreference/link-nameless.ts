import { agree } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import { type LinkScores, LOOK_BACK } from './link-scores.ts'
import type { CorefMention } from './mention.ts'

/** What the best link of a nameless "he" or "she" to a name must score. */
export const NAME_FROM = -3

const PERSON = /^(?:he|him|his|himself|she|her|hers|herself)$/

// Pronouns of a cluster that are tried: their best link of all is taken.
const TRIED = 6

/**
 * Joins a cluster of "he" or "she" that has no name with the cluster that does and that the reader links it with best,
 * at a lower score than a first link needs: a person in reporting nearly always has a name.
 */
export function linkNameless(
  mentions: readonly CorefMention[],
  at: readonly number[],
  scores: LinkScores,
  clusters: Clusters,
): void {
  const row = new Float32Array(LOOK_BACK)
  const tried = new Map<number, { count: number; score: number; early: number; late: number }>()
  for (let i = 1; i < at.length; i++) {
    const late = at[i]!
    const mention = mentions[late]!
    if (mention.kind !== 'pronoun' || !PERSON.test(mention.words[0]!)) continue
    const root = clusters.root(late)
    const best = tried.get(root) ?? { count: 0, score: NAME_FROM, early: -1, late: -1 }
    tried.set(root, best)
    if (best.count++ >= TRIED || (best.count === 1 && isNamed(clusters, late))) {
      best.count = TRIED
      continue
    }
    const from = scores.fill(i, row)
    for (let j = i - 1; j >= from; j--) {
      const score = row[j - from]!
      const early = at[j]!
      if (score <= best.score || clusters.root(early) === root) continue
      if (!isNamed(clusters, early) || !agree(clusters, late, early)) continue
      Object.assign(best, { score, early, late })
    }
  }
  for (const { early, late } of tried.values())
    if (early !== -1 && agree(clusters, late, early)) clusters.join(early, late)
}

function isNamed(clusters: Clusters, i: number): boolean {
  return clusters.find(i, mention => mention.kind === 'person' || mention.kind === 'name') !== null
}
