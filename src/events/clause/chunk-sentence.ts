import type { Doc } from '../../model/doc.ts'
import { formOf, lemmaOf, uposOf } from '../doc-cursor.ts'
import { coordinate } from './coordinate.ts'
import type { Clauses, Mark, NounPhrase, Phrase } from './phrase.ts'
import { readVerbGroup } from './verb-group.ts'

const RELATIVE: ReadonlySet<string> = new Set(['who', 'which', 'whom', 'whose'])
const SUBORDINATE: ReadonlySet<string> = new Set([
  'that',
  'if',
  'because',
  'although',
  'though',
  'while',
  'when',
  'where',
  'whether',
  'unless',
  'since',
  'after',
  'before',
  'as',
  'once',
  'until',
  'what',
  'how',
  'why',
  'whereas',
  'so',
])
const IN_NOUN_GROUP: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM', 'X'])

/** What a chunker is told beside the tags: which entity and which time expression each token belongs to (-1: none). */
export interface TokenMarks {
  readonly ent: Int32Array
  readonly time: Uint8Array
}

/**
 * Splits the words [first, end) of a sentence into noun phrases, verb groups and the marks between them, by tags and
 * entities alone: the engine in use builds no trees. Linear in the sentence.
 */
export function chunkSentence(doc: Doc, first: number, end: number, marks: TokenMarks): Clauses {
  const phrases: Phrase[] = []
  const at = new Int32Array(end - first).fill(-1)
  let token = first
  while (token < end) {
    const phrase =
      readVerbGroup(doc, token, end, marks.ent) ?? readNounPhrase(doc, token, end, marks) ?? readMark(doc, token, end)
    const next = Math.max(token + 1, phrase?.end ?? 0)
    if (phrase) {
      at.fill(phrases.length, phrase.first - first, next - first)
      phrases.push(phrase)
    }
    token = next
  }
  return { first, end, phrases, at, groups: coordinate(phrases) }
}

