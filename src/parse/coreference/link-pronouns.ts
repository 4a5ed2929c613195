import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'

// Sentences that a pronoun looks back over: OntoGUM's he and she find their name within three in over nine of ten cases.
const SENTENCES_BACK = 4
const MENTIONS_BACK = 80

/**
 * Joins pronouns that the reader left alone: third persons with the most likely mention before them (agreement, then
 * sentence, subject, nearness), "I" with the last "I" nearby.
 */
export function linkPronouns(mentions: readonly CorefMention[], clusters: Clusters): void {
  let speaker: number | null = null
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'pronoun' || clusters.joined(i)) return
    const form = mention.words[0]!
    if (/^(?:i|me|my|mine|myself)$/.test(form)) {
      // One speaker a run of quotations: "I" of one stretch are the same person.
      if (speaker !== null && mention.sentence - mentions[speaker]!.sentence <= 3) clusters.join(speaker, i)
      speaker = i
      return
    }
    if (!/^(?:he|him|his|she|her|they|them|their|it|its)/.test(form)) return
    const found = antecedent(mentions, clusters, i)
    if (found !== null) clusters.join(found, i)
  })
}

function antecedent(mentions: readonly CorefMention[], clusters: Clusters, i: number): number | null {
  const pronoun = mentions[i]!
  let best: number | null = null
  let bestScore = 0
  for (let k = i - 1; k >= Math.max(0, i - MENTIONS_BACK); k--) {
    const other = mentions[k]!
    const distance = pronoun.sentence - other.sentence
    if (distance > SENTENCES_BACK) break
    if (!agrees(pronoun, other, clusters, k)) continue
    const score = scoreOf(pronoun, other, distance, i - k)
    if (score > bestScore) {
      best = k
      bestScore = score
    }
  }
  return best
}

function agrees(pronoun: CorefMention, other: CorefMention, clusters: Clusters, k: number): boolean {
  const form = pronoun.words[0]!
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(form)) {
    const person =
      other.kind === 'person' ||
      (other.kind === 'role' && !other.plural) ||
      (other.kind === 'pronoun' && other.gender !== 'u')
    const gender = clusters.gender(k)
    return person && (gender === 'u' || gender === pronoun.gender)
  }
  if (/^they|^them|^their/.test(form)) {
    if (other.kind === 'pronoun') return /^(?:they|them|their|theirs|themselves)$/.test(other.words[0]!)
    return (
      other.plural ||
      ((other.kind === 'organisation' || other.kind === 'bloc') && other.subject && pronoun.sentence === other.sentence)
    )
  }
  if (other.kind === 'pronoun') return /^(?:it|its|itself)$/.test(other.words[0]!)
  const thing = /^(?:organisation|country|bloc|facility)$/.test(other.kind) || (other.kind === 'group' && !other.plural)
  // Bare "it" means a thing or a state of affairs more often than a named body: only "its" is joined freely.
  return thing && (form !== 'it' || other.subject)
}

function scoreOf(pronoun: CorefMention, other: CorefMention, distance: number, steps: number): number {
  let score = 100 - distance * 22 - Math.min(steps, 20)
  if (other.subject) score += distance === 0 ? 12 : 18
  if (other.kind === 'pronoun') score += 6
  if (other.kind === 'person') score += 8
  if (pronoun.quoted !== other.quoted) score -= 15
  // "his" and "himself" look inside their own clause first.
  if (/^(?:himself|herself|itself|themselves|its)$/.test(pronoun.words[0]!) && distance === 0) score += 15
  return score
}
