import type { Actor } from '../model/actor.ts'
import type { Knowledge, KnownPlace, NameEntry } from '../model/knowledge.ts'
import { sha256 } from '../text/hash.ts'
import { normaliseName } from '../text/normalise.ts'
import { type Body, loadBodies, loadMemberships, loadPeople, loadRoles } from './load-actors.ts'
import {
  type Country,
  type KnownOutlet,
  loadAdmin1,
  loadAdmin2,
  loadCountries,
  loadOutlets,
  loadPlaces,
} from './load-geography.ts'
import { type CountryTowns, loadTowns } from './load-towns.ts'
import { type Forms, isTelling, newForms } from './name-forms.ts'
import { damaged } from './read-table.ts'
import { packageRoot } from './root.ts'

/**
 * Reads knowledge/*.tsv and the compiled towns once and hands out read-only facts. Every header, every row and every
 * reference between tables is checked: a damaged file throws TH_ASSET_DAMAGED with file and line, never half a table.
 * `version` is a hash of all tables, so that a reading can say which knowledge it was made with.
 */
export function loadKnowledge(options: { readonly root?: string } = {}): Knowledge {
  const root = options.root ?? packageRoot()
  const towns = loadTowns(root)
  const countries = loadCountries(root)
  const bodies = loadBodies(root)
  const people = loadPeople(root)
  const outlets = loadOutlets(root)
  const places = loadPlaces(root)
  const admin1 = loadAdmin1(root)
  const admin2 = loadAdmin2(root)
  const actors = uniqueById([
    ...countries.rows.map(c => c.actor),
    ...bodies.rows.map(b => b.actor),
    ...people.rows,
    ...outlets.rows.map(o => o.actor),
  ])
  const roles = loadRoles(root, actors)
  const memberships = loadMemberships(root, actors)
  const placeById = uniqueById([...countries.rows.map(c => c.place), ...places.rows, ...admin1.rows, ...admin2.rows])
  const forms = newForms()
  addCountries(forms, countries.rows, towns, placeById)
  addBodies(forms, bodies.rows)
  for (const person of people.rows) addPerson(forms, person)
  for (const outlet of outlets.rows) addOutlet(forms, outlet)
  for (const place of places.rows) addPlace(forms, place)
  for (const place of [...admin1.rows, ...admin2.rows]) addPlace(forms, place)
  const tables = [countries, bodies, people, outlets, places, admin1, admin2, roles, memberships]
  return {
    version: sha256(tables.map(table => table.hash).join(' ')).slice(0, 16),
    actors,
    places: placeById,
    towns,
    byForm: forms.byForm,
    longestForm: forms.longest(),
    rolesOf: groupBy(roles.rows, role => role.of),
    rolesBy: groupBy(roles.rows, role => role.person),
    members: groupBy(memberships.rows, membership => membership.of),
    // No free source of given names by gender was found: titles and pronouns in the text have to tell.
    givenNames: new Map(),
    outlets: outletIndex(outlets.rows),
  }
}

function uniqueById<T extends Actor | KnownPlace>(items: readonly T[]): Map<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(item.id)) throw damaged('knowledge', `the id "${item.id}" is given twice`)
    map.set(item.id, item)
  }
  return map
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

function addCountries(
  forms: Forms,
  countries: readonly Country[],
  towns: CountryTowns,
  places: Map<string, KnownPlace>,
): void {
  for (const c of countries) {
    const base = { actorId: c.actor.id, placeId: c.place.id }
    for (const form of [c.actor.name, ...c.actor.aliases]) forms.add(form, { kind: 'country', ...base })
    for (const form of [...c.adjectives, ...c.demonyms]) forms.add(form, { kind: 'nationality', ...base })
    for (const form of new Set([c.capital, ...c.seat])) {
      if (form === '') continue
      const town = c.place.country === null ? null : towns.largestIn(c.place.country, normaliseName(form))
      if (town !== null) places.set(town.id, town)
      const stands = c.seat.includes(form) ? c.actor.id : null
      if (normaliseName(form) === normaliseName(c.actor.name)) continue
      if (stands !== null || town !== null)
        forms.add(form, { kind: 'place', actorId: stands, placeId: town?.id ?? null })
    }
  }
}

function addBodies(forms: Forms, bodies: readonly Body[]): void {
  for (const { actor, seat } of bodies) {
    const kind: NameEntry['kind'] =
      actor.kind === 'bloc' || actor.kind === 'group'
        ? 'bloc'
        : actor.kind === 'armed-force'
          ? 'armed-force'
          : 'organisation'
    for (const form of [actor.name, ...actor.aliases]) forms.add(form, { kind, actorId: actor.id, placeId: null })
    for (const form of seat) forms.add(form, { kind: 'place', actorId: actor.id, placeId: null })
  }
}

function addPerson(forms: Forms, person: Actor): void {
  const base = { kind: 'person', actorId: person.id, placeId: null } as const
  forms.add(person.name, base)
  for (const form of person.aliases) forms.add(form, base)
  if (person.family) forms.add(person.family, { ...base, familyOnly: true })
}

function addPlace(forms: Forms, place: KnownPlace): void {
  const means = { kind: place.kind === 'facility' ? 'facility' : 'place', actorId: null, placeId: place.id } as const
  const isProvince = place.kind === 'admin1'
  if (!isProvince || isTelling(place.name)) forms.add(place.name, means)
  for (const form of place.aliases) if (!isProvince || isTelling(form)) forms.add(form, means)
  // Abbreviations are names of their own only where no other word is written so ("Okla.", "N.Y.", but not "Miss.").
  for (const form of place.short ?? []) if (form.includes('.')) forms.add(form, means, true)
}

/** Names of outlets that are common words: known to the outlets' index, but not looked for in running text. */
const COMMON_OUTLET = /^(The \S+|Dawn|Bild|Welt|Trend|Fars|Asahi|Caliber|Telegraph|Spiegel|MENA|SPA|PA|AA|ANI|CNA|DW)$/

function addOutlet(forms: Forms, { actor }: KnownOutlet): void {
  for (const form of [actor.name, ...actor.aliases]) {
    if (!COMMON_OUTLET.test(form)) forms.add(form, { kind: 'outlet', actorId: actor.id, placeId: null })
  }
}

function outletIndex(outlets: readonly KnownOutlet[]): Map<string, { name: string; kind: 'agency' | 'outlet' }> {
  const index = new Map<string, { name: string; kind: 'agency' | 'outlet' }>()
  for (const { actor, kind, hosts } of outlets) {
    for (const form of [actor.name, ...actor.aliases]) index.set(normaliseName(form), { name: actor.name, kind })
    for (const host of hosts) index.set(host, { name: actor.name, kind })
  }
  return index
}
