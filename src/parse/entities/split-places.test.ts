import { describe, expect, it } from 'vitest'
import type { Knowledge, KnownPlace, NameEntry } from '../../model/knowledge.ts'
import { newDraft, putName, writtenAt } from './name-draft.ts'
import { splitPlaces } from './split-places.ts'
import { docOf } from './testdata/doc-of.ts'
import { knowledgeOf } from './testdata/knowledge-of.ts'

const place = (id: string, kind: KnownPlace['kind'], country: string, admin1?: string): KnownPlace => ({
  id,
  name: id,
  lat: 0,
  lon: 0,
  country,
  precision: 'town',
  kind,
  population: 0,
  aliases: [],
  ...(admin1 === undefined ? {} : { admin1 }),
})

const PLACES = [place('country:SX', 'country', 'SX'), place('admin1:SX-1', 'admin1', 'SX'), place('sea:s', 'sea', 'SX')]
const TOWNS: Readonly<Record<string, KnownPlace>> = {
  testburg: place('geonames:1', 'town', 'SX', '1'),
  'port test': place('geonames:2', 'town', 'US', 'CA'),
  west: place('geonames:3', 'town', 'SX', '1'),
}
const entry = (form: string, placeId: string, kind: NameEntry['kind']): [string, NameEntry[]] => [
  form.toLowerCase(),
  [{ form, kind, actorId: null, placeId, exactCase: false }],
]
const KNOWN: Knowledge = {
  ...knowledgeOf(),
  places: new Map(PLACES.map(each => [each.id, each])),
  towns: { named: key => (TOWNS[key] ? [TOWNS[key]] : []), byId: () => null },
  byForm: new Map([
    entry('Samplia', 'country:SX', 'country'),
    entry('Upper Test', 'admin1:SX-1', 'place'),
    entry('Test Sea', 'sea:s', 'place'),
    entry('Testburg Upper Test', 'sea:s', 'place'),
  ]),
}

/** The parts of a text that is one place's name to begin with. */
function parts(words: string): readonly string[] {
  const draft = newDraft(docOf(words))
  putName(draft, { first: 0, end: draft.forms.length, kind: 'place', score: 9 })
  splitPlaces(draft, KNOWN)
  return [...draft.names.values()].map(name => `${name.kind}: ${writtenAt(draft, name.first, name.end)}`)
}

describe('a town and its country side by side', () => {
  it('are two names, and so are a town and its state by its postal code', () => {
    expect(parts('Testburg Samplia')).toEqual(['place: Testburg', 'country: Samplia'])
    expect(parts('Port Test Ca')).toEqual(['place: Port Test', 'place: Ca'])
  })

  it('are one where the town lies elsewhere, is a part of the country by its name, or the whole is known', () => {
    expect(parts('Port Test Samplia')).toHaveLength(1)
    expect(parts('Port Test TX')).toHaveLength(1)
    expect(parts('West Samplia')).toHaveLength(1)
    expect(parts('Testburg Upper Test')).toHaveLength(1)
    expect(parts('Testburg Test Sea')).toHaveLength(1)
  })
})
