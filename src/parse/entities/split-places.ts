import type { Knowledge, KnownPlace } from '../../model/knowledge.ts'
import { normaliseName } from '../../text/normalise.ts'
import { entriesOf } from './known-forms.ts'
import { cutName, type Draft, type NameDraft, putName, typeOf, writtenAt } from './name-draft.ts'
import { kindOf } from './place-names.ts'

// "West Samplia" is a part of Samplia, though there is a town called West somewhere.
const PART = /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|inner|new|old)$/i
// "Washington DC" is one name.
const CAPITAL_DISTRICT = 'admin1:US-DC'

/** Parts a town and the state or country it lies in that stand side by side without a comma: "Sampleville Samplia". */
export function splitPlaces(draft: Draft, knowledge: Knowledge): void {
  for (const name of [...draft.names.values()]) {
    if (typeOf(name.kind) !== 'LOC' || name.end - name.first < 2) continue
    if (entriesOf(draft, knowledge, name.first, name.end).length > 0) continue
    const at = landAt(draft, knowledge, name)
    if (at === null) continue
    cutName(draft, name, name.first, at)
    const kind = kindOf(draft, 'LOC', entriesOf(draft, knowledge, at, name.end), name.end)
    putName(draft, { ...name, first: at, kind })
  }
}

/** Where the state or country begins that the words before it are a town of. */
function landAt(draft: Draft, knowledge: Knowledge, { first, end }: NameDraft): number | null {
  if (PART.test(draft.forms[first]!)) return null
  for (let at = first + 1; at < end; at++) {
    const towns = knowledge.towns.named(normaliseName(writtenAt(draft, first, at)))
    if (towns.length === 0) continue
    const countries = countriesOf(draft, knowledge, at, end)
    const state = at === end - 1 ? draft.forms[at]!.toUpperCase() : ''
    // GeoNames' divisions of the United States are postal codes: "Sampleville CA".
    const isIn = ({ country, admin1 }: KnownPlace): boolean =>
      country !== null && (countries.has(country) || (country === 'US' && admin1 === state && state !== 'DC'))
    if (towns.some(isIn)) return at
  }
  return null
}

/** Countries that the words [first, end) name, or lie in as a state or province; of a federal district none. */
function countriesOf(draft: Draft, knowledge: Knowledge, first: number, end: number): ReadonlySet<string> {
  const countries = new Set<string>()
  for (const { placeId } of entriesOf(draft, knowledge, first, end)) {
    const place = placeId === null ? undefined : knowledge.places.get(placeId)
    if (place?.kind !== 'country' && place?.kind !== 'admin1') continue
    if (place.country !== null && place.id !== CAPITAL_DISTRICT) countries.add(place.country)
  }
  return countries
}
