import type { EntKind } from '../../model/doc.ts'
import type { Knowledge, NameEntry } from '../../model/knowledge.ts'
import { normaliseName } from '../../text/normalise.ts'
import { addName, type Draft, isCapital, tagOf } from './name-draft.ts'
import { FACILITY_WORDS, GIVEN_NAMES, PERSON_TITLES, PLACE_WORDS } from './name-words.ts'

// Names never get longer than this many words here, whatever the knowledge files hold: it bounds the work per word.
const WINDOW = 10
const KIND: Readonly<Record<NameEntry['kind'], EntKind>> = {
  country: 'country',
  nationality: 'nationality',
  bloc: 'bloc',
  organisation: 'organisation',
  person: 'person',
  place: 'place',
  facility: 'facility',
  outlet: 'organisation',
  'armed-force': 'organisation',
}
// Given order where one form means several things; context then decides in the resolve stage.
const ORDER: readonly NameEntry['kind'][] = [
  'country',
  'bloc',
  'person',
  'organisation',
  'armed-force',
  'nationality',
  'place',
  'facility',
  'outlet',
]

/** Marks names of the knowledge files, the longest from the left; family names alone only where a person is meant. */
export function findKnown(draft: Draft, knowledge: Knowledge): void {
  const width = Math.min(knowledge.longestForm, WINDOW)
  for (let i = 0; i < draft.forms.length; i++) {
    if (draft.taken[i] === 1 || !isCapital(draft, i)) continue
    const match = longest(draft, knowledge, i, width)
    if (match !== null) {
      addName(draft, match)
      i = match.end - 1
    }
  }
}

function longest(draft: Draft, knowledge: Knowledge, first: number, width: number): ReturnType<typeof nameOf> {
  const { doc, forms } = draft
  const last = Math.min(first + width * 2, doc.firstToken[draft.sentenceOf[first]! + 1]!)
  for (let end = last; end > first; end--) {
    if (!isCapital(draft, end - 1) && !/^[\p{L}\p{N}]/u.test(forms[end - 1]!)) continue
    const from = doc.tokens.start[first]!
    const to = doc.tokens.end[end - 1]!
    if (to - from > 90) continue
    const written = doc.text.slice(from, to)
    const entries = knowledge.byForm.get(normaliseName(written))
    const entry = entries && choose(draft, entries, written, first, end)
    if (entry) return nameOf(draft, entry, first, end)
  }
  return null
}

function nameOf(
  draft: Draft,
  entry: NameEntry,
  first: number,
  end: number,
): { first: number; end: number; kind: EntKind } | null {
  // "Ukraine's" ends before its clitic.
  const stop = /^['’]s$/.test(draft.forms[end - 1]!) ? end - 1 : end
  return stop > first ? { first, end: stop, kind: KIND[entry.kind] } : null
}

function choose(
  draft: Draft,
  entries: readonly NameEntry[],
  written: string,
  first: number,
  end: number,
): NameEntry | null {
  const fitting = entries.filter(entry => fits(draft, entry, written, first, end))
  if (fitting.length === 0) return null
  return fitting.reduce((a, b) => (ORDER.indexOf(b.kind) < ORDER.indexOf(a.kind) ? b : a))
}

function fits(draft: Draft, entry: NameEntry, written: string, first: number, end: number): boolean {
  const bare = written.replaceAll('.', '')
  if (entry.exactCase && bare !== entry.form.replaceAll('.', '').replace(/^the /i, '')) return false
  // "the" is dropped from keys: it belongs to a name only where the files write it ("The Hague").
  if (/^the$/i.test(draft.forms[first]!) && !/^the /i.test(entry.form)) return false
  if (entry.kind === 'person' && entry.familyOnly) return familyFits(draft, first, end)
  // A longer capitalised name holds it: "Turkey Run Park", "Georgia Tech", "China Daily".
  if (end - first === 1 && !entry.exactCase && draft.lowercase.has(written.toLowerCase()) && isFirst(draft, first))
    return false
  if (entry.kind === 'place' || (entry.kind === 'country' && !entry.exactCase)) return !insideName(draft, first, end)
  if (entry.kind === 'outlet' && end - first === 1 && entry.form.length < 4) return bare === entry.form
  return true
}

function isFirst(draft: Draft, i: number): boolean {
  return draft.doc.firstToken[draft.sentenceOf[i]!] === i
}

/** A family name alone is its person's when a title stands before it or the full name stands earlier in the text. */
function familyFits(draft: Draft, first: number, end: number): boolean {
  const before = (draft.forms[first - 1] ?? '').toLowerCase()
  if (PERSON_TITLES.has(before) && isCapital(draft, first - 1)) return true
  return draft.families.has(draft.forms[end - 1]!) && !isCapital(draft, first - 1)
}

/** "Washington" in "George Washington" or "Washington Post", "Jordan" in "Michael Jordan" are parts of other names. */
function insideName(draft: Draft, first: number, end: number): boolean {
  const before = (draft.forms[first - 1] ?? '').toLowerCase()
  if (
    GIVEN_NAMES.has(before) &&
    isCapital(draft, first - 1) &&
    tagOf(draft.doc, first - 1) === 'PROPN' &&
    before !== 'will'
  )
    return true
  return heldByLonger(draft, end)
}

const HOLDS =
  /^(?:post|times|university|daily|news|college|institute|herald|tribune|journal|united|airlines|airways|press|company|railways?|bank|hospital|chamber|expressway|motors|telegraph|academy|school|church|society|club|fc|steel|electric)$/

/** A capitalised run goes on and ends in a word for something else: "Sampleville Expressway", "East Samplia Company". */
function heldByLonger(draft: Draft, end: number): boolean {
  const { doc, forms } = draft
  for (let i = end; i < Math.min(end + 4, forms.length); i++) {
    if (!isCapital(draft, i) || doc.tokens.start[i] !== doc.tokens.end[i - 1]! + 1) return false
    const word = forms[i]!.toLowerCase()
    if (
      HOLDS.test(word) ||
      FACILITY_WORDS.has(word) ||
      (PLACE_WORDS.has(word) && !/^(?:state|republic|city)$/.test(word))
    )
      return true
  }
  return false
}
