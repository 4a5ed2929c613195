import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'

const NAMES = new Set(['person', 'organisation', 'country', 'bloc', 'place', 'facility'])

/**
 * Joins names of one bearer: the same words, the same actor of the knowledge files ("U.S.", "United States"), a family
 * name with the last full name that ends in it ("Ana Example", "Example"), an acronym with its long form.
 */
export function linkNames(mentions: readonly CorefMention[], clusters: Clusters): void {
  const byKey = new Map<string, number>()
  const byFamily = new Map<string, number>()
  const byInitials = new Map<string, number>()
  mentions.forEach((mention, i) => {
    if (!NAMES.has(mention.kind)) return
    const known = earlier(mention, byKey, byFamily, byInitials)
    if (known !== undefined) clusters.join(known, i)
    if (mention.kind === 'person') rememberPerson(mention, i, byFamily)
    else rememberBody(mention, i, byInitials)
    byKey.set(`${group(mention)} ${mention.key}`, i)
    const actor = mention.kind === 'place' ? undefined : mention.actors[0]
    if (actor !== undefined) byKey.set(`actor ${actor}`, i)
  })
}

function group(mention: CorefMention): string {
  return mention.kind === 'person' ? 'person' : 'body'
}

function earlier(
  mention: CorefMention,
  byKey: ReadonlyMap<string, number>,
  byFamily: ReadonlyMap<string, number>,
  byInitials: ReadonlyMap<string, number>,
): number | undefined {
  const same = byKey.get(`${group(mention)} ${mention.key}`)
  if (same !== undefined) return same
  const actor = mention.kind === 'place' ? undefined : mention.actors[0]
  const alike = actor === undefined ? undefined : byKey.get(`actor ${actor}`)
  if (alike !== undefined) return alike
  if (mention.kind === 'person') {
    const words = bearing(mention.words)
    return words.length === 1 ? byFamily.get(words[0]!) : byFamily.get(`${words[0]} ${words.at(-1)}`)
  }
  return byInitials.get(mention.key.replaceAll(' ', ''))
}

/** Words of a person's name without suffixes. */
function bearing(words: readonly string[]): readonly string[] {
  return words.filter(word => !/^(?:jr|jr\.|sr|sr\.|ii|iii|iv)$/.test(word))
}

function rememberPerson(mention: CorefMention, i: number, byFamily: Map<string, number>): void {
  const words = bearing(mention.words)
  if (words.length < 2) return
  byFamily.set(words.at(-1)!, i)
  byFamily.set(`${words[0]} ${words.at(-1)}`, i)
  if (words.length > 2) byFamily.set(words.slice(1).join(' '), i)
  if (!byFamily.has(words[0]!)) byFamily.set(words[0]!, i)
}

function rememberBody(mention: CorefMention, i: number, byInitials: Map<string, number>): void {
  const long = mention.words.filter(word => /^\p{L}/u.test(word) && !/^(?:of|the|and|for|in|on)$/.test(word))
  if (long.length >= 2) byInitials.set(long.map(word => word[0]).join(''), i)
}
