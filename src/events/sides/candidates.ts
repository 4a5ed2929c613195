import type { Doc } from '../../model/doc.ts'
import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import { childrenOf, relationOf, type Tree } from '../predicates/tree.ts'

/** How much of what hangs on its head a phrase takes in; `tag`: the network's own span, `ent`: a name's. */
export type PhraseKind = 'full' | 'noconj' | 'norel' | 'noappos' | 'noacl' | 'of' | 'core' | 'nodet' | 'ent' | 'tag'

/** A phrase that may be a side of an event: words [first, end) and the word that the others hang on. */
export interface Candidate {
  readonly first: number
  readonly end: number
  readonly head: number
  readonly kind: PhraseKind
}

const HEADS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'X', 'SYM'])
/** Tags that head a phrase only where a noun would stand. */
const RARELY: ReadonlySet<string> = new Set(['DET', 'NUM', 'X', 'SYM'])
const NOMINAL = /^(?:nsubj|obj|obl|nmod|root|conj)$/

/** What hangs on a noun as a word of the clause, never of the phrase. */
const CLAUSE = new Set(
  'case cc punct mark cop nsubj aux advmod parataxis discourse csubj expl dep orphan ccomp advcl'.split(' '),
)
const LESS: readonly (readonly [PhraseKind, readonly string[]])[] = [
  ['full', []],
  ['noconj', ['conj', 'cc']],
  ['norel', ['conj', 'cc', 'acl:relcl']],
  ['noappos', ['conj', 'cc', 'acl:relcl', 'appos']],
  ['noacl', ['conj', 'cc', 'acl', 'appos']],
]

/**
 * The phrases of a sentence [first, end) that may be a side of an event, in order of text: for every noun the phrase in
 * full and shorter by what annotators leave out (what is joined to it, clauses, apposition, prepositional phrases, the
 * determiner), names, and the network's spans. Linear in the words and their dependents.
 */
export function candidatesOf(doc: Doc, tree: Tree, first: number, end: number): readonly Candidate[] {
  const found = new Map<number, Candidate>()
  const add = (from: number, to: number, head: number, kind: PhraseKind): void => {
    const [a, b] = trimmed(doc, from, to)
    const key = a * 4096 + (b - a)
    if (b > a && !found.has(key)) found.set(key, { first: a, end: b, head, kind })
  }
  const reach = extents(doc, tree, first, end)
  for (let k = first; k < end; k++) if (mayHead(doc, k)) addPhrases(doc, tree, reach, k, add)
  for (const ent of entsIn(doc, first, end))
    if (ent.kind !== 'time' && ent.kind !== 'amount') add(...ent.tokens, headOf(doc, ...ent.tokens), 'ent')
  for (const { tokens } of doc.sides?.spans ?? [])
    if (tokens[0] >= first && tokens[1] <= end) add(...tokens, headOf(doc, ...tokens), 'tag')
  return [...found.values()].sort((a, b) => a.first - b.first || a.end - b.end)
}

/** Entities that begin among the words [first, end): binary search, entities ascend. */
export function entsIn(doc: Doc, first: number, end: number): readonly Doc['ents'][number][] {
  let low = 0
  let high = doc.ents.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (doc.ents[middle]!.tokens[0] < first) low = middle + 1
    else high = middle
  }
  const out: Doc['ents'][number][] = []
  for (let k = low; k < doc.ents.length && doc.ents[k]!.tokens[0] < end; k++) out.push(doc.ents[k]!)
  return out
}

function mayHead(doc: Doc, token: number): boolean {
  const tag = uposOf(doc, token)
  return HEADS.has(tag) && (!RARELY.has(tag) || NOMINAL.test(relationOf(doc, token)))
}

type Add = (first: number, end: number, head: number, kind: PhraseKind) => void

function addPhrases(doc: Doc, tree: Tree, reach: Extents, head: number, add: Add): void {
  const children = [...childrenOf(tree, head)].filter(
    // "both" opens what it joins; other conjunctions stand between
    child => doc.tokens.deprel[child] === 'cc:preconj' || !CLAUSE.has(relationOf(doc, child)),
  )
  const phrase = (kind: PhraseKind, keeps: (child: number) => boolean): void => {
    let low = head
    let high = head + 1
    for (const child of children) {
      if (!keeps(child)) continue
      low = Math.min(low, reach.first[child - reach.from]!)
      high = Math.max(high, reach.end[child - reach.from]!)
    }
    add(low, high, head, kind)
  }
  const not = (without: readonly string[], child: number): boolean =>
    !without.includes(relationOf(doc, child)) && !without.includes(doc.tokens.deprel[child]!)
  for (const [kind, without] of LESS) phrase(kind, child => not(without, child))
  const behind = (child: number): boolean => child > head && /^(?:nmod|obl)$/.test(doc.tokens.deprel[child]!)
  const bare = (child: number): boolean => not(['conj', 'cc', 'acl', 'appos'], child)
  const isOf = (child: number): boolean => [...childrenOf(tree, child)].some(word => lemmaOf(doc, word) === 'of')
  phrase('of', child => bare(child) && (!behind(child) || isOf(child)))
  phrase('core', child => bare(child) && !behind(child))
  phrase('nodet', child => bare(child) && !behind(child) && relationOf(doc, child) !== 'det')
}

/** First word and end of what hangs on each word of a sentence, the word among them. */
interface Extents {
  readonly from: number
  readonly first: Int32Array
  readonly end: Int32Array
}

/** Bottom up along each word's heads; a word's extent changes at most as often as it has words below. */
function extents(doc: Doc, tree: Tree, from: number, end: number): Extents {
  const firsts = Int32Array.from({ length: end - from }, (_, k) => from + k)
  const ends = Int32Array.from({ length: end - from }, (_, k) => from + k + 1)
  const order: number[] = []
  for (let k = from; k < end; k++) if (doc.tokens.head[k]! < from || doc.tokens.head[k]! >= end) order.push(k)
  for (let k = 0; k < order.length; k++)
    for (const child of childrenOf(tree, order[k]!)) if (child >= from && child < end) order.push(child)
  for (let k = order.length - 1; k >= 0; k--) {
    const word = order[k]!
    const head = doc.tokens.head[word]!
    if (head < from || head >= end) continue
    firsts[head - from] = Math.min(firsts[head - from]!, firsts[word - from]!)
    ends[head - from] = Math.max(ends[head - from]!, ends[word - from]!)
  }
  return { from, first: firsts, end: ends }
}

/** Without marks and conjunctions at its ends; a bracket stays with its partner. */
function trimmed(doc: Doc, first: number, end: number): readonly [number, number] {
  let a = first
  let b = end
  while (a < b && isMark(doc, a)) a++
  while (b > a && uposOf(doc, b - 1) === 'PUNCT') {
    if (formOf(doc, b - 1) === ')' && hasBracket(doc, a, b)) break
    b--
  }
  return [a, b]
}

function isMark(doc: Doc, token: number): boolean {
  if (doc.tokens.deprel[token] === 'cc:preconj') return false
  return /^(?:PUNCT|CCONJ)$/.test(uposOf(doc, token)) && !/^["“(]$/.test(formOf(doc, token))
}

function hasBracket(doc: Doc, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (formOf(doc, k) === '(') return true
  return false
}

/** The word of [first, end) that hangs on a word outside it. */
export function headOf(doc: Doc, first: number, end: number): number {
  for (let k = first; k < end; k++) {
    const head = doc.tokens.head[k]!
    if ((head < first || head >= end) && !/^(?:PUNCT|ADP|DET)$/.test(uposOf(doc, k))) return k
  }
  return first
}
