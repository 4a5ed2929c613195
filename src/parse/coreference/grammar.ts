import type { Doc, Tokens } from '../../model/doc.ts'
import type { CorefMention } from './mention.ts'
import type { Tree } from './tree.ts'

/** What a mention is to its clause. */
export type GrammarRole = 'subject' | 'object' | 'possessor' | 'oblique' | 'other'

/** Where a mention stands in its sentence's tree. */
export interface Place {
  readonly role: GrammarRole
  /** The word that the mention, or the conjuncts or apposition that it is one of, hangs on; -1 for a root. */
  readonly governor: number
}

// Conjuncts and appositions climbed from a mention, and words climbed from a pronoun to the subjects above it.
const STEPS = 6
const CLIMBED = 12
// Dependents of one word that are looked through: no clause has as many, but a list or a damaged tree may.
const KIDS = 40

/** The mention's place in its tree; a conjunct or an apposition stands where the first one does. */
export function placeOf(tokens: Tokens, word: number): Place {
  let at = word
  for (let n = 0; n < STEPS && /^(?:conj|appos|flat)/.test(tokens.deprel[at]!) && tokens.head[at]! >= 0; n++)
    at = tokens.head[at]!
  return { role: roleOf(tokens.deprel[at]!), governor: tokens.head[at]! }
}

function roleOf(relation: string): GrammarRole {
  if (relation.startsWith('nsubj') || relation.startsWith('csubj')) return 'subject'
  if (/^(?:obj|iobj)/.test(relation)) return 'object'
  if (relation.startsWith('nmod:poss')) return 'possessor'
  return /^(?:obl|nmod)/.test(relation) ? 'oblique' : 'other'
}

/**
 * Subjects of the clauses that a word stands in, the nearest first, by their head words; those that hold the word itself
 * are left out ("his brother" of "his brother left").
 */
export function subjectsAbove(doc: Doc, tree: Tree, word: number): readonly number[] {
  const { head, deprel } = doc.tokens
  const found: number[] = []
  let at = word
  for (let n = 0; n < CLIMBED && head[at]! >= 0; n++) {
    const from = at
    at = head[at]!
    for (let kid = tree.firstKid[at]!, k = 0; kid !== -1 && k < KIDS; kid = tree.nextKid[kid]!, k++)
      if (kid !== from && kid !== word && deprel[kid]!.startsWith('nsubj')) found.push(kid)
  }
  return found
}

/** Whether two mentions of one sentence cannot be the same by their trees: both hang on one verb ("Ana saw her"). */
export function areCoArguments(a: Place, b: Place): boolean {
  return a.governor >= 0 && a.governor === b.governor && isArgument(a.role) && isArgument(b.role)
}

function isArgument(role: GrammarRole): boolean {
  return role === 'subject' || role === 'object' || role === 'oblique'
}

/** Whether a mention is the subject of its sentence's main clause. */
export function isMainSubject(tokens: Tokens, place: Place): boolean {
  return place.role === 'subject' && place.governor >= 0 && tokens.head[place.governor] === -1
}

/** Whether the pronoun's own noun is the mention: "his" of "his brother" and "brother". */
export function isPossessed(tokens: Tokens, pronoun: CorefMention, other: CorefMention): boolean {
  return tokens.deprel[pronoun.head]!.startsWith('nmod:poss') && tokens.head[pronoun.head] === other.head
}
