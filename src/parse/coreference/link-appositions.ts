import { type Doc, UPOS } from '../../model/doc.ts'
import { agree } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'
import type { Tree } from './tree.ts'

const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')

/**
 * The head word of the mention that a name stands in apposition to ("the minister Ana Example", "Ana Example" of "the
 * union's chief, Ana Example"); null where it stands for itself. A town before its country is no apposition.
 */
export function governorOf(doc: Doc, mention: CorefMention): number | null {
  const { deprel, head, upos } = doc.tokens
  if (mention.kind === 'pair' || deprel[mention.head] !== 'appos' || isPlace(mention)) return null
  const governor = head[mention.head]!
  return governor < mention.head && (upos[governor] === NOUN || upos[governor] === PROPN) ? governor : null
}

function isPlace(mention: CorefMention): boolean {
  return mention.kind === 'place' || mention.kind === 'country'
}

/** Joins appositions with what they stand beside, and what is named first with the pronoun that takes it up. */
export function linkAppositions(doc: Doc, tree: Tree, mentions: readonly CorefMention[], clusters: Clusters): void {
  const at = new Map<number, number>()
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'pair') at.set(mention.head, i)
  })
  mentions.forEach((mention, i) => {
    const governor = governorOf(doc, mention)
    const beside = governor === null ? undefined : at.get(governor)
    if (beside !== undefined) clusters.join(beside, i)
    if (doc.tokens.deprel[mention.head] !== 'dislocated' || mention.kind === 'pair') return
    const pronoun = subjectOf(doc, tree, doc.tokens.head[mention.head]!)
    const taken = pronoun === null || pronoun < mention.head ? undefined : at.get(pronoun)
    if (taken !== undefined && mentions[taken]!.kind === 'pronoun' && agree(clusters, i, taken)) clusters.join(i, taken)
  })
}

/** "Ana Example, she sang": the subject of the verb. */
function subjectOf(doc: Doc, tree: Tree, verb: number): number | null {
  for (let kid = tree.firstKid[verb]!; kid !== -1; kid = tree.nextKid[kid]!)
    if (doc.tokens.deprel[kid] === 'nsubj') return kid
  return null
}
