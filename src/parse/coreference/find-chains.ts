import type { Doc } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Span } from '../../model/span.ts'
import { Clusters } from './clusters.ts'
import { linkDescriptions } from './link-descriptions.ts'
import { linkNames } from './link-names.ts'
import { linkPronouns } from './link-pronouns.ts'
import { mentionsOf } from './mention.ts'

/**
 * Chains of spans that mean the same inside one text, by rules in this order: names by name, descriptions by apposition,
 * office and kind, pronouns by agreement and nearness. No span is in two chains; none has a single span. Looks back a
 * bounded number of mentions for each, so linear in their number.
 */
export function findChains(doc: Doc, knowledge: Knowledge): readonly (readonly Span[])[] {
  const mentions = mentionsOf(doc, knowledge)
  const clusters = new Clusters(mentions)
  linkNames(mentions, clusters)
  linkDescriptions(doc, mentions, clusters, knowledge)
  linkPronouns(mentions, clusters)
  return clusters.chains()
}
