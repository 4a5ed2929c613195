import type { Doc } from '../../model/doc.ts'
import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import type { VerbGroup } from './phrase.ts'

const MODALS: ReadonlySet<string> = new Set([
  'will',
  'shall',
  'would',
  'could',
  'can',
  'may',
  'might',
  'should',
  'must',
  "'ll",
  '’ll',
  'wo',
  'ca',
  "'d",
  '’d',
  'ought',
])
const NEGATIONS: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'cannot'])

/**
 * The verb group that begins at a token ("to", auxiliaries, adverbs between, main verb), or null. A word inside an
 * entity is no verb. Only the first main verb is taken: "agreed to send" is two groups.
 */
export function readVerbGroup(doc: Doc, start: number, end: number, ent: Int32Array): VerbGroup | null {
  const infinitive =
    formOf(doc, start).toLowerCase() === 'to' && isVerbal(doc, skipAdverbs(doc, start + 1, end), end, ent)
  if (!infinitive && !isVerbal(doc, start, end, ent)) return null
  const state = { modal: null as string | null, negated: false, perfect: false, be: false, aux: false }
  let k = infinitive ? start + 1 : start
  let head = -1
  for (; k < end; k++) {
    const word = formOf(doc, k).toLowerCase()
    if (NEGATIONS.has(word)) {
      state.negated = true
      if (word === 'cannot') state.modal = 'can'
      if (word === 'cannot') head = k
      continue
    }
    const tag = uposOf(doc, k)
    if (tag === 'ADV' && verbAhead(doc, k + 1, end, ent)) continue
    if ((ent[k] ?? -1) >= 0) break
    if (tag === 'AUX' || MODALS.has(word)) {
      auxiliary(state, word, lemmaOf(doc, k))
      head = k
      continue
    }
    if (tag !== 'VERB') break
    // "has" and "was" tagged as verbs before another verb are auxiliaries all the same
    if (isHelper(lemmaOf(doc, k)) && verbAhead(doc, k + 1, end, ent)) {
      auxiliary(state, word, lemmaOf(doc, k))
      head = k
      continue
    }
    return group(doc, start, k, infinitive, state)
  }
  return head < 0 ? null : group(doc, start, head, infinitive, state, true)
}

type State = { modal: string | null; negated: boolean; perfect: boolean; be: boolean; aux: boolean }

function auxiliary(state: State, word: string, lemma: string): void {
  state.aux = true
  if (MODALS.has(word))
    state.modal =
      word === "'ll" || word === '’ll' || word === 'wo'
        ? 'will'
        : word === "'d" || word === '’d'
          ? 'would'
          : word === 'ca'
            ? 'can'
            : word
  else if (lemma === 'have') state.perfect = true
  else if (lemma === 'be' || lemma === 'get') state.be = true
}

function group(
  doc: Doc,
  first: number,
  head: number,
  infinitive: boolean,
  state: State,
  copula: boolean = false,
): VerbGroup {
  const form = formOf(doc, head).toLowerCase()
  const ing = form.endsWith('ing')
  return {
    kind: 'vg',
    first,
    end: head + 1,
    head,
    passive: !copula && state.be && !ing,
    progressive: state.be && ing,
    infinitive,
    gerund: ing && !state.be && !copula,
    bare: !state.aux && !infinitive && !ing && form !== lemmaOf(doc, head) && !form.endsWith('s'),
    negated: state.negated,
    modal: state.modal,
    perfect: state.perfect,
  }
}

function isHelper(lemma: string): boolean {
  return lemma === 'have' || lemma === 'be' || lemma === 'get' || lemma === 'do'
}

function skipAdverbs(doc: Doc, from: number, end: number): number {
  let k = from
  while (k < end && k < from + 2 && uposOf(doc, k) === 'ADV') k++
  return k
}

function isVerbal(doc: Doc, k: number, end: number, ent: Int32Array): boolean {
  if (k >= end || (ent[k] ?? -1) >= 0) return false
  const tag = uposOf(doc, k)
  return tag === 'VERB' || tag === 'AUX'
}

/** A verb within three words, only adverbs and negations between. */
function verbAhead(doc: Doc, from: number, end: number, ent: Int32Array): boolean {
  for (let k = from; k < Math.min(end, from + 3); k++) {
    if (isVerbal(doc, k, end, ent)) return true
    if (uposOf(doc, k) !== 'ADV' && !NEGATIONS.has(formOf(doc, k).toLowerCase())) return false
  }
  return false
}
