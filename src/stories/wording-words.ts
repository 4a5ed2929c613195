import type { StoredWording } from '../model/picture.ts'
import { isFunctionWord, isNegator, numberOf, rarityOf, scaleOf, stemOf } from './statement-terms.ts'

/** One word of a wording. */
export interface WordingWord {
  /** Lower case, without marks and possessive ending. */
  readonly form: string
  /** What it says: `@` and an id for a name, `#` and a number, a stem; null for a word that says nothing of its own. */
  readonly term: string | null
  readonly weight: number
  /** Which stretch inside quotation marks it stands in, counted from 0; -1 outside of all. */
  readonly run: number
  readonly sentence: number
  /** 2 right behind a word of negation, 1 a little further on, 0 elsewhere. */
  readonly negation: 0 | 1 | 2
}

// A name says who is spoken of, which most statements of one speaker on one day share: it weighs about as much as an
// ordinary noun. A number is what wordings of one utterance agree on and others do not.
const NAME_WEIGHT = 2.5
const NUMBER_WEIGHT = 4
/** Words with a term behind a negation that may be what is negated: "not intend to extend". */
const NEGATED_FAR = 4
/** Longest wording that is looked at, in words: a speech printed whole is compared by its beginning. */
const MOST_WORDS = 600

const TOKEN = /\p{N}(?:[\p{N}.,]*\p{N})?\p{L}*|\p{L}[\p{L}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*|[.!?]|["“”„«»‘’]/gu
const ABBREVIATION = /^(?:\p{L}|\p{L}(?:\.\p{L})+|mr|mrs|ms|dr|gen|gov|sen|lt|col|st|no)$/iu

/** The words of a statement's content, piece by piece, in order of text. */
export function wordsOf(wording: StoredWording): readonly WordingWord[] {
  const reader = new WordReader(wording)
  for (const piece of wording.content) reader.read(piece)
  return reader.words
}

class WordReader {
  readonly words: WordingWord[] = []
  readonly #all: boolean
  readonly #names: StoredWording['names']
  #run = -1
  #quoted = false
  #sentence = 0
  /** Words with a term since the last negation. */
  #behind: number = NEGATED_FAR
  #ended = false
  #lastName: StoredWording['names'][number] | null = null

  constructor({ kind, names }: StoredWording) {
    this.#all = kind === 'direct'
    // Of names inside one another the longest counts.
    this.#names = [...names].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  }

  read({ start, text }: StoredWording['content'][number]): void {
    this.#quoted = this.#all
    if (this.#all) this.#run++
    this.#nextSentence()
    for (const { 0: token, index } of text.matchAll(TOKEN)) {
      if (this.words.length >= MOST_WORDS) return
      if (/^[.!?]$/.test(token)) this.#ended = token !== '.' || !ABBREVIATION.test(this.words.at(-1)?.form ?? '')
      else if (/^["“”„«»‘’]$/.test(token)) this.#mark(token, text, index)
      else this.#word(token, start + index)
    }
  }

  /** Quotation marks matter in partly quoted statements alone; an apostrophe is none. */
  #mark(token: string, text: string, index: number): void {
    if (this.#all) return
    if (token === '’' && !this.#quoted) return
    const opens = token === '"' ? !this.#quoted : /[“„«‘]/.test(token)
    if (token === '‘' && /\p{L}/u.test(text[index - 1] ?? '')) return
    if (opens && !this.#quoted) this.#run++
    this.#quoted = opens
  }

  #word(token: string, at: number): void {
    if (this.#ended) {
      if (/^[\p{Lu}\p{N}]/u.test(token)) this.#nextSentence()
      this.#ended = false
    }
    const name = this.#names.find(({ span }) => span[0] <= at && at < span[1]) ?? null
    // "US" is no pronoun.
    const isAcronym = /^\p{Lu}[\p{Lu}.]/u.test(token)
    for (const form of formsOf(token)) this.#add(form, name, isFunctionWord(form) && !isAcronym)
  }

  #add(form: string, name: StoredWording['names'][number] | null, isFunction: boolean): void {
    if (isNegator(form)) this.#behind = 0
    const term = isFunction ? null : name === null ? this.#termOf(form) : this.#nameTerm(name)
    const negation = term === null || this.#behind >= NEGATED_FAR ? 0 : this.#behind === 0 ? 2 : 1
    if (term !== null) this.#behind = Math.min(NEGATED_FAR, this.#behind + 1)
    this.words.push({
      ...{ form, term, weight: term === null ? 0 : weightOf(term), negation },
      ...{ run: this.#quoted ? this.#run : -1, sentence: this.#sentence },
    })
  }

  /** A name counts once, at its first word; a pronoun that stands for somebody never gets here. */
  #nameTerm(name: StoredWording['names'][number]): string | null {
    if (this.#lastName === name) return null
    this.#lastName = name
    return `@${name.id}`
  }

  #termOf(form: string): string | null {
    const last = this.words.at(-1)
    const scale = scaleOf(form)
    if (scale !== null && last?.term?.startsWith('#')) {
      this.words[this.words.length - 1] = { ...last, term: `${last.term} ${scale}` }
      return null
    }
    const number = numberOf(form)
    if (number !== null && form !== 'one') return `#${number}`
    return isNegator(form) || form.length < 2 ? null : stemOf(form)
  }

  #nextSentence(): void {
    if (this.words.length > 0) this.#sentence++
    this.#ended = false
    this.#behind = NEGATED_FAR
  }
}

function weightOf(term: string): number {
  if (term.startsWith('@')) return NAME_WEIGHT
  return term.startsWith('#') ? NUMBER_WEIGHT : rarityOf(term)
}

/** The forms that one token of the text stands for: "won't" is "will not", "defence-industrial" two words. */
function formsOf(token: string): readonly string[] {
  const plain = token
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
  if (/^\d[\d,.]*\p{L}+$/u.test(plain)) return plain.split(/(?<=[\d,.])(?=\p{L})/u)
  return plain.split('-').flatMap(part => {
    if (part.endsWith("n't")) return [part.slice(0, -3) === 'ca' ? 'can' : part.slice(0, -3), 'not']
    const bare = part.replace(/'(?:s|re|ve|ll|d|m)$/, '').replace(/'/g, '')
    return bare === '' ? [] : [/^\p{L}(?:\.\p{L})+$/u.test(bare) ? bare.replaceAll('.', '') : bare]
  })
}
