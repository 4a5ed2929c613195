import { type Doc, type Ent, type EntKind, UPOS } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { Span } from '../../model/span.ts'
import { normaliseName } from '../../text/normalise.ts'
import type { LinkVectors } from '../decode/link-vectors.ts'
import { GIVEN_NAMES, PERSON_TITLES } from '../entities/name-words.ts'
import { wordsOfHead } from './span-of-head.ts'
import type { Tree } from './tree.ts'

export type Gender = 'm' | 'f' | 'u'

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
  /** The entity's kind; for others a noun, name or pronoun by its tag, `pair` for "Ana and Ben" beside "Ana". */
  readonly kind: EntKind | 'noun' | 'name' | 'other' | 'pair'
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
  const quoted = quoteDepth(doc)
  const out: CorefMention[] = []
  for (const [head, { ent, row }] of heads) {
    const [first, end] = ent?.tokens ?? wordsOfHead(doc, tree, head, false)
    const words = wordsOf(doc, first, ent === null ? head + 1 : end)
    const kind = ent?.kind ?? kindOf(doc, head)
    const key = ent === null ? '' : normaliseName(doc.text.slice(ent.span[0], ent.span[1]))
    const entries = ent === null ? [] : (knowledge.byForm.get(key) ?? [])
    const base = {
      head,
      tokens: [first, end] as const,
      span: [doc.tokens.start[first]!, doc.tokens.end[end - 1]!] as const,
      sentence: sentenceOf[head]!,
      subject: doc.tokens.deprel[head]!.startsWith('nsubj'),
      quoted: quoted[head] === 1,
    }
    out.push({
      ...base,
      ent,
      kind,
      row,
      words,
      key,
      plural: isPlural(doc, kind, head, words),
      gender: genderOf(doc, kind, first, words, knowledge),
      actors: entries.flatMap(entry => (entry.actorId === null || entry.familyOnly ? [] : [entry.actorId])),
    })
    if (hasConjunct(doc, tree, head))
      out.push({ ...base, ent: null, kind: 'pair', row: -1, words: [], key: '', plural: true, gender: 'u', actors: [] })
  }
  return out
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

function kindOf(doc: Doc, head: number): CorefMention['kind'] {
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

function sentenceIndex(doc: Doc): Int32Array {
  const index = new Int32Array(doc.tokens.length)
  for (let s = 0; s < doc.sentences.length; s++) index.fill(s, doc.firstToken[s]!, doc.firstToken[s + 1]!)
  return index
}

/** 1 for words between quotation marks of a paragraph; a mark left open ends with its paragraph. */
function quoteDepth(doc: Doc): Uint8Array {
  const inside = new Uint8Array(doc.tokens.length)
  let open = false
  for (let i = 0; i < doc.tokens.length; i++) {
    if (i > 0 && doc.text.slice(doc.tokens.end[i - 1], doc.tokens.start[i]).includes('\n')) open = false
    const form = doc.text.slice(doc.tokens.start[i], Math.min(doc.tokens.end[i]!, doc.tokens.start[i]! + 2))
    if (form === '“' || form === '``') open = true
    else if (form === '”') open = false
    else if (form === '"' || form === "''") open = !open
    inside[i] = open ? 1 : 0
  }
  return inside
}

function isPlural(doc: Doc, kind: CorefMention['kind'], head: number, words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (kind === 'pronoun')
    return /^(?:they|them|their|theirs|themselves|we|us|our|ours|ourselves|these|those)$/.test(last)
  if (kind === 'group') return last.endsWith('s')
  if (kind === 'role') return /(?:[^s]s|men|women)$/.test(last)
  if (kind === 'nationality') return last.endsWith('s')
  return kind === 'noun' && doc.tokens.feats[head]!.includes('Number=Plur')
}

function genderOf(
  doc: Doc,
  kind: CorefMention['kind'],
  first: number,
  words: readonly string[],
  knowledge: Knowledge,
): Gender {
  const own = words[0] ?? ''
  if (kind === 'pronoun')
    return /^h(?:e|im|is|imself)$/.test(own) ? 'm' : /^(?:she|hers?|herself)$/.test(own) ? 'f' : 'u'
  if (kind === 'role' || kind === 'noun') return roleGender(words)
  if (kind !== 'person') return 'u'
  const before = first > 0 ? doc.text.slice(doc.tokens.start[first - 1], doc.tokens.end[first - 1]).toLowerCase() : ''
  const titled = PERSON_TITLES.get(before)
  if (titled === 'm' || titled === 'f') return titled
  const role = roleGender([before])
  if (role !== 'u') return role
  // A family name alone says nothing, even where it is also a given name.
  return words.length < 2 ? 'u' : (knowledge.givenNames.get(own) ?? GIVEN_NAMES.get(own) ?? 'u')
}

function roleGender(words: readonly string[]): Gender {
  if (
    words.some(word =>
      /^(?:king|prince|emperor|sultan|pope|man|boy|father|husband|son|brother|uncle|(?:business|police|chair|spokes|congress|crafts|sports|fire)man|actor|strongman)$/.test(
        word,
      ),
    )
  )
    return 'm'
  return words.some(word =>
    /^(?:queen|princess|empress|actress|girl|mother|wife|daughter|sister|aunt|.*woman)$/.test(word),
  )
    ? 'f'
    : 'u'
}
