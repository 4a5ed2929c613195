import type { Doc } from '../../model/doc.ts'
import type { TimeExpression } from '../../model/expressions.ts'
import type { Predicate } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { lemmaOf, tokenAt } from '../doc-cursor.ts'
import { isEventNoun, type PredicateKind, predicateKind } from './is-predicate.ts'
import { nounArguments } from './noun-arguments.ts'
import { CARRYING } from './noun-under-verb.ts'
import type { Scene } from './participants.ts'
import { phraseSpan } from './phrase-spans.ts'
import { predicateStatus } from './predicate-status.ts'
import { childBy, treeOf } from './tree.ts'
import { verbArguments } from './verb-arguments.ts'

/** Words between "be" and its adjective, at most, for both to be one trigger. */
const NEAR = 3

/**
 * Every verbal and nominal predicate of a text with who does it and who undergoes it, whatever it tells, in order of text.
 * Arguments are the full phrases of the sentence's own words; pronouns are not replaced. Linear in the text: what a
 * lookup through clauses costs is bounded.
 */
export function findPredicates(doc: Doc, times: readonly TimeExpression[]): Predicate[] {
  return readPredicates(doc, times).predicates
}

/** The predicates of a text and the scene they were read in, in which the status of any word can be asked. */
export function readPredicates(
  doc: Doc,
  times: readonly TimeExpression[],
): { readonly scene: Scene; readonly predicates: Predicate[] } {
  const scene = sceneOf(doc, times)
  const kinds: (PredicateKind | null)[] = []
  for (let k = 0; k < doc.tokens.length; k++) {
    const kind = scene.time[k] === 1 && scene.ent[k] === -1 ? null : predicateKind(scene.tree, k)
    kinds.push(kind)
    if (kind === 'nominal' || (kind === 'copular' && isEventNoun(scene.tree, k))) scene.nominal[k] = 1
  }
  const out: Predicate[] = []
  kinds.forEach((kind, token) => {
    if (kind !== null) out.push(predicateOf(scene, token, kind))
    // "it was the first summit": both the saying so and the summit
    if (kind === 'copular' && scene.nominal[token] === 1) out.push(predicateOf(scene, token, 'nominal'))
  })
  return { scene, predicates: out.sort((a, b) => a.trigger[0] - b.trigger[0]) }
}

function predicateOf(scene: Scene, token: number, kind: PredicateKind): Predicate {
  const { actors, recipients } =
    kind === 'nominal' ? nounArguments(scene, token) : verbArguments(scene, token, kind === 'copular')
  const { status, negated, future } = predicateStatus(scene, token)
  const side = (tokens: readonly number[]): { span: Span }[] =>
    tokens.map(one => ({ span: phraseSpan(scene.tree, one) }))
  return {
    trigger: triggerOf(scene, token, kind),
    kind: kind === 'verbal' && isLight(scene, token) ? 'light' : kind,
    type: null,
    actors: side(actors),
    recipients: side(recipients),
    status,
    negated,
    future,
  }
}

/** "Held talks": the verb only says when and whether. */
function isLight(scene: Scene, verb: number): boolean {
  if (!CARRYING.has(lemmaOf(scene.doc, verb))) return false
  const object = childBy(scene.tree, verb, 'obj', 'nsubj:pass')
  return object >= 0 && scene.nominal[object] === 1
}

/** The word itself; of a clause with "be" that verb, with the adjective where it stands near. */
function triggerOf(scene: Scene, token: number, kind: PredicateKind): Span {
  const { start, end } = scene.doc.tokens
  const copula = kind === 'copular' ? childBy(scene.tree, token, 'cop') : -1
  if (copula < 0) return [start[token]!, end[token]!]
  const adjective = scene.doc.tokens.xpos[token]?.startsWith('JJ') === true
  const both = adjective && copula < token && token - copula <= NEAR
  return [start[copula]!, end[both ? token : copula]!]
}

/** The tree of a text and which of its words belong to times and entities. */
export function sceneOf(doc: Doc, times: readonly TimeExpression[]): Scene {
  const { length } = doc.tokens
  const time = new Uint8Array(length)
  const ent = new Int32Array(length).fill(-1)
  doc.ents.forEach((one, index) => {
    if (one.kind === 'time' || one.kind === 'amount' || one.kind === 'pronoun') return
    for (let k = one.tokens[0]; k < one.tokens[1]; k++) if (ent[k] === -1) ent[k] = index
  })
  for (const { span } of times)
    for (let k = tokenAt(doc, span[0]); k < length && doc.tokens.start[k]! < span[1]; k++) time[k] = 1
  return { tree: treeOf(doc), doc, time, ent, nominal: new Uint8Array(length) }
}
