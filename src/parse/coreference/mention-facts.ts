import { type Doc, UPOS } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { GIVEN_NAMES, PERSON_TITLES } from '../entities/name-words.ts'
import type { Gender, MentionKind } from './mention.ts'

const MALE =
  /^(?:king|prince|emperor|sultan|pope|man|boy|father|husband|son|brother|uncle|(?:business|police|chair|spokes|congress|fire)man|actor|strongman)$/
const FEMALE = /^(?:queen|princess|empress|actress|girl|mother|wife|daughter|sister|aunt|.*woman)$/
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
): Gender {
  const own = words[0] ?? ''
  if (kind === 'pronoun') return pronounGender(own)
  if (kind === 'role' || kind === 'noun') return nounGender(words)
  if (kind !== 'person') return 'u'
  const before = first > 0 ? doc.text.slice(doc.tokens.start[first - 1], doc.tokens.end[first - 1]).toLowerCase() : ''
  const titled = PERSON_TITLES.get(before)
  if (titled === 'm' || titled === 'f') return titled
  const role = nounGender([before])
  if (role !== 'u') return role
  // A family name alone says nothing, even where it is also a given name.
  return words.length < 2 ? 'u' : (knowledge.givenNames.get(own) ?? GIVEN_NAMES.get(own) ?? 'u')
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

/** 1 for words between quotation marks of a paragraph; a mark left open ends with its paragraph. */
export function quoteDepth(doc: Doc): Uint8Array {
  const { text, tokens } = doc
  const inside = new Uint8Array(tokens.length)
  let open = false
  let lineEnd = text.indexOf('\n')
  for (let i = 0; i < tokens.length; i++) {
    if (lineEnd !== -1 && lineEnd < tokens.start[i]!) {
      open = false
      lineEnd = text.indexOf('\n', tokens.start[i])
    }
    if (tokens.upos[i] === PUNCT) {
      const mark = text.slice(tokens.start[i], tokens.end[i])
      if (mark === '“' || mark === '``') open = true
      else if (mark === '”') open = false
      else if (mark === '"' || mark === "''") open = !open
    }
    inside[i] = open ? 1 : 0
  }
  return inside
}
