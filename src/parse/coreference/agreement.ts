import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'

const PERSON = /^(?:he|him|his|himself|she|her|hers|herself)$/
const THING = /^(?:it|its|itself)$/
const NO_PERSON = new Set<CorefMention['kind']>([
  'organisation',
  'country',
  'bloc',
  'place',
  'facility',
  'group',
  'pair',
])

/**
 * Whether two names can be one person's: "Example" and "Ana Example", "A. Example" and "Ana Example", "Ana" and "Ana
 * Example"; two full names must have the same given name or its initial.
 */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  const short = a.length <= b.length ? a : b
  const long = a.length <= b.length ? b : a
  const shared = short.filter(word => word.length > 1 && long.includes(word))
  if (shared.length === 0) return false
  if (short.length < 2 || shared.length === short.length) return true
  const [given = '', other = ''] = [short[0], long[0]]
  if (given === other || long.includes(given)) return true
  const initials = given.replace('.', '').length === 1 || other.replace('.', '').length === 1
  return initials && given[0] === other[0]
}

/**
 * Whether what is known of two clusters lets them be one: not he and she, not "he" and a country, not "it" and a person,
 * not two persons whose names share no word, not two different known actors.
 */
export function agree(clusters: Clusters, i: number, j: number): boolean {
  const [a, b] = [clusters.gender(i), clusters.gender(j)]
  if (a !== 'u' && b !== 'u' && a !== b) return false
  return fits(clusters, i, j) && fits(clusters, j, i) && namesAgree(clusters, i, j)
}

/** What the pronouns in the cluster of `i` allow of the cluster of `j`. */
function fits(clusters: Clusters, i: number, j: number): boolean {
  const person = clusters.find(i, m => m.kind === 'person' || (m.kind === 'pronoun' && PERSON.test(m.words[0]!)))
  if (person === null) return true
  return clusters.find(j, m => NO_PERSON.has(m.kind) || (m.kind === 'pronoun' && THING.test(m.words[0]!))) === null
}

function namesAgree(clusters: Clusters, i: number, j: number): boolean {
  const a = clusters.find(i, isNamed)
  const b = a === null ? null : clusters.find(j, isNamed)
  if (a === null || b === null) return true
  if (a.kind === 'person' && b.kind === 'person') return sameName(a.words, b.words)
  const known = a.actors.length > 0 && b.actors.length > 0
  return !known || a.actors.some(id => b.actors.includes(id))
}

function isNamed(mention: CorefMention): boolean {
  return mention.kind === 'person' || mention.actors.length > 0
}
