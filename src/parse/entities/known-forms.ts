import type { EntKind } from '../../model/doc.ts'
import type { Knowledge, NameEntry } from '../../model/knowledge.ts'
import { normaliseName } from '../../text/normalise.ts'
import { type Draft, isCapital, writtenAt } from './name-draft.ts'

/** What an entry names, as a kind of entity. */
export const KIND_OF: Readonly<Record<NameEntry['kind'], EntKind>> = {
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

/** A form of the knowledge files in the text, with all that it can mean; never a family name alone. */
export interface KnownForm {
  readonly first: number
  readonly end: number
  readonly entries: readonly NameEntry[]
}

// Made once for each loaded knowledge, which is read-only: the table has some 25,000 forms.
const LONGEST_BY_WORD = new WeakMap<Knowledge, ReadonlyMap<string, number>>()

/** Number of words of the longest form that begins with a word, by that word (normalised). */
function longestByWord(knowledge: Knowledge): ReadonlyMap<string, number> {
  const made = LONGEST_BY_WORD.get(knowledge)
  if (made !== undefined) return made
  const longest = new Map<string, number>()
  for (const key of knowledge.byForm.keys()) {
    const words = key.split(' ')
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length))
  }
  LONGEST_BY_WORD.set(knowledge, longest)
  return longest
}

/** All forms of the knowledge files in a text, capitalised and not overlapping: the longest from the left. */
export function knownForms(draft: Draft, knowledge: Knowledge): readonly KnownForm[] {
  const longest = longestByWord(knowledge)
  const found: KnownForm[] = []
  for (let i = 0; i < draft.forms.length; i++) {
    if (!isCapital(draft, i)) continue
    const form = longestAt(draft, knowledge, longest, i)
    if (form === null) continue
    found.push(form)
    i = form.end - 1
  }
  return found
}

function longestAt(
  draft: Draft,
  knowledge: Knowledge,
  longest: ReadonlyMap<string, number>,
  first: number,
): KnownForm | null {
  const bare = normaliseName(draft.forms[first]!)
  const lead = bare === 'the' ? normaliseName(draft.forms[first + 1] ?? '') : bare
  const most = longest.get(firstWord(lead))
  if (most === undefined) return null
  for (const end of endsFrom(draft, first, most + (bare === 'the' ? 1 : 0))) {
    const entries = entriesOf(draft, knowledge, first, end)
    if (entries.length > 0) return { first, end, entries }
  }
  return null
}

function firstWord(key: string): string {
  const space = key.indexOf(' ')
  return space < 0 ? key : key.slice(0, space)
}

/** Where a form of at most `most` words that begins at `first` may end, the farthest first; never past its sentence. */
function endsFrom(draft: Draft, first: number, most: number): readonly number[] {
  const last = draft.doc.firstToken[draft.sentenceOf[first]! + 1]!
  const ends: number[] = []
  for (let i = first, words = 0; i < last; i++) {
    if (!/^[\p{L}\p{N}]/u.test(draft.forms[i]!)) {
      // Marks inside a form ("Asia-Pacific", "Côte d'Ivoire") are no words; a form never runs over any other.
      if (!/^[-–'’.&/]/.test(draft.forms[i]!)) break
      if (/^['’]s$/.test(draft.forms[i]!)) ends.push(i + 1)
      continue
    }
    words++
    if (words > most) break
    ends.push(i + 1)
  }
  return ends.reverse()
}

/** What the words [first, end) can mean as they are written there; empty when the knowledge files do not have them. */
export function entriesOf(draft: Draft, knowledge: Knowledge, first: number, end: number): readonly NameEntry[] {
  const written = writtenAt(draft, first, end)
  const entries = knowledge.byForm.get(normaliseName(written))
  if (entries === undefined) return []
  const bare = written.replaceAll('.', '')
  const article = /^the\b/i.test(written)
  const owner = /['’]s$/.test(written)
  return entries.filter(entry => {
    if (entry.familyOnly === true) return false
    // "the" is dropped from keys: it belongs to a name only where the files write it ("The Hague").
    if (article && !/^the /i.test(entry.form)) return false
    // Keys lose apostrophes: "America's" is not "the Americas".
    if (owner && !/['’]s$/.test(entry.form)) return false
    if (entry.exactCase) return bare === entry.form.replaceAll('.', '').replace(/^the /i, '')
    return entry.kind !== 'outlet' || end - first > 1 || entry.form.length > 3 || bare === entry.form
  })
}
