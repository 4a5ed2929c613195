import type { EntKind } from '../../model/doc.ts'
import { type Draft, isCapital, isFree, type NameDraft, nameOver, putName, tagOf, typeOf } from './name-draft.ts'

// A name that the network is this sure of (log-odds) keeps its type against the rest of the text.
const SURE = 6

/** A person's full name decides what its family name alone is, wherever the text has it ("Ana Example", "Example"). */
export function agreeFamilies(draft: Draft): void {
  const families = familyNames(draft)
  if (families.size === 0) return
  for (let i = 0; i < draft.forms.length; i++) {
    if (!families.has(draft.forms[i]!)) continue
    const name = nameOver(draft, i)
    if (name === null) {
      if (isBare(draft, i)) putName(draft, { first: i, end: i + 1, kind: 'person', score: null })
    } else if (name.end - name.first === 1 && name.kind !== 'person' && (name.score ?? 0) < SURE) {
      putName(draft, { ...name, kind: 'person' })
    }
  }
}

/** Last words of persons' names of two words and more, those left out that other names of the text are, too. */
function familyNames(draft: Draft): ReadonlySet<string> {
  const families = new Set<string>()
  for (const { first, end, kind } of draft.names.values()) {
    const last = /^(?:Jr|Sr|I{1,3}|IV)\.?$/.test(draft.forms[end - 1]!) ? end - 1 : end
    const form = draft.forms[last - 1] ?? ''
    if (kind === 'person' && last - first > 1 && form.length > 2) families.add(form)
  }
  return families
}

/** Capitalised like a name and part of no longer run of capitals. */
function isBare(draft: Draft, i: number): boolean {
  if (tagOf(draft.doc, i) !== 'PROPN' || draft.lowercase.has(draft.forms[i]!.toLowerCase())) return false
  const joins = (k: number): boolean => isCapital(draft, k) && tagOf(draft.doc, k) === 'PROPN'
  return !joins(i - 1) && !joins(i + 1)
}

/** An acronym that the text explains in brackets is of the kind of what it stands for, wherever it stands. */
export function agreeAcronyms(draft: Draft): void {
  const kinds = explained(draft)
  if (kinds.size === 0) return
  for (let i = 0; i < draft.forms.length; i++) {
    const kind = kinds.get(draft.forms[i]!)
    if (kind === undefined) continue
    const name = nameOver(draft, i)
    const alone = name === null ? isFree(draft, i, i + 1) : name.end - name.first === 1 && name.kind !== kind
    if (alone) putName(draft, { first: i, end: i + 1, kind, score: name?.score ?? null })
  }
}

function explained(draft: Draft): ReadonlyMap<string, EntKind> {
  const kinds = new Map<string, EntKind>()
  for (const name of draft.names.values()) {
    const at = name.end + 1
    if (draft.forms[name.end] !== '(' || draft.forms[at + 1] !== ')' || name.end - name.first < 2) continue
    if (stands(draft, draft.forms[at]!, name) && typeOf(name.kind) === 'ORG') kinds.set(draft.forms[at]!, name.kind)
  }
  return kinds
}

/** Whether an acronym's letters are initials of the name's words: its first and at least half of all. */
function stands(draft: Draft, acronym: string, name: NameDraft): boolean {
  if (!/^\p{Lu}[\p{L}\p{N}&.-]{1,9}$/u.test(acronym)) return false
  const letters = [...acronym].filter(letter => /\p{Lu}/u.test(letter))
  if (letters.length < 2) return false
  const initials = draft.forms.slice(name.first, name.end).map(form => form[0]!.toUpperCase())
  return letters[0] === initials[0] && letters.filter(letter => initials.includes(letter)).length * 2 >= letters.length
}

/** A name of several words that the text has elsewhere is that name again where the network missed it. */
export function repeatNames(draft: Draft): void {
  const byFirst = new Map<string, NameDraft[]>()
  for (const name of draft.names.values()) {
    if (name.end - name.first < 2 || typeOf(name.kind) === null || (name.score ?? 0) < SURE) continue
    const list = byFirst.get(draft.forms[name.first]!) ?? []
    if (list.length < 20) byFirst.set(draft.forms[name.first]!, [...list, name])
  }
  for (let i = 0; i < draft.forms.length; i++) {
    if (draft.nameAt[i] !== -1 || !isCapital(draft, i)) continue
    for (const name of byFirst.get(draft.forms[i]!) ?? []) {
      const size = name.end - name.first
      if (!isFree(draft, i, i + size) || !sameWords(draft, name, i)) continue
      putName(draft, { first: i, end: i + size, kind: name.kind, score: null })
      break
    }
  }
}

function sameWords(draft: Draft, { first, end }: NameDraft, at: number): boolean {
  for (let k = 0; k < end - first; k++) if (draft.forms[first + k] !== draft.forms[at + k]) return false
  return true
}
