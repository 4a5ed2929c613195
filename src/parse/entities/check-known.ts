import type { EntKind } from '../../model/doc.ts'
import type { NameEntry } from '../../model/knowledge.ts'
import { KIND_OF, type KnownForm } from './known-forms.ts'
import { type Draft, isCapital, isFree, type NameDraft, nameOver, putName, tagOf, typeOf } from './name-draft.ts'

// Where a form has several meanings of one type, the first of these is its kind; resolving chooses among bearers.
const ORDER: readonly NameEntry['kind'][] = [
  'country',
  'bloc',
  'person',
  'organisation',
  'armed-force',
  'place',
  'facility',
  'outlet',
]

/** The kind that all meanings of a form agree on in type; null when they are of several types or one is a nationality. */
function soleKind(entries: readonly NameEntry[]): EntKind | null {
  const types = new Set(entries.map(entry => typeOf(KIND_OF[entry.kind])))
  if (types.size !== 1 || types.has(null)) return null
  const best = entries.reduce((a, b) => (ORDER.indexOf(b.kind) < ORDER.indexOf(a.kind) ? b : a))
  return KIND_OF[best.kind]
}

/** Gives a name that is a nationality and nothing else its kind, found by the network or not ("Samplian"). */
export function markNationalities(draft: Draft, known: readonly KnownForm[]): void {
  for (const { first, end, entries } of known) {
    const nationality = entries.some(entry => entry.kind === 'nationality')
    if (!nationality || (entries.length > 1 && !onlyNationality(entries) && tagOf(draft.doc, end - 1) !== 'ADJ'))
      continue
    const name = nameOver(draft, first)
    if (name === null ? isFree(draft, first, end) : isSame(name, first, end) && name.kind !== 'person')
      putName(draft, { first, end, kind: 'nationality', score: null })
  }
}

function onlyNationality(entries: readonly NameEntry[]): boolean {
  return entries.every(entry => entry.kind === 'nationality')
}

function isSame(name: NameDraft, first: number, end: number): boolean {
  return name.first === first && name.end === end
}

/** A country, bloc or body that the form cannot but mean overrules the network's type. */
export function overruleTypes(draft: Draft, known: readonly KnownForm[]): void {
  for (const { first, end, entries } of known) {
    const name = nameOver(draft, first)
    if (name === null || !isSame(name, first, end)) continue
    const kind = soleKind(entries)
    if (kind === null || typeOf(kind) === typeOf(name.kind) || !STATED.has(kind)) continue
    putName(draft, { ...name, kind })
  }
}

const STATED: ReadonlySet<EntKind> = new Set(['country', 'bloc', 'organisation'])

/** A known form that holds the network's name of the same type, and more, is the name. */
export function extendNames(draft: Draft, known: readonly KnownForm[]): void {
  for (const { first, end, entries } of known) {
    const kind = soleKind(entries)
    if (kind === null) continue
    const inside: NameDraft[] = []
    for (let i = first; i < end; i++) {
      const name = nameOver(draft, i)
      if (name !== null && name.first === i) inside.push(name)
      else if (name !== null && name.first < first) return
    }
    const held = inside.every(name => name.end <= end && typeOf(name.kind) === typeOf(kind))
    if (inside.length === 0 || !held || isSame(inside[0]!, first, end)) continue
    putName(draft, { first, end, kind, score: inside[0]!.score })
  }
}

/** Adds known names that the network does not have, where capitals, tags and neighbours leave no other reading. */
export function addKnown(draft: Draft, known: readonly KnownForm[]): void {
  for (const form of known) {
    const { first, end, entries } = form
    const kind = soleKind(entries)
    if (kind !== null && isFree(draft, first, end) && isSafe(draft, form, kind))
      putName(draft, { first, end, kind, score: null })
  }
}

function isSafe(draft: Draft, { first, end, entries }: KnownForm, kind: EntKind): boolean {
  const { forms, doc } = draft
  // "United" in "United States" is an adjective by its tag: the last word of a name is what tells.
  if (kind === 'person' && end - first === 1) return false
  if (!isCapital(draft, end - 1) || tagOf(doc, end - 1) !== 'PROPN') return false
  // "West-Coast" is no "West Coast", "PR" is more than Puerto Rico.
  if (end - first > 1) return !/^[-–]$/.test(forms[first + 1]!)
  const form = forms[first]!
  if (form.length < 3) return false
  if (draft.capitalised[draft.sentenceOf[first]!] || draft.lowercase.has(form.toLowerCase())) return false
  if (hasNeighbour(draft, first, end)) return false
  return kind === 'country' || kind === 'bloc' || entries.some(entry => entry.exactCase) || /^\p{Lu}{3,}$/u.test(form)
}

/** A name of several words that the files do not know holds the form: "Jordan Example". */
function hasNeighbour(draft: Draft, first: number, end: number): boolean {
  const touches = (i: number): boolean =>
    isCapital(draft, i) && tagOf(draft.doc, i) === 'PROPN' && draft.nameAt[i] === -1
  return touches(first - 1) || touches(end)
}
