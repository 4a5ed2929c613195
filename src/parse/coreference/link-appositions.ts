import { type Doc, UPOS } from '../../model/doc.ts'
import type { Clusters } from './clusters.ts'
import type { CorefMention } from './mention.ts'

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

/** Joins appositions with what they stand beside. */
export function linkAppositions(doc: Doc, mentions: readonly CorefMention[], clusters: Clusters): void {
  const at = new Map<number, number>()
  mentions.forEach((mention, i) => {
    if (mention.kind !== 'pair') at.set(mention.head, i)
  })
  mentions.forEach((mention, i) => {
    const governor = governorOf(doc, mention)
    const beside = governor === null ? undefined : at.get(governor)
    if (beside !== undefined) clusters.join(beside, i)
  })
}
