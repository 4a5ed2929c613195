import { type Draft, isCapital, type NameDraft, putName, tagOf, typeOf, writtenAt } from './name-draft.ts'
import { BODY_CLASSES, BODY_PARTS, BODY_STAFF, SITE_WORDS } from './name-words.ts'

// A name that the network is this sure of (log-odds) keeps its type against one word beside it.
const SURE = 6

/**
 * What a common noun beside a name says of it holds wherever the text has the name: "the Example company", "the carmaker
 * Example", "Example's shareholders" are of a body.
 */
export function agreeCompanions(draft: Draft): void {
  for (const name of [...draft.names.values()]) if (isSite(draft, name)) putName(draft, { ...name, kind: 'facility' })
  addClassed(draft)
  const bodies = namedBodies(draft)
  if (bodies.size === 0) return
  const bearers = bearersOf(draft)
  for (const name of [...draft.names.values()]) {
    if (name.kind !== 'person' && name.kind !== 'place') continue
    // A family's firm has the family's name: who is told of with a given name, too, stays a person.
    if (name.kind === 'person' && bearers.has(draft.forms[name.end - 1]!)) continue
    if ((name.score ?? 0) < SURE && bodies.has(writtenAt(draft, name.first, name.end)))
      putName(draft, { ...name, kind: 'organisation' })
  }
}

/** A station or hotel is a place, whoever runs it. */
function isSite({ forms }: Draft, { first, end, kind }: NameDraft): boolean {
  return typeOf(kind) === 'ORG' && end - first > 1 && SITE_WORDS.has(forms[end - 1]!.toLowerCase())
}

/** Adds the names of bodies that the network missed behind the noun that says what they are: "the carmaker Example". */
function addClassed(draft: Draft): void {
  const { forms, doc, nameAt } = draft
  const isBare = (i: number): boolean => nameAt[i] === -1 && isCapital(draft, i) && tagOf(doc, i) === 'PROPN'
  for (let first = 1; first < forms.length; first++) {
    if (!isBare(first) || nameAt[first - 1] !== -1 || draft.capitalised[draft.sentenceOf[first]!]) continue
    let end = first + 1
    while (isBare(end)) end++
    const name: NameDraft = { first, end, kind: 'organisation', score: null }
    if ((nameAt[end] ?? -1) === -1 && isClassed(draft, name)) putName(draft, name)
    first = end - 1
  }
}

/** A noun for a kind of body stands before the name, and the tree has the one hang from the other. */
function isClassed({ forms, doc }: Draft, { first, end }: NameDraft): boolean {
  if (!BODY_CLASSES.has(forms[first - 1] ?? '')) return false
  const { head } = doc.tokens
  const up = head[first - 1]!
  return head[topOf(head, first, end)] === first - 1 || (up >= first && up < end)
}

/** Names, as written, that a noun beside them at some place shows to be a body's. */
function namedBodies(draft: Draft): ReadonlySet<string> {
  const bodies = new Set<string>()
  for (const name of draft.names.values()) {
    if (typeOf(name.kind) === null || name.kind === 'country') continue
    if (isClassed(draft, name) || hasPart(draft, name)) bodies.add(writtenAt(draft, name.first, name.end))
  }
  return bodies
}

/** What only a body has is the name's: "the Example website", "Example's founder", "the founder of Example". */
function hasPart({ forms, doc }: Draft, { first, end }: NameDraft): boolean {
  const { head, deprel } = doc.tokens
  const top = topOf(head, first, end)
  const up = head[top]!
  if (up < 0) return false
  if (deprel[top] === 'compound') return up === end && BODY_PARTS.has(forms[up]!)
  const owned = deprel[top] === 'nmod:poss' ? up > end : deprel[top] === 'nmod' && forms[first - 1] === 'of'
  return owned && BODY_STAFF.has(forms[up]!.toLowerCase())
}

/** Persons' names of several words, each word. */
function bearersOf({ names, forms }: Draft): ReadonlySet<string> {
  const bearers = new Set<string>()
  for (const { first, end, kind } of names.values())
    if (kind === 'person' && end - first > 1) for (let i = first; i < end; i++) bearers.add(forms[i]!)
  return bearers
}

/** The word of a name that the others hang from. */
function topOf(head: Int32Array, first: number, end: number): number {
  for (let i = first; i < end; i++) if (head[i]! < first || head[i]! >= end) return i
  return end - 1
}
