import type { Doc } from '../../model/doc.ts'
import type { Span } from '../../model/span.ts'
import { lemmaOf, uposOf } from '../doc-cursor.ts'
import type { Scene } from '../predicates/participants.ts'
import { phraseSpan } from '../predicates/phrase-spans.ts'
import { caseOf, childBy, childrenBy, childrenOf } from '../predicates/tree.ts'
import { subjectOf } from '../predicates/verb-arguments.ts'
import type { AmountWords } from './amount-words.ts'

/** What owners are looked up with. */
export interface Owners {
  readonly scene: Scene
  readonly words: AmountWords
  /** Names of states and of what belongs to them ("Swedish"), by their words. */
  readonly states: ReadonlyMap<number, Span>
  /** Owners found before: in a list of thousands everything asks the first of it. */
  readonly known: Map<number, Span | null>
}

/** Words of a text that name states and what belongs to them, also inside longer names ("14 Swedish soldiers"). */
export function stateWords(doc: Doc): ReadonlyMap<number, Span> {
  const out = new Map<number, Span>()
  for (const { kind, tokens, span } of doc.ents)
    if (kind === 'nationality' || kind === 'country') for (let k = tokens[0]; k < tokens[1]; k++) out.set(k, span)
  return out
}

/** Nouns that an amount hangs on ("a fleet of 45 submarines", "a range of 300 km") up to the verb, at most. */
const DEEPEST = 4

/**
 * Whose an amount is: the owner of the noun that it counts ("Japan's 58 destroyers"), the state whose name modifies it
 * ("14 Swedish soldiers"), the subject of a verb of having or losing ("the army has 5,000 tanks"). Null where the words
 * name nobody; sending, buying or firing is not having.
 */
export function ownerOf(owners: Owners, token: number, lost: boolean, unit: Span | null): Span | null {
  const { scene, words } = owners
  const { doc } = scene
  let word = token
  for (let k = 0; k < DEEPEST && word >= 0; k++) {
    const own = possessor(owners, word)
    // "20,000 Pakistani rupees" are not Pakistan's
    if (own) return unit && unit[0] <= own[0] && own[1] <= unit[1] ? null : own
    const head = doc.tokens.head[word] ?? -1
    if (head < 0) return null
    const relation = doc.tokens.deprel[word] ?? ''
    if (relation === 'conj' && isNominal(scene, head) && childBy(scene.tree, head, 'nummod') >= 0) word = head
    else if (relation === 'nmod' && isNominal(scene, head) && /^(?:of|at)$/.test(caseOf(scene.tree, word) ?? ''))
      word = head
    else return ofVerb(scene, words, word, head, relation, lost)
  }
  return null
}

function isNominal(scene: Scene, token: number): boolean {
  return /^(?:NOUN|PROPN|NUM|SYM)$/.test(uposOf(scene.doc, token))
}

/** The phrase of somebody without the "'s" that ends it. */
export function ownerPhrase(scene: Scene, token: number): Span {
  const [start, end] = phraseSpan(scene.tree, token)
  const tail = /['’]s?$/.exec(scene.doc.text.slice(start, end))
  return [start, end - (tail?.[0].length ?? 0)]
}

function possessor(owners: Owners, noun: number): Span | null {
  const before = owners.known.get(noun)
  if (before !== undefined) return before
  const found = findPossessor(owners, noun)
  owners.known.set(noun, found)
  return found
}

function findPossessor({ scene, states }: Owners, noun: number): Span | null {
  const { doc, tree } = scene
  const owner = childBy(tree, noun, 'nmod:poss')
  if (owner >= 0) return ownerPhrase(scene, owner)
  for (const child of childrenOf(tree, noun)) {
    if (!/^(?:amod|compound)$/.test(doc.tokens.deprel[child] ?? '') || child > noun) continue
    const state = states.get(child)
    if (state) return state
  }
  return null
}

function ofVerb(
  scene: Scene,
  words: AmountWords,
  noun: number,
  verb: number,
  relation: string,
  lost: boolean,
): Span | null {
  const { doc, tree } = scene
  const lemma = lemmaOf(doc, verb)
  const belongs = lemma === 'belong' && relation === 'nsubj'
  if (belongs) {
    const to = childrenBy(tree, verb, 'obl').find(child => caseOf(tree, child) === 'to')
    return to === undefined ? null : phraseSpan(tree, to)
  }
  if (relation !== 'obj' && !(relation === 'xcomp' && lemma === 'have')) return null
  if (!words.owners.has(lemma) && !(lost && lemma === 'lose')) return null
  const [subject] = subjectOf(scene, verb, 0)
  return subject === undefined || subject === noun ? null : phraseSpan(tree, subject)
}
