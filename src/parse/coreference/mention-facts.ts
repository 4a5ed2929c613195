import { type Doc, type EntKind, UPOS } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { GIVEN_NAMES, PERSON_TITLES } from '../entities/name-words.ts'

/** An entity's kind; for other mentions noun, name or pronoun by the tag, `pair` for "Ana and Ben" beside "Ana". */
export type MentionKind = EntKind | 'noun' | 'name' | 'other' | 'pair'

/** He, she or unknown. */
export type Gender = 'm' | 'f' | 'u'

/** A gender, and whether a pronoun, a title or a noun tells it; a given name tells it mostly. */
export interface GenderFact {
  readonly gender: Gender
  readonly sureGender: boolean
}

const MALE =
  /^(?:king|prince|emperor|sultan|pope|man|boy|(?:(?:ex-|step-?|grand|god|half-)?(?:father|dad|daddy|grandpa|husband|son|brother|uncle|nephew)(?:-in-law)?)|(?:business|police|chair|spokes|congress|fire|gentle)man|guy|actor|strongman|boyfriend|widower|monk)$/
const FEMALE =
  /^(?:queen|princess|empress|actress|girl|lady|(?:(?:ex-|step-?|grand|god|half-)?(?:mother|mom|mum|mommy|grandma|wife|daughter|sister|aunt|niece)(?:-in-law)?)|girlfriend|widow|bride|nun|.*woman)$/
const PLURAL_PRONOUN = /^(?:they|them|their|theirs|themselves|we|us|our|ours|ourselves|these|those)$/

/** Whether a mention means several; `words` in lower case, the head last unless it is a name. */
export function isPlural(doc: Doc, kind: MentionKind, head: number, words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (kind === 'pronoun') return PLURAL_PRONOUN.test(last)
  if (kind === 'group' || kind === 'nationality') return last.endsWith('s')
  if (kind === 'role') return /(?:[^s]s|men|women)$/.test(last)
  return kind === 'noun' && doc.tokens.feats[head]!.includes('Number=Plur')
}

/** He or she as far as the words tell: a pronoun, a title before a name, a given name, "king", "spokeswoman". */
export function genderOf(
  doc: Doc,
  kind: MentionKind,
  first: number,
  words: readonly string[],
  knowledge: Knowledge,
): GenderFact {
  const own = words[0] ?? ''
  if (kind === 'pronoun') return sure(pronounGender(own))
  if (kind === 'role' || kind === 'noun') return sure(nounGender(words))
  if (kind !== 'person') return sure('u')
  const before = first > 0 ? doc.text.slice(doc.tokens.start[first - 1], doc.tokens.end[first - 1]).toLowerCase() : ''
  const titled = PERSON_TITLES.get(before) ?? PERSON_TITLES.get(own)
  if (titled === 'm' || titled === 'f') return sure(titled)
  const role = nounGender([before])
  if (role !== 'u') return sure(role)
  // A family name alone says nothing, even where it is also a given name.
  const given = words.length < 2 ? 'u' : (knowledge.givenNames.get(own) ?? GIVEN_NAMES.get(own) ?? 'u')
  return { gender: given, sureGender: false }
}

function sure(gender: Gender): GenderFact {
  return { gender, sureGender: true }
}

function pronounGender(form: string): Gender {
  if (/^h(?:e|im|is|imself)$/.test(form)) return 'm'
  return /^(?:she|hers?|herself)$/.test(form) ? 'f' : 'u'
}

function nounGender(words: readonly string[]): Gender {
  if (words.some(word => MALE.test(word))) return 'm'
  return words.some(word => FEMALE.test(word)) ? 'f' : 'u'
}

/** Sentence of each word. */
export function sentenceIndex(doc: Doc): Int32Array {
  const index = new Int32Array(doc.tokens.length)
  for (let s = 0; s < doc.sentences.length; s++) index.fill(s, doc.firstToken[s]!, doc.firstToken[s + 1]!)
  return index
}

const PUNCT = UPOS.indexOf('PUNCT')

/**
 * The quotation that each word stands in, by the index of its opening mark plus one; 0 outside. A mark left open ends
 * with its paragraph.
 */
export function quoteRuns(doc: Doc): Int32Array {
  const { text, tokens } = doc
  const inside = new Int32Array(tokens.length)
  let open = 0
  let lineEnd = text.indexOf('\n')
  for (let i = 0; i < tokens.length; i++) {
    if (lineEnd !== -1 && lineEnd < tokens.start[i]!) {
      open = 0
      lineEnd = text.indexOf('\n', tokens.start[i])
    }
    if (tokens.upos[i] === PUNCT) {
      const mark = text.slice(tokens.start[i], tokens.end[i])
      if (mark === '“' || mark === '``') open = i + 1
      else if (mark === '”') open = 0
      else if (mark === '"' || mark === "''") open = open === 0 ? i + 1 : 0
    }
    inside[i] = open
  }
  return inside
}
