import type { Doc } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { overlaps } from '../text/spans.ts'
import { type Meaning, type Resolved, unresolved } from './meaning.ts'

/** Which chain each span belongs to, and what each chain is about. */
export interface Chains {
  /** What the chain of this span means; null when it is in none or its chain names nobody. */
  meaningOf(span: Span): Meaning | null
  /** Spans of chains, with the meaning of their chain. */
  readonly spans: readonly { readonly span: Span; readonly meaning: Meaning }[]
}

/**
 * Gives every chain the meaning that most of its named members have. A chain whose members name two different actors
 * equally often names nobody: the chain itself is then in doubt.
 */
export function readChains(doc: Doc, named: readonly Resolved[]): Chains {
  const byKey = new Map<string, Meaning>()
  const spans: { span: Span; meaning: Meaning }[] = []
  for (const chain of doc.chains) {
    const meaning = meaningOfChain(chain, named)
    if (meaning === null) continue
    for (const span of chain) {
      byKey.set(span.join(), meaning)
      spans.push({ span, meaning })
    }
  }
  const find = (span: Span): Meaning | null => {
    const exact = byKey.get(span.join())
    if (exact !== undefined) return exact
    // "The NATO chief" as a chain has it and "NATO chief" as an ent: both end together and one holds the other.
    const near = spans.find(other => other.span[1] === span[1] && overlaps(other.span, span))
    return near?.meaning ?? null
  }
  return { meaningOf: find, spans }
}

function meaningOfChain(chain: readonly Span[], named: readonly Resolved[]): Meaning | null {
  const votes = new Map<string, { count: number; meaning: Meaning }>()
  for (const span of chain) {
    const member = named.find(n => (n.ent.span[0] === span[0] && n.ent.span[1] === span[1]) || isHead(n.ent.span, span))
    const id = member?.meaning.actorId ?? member?.meaning.place?.id
    if (member === undefined || id === null || id === undefined) continue
    const vote = votes.get(id) ?? { count: 0, meaning: member.meaning }
    // A known actor is worth more than a name that only this article has: spelling variants lose against it.
    vote.count += id.startsWith('name:') ? 1 : 1.5
    votes.set(id, vote)
  }
  const [first, second] = [...votes.values()].sort((a, b) => b.count - a.count)
  if (first === undefined || first.count === second?.count) return null
  return first.meaning
}

/** True when a name ends the chain's span ("NATO Secretary General Mark Rutte" ends in "Mark Rutte"). */
function isHead(name: Span, span: Span): boolean {
  return name[1] === span[1] && name[0] > span[0]
}

/** What a pronoun means by its chain. */
export function resolvePronoun(span: Span, chains: Chains): Meaning {
  return chains.meaningOf(span) ?? unresolved('no name was found that the pronoun stands for')
}
