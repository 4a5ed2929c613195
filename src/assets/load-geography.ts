import type { Actor } from '../model/actor.ts'
import type { KnownPlace } from '../model/knowledge.ts'
import type { PlacePrecision } from '../model/reading.ts'
import { damaged, degreesOf, listOf, needed, oneOf, readTable, type Table } from './read-table.ts'

/** A country of countries.tsv: as actor and as place, with the words that mean it. */
export interface Country {
  readonly actor: Actor
  readonly place: KnownPlace
  readonly adjectives: readonly string[]
  readonly demonyms: readonly string[]
  readonly capital: string
  /** Names of the seat of government, which stand for it ("Washington"). */
  readonly seat: readonly string[]
}

/** countries.tsv: states and territories with codes, names, demonyms, capital and a point inside. */
export function loadCountries(root: string): Table<Country> {
  return readTable(
    root,
    'countries.tsv',
    [
      'code',
      'alpha2',
      'name',
      'aliases',
      'adjectives',
      'demonyms',
      'capital',
      'seat',
      'capital_lat',
      'capital_lon',
      'lat',
      'lon',
      'source',
      'asof',
    ],
    ({ cells, where }): Country => {
      const code = needed(cells.code, 'code', where)
      if (!/^[A-Z]{3}$/.test(code)) throw damaged(where, `\`code\` must be three capital letters; got "${code}"`)
      const name = needed(cells.name, 'name', where)
      const aliases = listOf(cells.aliases)
      const source = needed(cells.source, 'source', where)
      return {
        actor: { id: `country:${code}`, kind: 'country', name, aliases, code, country: code, source },
        place: {
          // Uninhabited territories without an alpha-2 code are known by their three letters.
          id: `country:${cells.alpha2 || code}`,
          name,
          lat: degreesOf(cells.lat, 90, 'lat', where),
          lon: degreesOf(cells.lon, 180, 'lon', where),
          country: cells.alpha2 === '' ? null : cells.alpha2,
          precision: 'country',
          kind: 'country',
          population: 0,
          aliases,
        },
        adjectives: listOf(cells.adjectives),
        demonyms: listOf(cells.demonyms),
        capital: cells.capital,
        seat: listOf(cells.seat),
      }
    },
  )
}

const KINDS = ['sea', 'strait', 'region', 'island', 'disputed', 'facility'] as const
const PRECISION: Readonly<Record<(typeof KINDS)[number], PlacePrecision>> = {
  sea: 'sea',
  strait: 'sea',
  region: 'region',
  island: 'region',
  disputed: 'region',
  facility: 'site',
}

/** places.tsv: waters, regions, islands, disputed areas, bases and ports, each with a point. */
export function loadPlaces(root: string): Table<KnownPlace> {
  const columns = ['id', 'kind', 'name', 'aliases', 'lat', 'lon', 'country', 'source', 'asof'] as const
  return readTable(root, 'places.tsv', columns, ({ cells, where }): KnownPlace => {
    const kind = oneOf(cells.kind, KINDS, 'kind', where)
    return {
      id: needed(cells.id, 'id', where),
      name: needed(cells.name, 'name', where),
      lat: degreesOf(cells.lat, 90, 'lat', where),
      lon: degreesOf(cells.lon, 180, 'lon', where),
      country: cells.country === '' ? null : cells.country,
      precision: PRECISION[kind],
      kind,
      population: 0,
      aliases: listOf(cells.aliases),
    }
  })
}

/** admin1.tsv: states and provinces. */
export function loadAdmin1(root: string): Table<KnownPlace> {
  const columns = ['id', 'name', 'aliases', 'short', 'lat', 'lon', 'country', 'source', 'asof'] as const
  return readTable(
    root,
    'admin1.tsv',
    columns,
    ({ cells, where }): KnownPlace => ({
      id: needed(cells.id, 'id', where),
      name: needed(cells.name, 'name', where),
      lat: degreesOf(cells.lat, 90, 'lat', where),
      lon: degreesOf(cells.lon, 180, 'lon', where),
      country: needed(cells.country, 'country', where),
      precision: 'admin1',
      kind: 'admin1',
      population: 0,
      aliases: listOf(cells.aliases),
      short: listOf(cells.short),
    }),
  )
}

/** admin2.tsv: counties of the United States. Precision has no finer word than `admin1` for them. */
export function loadAdmin2(root: string): Table<KnownPlace> {
  const columns = ['id', 'name', 'admin1', 'lat', 'lon', 'country', 'source', 'asof'] as const
  return readTable(
    root,
    'admin2.tsv',
    columns,
    ({ cells, where }): KnownPlace => ({
      id: needed(cells.id, 'id', where),
      name: needed(cells.name, 'name', where),
      lat: degreesOf(cells.lat, 90, 'lat', where),
      lon: degreesOf(cells.lon, 180, 'lon', where),
      country: needed(cells.country, 'country', where),
      precision: 'admin1',
      kind: 'admin2',
      population: 0,
      aliases: [],
      admin1: needed(cells.admin1, 'admin1', where),
    }),
  )
}

/** An outlet or agency of outlets.tsv. */
export interface KnownOutlet {
  readonly actor: Actor
  readonly kind: 'agency' | 'outlet'
  readonly hosts: readonly string[]
}

/** outlets.tsv: agencies, newspapers and broadcasters with their hosts. */
export function loadOutlets(root: string): Table<KnownOutlet> {
  const columns = ['id', 'name', 'kind', 'aliases', 'hosts', 'country', 'source', 'asof'] as const
  return readTable(
    root,
    'outlets.tsv',
    columns,
    ({ cells, where }): KnownOutlet => ({
      actor: {
        id: `outlet:${needed(cells.id, 'id', where)}`,
        kind: 'outlet',
        name: needed(cells.name, 'name', where),
        aliases: listOf(cells.aliases),
        code: null,
        country: cells.country === '' ? null : cells.country,
        source: needed(cells.source, 'source', where),
      },
      kind: oneOf(cells.kind, ['agency', 'outlet'], 'kind', where),
      hosts: listOf(cells.hosts),
    }),
  )
}
