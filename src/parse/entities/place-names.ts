import type { EntKind } from '../../model/doc.ts'
import type { Knowledge, NameEntry } from '../../model/knowledge.ts'
import type { NameSpan } from '../decode/name-spans.ts'
import { entriesOf } from './known-forms.ts'
import { type Draft, nameOver, putName, tagOf, writtenAt } from './name-draft.ts'
import { FACILITY_WORDS, PERSON_TITLES, ROLE_NOUNS } from './name-words.ts'

/** Puts the network's names in, trimmed, each with its exact kind by the knowledge files and the words of the name. */
export function placeNames(draft: Draft, names: readonly NameSpan[], knowledge: Knowledge): void {
  for (const name of names.flatMap(each => linesOf(draft, each))) {
    const [first, end] = trimmed(draft, name, knowledge)
    if (!/\p{L}/u.test(writtenAt(draft, first, end)) || nameOver(draft, first) !== null) continue
    const kind = kindOf(draft, name.type, entriesOf(draft, knowledge, first, end), end)
    putName(draft, { first, end, kind, score: name.score })
  }
}

/** No name runs over the end of a line: what the network read as one there is a list. */
function linesOf({ doc }: Draft, name: NameSpan): readonly NameSpan[] {
  const { start, end } = doc.tokens
  const parts: NameSpan[] = []
  let first = name.first
  for (let i = first + 1; i < name.end; i++) {
    if (!doc.text.slice(end[i - 1], start[i]).includes('\n')) continue
    parts.push({ ...name, first, end: i })
    first = i
  }
  return [...parts, { ...name, first }]
}

/**
 * The kind of a name of the network's type. LOC is a country's, a facility's or a place's name, ORG a bloc's or
 * organisation's: the entries say so, and for facilities the last word ("Sampleville Airport").
 */
export function kindOf(draft: Draft, type: NameSpan['type'], entries: readonly NameEntry[], end: number): EntKind {
  const has = (kind: NameEntry['kind']): boolean => entries.some(entry => entry.kind === kind)
  if (type === 'PER') return 'person'
  if (type === 'ORG') return has('bloc') ? 'bloc' : 'organisation'
  if (has('country')) return 'country'
  if (has('place')) return 'place'
  return has('facility') || FACILITY_WORDS.has(draft.forms[end - 1]!.toLowerCase()) ? 'facility' : 'place'
}

/** Words of a span that are no part of the name: an article, a title before a person, "'s", marks at either end. */
function trimmed(draft: Draft, { first, end, type }: NameSpan, knowledge: Knowledge): readonly [number, number] {
  const { forms } = draft
  if (entriesOf(draft, knowledge, first, end).length > 0) return [first, end]
  let from = first
  let to = end
  if (type === 'PER') from = bearerIn(draft, first, end)
  while (from < to && isLoose(draft, from, type)) from++
  while (from < to && /^(?:['’]s?|[^\p{L}\p{N}.!)]+)$/u.test(forms[to - 1]!)) to--
  return [from, to]
}

/**
 * Where the name begins in a span that holds an office before it ("NATO Secretary General Ana Example"): at the word that
 * the office hangs from. The span's beginning where no word before that is an office's.
 */
function bearerIn({ doc, forms }: Draft, first: number, end: number): number {
  const { head, deprel } = doc.tokens
  let bearer = first
  while (bearer < end - 1 && head[bearer]! >= first && head[bearer]! < end) bearer++
  let office = false
  for (let i = first; i < bearer; i++) {
    if (head[i] === bearer && deprel[i] !== 'nmod:desc' && deprel[i] !== 'compound') return first
    const word = forms[i]!.toLowerCase()
    office ||= ROLE_NOUNS.has(word) || PERSON_TITLES.has(word)
  }
  return office ? bearer : first
}

function isLoose(draft: Draft, i: number, type: NameSpan['type']): boolean {
  const form = draft.forms[i]!
  if (/^(?:the|a|an)$/i.test(form) || /^[^\p{L}\p{N}]+$/u.test(form)) return true
  // "King" and "Major" are family names, too: a title hangs from the name that it stands before.
  return (
    type === 'PER' &&
    PERSON_TITLES.has(form.toLowerCase()) &&
    draft.doc.tokens.deprel[i] === 'nmod:desc' &&
    tagOf(draft.doc, i + 1) === 'PROPN'
  )
}
