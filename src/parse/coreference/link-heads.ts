import { agree } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import type { LinkScores } from './link-scores.ts'
import { LOOK_BACK } from './link-scores.ts'
import type { CorefMention } from './mention.ts'

/**
 * What a link must score above having no antecedent (log-odds): the network is trained to choose, so 0.
 */
export const LINK_FROM = 0

// How many antecedents are tried before a mention is left alone: the best ones may not agree with it.
const TRIES = 4

/**
 * Joins each candidate with its best earlier one that agrees with it, or with none. `at` gives the mention of each
 * candidate. A plural pronoun whose antecedent is the first of several conjuncts is joined with them all.
 */
export function linkHeads(
  mentions: readonly CorefMention[],
  at: readonly number[],
  scores: LinkScores,
  clusters: Clusters,
): void {
  const row = new Float32Array(LOOK_BACK)
  for (let i = 1; i < at.length; i++) {
    const from = scores.fill(i, row)
    for (let n = 0; n < TRIES; n++) {
      const best = highest(row, i - from)
      if (best === -1 || row[best]! <= LINK_FROM) break
      const [late, early] = asGroups(mentions, at[i]!, at[from + best]!)
      if (clusters.root(late) === clusters.root(early) || agree(clusters, late, early)) {
        clusters.join(early, late)
        break
      }
      row[best] = Number.NEGATIVE_INFINITY
    }
  }
}

function highest(row: Float32Array, size: number): number {
  let best = -1
  for (let k = 0; k < size; k++) if (best === -1 || row[k]! > row[best]!) best = k
  return best
}

/** "They" and "Ana and Ben", of which the reader sees the head "Ana", are linked by the pair. */
function asGroups(mentions: readonly CorefMention[], late: number, early: number): readonly [number, number] {
  if (isPlural(mentions, late) && hasPair(mentions, early)) return [late, early + 1]
  if (isPlural(mentions, early) && hasPair(mentions, late)) return [late + 1, early]
  return [late, early]
}

function isPlural(mentions: readonly CorefMention[], i: number): boolean {
  return mentions[i]!.plural && (mentions[i]!.kind === 'pronoun' || mentions[i]!.kind === 'pair')
}

/** A singular mention that is the first conjunct of a pair, which then follows it. */
function hasPair(mentions: readonly CorefMention[], i: number): boolean {
  return !mentions[i]!.plural && mentions[i + 1]?.kind === 'pair'
}
