import type { Doc } from '../../model/doc.ts'
import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'

// Words between a relative pronoun and the verb of its clause, by the tree.
const CLAUSE_DEPTH = 4

/**
 * Joins "who", "whom" and "which" with what their clause hangs on: the tree says so, nearness need not be asked. Where
 * that is no name or description, with the one right before the comma ("a step criticised by Samplia, which fears …").
 */
export function linkRelatives(doc: Doc, mentions: readonly CorefMention[], clusters: Clusters): void {
  const at = new Map<number, number>()
  const endingAt = new Map<number, number>()
  mentions.forEach((mention, i) => {
    if (mention.kind === 'pair') return
    at.set(mention.head, i)
    if (mention.ent !== null) endingAt.set(mention.tokens[1], i)
  })
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'pronoun' || !/^(?:who|whom|which)$/.test(mention.words[0]!)) return
    const governor = at.get(relativeHead(doc, mention.head) ?? -1)
    const named = governor !== undefined && mentions[governor]!.ent !== null
    const before =
      doc.text[doc.tokens.start[mention.head - 1] ?? -1] === ',' ? endingAt.get(mention.head - 1) : undefined
    const about = named ? governor : (before ?? governor)
    if (about !== undefined && about !== i) clusters.join(about, i)
  })
}

/** What a relative clause is about: the word that it hangs on, by the tree. */
function relativeHead(doc: Doc, word: number): number | null {
  const { deprel, head } = doc.tokens
  for (let at = word, steps = 0; at >= 0 && steps < CLAUSE_DEPTH; at = head[at]!, steps++)
    if (deprel[at] === 'acl:relcl') return head[at]!
  return null
}
