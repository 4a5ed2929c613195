import type { NameEntry } from '../model/knowledge.ts'
import { normaliseName } from '../text/normalise.ts'

/** Longer names than this are full titles that reporting never uses; they would only widen a matcher's window. */
const MOST_WORDS = 8

/** What a form means, without the form. */
type Meaning = Omit<NameEntry, 'form' | 'exactCase'>

/** Collects surface forms under their normalised keys. */
export interface Forms {
  readonly byForm: Map<string, NameEntry[]>
  add(form: string, entry: Meaning, exact?: boolean): void
  longest(): number
}

/**
 * An empty collection. A form of at most three capital letters or digits ("US", "U.S.", "WHO", "G7") must be written
 * so; longer acronyms may be written as words ("Nato", "Unesco"). The same meaning is entered once under a form.
 */
export function newForms(): Forms {
  const byForm = new Map<string, NameEntry[]>()
  let longest = 1
  return {
    byForm,
    add(form, entry, exact = false) {
      const key = normaliseName(form)
      const words = wordsIn(key)
      if (key === '' || words > MOST_WORDS) return
      const present = byForm.get(key)
      if (present?.some(e => isSame(e, form, entry)) === true) return
      const made = entryOf(form, exact || isShortCapitals(form), entry)
      if (present === undefined) byForm.set(key, [made])
      else present.push(made)
      longest = Math.max(longest, words)
    },
    longest: () => longest,
  }
}

function wordsIn(key: string): number {
  let words = 1
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) words++
  return words
}

/** Six characters hold three letters with their dots ("U.S.A."). */
function isShortCapitals(form: string): boolean {
  return form.length <= 6 && /^[A-Z0-9]{1,3}$/.test(form.replaceAll('.', ''))
}

// Written out, not spread: some 25,000 entries are made at every start, and all get one shape.
function entryOf(form: string, exactCase: boolean, entry: Meaning): NameEntry {
  const { kind, actorId, placeId, familyOnly } = entry
  return familyOnly === true
    ? { form, exactCase, kind, actorId, placeId, familyOnly }
    : { form, exactCase, kind, actorId, placeId }
}

function isSame(a: NameEntry, form: string, b: Meaning): boolean {
  return a.kind === b.kind && a.actorId === b.actorId && a.placeId === b.placeId && a.form === form
}

/** Provinces so called are not named by that word alone in reporting ("Central", "the North"). */
const GENERIC =
  /^(centr(al|e|o)|center|(north|south|east|west)(ern|west|east|central)*( (region|province|district|central|eastern|western|northern|southern))?|upper|lower|capital( .*)?|littoral|coast|islands?|metropolitan|distrito( .*)?|federal( .*)?|plateau|delta|rivers?|lakes?|gulf|male|bay|sea|border|plains|highlands|savanes|hills|mountains?|federation|city|province|region|district|university|atlantic|trust|union|victory|liberty|hope|unity|lincoln|jordan|clare|florida key|bar|most|nice|tests?|mobile|reading)$/

/** True for a province's name that can be looked for in running text: four letters or more, and no common word. */
export function isTelling(name: string): boolean {
  const key = normaliseName(name)
  return key.length >= 4 && !GENERIC.test(key)
}
