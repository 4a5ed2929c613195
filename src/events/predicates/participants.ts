import type { Doc, EntKind } from '../../model/doc.ts'
import { formOf, lemmaOf, nounLemma, uposOf } from '../doc-cursor.ts'
import { ABSTRACT_ENDING, ABSTRACT_NOUNS, CONCRETE_ALL_THE_SAME } from './abstract-nouns.ts'
import { EVENT_NOUNS, SOMETIMES_EVENTS } from './event-nouns.ts'
import { childBy, childrenOf, relationOf, type Tree } from './tree.ts'

/** What the predicates of one text are found with: its tree, and which words belong to a time or to which entity. */
export interface Scene {
  readonly tree: Tree
  readonly doc: Doc
  /** 1 for the words of time expressions. */
  readonly time: Uint8Array
  /** Index into `doc.ents` of the longest entity that a word belongs to; -1 when none. */
  readonly ent: Int32Array
  /** Tokens of nominal predicates, 1 each. */
  readonly nominal: Uint8Array
}

const RELATIVE = /^(?:who|whom|which|that|whose|where|when|what)$/i
/** Pronouns that stand for somebody or something told of elsewhere. */
const PERSONAL =
  /^(?:i|we|you|he|she|they|it|me|us|him|her|them|himself|herself|itself|themselves|ourselves|myself|both|some|many|others|each|all|one|everyone|everybody|anyone|anybody|someone|somebody|nobody|none|another|several|most)$/i

/** Whether a word points back at what its clause hangs on. */
export function isRelative(doc: Doc, token: number): boolean {
  const tag = uposOf(doc, token)
  return (tag === 'PRON' || tag === 'DET' || tag === 'SCONJ' || tag === 'ADV') && RELATIVE.test(formOf(doc, token))
}

/**
 * Whether a word can head a participant: somebody or something in the world (a person, body, place, thing, sum of
 * money), not a time, a quality, or a doing that is a predicate itself.
 */
export function isParticipant(scene: Scene, token: number): boolean {
  const { doc } = scene
  if (scene.time[token] === 1 && (scene.ent[token] ?? -1) < 0) return false
  switch (uposOf(doc, token)) {
    case 'PROPN':
      return scene.nominal[token] === 0
    case 'PRON':
      return PERSONAL.test(formOf(doc, token)) && !isExpletive(scene, token)
    case 'NOUN':
      return isThing(scene, token)
    case 'NUM':
      return scene.time[token] === 0 && childBy(scene.tree, token, 'nmod') >= 0
    case 'ADJ':
      return childBy(scene.tree, token, 'det') >= 0 && relationOf(doc, token) !== 'amod'
    case 'DET':
      return PERSONAL.test(formOf(doc, token))
    case 'SYM':
      return true
    case 'X':
      return true
    default:
      return false
  }
}

function isThing(scene: Scene, token: number): boolean {
  const { doc } = scene
  const kind = doc.ents[scene.ent[token] ?? -1]?.kind
  if (kind !== undefined && kind !== 'time' && kind !== 'amount') return true
  const lemma = nounLemma(doc, token)
  if (scene.nominal[token] === 1 || EVENT_NOUNS.has(lemma) || ABSTRACT_NOUNS.has(lemma)) return false
  if (CONCRETE_ALL_THE_SAME.has(lemma)) return true
  return !ABSTRACT_ENDING.test(lemma) || SOMETIMES_EVENTS.has(lemma)
}

const SOMEBODY: ReadonlySet<EntKind> = new Set([
  'person',
  'organisation',
  'country',
  'nationality',
  'bloc',
  'group',
  'role',
])

/** Whether a word belongs to the name or title of somebody: a person, a body, a state. */
export function isSomebody(scene: Scene, token: number): boolean {
  const kind = scene.doc.ents[scene.ent[token] ?? -1]?.kind
  return kind !== undefined && SOMEBODY.has(kind)
}

/** "It" of "it is clear that", "it rained". */
function isExpletive(scene: Scene, token: number): boolean {
  if (lemmaOf(scene.doc, token) !== 'it') return false
  if (scene.doc.tokens.deprel[token] === 'expl') return true
  const head = scene.doc.tokens.head[token] ?? -1
  if (head < 0 || relationOf(scene.doc, token) !== 'nsubj') return false
  if (/^(?:rain|snow|hail|thunder)$/.test(lemmaOf(scene.doc, head))) return true
  // "it is likely that …", "it was announced that …": the clause is the subject
  for (const child of childrenOf(scene.tree, head)) {
    const relation = scene.doc.tokens.deprel[child] ?? ''
    if (relation.startsWith('csubj')) return true
  }
  return false
}
