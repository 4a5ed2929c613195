import { type Doc, type EntKind, UPOS } from '../../model/doc.ts'

/** A name found, as a token range. */
export interface NameDraft {
  readonly first: number
  readonly end: number
  readonly kind: EntKind
}

/** What the finders of names share: the words as written, what is taken, what the text shows about its own casing. */
export interface Draft {
  readonly doc: Doc
  readonly forms: readonly string[]
  readonly names: NameDraft[]
  /** 1 where a word belongs to a name already. */
  readonly taken: Uint8Array
  /** Words that the text also writes in lower case. */
  readonly lowercase: ReadonlySet<string>
  /** Sentence of each word. */
  readonly sentenceOf: Int32Array
  /** Sentences whose words are mostly capitalised: headings, where capitals tell nothing. */
  readonly capitalised: readonly boolean[]
  /** Last words of the persons' names found so far. */
  readonly families: Set<string>
}

/** Reads a text's own habits of capitals; finds no names yet. */
export function newDraft(doc: Doc): Draft {
  const { tokens } = doc
  const forms = Array.from({ length: tokens.length }, (_, i) => doc.text.slice(tokens.start[i], tokens.end[i]))
  const lowercase = new Set(forms.filter(form => /^\p{Ll}/u.test(form)))
  const sentenceOf = new Int32Array(tokens.length)
  const capitalised = doc.sentences.map((_, s) => {
    let upper = 0
    let words = 0
    let shout = 0
    for (let i = doc.firstToken[s]!; i < doc.firstToken[s + 1]!; i++) {
      sentenceOf[i] = s
      if (!/^\p{L}{4,}/u.test(forms[i]!)) continue
      words++
      if (/^\p{Lu}/u.test(forms[i]!)) upper++
      if (/^[\p{Lu}\p{N}-]+$/u.test(forms[i]!)) shout++
    }
    // A sentence full of names ends in a stop; a heading does not, unless it is all in capitals.
    const heading = !/[.!?"”’)]$/.test(forms[doc.firstToken[s + 1]! - 1] ?? '')
    return (heading && words >= 4 && upper / words > 0.7) || (words >= 3 && shout / words > 0.7)
  })
  return {
    doc,
    forms,
    names: [],
    taken: new Uint8Array(tokens.length),
    lowercase,
    sentenceOf,
    capitalised,
    families: new Set(),
  }
}

/** Adds a name and takes its words. */
export function addName(draft: Draft, name: NameDraft): void {
  draft.names.push(name)
  draft.taken.fill(1, name.first, name.end)
  if (name.kind === 'person') draft.families.add(draft.forms[name.end - 1]!)
}

/** True where word `i` begins with a capital letter. */
export function isCapital(draft: Draft, i: number): boolean {
  return /^\p{Lu}/u.test(draft.forms[i] ?? '')
}

/** UPOS of word `i`, or an empty string outside the text. */
export function tagOf(doc: Doc, i: number): string {
  return i >= 0 && i < doc.tokens.length ? UPOS[doc.tokens.upos[i]!]! : ''
}