function readMark(doc: Doc, token: number, end: number): Mark | null {
  const word = formOf(doc, token).toLowerCase()
  const tag = uposOf(doc, token)
  const mark = (kind: Mark['kind'], to = token + 1): Mark => ({ kind, first: token, end: to, word })
  if (word === ',') return mark('comma')
  if (/^[;:—–]$/.test(word) || word === '--') return mark('break')
  if (/^["“”«»]|^''$|^``$/.test(word)) return mark('break')
  if (RELATIVE.has(word)) return mark('rel')
  if (word === 'that' || tag === 'SCONJ') return SUBORDINATE.has(word) ? mark('sub') : mark('prep')
  if (tag === 'CCONJ') return mark('conj')
  if (word === 'as' && formOf(doc, token + 1).toLowerCase() === 'well' && token + 2 < end)
    return mark('conj', token + 3)
  if (tag === 'ADP') return SUBORDINATE.has(word) && clauseFollows(doc, token, end) ? mark('sub') : mark('prep')
  if (word === 'to') return mark('prep')
  if (SUBORDINATE.has(word)) return mark('sub')
  return tag === 'ADV' || tag === 'INTJ' ? null : mark('other')
}

/** "After the minister arrived" opens a clause, "after the visit" does not: a finite verb before any comma tells. */
function clauseFollows(doc: Doc, token: number, end: number): boolean {
  for (let k = token + 1; k < Math.min(end, token + 9); k++) {
    const tag = uposOf(doc, k)
    if (tag === 'AUX' || (tag === 'VERB' && !/ing$/i.test(formOf(doc, k)))) return true
    if (tag === 'PUNCT') return false
  }
  return false
}

/** A noun group with its owner: "the Samplian government's three envoys". */
function readNounPhrase(doc: Doc, start: number, end: number, marks: TokenMarks): NounPhrase | null {
  let first = start
  let owner: NounPhrase['owner'] = null
  for (;;) {
    const stop = nounGroupEnd(doc, first, end, marks)
    if (stop === first) return null
    if (stop < end && isPossessive(doc, stop) && stop + 1 < end && stop - start < 40) {
      owner = [start, stop]
      const rest = nounGroupEnd(doc, stop + 1, end, marks)
      if (rest === stop + 1) return nounPhrase(doc, start, stop, null, marks)
      if (!isPossessive(doc, rest)) return nounPhrase(doc, start, rest, owner, marks)
      first = stop + 1
      continue
    }
    return nounPhrase(doc, start, stop, owner, marks)
  }
}

function nounPhrase(
  doc: Doc,
  first: number,
  stop: number,
  possessor: NounPhrase['owner'],
  marks: TokenMarks,
): NounPhrase | null {
  let owner = possessor
  let end = stop
  let head = end - 1
  for (let k = end - 1; k >= first; k--) {
    const tag = uposOf(doc, k)
    if (
      tag === 'NOUN' ||
      tag === 'PROPN' ||
      (tag === 'PRON' && !POSSESSIVE.test(formOf(doc, k))) ||
      (marks.ent[k] ?? -1) >= 0
    ) {
      head = k
      break
    }
  }
  // a determiner alone points at nothing that can act, unless it counts: "some of its troops"
  if (end - first === 1 && uposOf(doc, head) === 'DET' && formOf(doc, end).toLowerCase() !== 'of') return null
  if (owner === null && uposOf(doc, first) === 'PRON' && first < head && POSSESSIVE.test(formOf(doc, first)))
    owner = [first, first + 1]
  end = withBrackets(doc, end)
  return {
    kind: 'np',
    first,
    end,
    head,
    ent: marks.ent[head] ?? -1,
    owner,
    time: marks.time[head] === 1 && (marks.time[first] === 1 || end - first <= 2),
  }
}

/** End of the noun group that begins at a token; the token itself where none begins. */
function nounGroupEnd(doc: Doc, first: number, end: number, marks: TokenMarks): number {
  let k = skipQuantifier(doc, first, end)
  let noun = false
  while (k < end) {
    const e = marks.ent[k] ?? -1
    // "the ministers last week": a time is a group of its own
    if (noun && marks.time[k] !== marks.time[k - 1] && (marks.time[k] === 1 || e >= 0 || uposOf(doc, k) === 'DET'))
      break
    if (e >= 0) {
      const stop = Math.min(end, Math.max(k + 1, doc.ents[e]?.tokens[1] ?? 0))
      k = stop
      noun = true
      continue
    }
    const tag = uposOf(doc, k)
    const word = formOf(doc, k).toLowerCase()
    if (tag === 'PRON') {
      if (RELATIVE.has(word) || word === 'that' || word === 'what') break
      if (isPersonal(word)) return noun || k > first ? k : k + 1
      // "his trip", "their ties"
      k++
      noun = noun || !/^(?:my|your|his|her|its|our|their)$/.test(word)
      continue
    }
    if (IN_NOUN_GROUP.has(tag)) {
      if (tag === 'DET' && noun) break
      // "fighters loyal to": an adjective after its noun opens a group of its own
      if (tag === 'ADJ' && noun && !nounAhead(doc, k + 1, end)) break
      if (word === 'that' && !nounAhead(doc, k + 1, end)) break
      noun = noun || tag === 'NOUN' || tag === 'PROPN' || tag === 'NUM'
      k++
      continue
    }
    // "a planned trip", "rising concerns"; "build-up", "Euro-Atlantic"
    const opens = k > first || (k > 0 && isPossessive(doc, k - 1) && /(?:ed|ing)$/i.test(formOf(doc, k)))
    if (tag === 'VERB' && opens && !noun && nounAhead(doc, k + 1, end)) {
      k++
      continue
    }
    if ((word === '-' || word === '/') && noun && k + 1 < end && touches(doc, k)) {
      k += 2
      continue
    }
    if (
      tag === 'ADV' &&
      k + 1 < end &&
      !noun &&
      (k > first || uposOf(doc, k + 1) === 'NUM') &&
      nounAhead(doc, k + 1, end)
    ) {
      k++
      continue
    }
    break
  }
  return noun || (k > first && uposOf(doc, k - 1) !== 'DET' && !onlyAdjectives(doc, first, k)) ? k : first
}

const POSSESSIVE = /^(?:his|her|their|its|our|my|your|whose)$/i
const QUANTIFIER =
  /^(?:at least|at most|more than|less than|fewer than|up to|as many as|about|around|nearly|almost|some|over|roughly|approximately) $/i

/** "At least 75 people": the words that loosen a number belong to its group. */
function skipQuantifier(doc: Doc, first: number, end: number): number {
  for (let k = first + 1; k < Math.min(end, first + 4); k++) {
    if (uposOf(doc, k) === 'NUM')
      return QUANTIFIER.test(doc.text.slice(doc.tokens.start[first], doc.tokens.start[k])) ? k : first
  }
  return first
}

/** "The Accountability Office (GAO)": a short bracket after a name is part of it. */
function withBrackets(doc: Doc, end: number): number {
  if (formOf(doc, end) !== '(') return end
  for (let k = end + 1; k < Math.min(doc.tokens.length, end + 6); k++) if (formOf(doc, k) === ')') return k + 1
  return end
}

function onlyAdjectives(doc: Doc, first: number, end: number): boolean {
  // "the rich", "more than 40 wounded": an adjective with a determiner or number can head a group
  for (let k = first; k < end; k++) if (uposOf(doc, k) !== 'ADJ') return false
  return true
}

function nounAhead(doc: Doc, from: number, end: number): boolean {
  for (let k = from; k < Math.min(end, from + 4); k++) {
    const tag = uposOf(doc, k)
    if (tag === 'NOUN' || tag === 'PROPN') return true
    if (tag !== 'ADJ' && tag !== 'NUM') return false
  }
  return false
}

function touches(doc: Doc, k: number): boolean {
  return doc.tokens.end[k - 1] === doc.tokens.start[k] && doc.tokens.end[k] === doc.tokens.start[k + 1]
}

function isPersonal(word: string): boolean {
  return /^(?:i|he|she|it|we|they|you|him|us|them|me|himself|herself|itself|themselves)$/.test(word)
}

/** 's and a plural's apostrophe; not the "'s" of "he's". */
function isPossessive(doc: Doc, token: number): boolean {
  if (token >= doc.tokens.length) return false
  const word = formOf(doc, token)
  return (
    /^['’]s?$/.test(word) &&
    uposOf(doc, token) !== 'AUX' &&
    uposOf(doc, token) !== 'VERB' &&
    lemmaOf(doc, token) !== 'be' &&
    doc.tokens.start[token] === doc.tokens.end[token - 1]
  )
}
