import { type Doc, type Ent, UPOS } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Span } from '../../model/span.ts'
import { normaliseName } from '../../text/normalise.ts'
import type { LinkVectors } from '../decode/link-vectors.ts'
import { type Gender, genderOf, isPlural, type MentionKind, quoteRuns, sentenceIndex } from './mention-facts.ts'
import { wordsOfHead } from './span-of-head.ts'
import type { Tree } from './tree.ts'

/**
 * Log-odds from which a word that no entity has for its head is a candidate. Chosen with the reader: in training,
 * candidates were taken from the same value on (train/heads/coreference.py).
 */
export const MENTION_FROM = -1.5

/** Something that may refer, known by its head word: an entity, a word the reader holds for a mention's head, or both. */
export interface CorefMention {
  /** Absolute index of the head word. */
  readonly head: number
  readonly ent: Ent | null
  readonly kind: MentionKind
  /** First and last word, half-open: the entity's own, else the mention's by the tree. */
  readonly tokens: readonly [first: number, end: number]
  readonly span: Span
  /** Row in the reader's LinkVectors; -1 where it has none. */
  readonly row: number
  /** Lower-case words, the head last unless it is a name. */
  readonly words: readonly string[]
  /** Key under which the knowledge files and this text know it. */
  readonly key: string
  readonly sentence: number
  readonly plural: boolean
  readonly gender: Gender
  /** Whether a pronoun, a title or a noun tells the gender; a given name tells it mostly. */
  readonly sureGender: boolean
  /** Ids of the actors that the form can mean. */
  readonly actors: readonly string[]
  /** Whether it is its clause's subject. */
  readonly subject: boolean
  /** Whether it stands inside quotation marks. */
  readonly quoted: boolean
}

const ADJ = UPOS.indexOf('ADJ')
const VERB = UPOS.indexOf('VERB')
const AUX = UPOS.indexOf('AUX')
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
const PRON = UPOS.indexOf('PRON')
const DET = UPOS.indexOf('DET')

/** Builds the mentions of a Doc in order of their heads; the pair that a first conjunct stands in follows it. */
export function mentionsOf(
  doc: Doc,
  knowledge: Knowledge,
  tree: Tree,
  links: LinkVectors | null,
): readonly CorefMention[] {
  const heads = headsOf(doc, links)
  const sentenceOf = sentenceIndex(doc)
  const quoted = quoteRuns(doc)
  const out: CorefMention[] = []
  for (const [head, { ent, row }] of heads) {
    const [first, end] = ent?.tokens ?? wordsOfHead(doc, tree, head, false)
    const span = [doc.tokens.start[first]!, doc.tokens.end[end - 1]!] as const
    const words = wordsOf(doc, first, ent === null ? head + 1 : end)
    const kind = ent?.kind ?? kindOf(doc, head)
    const key = ent === null || kind === 'pronoun' ? '' : normaliseName(doc.text.slice(span[0], span[1]))
    const entries = key === '' ? [] : (knowledge.byForm.get(key) ?? [])
    const mention: CorefMention = {
      head,
      ent,
      kind,
      tokens: [first, end],
      span,
      row,
      words,
      key,
      sentence: sentenceOf[head]!,
      plural: isPlural(doc, kind, head, words),
      ...genderOf(doc, kind, first, words, knowledge),
      actors: entries.flatMap(entry => (entry.actorId === null || entry.familyOnly ? [] : [entry.actorId])),
      subject: doc.tokens.deprel[head]!.startsWith('nsubj'),
      quoted: quoted[head] !== 0,
    }
    out.push(mention)
    if (hasConjunct(doc, tree, head)) out.push(pairOf(mention))
  }
  return out
}

/** What the first conjunct stands in, all conjuncts together; found by its tree, not by the reader. */
function pairOf(first: CorefMention): CorefMention {
  return { ...first, ent: null, kind: 'pair', row: -1, words: [], key: '', plural: true, gender: 'u', actors: [] }
}

/** Head words in order, each with the entity and the row of the reader's vectors that it has. */
function headsOf(
  doc: Doc,
  links: LinkVectors | null,
): readonly (readonly [number, { ent: Ent | null; row: number }])[] {
  const heads = new Map<number, { ent: Ent | null; row: number }>()
  for (const ent of doc.ents) {
    if (ent.kind === 'time' || ent.kind === 'amount') continue
    const head = headOf(doc, ent.tokens)
    if (isEmpty(doc, head) || (ent.kind === 'nationality' && doc.tokens.upos[head] === ADJ)) continue
    const before = heads.get(head)?.ent
    // Of two entities with one head, the longer: it has the words of the other.
    if (before == null || before.tokens[1] - before.tokens[0] < ent.tokens[1] - ent.tokens[0])
      heads.set(head, { ent, row: -1 })
  }
  links?.words.forEach((word, row) => {
    const known = heads.get(word)
    if (known !== undefined) known.row = row
    else if (links.mention[row]! > MENTION_FROM && !isEmpty(doc, word)) heads.set(word, { ent: null, row })
  })
  return [...heads].sort((a, b) => a[0] - b[0])
}

/** "It rains", "there is": words that stand for nothing. */
function isEmpty(doc: Doc, head: number): boolean {
  return doc.tokens.deprel[head]!.startsWith('expl')
}

/** The first word of a range whose head lies outside. */
function headOf(doc: Doc, [first, end]: readonly [number, number]): number {
  for (let i = first; i < end; i++) {
    const head = doc.tokens.head[i]!
    if (head < first || head >= end) return i
  }
  return end - 1
}

function kindOf(doc: Doc, head: number): MentionKind {
  const tag = doc.tokens.upos[head]
  if (tag === NOUN) return 'noun'
  if (tag === PROPN) return 'name'
  return tag === PRON || tag === DET ? 'pronoun' : 'other'
}

function hasConjunct(doc: Doc, tree: Tree, head: number): boolean {
  const tag = doc.tokens.upos[head]
  if (tag === VERB || tag === AUX) return false
  for (let kid = tree.firstKid[head]!; kid !== -1; kid = tree.nextKid[kid]!)
    if (doc.tokens.deprel[kid] === 'conj') return true
  return false
}

function wordsOf(doc: Doc, first: number, end: number): string[] {
  const words: string[] = []
  for (let i = first; i < end; i++) words.push(doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]).toLowerCase())
  return words
}
