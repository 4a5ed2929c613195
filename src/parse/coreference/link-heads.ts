import { agree } from './agreement.ts'
import type { Antecedents } from './antecedents.ts'
import type { ChooseAntecedent } from './choose-antecedent.ts'
import type { Clusters } from './clusters.ts'
import type { LinkScores } from './link-scores.ts'
import { LOOK_BACK } from './link-scores.ts'
import type { CorefMention } from './mention.ts'
import { PRONOUN_FORMS } from './pronoun-forms.ts'

/**
 * What a link must score above having no antecedent (log-odds): the network is trained to choose, so 0.
 */
export const LINK_FROM = 0

// How many antecedents are tried before a mention is left alone: the best ones may not agree with it.
const TRIES = 4

/** Whether the mention is he, she or they in any form: these choose among clusters, not among words. */
export function choosesCluster(mention: CorefMention): boolean {
  if (mention.kind !== 'pronoun') return false
  const means = PRONOUN_FORMS.get(mention.words[0]!)?.means
  return means === 'he' || means === 'she' || means === 'they'
}

/**
 * Goes through the mentions once: he, she and they join the cluster that `choose` takes; every other candidate its best
 * earlier one by the reader's scores that agrees with it, or none. `candidate` gives the place of each mention among those
 * that `scores` knows, -1 for none; `at` the mention of each.
 */
export function linkHeads(
  mentions: readonly CorefMention[],
  at: readonly number[],
  scores: LinkScores | null,
  clusters: Clusters,
  antecedents: Antecedents,
  choose: ChooseAntecedent,
): void {
  const row = new Float32Array(LOOK_BACK)
  for (let i = 0, next = 0; i < mentions.length; i++) {
    const mine = at[next] === i ? next++ : -1
    if (choosesCluster(mentions[i]!)) {
      const found = antecedents.of(i)
      const taken = found[choose(found, i, mentions, clusters)]?.mention ?? -1
      if (taken !== -1) clusters.join(taken, i)
    } else if (mine > 0 && scores !== null) linkBest(mentions, at, mine, scores, row, clusters)
  }
}

function linkBest(
  mentions: readonly CorefMention[],
  at: readonly number[],
  i: number,
  scores: LinkScores,
  row: Float32Array,
  clusters: Clusters,
): void {
  const from = scores.fill(i, row)
  for (let n = 0; n < TRIES; n++) {
    const best = highest(row, i - from)
    if (best === -1 || row[best]! <= LINK_FROM) return
    const [late, early] = asGroups(mentions, at[i]!, at[from + best]!)
    if (clusters.root(late) === clusters.root(early) || agree(clusters, late, early)) {
      clusters.join(early, late)
      return
    }
    row[best] = Number.NEGATIVE_INFINITY
  }
}

function highest(row: Float32Array, size: number): number {
  let best = -1
  for (let k = 0; k < size; k++) if (best === -1 || row[k]! > row[best]!) best = k
  return best
}

/** "We" and "Ana and Ben", of which the reader sees the head "Ana", are linked by the pair. */
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
