import type { Doc, EntKind } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { type Meaning, type Resolved, unresolved } from './meaning.ts'

/** Which chain each span belongs to, and what each chain is about. */
export interface Chains {
  /** What the chain of this span, of a kind of ent, means; null when it is in none or its chain names nobody. */
  meaningOf(span: Span, kind?: EntKind): Meaning | null
  /** True for the first span of a chain: it points at nothing before it. */
  begins(span: Span): boolean
  /** Spans of chains, with the meaning of their chain. */
  readonly spans: readonly { readonly span: Span; readonly meaning: Meaning }[]
}

/**
 * Gives every chain the meaning that most of its named members have. A chain whose members name two different actors
 * equally often names nobody: the chain itself is then in doubt.
 */
export function readChains(doc: Doc, named: readonly Resolved[]): Chains {
  const byEnd = new Map<number, Resolved[]>()
  for (const n of named) {
    const list = byEnd.get(n.ent.span[1])
    if (list === undefined) byEnd.set(n.ent.span[1], [n])
    else list.push(n)
  }
  const byKey = new Map<string, Meaning>()
  const firstByEnd = new Map<number, Meaning>()
  const begins = new Set<number>()
  const spans: { span: Span; meaning: Meaning }[] = []
  for (const chain of doc.chains) {
    const meaning = meaningOfChain(chain, byEnd, doc.text)
    if (meaning === null) continue
    begins.add(chain.reduce((first, span) => Math.min(first, span[0]), Number.POSITIVE_INFINITY))
    for (const span of chain) {
      byKey.set(span.join(), meaning)
      spans.push({ span, meaning })
      if (!firstByEnd.has(span[1])) firstByEnd.set(span[1], meaning)
    }
  }
  const find = (span: Span): Meaning | null => {
    // "The NATO chief" as a chain has it and "NATO chief" as an ent: both end together and one holds the other.
    return byKey.get(span.join()) ?? firstByEnd.get(span[1]) ?? null
  }
  return { meaningOf: find, begins: span => begins.has(span[0]), spans }
}

function meaningOfChain(
  chain: readonly Span[],
  byEnd: ReadonlyMap<number, readonly Resolved[]>,
  text: string,
): Meaning | null {
  const votes = new Map<string, { count: number; meaning: Meaning }>()
  for (const span of chain) {
    // What is the member, or ends it ("NATO Secretary General Mark Rutte" ends in "Mark Rutte").
    // The last of several ("Ana Example and Bo Sample") is not all of them.
    const member = byEnd
      .get(span[1])
      ?.find(n => n.ent.span[0] >= span[0] && !/\s(?:and|or|&)\s/.test(text.slice(span[0], n.ent.span[0])))
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

/** What a pronoun means by its chain. */
export function resolvePronoun(span: Span, chains: Chains): Meaning {
  return chains.meaningOf(span) ?? unresolved('no name was found that the pronoun stands for')
}
