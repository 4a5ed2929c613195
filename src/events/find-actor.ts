import type { Doc, EntKind } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { ARMED, CROWD, isActorNoun, OFFICIAL, QUANTITY } from './actor-nouns.ts'
import { nounPhraseAt } from './clause/arguments.ts'
import type { Clauses, NounPhrase } from './clause/phrase.ts'
import { formOf, lemmaOf, nounLemma, uposOf } from './doc-cursor.ts'

/** Who stands in a slot: the words, and what they show. */
export interface Found {
  readonly span: Span
  /** Head lemma, for what a frame may need. */
  readonly head: string
  readonly kind: EntKind | 'noun' | 'thing'
}

export const ACTORS: ReadonlySet<EntKind> = new Set([
  'country',
  'nationality',
  'bloc',
  'organisation',
  'person',
  'role',
  'group',
  'place',
  'facility',
])
export const MODIFIERS: ReadonlySet<EntKind> = new Set([
  'country',
  'nationality',
  'bloc',
  'organisation',
  'person',
  'role',
  'group',
])
export const PRONOUNS: RegExp = /^(?:he|she|they|him|her|them|his|their|its|it|who|i|we|us|our)$/i

/** The actor that a noun phrase names, alone or through its owner or a modifier; null when nobody is in it. */
export function actorIn(doc: Doc, clauses: Clauses, index: number): Found | null {
  const np = nounPhraseAt(clauses, index)
  if (!np || np.time) return null
  const head = nounLemma(doc, np.head)
  if (uposOf(doc, np.head) === 'PRON' && np.end - np.first === 1) return pronoun(doc, np.head)
  const kind = doc.ents[np.ent]?.kind
  if (kind && ACTORS.has(kind)) return { span: spanOf(doc, np.first, withOf(doc, clauses, index, kind)), head, kind }
  if (isActorNoun(head)) return { span: spanOf(doc, np.first, withOf(doc, clauses, index, null)), head, kind: 'noun' }
  // a name that the engine knows nothing about still names somebody
  if (kind === undefined && uposOf(doc, np.head) === 'PROPN')
    return { span: spanOf(doc, np.first, np.end), head, kind: 'noun' }
  if (QUANTITY.has(head)) {
    const counted = afterOf(clauses, index)
    const inner = counted === null ? null : actorIn(doc, clauses, counted)
    if (inner) return { span: [doc.tokens.start[np.first] ?? 0, inner.span[1]], head: inner.head, kind: inner.kind }
  }
  return ownerIn(doc, np) ?? modifierIn(doc, np)
}

/** What a noun phrase names, whoever or whatever: recipients may be things ("the plan of the government"). */
export function anythingIn(doc: Doc, clauses: Clauses, index: number): Found | null {
  const np = nounPhraseAt(clauses, index)
  if (!np || np.time || uposOf(doc, np.head) === 'PRON') return null
  return { span: spanOf(doc, np.first, withOf(doc, clauses, index, null)), head: lemmaOf(doc, np.head), kind: 'thing' }
}

/** The owner of a noun phrase ("China's exercises"), if it can act. */
export function ownerIn(doc: Doc, np: NounPhrase): Found | null {
  if (!np.owner) return null
  const [first, end] = np.owner
  const last = end - 1
  if (uposOf(doc, last) === 'PRON') return pronoun(doc, last)
  const ent = doc.ents.find(e => e.tokens[0] <= last && last < e.tokens[1] && ACTORS.has(e.kind))
  const lemma = nounLemma(doc, last)
  if (!ent && !isActorNoun(lemma)) return null
  return { span: spanOf(doc, first, end), head: lemma, kind: ent?.kind ?? 'noun' }
}

/** An entity that modifies the head: "Samplian troops", "US-Samplian talks". */
export function modifierIn(doc: Doc, np: NounPhrase): Found | null {
  const from = np.owner ? np.owner[1] : np.first
  for (let k = from; k < np.head; k++) {
    const ent = entAt(doc, k)
    if (ent && MODIFIERS.has(ent.kind)) return { span: ent.span, head: lemmaOf(doc, k), kind: ent.kind }
  }
  return null
}

/** Binary search: entities ascend by start. */
function entAt(doc: Doc, token: number): Doc['ents'][number] | null {
  const start = doc.tokens.start[token] ?? 0
  let low = 0
  let high = doc.ents.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.ents[middle]?.span[0] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  for (let k = low - 1; k >= 0 && k > low - 4; k--) {
    const ent = doc.ents[k]
    if (ent && ent.tokens[0] <= token && token < ent.tokens[1]) return ent
  }
  return null
}

function pronoun(doc: Doc, token: number): Found | null {
  const word = formOf(doc, token)
  if (!PRONOUNS.test(word)) return null
  return { span: spanOf(doc, token, token + 1), head: word.toLowerCase(), kind: 'pronoun' }
}

/** End token with a following "of" phrase where the head needs one: "the president of Samplia". */
function withOf(doc: Doc, clauses: Clauses, index: number, kind: EntKind | null): number {
  const np = nounPhraseAt(clauses, index)
  const subject = beforeVerb(clauses, index)
  const next = afterOf(clauses, index) ?? subject
  const inner = next === null ? null : nounPhraseAt(clauses, next)
  if (!np || !inner || inner.time) return np?.end ?? 0
  // a name is complete; a title or a common noun is not
  if (
    kind !== null &&
    kind !== 'role' &&
    kind !== 'group' &&
    uposOf(doc, np.head) === 'PROPN' &&
    kind !== 'organisation'
  )
    return np.end
  if (kind === 'organisation' && (doc.ents[inner.ent]?.kind ?? 'thing') !== 'country') return np.end
  return inner.end
}

/** "A court in Istanbul has ruled": what stands between a common noun and its verb belongs to the noun. */
function beforeVerb(clauses: Clauses, index: number): number | null {
  const prep = clauses.phrases[index + 1]
  if (prep?.kind !== 'prep' || !/^(?:in|from|for|at|on)$/.test(prep.word)) return null
  return clauses.phrases[index + 2]?.kind === 'np' && clauses.phrases[index + 3]?.kind === 'vg' ? index + 2 : null
}

function afterOf(clauses: Clauses, index: number): number | null {
  const prep = clauses.phrases[index + 1]
  return prep?.kind === 'prep' && prep.word === 'of' && clauses.phrases[index + 2]?.kind === 'np' ? index + 2 : null
}

export function spanOf(doc: Doc, first: number, end: number): Span {
  return [doc.tokens.start[first] ?? 0, doc.tokens.end[end - 1] ?? 0]
}

const NAMED: ReadonlySet<string> = new Set(['country', 'nationality', 'bloc', 'organisation', 'place', 'group'])

/** Whether an actor can bear arms: by its head, or because it is a state or a body. */
export function isArmed(found: Found): boolean {
  return ARMED.has(found.head) || NAMED.has(found.kind) || found.head === 'government'
}

export function isCrowd(found: Found): boolean {
  return CROWD.has(found.head) || (!ARMED.has(found.head) && (found.kind === 'organisation' || found.kind === 'group'))
}

export function isState(found: Found): boolean {
  return OFFICIAL.has(found.head) || NAMED.has(found.kind)
}
