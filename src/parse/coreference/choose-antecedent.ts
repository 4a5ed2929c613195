import { FEATURES } from './antecedent-features.ts'
import type { Antecedent } from './antecedents.ts'
import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'
import { PERSON_WEIGHTS, PLURAL_WEIGHTS } from './pronoun-weights.ts'

/** Which of its antecedents pronoun `i` takes, as a place in the list; training (train/pronouns.js) chooses by gold. */
export type ChooseAntecedent = (
  antecedents: readonly Antecedent[],
  i: number,
  mentions: readonly CorefMention[],
  clusters: Clusters,
) => number

const PERSON = Float64Array.from(FEATURES, name => PERSON_WEIGHTS[name])
const PLURAL = Float64Array.from(FEATURES, name => PLURAL_WEIGHTS[name])

/** Takes the antecedent of the highest score under the learned weights (train/pronouns.js). */
export function chooseAntecedent(
  antecedents: readonly Antecedent[],
  i: number,
  mentions: readonly CorefMention[],
): number {
  const weights = mentions[i]!.plural ? PLURAL : PERSON
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  antecedents.forEach(({ features }, n) => {
    let score = 0
    for (let f = 0; f < FEATURES.length; f++) score += weights[f]! * features[f]!
    if (score > bestScore) {
      best = n
      bestScore = score
    }
  })
  return best
}
