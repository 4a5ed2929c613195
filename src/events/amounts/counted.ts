import type { Span } from '../../model/span.ts'
import { formOf, lemmaOf, nounLemma, tokenAt, uposOf } from '../doc-cursor.ts'
import type { Scene } from '../predicates/participants.ts'
import { phraseSpan } from '../predicates/phrase-spans.ts'
import { caseOf, childBy, childrenOf, relationOf } from '../predicates/tree.ts'
import type { AmountWords, Meaning } from './amount-words.ts'
import type { AmountPhrase } from './phrases.ts'

/** What an amount counts, in the tree. */
export interface Counted {
  /** The word of the amount that hangs on what is outside it. */
  readonly root: number
  /** Head noun of what is counted or measured; -1 when none. */
  readonly head: number
  /** The words for it, without the number. */
  readonly span: Span | null
  /** What it is a share or part of. */
  readonly of: Span | null
  /** The noun hangs on the number ("hundreds of people"), not the number on the noun. */
  readonly below: boolean
}

/** Words between a number and its noun, at most. */
const FAR = 8

/** What a phrase counts: the noun it is a number of, or the noun behind "of". */
export function countedBy(scene: Scene, phrase: AmountPhrase): Counted {
  const { doc } = scene
  const first = tokenAt(doc, Math.min(phrase.number[0], phrase.unitSpan?.[0] ?? phrase.number[0]))
  const stop = phrase.unitSpan === null ? phrase.number[1] : Math.max(phrase.number[1], phrase.unitSpan[1])
  let end = first
  while (end < doc.tokens.length && doc.tokens.start[end]! < stop) end++
  const root = rootOf(scene, first, end)
  const below = behindOf(scene, root, end)
  if (below >= 0) return ofPhrase(scene, phrase, root, below)
  if (phrase.kind === 'share' && phrase.unit === 'share') return partOf(scene, root, end)
  const head = nounOf(scene, phrase, root, end)
  return {
    root,
    head,
    span: head < 0 ? null : wordsTo(scene, pastHyphen(scene, end, head), head),
    of: null,
    below: false,
  }
}

/** The last word of a range that hangs outside it. */
function rootOf(scene: Scene, first: number, end: number): number {
  const { head } = scene.doc.tokens
  for (let k = end - 1; k >= first; k--) if (head[k]! < first || head[k]! >= end) return k
  return first
}

/** The noun that "of" joins to a word of the amount: "hundreds of people", "2 % of GDP", "12 of the ships". */
function behindOf(scene: Scene, root: number, end: number): number {
  const { doc, tree } = scene
  if (formOf(doc, end).toLowerCase() !== 'of') return -1
  for (const child of childrenOf(tree, root)) {
    const relation = relationOf(doc, child)
    if (child > end && (relation === 'nmod' || relation === 'obl') && caseOf(tree, child) === 'of') return child
  }
  // the parser hung the phrase elsewhere: the noun behind "of" all the same
  const governor = doc.tokens.head[end] ?? -1
  return governor > end && governor <= end + FAR && /^(?:NOUN|PROPN|PRON|NUM)$/.test(uposOf(doc, governor))
    ? governor
    : -1
}

function ofPhrase(scene: Scene, phrase: AmountPhrase, root: number, head: number): Counted {
  const whole = phraseSpan(scene.tree, head)
  const share = phrase.class === 'share'
  const definite = isDefinite(scene, head)
  const start = tokenAt(scene.doc, whole[0])
  const of: Span = [Math.max(whole[0], afterOf(scene, start, head)), Math.max(whole[1], scene.doc.tokens.end[head]!)]
  if (share) return { root, head: -1, span: null, of, below: true }
  return {
    root,
    head,
    span: wordsTo(scene, start, head),
    of: definite && phrase.unitSpan === null ? of : null,
    below: true,
  }
}

/** The phrase of a noun without the preposition before it. */
function afterOf(scene: Scene, start: number, head: number): number {
  const first = start < head && uposOf(scene.doc, start) === 'ADP' ? start + 1 : start
  return scene.doc.tokens.start[first]!
}

function isDefinite(scene: Scene, head: number): boolean {
  const { doc, tree } = scene
  if (uposOf(doc, head) === 'PRON' || childBy(tree, head, 'nmod:poss') >= 0) return true
  const determiner = childBy(tree, head, 'det')
  return determiner >= 0 && /^(?:the|these|those|this|that)$/i.test(formOf(doc, determiner))
}

/** "One in five households", "half the crew", "half its budget". */
function partOf(scene: Scene, root: number, end: number): Counted {
  const { doc } = scene
  const none = { root, head: -1, span: null, of: null, below: true }
  for (let k = end; k < doc.tokens.length && k < end + FAR; k++) {
    const tag = uposOf(doc, k)
    if (tag === 'NOUN' || tag === 'PROPN') {
      if (isModifier(scene, k)) continue
      return { ...none, of: [doc.tokens.start[end]!, doc.tokens.end[k]!] }
    }
    if (!/^(?:DET|ADJ|PRON|NUM|PART)$/.test(tag) && !isModifier(scene, k)) return none
  }
  return none
}

