import { type Doc, type EntKind, UPOS } from '../../model/doc.ts'
import type { NameSpan } from '../decode/name-spans.ts'

/** A name found, as a token range. */
export interface NameDraft {
  readonly first: number
  readonly end: number
  readonly kind: EntKind
  /** The network's log-odds for the name; null for what only the knowledge files or the text itself tell. */
  readonly score: number | null
}

/** What the finders of names share: the words as written, what is taken, what the text shows about its own casing. */
export interface Draft {
  readonly doc: Doc
  readonly forms: readonly string[]
  /** Names by their first word. */
  readonly names: Map<number, NameDraft>
  /** First word of the name that a word belongs to, -1 for words of no name. */
  readonly nameAt: Int32Array
  /** Words that the text also writes in lower case. */
  readonly lowercase: ReadonlySet<string>
  /** Sentence of each word. */
  readonly sentenceOf: Int32Array
  /** Sentences whose words are mostly capitalised: headings, where capitals tell nothing. */
  readonly capitalised: readonly boolean[]
}

/** Reads a text's own habits of capitals; finds no names yet. */
export function newDraft(doc: Doc): Draft {
  const { tokens } = doc
  const forms = Array.from({ length: tokens.length }, (_, i) => doc.text.slice(tokens.start[i], tokens.end[i]))
  const lowercase = new Set(forms.filter(form => /^\p{Ll}/u.test(form)))
  const sentenceOf = new Int32Array(tokens.length)
  const capitalised = doc.sentences.map((_, s) => {
    sentenceOf.fill(s, doc.firstToken[s]!, doc.firstToken[s + 1]!)
    return isHeading(forms, doc.firstToken[s]!, doc.firstToken[s + 1]!)
  })
  return {
    doc,
    forms,
    names: new Map(),
    nameAt: new Int32Array(tokens.length).fill(-1),
    lowercase,
    sentenceOf,
    capitalised,
  }
}

/** Capitals on seven in ten of its longer words: a sentence full of names ends in a stop, a heading does not, unless it shouts. */
function isHeading(forms: readonly string[], first: number, end: number): boolean {
  let upper = 0
  let words = 0
  let shout = 0
  for (let i = first; i < end; i++) {
    const form = forms[i]!
    if (!/^\p{L}{4,}/u.test(form)) continue
    words++
    if (/^\p{Lu}/u.test(form)) upper++
    if (/^[\p{Lu}\p{N}-]+$/u.test(form)) shout++
  }
  const open = !/[.!?"”’)]$/.test(forms[end - 1] ?? '')
  return (open && words >= 4 && upper / words > 0.7) || (words >= 3 && shout / words > 0.7)
}

/** Puts a name in, in place of all that it overlaps. */
export function putName(draft: Draft, name: NameDraft): void {
  for (let i = name.first; i < name.end; i++) dropNameAt(draft, i)
  draft.names.set(name.first, name)
  draft.nameAt.fill(name.first, name.first, name.end)
}

/** Makes a name's words [first, end), fewer or more than it had. */
export function cutName(draft: Draft, name: NameDraft, first: number, end: number): void {
  dropNameAt(draft, name.first)
  putName(draft, { ...name, first, end })
}

/** The name that word `i` belongs to, or null. */
export function nameOver(draft: Draft, i: number): NameDraft | null {
  const first = draft.nameAt[i] ?? -1
  return first < 0 ? null : draft.names.get(first)!
}

/** Takes out the name that word `i` belongs to, if any. */
export function dropNameAt(draft: Draft, i: number): void {
  const name = nameOver(draft, i)
  if (name === null) return
  draft.names.delete(name.first)
  draft.nameAt.fill(-1, name.first, name.end)
}

/** True when no word of [first, end) belongs to a name. */
export function isFree(draft: Draft, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (draft.nameAt[i] !== -1) return false
  return true
}

/** The words [first, end) as the text writes them; an empty string for none. */
export function writtenAt({ doc }: Draft, first: number, end: number): string {
  return first >= end ? '' : doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1])
}

/** True where word `i` begins with a capital letter. */
export function isCapital(draft: Draft, i: number): boolean {
  return /^\p{Lu}/u.test(draft.forms[i] ?? '')
}

/** UPOS of word `i`, or an empty string outside the text. */
export function tagOf(doc: Doc, i: number): string {
  return i >= 0 && i < doc.tokens.length ? UPOS[doc.tokens.upos[i]!]! : ''
}

/** Type of a name in the sense of the network's tags; null for kinds that are no names to it. */
export function typeOf(kind: EntKind): NameSpan['type'] | null {
  if (kind === 'person') return 'PER'
  if (kind === 'organisation' || kind === 'bloc') return 'ORG'
  return kind === 'country' || kind === 'place' || kind === 'facility' ? 'LOC' : null
}
