import { cutName, type Draft, isCapital, type NameDraft, tagOf, typeOf } from './name-draft.ts'

// Common nouns for a stretch of land that stand behind its name and are no part of it: "the Sampleville area".
const LAND = /^(?:area|region|village|town|neighbou?rhood)$/
const ABBREVIATED = /^(?:Inc|Ltd|Corp|Co|Bros)$/i
// A word after "'s" that could be owned: then "'s" is the owner's.
const OWNED = /^(?:NOUN|ADJ|PROPN|NUM|DET|X|SYM)$/

/** Moves the ends of names to where they belong by the small words and marks that stand there. */
export function boundNames(draft: Draft): void {
  for (const name of [...draft.names.values()]) {
    if (typeOf(name.kind) === null) continue
    const first = firstOf(draft, name)
    const end = endOf(draft, name)
    if (first !== name.first || end !== name.end) cutName(draft, name, first, end)
  }
}

function firstOf(draft: Draft, name: NameDraft): number {
  return hasArticle(draft, name) ? name.first - 1 : properStart(draft, name)
}

/** A capital on an article inside a sentence is meant: "an editor of The Sample Post", but "He left. The Sample Post …". */
function hasArticle({ forms, nameAt }: Draft, { first, kind }: NameDraft): boolean {
  if (forms[first - 1] !== 'The' || nameAt[first - 1] !== -1 || kind === 'person') return false
  return /^(?:\p{Ll}.*|,)$/u.test(forms[first - 2] ?? '')
}

/** The first word that may begin a name: not a common noun or adjective ("city of Sampleville"), where capitals follow. */
function properStart(draft: Draft, { first, end }: NameDraft): number {
  const { forms, doc } = draft
  if (!/^\p{Ll}+$/u.test(forms[first]!) || !/^(?:NOUN|ADJ)$/.test(tagOf(doc, first))) return first
  let at = first
  while (at < end - 1 && /^\p{Ll}/u.test(forms[at]!) && /^(?:NOUN|ADJ|ADP|DET)$/.test(tagOf(doc, at))) at++
  return isCapital(draft, at) ? at : first
}

function endOf(draft: Draft, name: NameDraft): number {
  const { forms, nameAt, doc } = draft
  const { first, end, kind } = name
  const stop = typeOf(kind) === 'ORG' && ABBREVIATED.test(forms[end - 1]!) && forms[end] === '.' && nameAt[end] === -1
  if (stop && doc.tokens.start[end] === doc.tokens.end[end - 1]) return end + 1
  if (isOwnersPlace(draft, name)) return end + 1
  return typeOf(kind) === 'LOC' && end - first > 1 && LAND.test(forms[end - 1]!) ? end - 1 : end
}

/** A business named for its owner, whose "'s" owns nothing in the sentence: "dinner at Example's". */
function isOwnersPlace({ doc, forms, nameAt }: Draft, { first, end, kind }: NameDraft): boolean {
  if (!/^['’]s$/.test(forms[end] ?? '') || nameAt[end] !== -1 || tagOf(doc, end) !== 'PART') return false
  if (kind === 'person' || kind === 'country' || end - first > 3) return false
  if (OWNED.test(tagOf(doc, end + 1)) || /^[^\p{L}\p{N},.!?;:]/u.test(forms[end + 1] ?? '')) return false
  const { head, deprel } = doc.tokens
  for (let i = first; i < end; i++) if (head[i]! >= end || deprel[i] === 'nmod:poss') return false
  return true
}