function isModifier(scene: Scene, token: number): boolean {
  const head = scene.doc.tokens.head[token] ?? -1
  return (
    head > token &&
    head <= token + FAR &&
    /^(?:amod|compound|nmod:poss|nummod|flat)$/.test(scene.doc.tokens.deprel[token] ?? '')
  )
}

/** The noun that a number, or a number with its unit, stands before. */
function nounOf(scene: Scene, phrase: AmountPhrase, root: number, end: number): number {
  const { doc } = scene
  const head = doc.tokens.head[root] ?? -1
  const relation = relationOf(doc, root)
  const measured = phrase.unitSpan !== null
  if (head >= end && head <= end + FAR && /^(?:nummod|amod|compound|nmod|det|advmod|dep)$/.test(relation)) {
    const noun = attributeOf(scene, head)
    if (noun >= end && (!measured || uposOf(doc, noun) === 'NOUN')) return isNear(scene, end, noun) ? noun : -1
  }
  return measured ? -1 : scan(scene, end)
}

/** "1,000-bed hospital": where what is counted begins behind the noun that a hyphen joins to the number. */
function pastHyphen(scene: Scene, end: number, head: number): number {
  const joined = formOf(scene.doc, end) === '-' && scene.doc.tokens.end[end - 1] === scene.doc.tokens.start[end]
  return joined && end + 2 <= head ? end + 2 : end
}

/** "30,000-strong force": the number hangs on "strong", and that on what is counted. */
function attributeOf(scene: Scene, token: number): number {
  const { doc } = scene
  let word = token
  for (let k = 0; k < 3; k++) {
    const tag = uposOf(doc, word)
    const head = doc.tokens.head[word] ?? -1
    const hyphen = formOf(doc, word - 1) === '-' || /-/.test(formOf(doc, word))
    if ((tag === 'NOUN' || tag === 'PROPN') && !(hyphen && isModifier(scene, word))) return word
    if (head <= word || !isModifier(scene, word)) return tag === 'NOUN' || tag === 'PROPN' ? word : -1
    word = head
  }
  return -1
}

/** The head of the noun group right behind a number that the parser hung elsewhere. */
function scan(scene: Scene, end: number): number {
  const { doc } = scene
  let found = -1
  for (let k = end; k < doc.tokens.length && k < end + 4; k++) {
    const tag = uposOf(doc, k)
    if (tag === 'NOUN') found = k
    else if (found >= 0 || (tag !== 'ADJ' && tag !== 'PROPN' && formOf(doc, k) !== '-')) break
  }
  return found >= 0 && isNear(scene, end, found) ? found : -1
}

/** No line break, comma or other number between a number and its noun. */
function isNear(scene: Scene, end: number, noun: number): boolean {
  const { start } = scene.doc.tokens
  for (let k = end; k < noun; k++) if (uposOf(scene.doc, k) === 'NUM') return false
  return !/[\n;:]|, /.test(scene.doc.text.slice(scene.doc.tokens.end[end - 1] ?? 0, start[noun]))
}

/** Words before a noun that do not belong to what is counted. */
const LEAD =
  /^(?:of|the|a|an|its|their|his|her|our|my|your|these|those|this|that|more|other|additional|further|extra|such|each|strong|-|'s|’s|as|many)$/i

/** The words of a noun group up to its head, without what leads it in. */
function wordsTo(scene: Scene, from: number, head: number): Span {
  const { doc } = scene
  let first = Math.max(from, head - FAR)
  // the owner of what is counted is not counted
  for (let k = first; k < head; k++) if (/^['’]s?$/.test(formOf(doc, k)) || uposOf(doc, k) === 'NUM') first = k + 1
  while (first < head && (LEAD.test(formOf(doc, first)) || /^(?:ADP|PUNCT|CCONJ)$/.test(uposOf(doc, first)))) first++
  return [doc.tokens.start[first]!, doc.tokens.end[head]!]
}

/** The row for a noun, by its longest name ("patrol boat" before "boat"); null when none. */
export function thingOf(scene: Scene, words: AmountWords, head: number): Meaning | null {
  const { doc } = scene
  const lemma = unitLemma(nounLemma(doc, head))
  let name = lemma
  let best = words.things.get(lemma) ?? words.things.get(formOf(doc, head).toLowerCase()) ?? null
  for (const child of childrenOf(scene.tree, head))
    if (child > head && caseOf(scene.tree, child) === 'of')
      best = words.things.get(`${lemma} of ${nounLemma(doc, child)}`) ?? best
  for (let k = head - 1; k >= 0 && k > head - 3; k--) {
    name = `${k < head - 1 || uposOf(doc, k) === 'NOUN' ? lemmaOf(doc, k) : formOf(doc, k).toLowerCase()} ${name}`
    best = words.things.get(name) ?? best
  }
  return best
}

/** The treebanks disagree about some lemmas; one unit is one word here. */
export function unitLemma(lemma: string): string {
  if (lemma === 'people') return 'person'
  return lemma === 'men' || lemma === 'women' ? lemma.replace(/en$/, 'an') : lemma
}
