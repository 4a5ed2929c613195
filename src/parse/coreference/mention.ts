import { type Doc, type Ent, type EntKind, UPOS } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { normaliseName } from '../../text/normalise.ts'
import { GIVEN_NAMES, PERSON_TITLES } from '../entities/name-words.ts'

export type Gender = 'm' | 'f' | 'u'

/** An entity as coreference sees it: its words, number and gender as far as the words tell. */
export interface CorefMention {
  readonly ent: Ent
  readonly kind: EntKind
  /** Lower-case words. */
  readonly words: readonly string[]
  /** Key under which the knowledge files and this text know it. */
  readonly key: string
  readonly sentence: number
  readonly plural: boolean
  readonly gender: Gender
  /** Ids of the actors that the form can mean. */
  readonly actors: readonly string[]
  /** Whether it stands before the sentence's first verb. */
  readonly subject: boolean
  /** Whether it stands inside quotation marks. */
  readonly quoted: boolean
}

/** Builds the mentions of a Doc in order of text. */
export function mentionsOf(doc: Doc, knowledge: Knowledge): readonly CorefMention[] {
  const sentenceOf = sentenceIndex(doc)
  const firstVerb = doc.sentences.map((_, s) => verbAt(doc, s))
  const quoted = quoteDepth(doc)
  return doc.ents.map(ent => {
    const [first, end] = ent.tokens
    const words = wordsOf(doc, first, end)
    const key = normaliseName(doc.text.slice(ent.span[0], ent.span[1]))
    const sentence = sentenceOf[first]!
    return {
      ent,
      kind: ent.kind,
      words,
      key,
      sentence,
      plural: isPlural(ent.kind, words),
      gender: genderOf(doc, ent, words),
      actors: (knowledge.byForm.get(key) ?? []).flatMap(entry =>
        entry.actorId === null || entry.familyOnly ? [] : [entry.actorId],
      ),
      subject: first < firstVerb[sentence]!,
      quoted: quoted[first] === 1,
    }
  })
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

function verbAt(doc: Doc, s: number): number {
  for (let i = doc.firstToken[s]!; i < doc.firstToken[s + 1]!; i++) {
    const tag = UPOS[doc.tokens.upos[i]!]
    if (tag === 'VERB' || tag === 'AUX') return i
  }
  return doc.firstToken[s + 1]!
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

function isPlural(kind: EntKind, words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (kind === 'pronoun') return /^(?:they|them|their|theirs|themselves|we|us|our|ours|ourselves)$/.test(last)
  if (kind === 'group') return last.endsWith('s')
  if (kind === 'role') return /(?:[^s]s|men|women)$/.test(last)
  return kind === 'nationality' && last.endsWith('s')
}

function genderOf(doc: Doc, ent: Ent, words: readonly string[]): Gender {
  if (ent.kind === 'pronoun')
    return /^h(?:e|im|is|imself)$/.test(words[0]!) ? 'm' : /^(?:she|hers?|herself)$/.test(words[0]!) ? 'f' : 'u'
  if (ent.kind === 'role') return roleGender(words)
  if (ent.kind !== 'person') return 'u'
  const first = ent.tokens[0]
  const before = first > 0 ? doc.text.slice(doc.tokens.start[first - 1], doc.tokens.end[first - 1]).toLowerCase() : ''
  const titled = PERSON_TITLES.get(before)
  if (titled === 'm' || titled === 'f') return titled
  const role = roleGender([before])
  return role === 'u' ? (GIVEN_NAMES.get(words[0]!) ?? 'u') : role
}

function roleGender(words: readonly string[]): Gender {
  if (
    words.some(word =>
      /^(?:king|prince|emperor|sultan|pope|businessman|policeman|chairman|spokesman|congressman|actor|strongman)$/.test(
        word,
      ),
    )
  )
    return 'm'
  return words.some(word => /^(?:queen|princess|empress|actress|businesswoman|.*woman)$/.test(word)) ? 'f' : 'u'
}
