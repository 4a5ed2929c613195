import type { Doc } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Span } from '../../model/span.ts'
import { bySpan } from '../../text/spans.ts'
import type { LinkVectors } from '../decode/link-vectors.ts'
import { Antecedents } from './antecedents.ts'
import { type ChooseAntecedent, chooseAntecedent } from './choose-antecedent.ts'
import { Clusters } from './clusters.ts'
import { governorOf, linkAppositions } from './link-appositions.ts'
import { linkDescriptions } from './link-descriptions.ts'
import { choosesCluster, linkHeads } from './link-heads.ts'
import { linkNameless } from './link-nameless.ts'
import { linkNames } from './link-names.ts'
import { linkPronouns } from './link-pronouns.ts'
import { linkRelatives } from './link-relatives.ts'
import { LinkScores, type LinkWeights } from './link-scores.ts'
import { type CorefMention, mentionsOf } from './mention.ts'
import { spanOfHead } from './span-of-head.ts'
import { type Tree, treeOf } from './tree.ts'

/**
 * Chains of spans that mean the same inside one text, in order of their first span: names by name, then every word that
 * the reader holds for a mention's head with its best antecedent that agrees, then descriptions by apposition, office and
 * kind, and pronouns that are still alone by agreement and nearness. Spans are a treebank's: the head's subtree without
 * what belongs to the clause. No span is in two chains; none has a single span. Looks back over a bounded number of
 * mentions for each, so linear in their number. `links` null: by rules alone.
 */
export function findChains(
  doc: Doc,
  links: LinkVectors | null,
  knowledge: Knowledge,
  weights: LinkWeights,
  choose: ChooseAntecedent = chooseAntecedent,
): readonly (readonly Span[])[] {
  const tree = treeOf(doc.tokens)
  const mentions = mentionsOf(doc, knowledge, tree, links)
  const clusters = new Clusters(mentions)
  linkNames(mentions, clusters)
  linkAppositions(doc, tree, mentions, clusters)
  linkRelatives(doc, mentions, clusters)
  const at = mentions.flatMap((mention, i) => (mention.row === -1 ? [] : [i]))
  const candidate = new Int32Array(mentions.length).fill(-1)
  at.forEach((i, n) => {
    candidate[i] = n
  })
  const rows = at.map(i => mentions[i]!.row)
  const scores = links === null ? null : new LinkScores(doc, links, weights, rows)
  const antecedents = new Antecedents(doc, tree, mentions, clusters, scores, candidate)
  linkHeads(mentions, at, scores, clusters, antecedents, choose)
  if (scores !== null) linkNameless(mentions, at, scores, clusters)
  linkDescriptions(doc, mentions, clusters, knowledge)
  linkPronouns(mentions, clusters)
  return chainsOf(doc, tree, mentions, clusters)
}

function chainsOf(
  doc: Doc,
  tree: Tree,
  mentions: readonly CorefMention[],
  clusters: Clusters,
): readonly (readonly Span[])[] {
  const seen = new Set<string>()
  const chains: Span[][] = []
  for (const group of clusters.groups()) {
    const heads = new Set(group.map(i => mentions[i]!.head))
    const chain: Span[] = []
    const add = (span: Span): void => {
      if (!seen.has(span.join())) chain.push(span)
      seen.add(span.join())
    }
    let name: Span | null = null
    for (const i of group) {
      const mention = mentions[i]!
      if (mention.kind === 'person') name = hasApposition(doc, tree, mention) ? mention.span : null
      if (name !== null && choosesCluster(mention)) {
        add(name)
        name = null
      }
      if (isWithin(doc, mention, heads)) continue
      add(spanOfHead(doc, tree, governorOf(doc, mention) ?? mention.head, mention.kind === 'pair'))
    }
    if (chain.length > 1) chains.push(chain.sort(bySpan))
  }
  return chains
}

/**
 * Whether the name stands in one mention with a description: where a pronoun takes that up, the name is in the chain on
 * its own too, so that the chain leads to it.
 */
function hasApposition(doc: Doc, tree: Tree, mention: CorefMention): boolean {
  if (governorOf(doc, mention) !== null) return true
  for (let kid = tree.firstKid[mention.head]!; kid !== -1; kid = tree.nextKid[kid]!)
    if (doc.tokens.deprel[kid]!.startsWith('appos')) return true
  return false
}

/** A title or apposition of a mention of the same chain is part of that mention's span. */
function isWithin(doc: Doc, mention: CorefMention, heads: ReadonlySet<number>): boolean {
  const relation = doc.tokens.deprel[mention.head]!
  return /^(?:appos|flat|nmod:desc)(?:$|:)/.test(relation) && heads.has(doc.tokens.head[mention.head]!)
}
