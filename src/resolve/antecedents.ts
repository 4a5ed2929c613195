import type { Span } from '../model/span.ts'
import { type Meaning, type Resolved, type Scene, unresolved, wordsOf } from './meaning.ts'
import { firstAtLeast, type SpanIndex } from './span-index.ts'

/** Steps up the tree from a relative pronoun to its clause: "who is thought to have said" needs three. */
const MOST_STEPS = 6

/**
 * What a relative pronoun stands for: what the clause hangs on ("Ana Example, who said"). Null for other words; open,
 * with why, where the clause hangs on words that name nobody.
 */
export function antecedentOf(span: Span, mentions: SpanIndex<Resolved>, scene: Scene): Meaning | null {
  if (!/^(?:who|whom|which|that)$/i.test(wordsOf(scene.doc, span))) return null
  const { tokens } = scene.doc
  let token = firstAtLeast(tokens.start.subarray(0, tokens.length), span[0])
  if (tokens.start[token] !== span[0]) return null
  for (let step = 0; step < MOST_STEPS; step++) {
    const head = tokens.head[token] ?? -1
    if (head < 0) return null
    if (tokens.deprel[token]?.startsWith('acl:relcl')) return meaningAt(head, mentions, scene)
    token = head
  }
  return null
}

/** The longest mention that holds a word and is known. */
function meaningAt(token: number, mentions: SpanIndex<Resolved>, scene: Scene): Meaning {
  const { tokens } = scene.doc
  const word: Span = [tokens.start[token] ?? 0, tokens.end[token] ?? 0]
  const found = mentions
    .overlapping(word)
    .find(m => m.meaning.actorId !== null && m.ent.kind !== 'pronoun' && m.ent.kind !== 'nationality')
  return found === undefined
    ? unresolved('the relative pronoun stands for words that name nobody who is known')
    : { ...found.meaning, place: null }
}
