import type { Ent } from '../model/doc.ts'
import type { KnownPlace } from '../model/knowledge.ts'
import type { PlaceRef } from '../model/reading.ts'
import { normaliseName } from '../text/normalise.ts'
import { isPoint, kilometres } from './distance.ts'
import { type Scene, wordsOf } from './meaning.ts'
import { NearPlaces } from './near-places.ts'
import { type Candidate, candidatesFor } from './place-candidates.ts'
import { qualifiersAfter } from './place-qualifiers.ts'

/** The outcome for one span: a place, or why there is none. */
export type PlaceChoice = { readonly place: PlaceRef } | { readonly why: string }

/** All mentions of one name in the article: one name means one place in one article (Gale et al. 1992). */
interface Slot {
  readonly name: string
  readonly ents: Ent[]
  readonly candidates: readonly Candidate[]
  /** Places named right behind it ("Paris, Texas"). */
  readonly qualifiers: KnownPlace[]
  best: Candidate | null
}

// Weights on the scale of the prior (decimal digits of population), set by a coarse grid on LGL's and GeoVirus's articles.
// Scores on those two sets are therefore of the data the weights were chosen on; no third set was held out. Measured there
// (2026-11): halving or doubling any one of them moves the share placed within 161 km by one point at most on either set,
// so that only their order of size says something: a place named right behind outweighs any population, and so does a
// country that the article's other places share; the nearest other places come next; the outlet's country breaks ties.
const QUALIFIED = 6
const COUNTRY_WEIGHT = 8
const NEAR_WEIGHT = 5
const OUTLET_WEIGHT = 0.7
/** Shares of the nearest, second and third neighbour. */
const NEIGHBOURS = [0.6, 0.24, 0.16] as const
/** Two candidates closer than this in score are a guess; towns this near each other are one and the same place. */
const MARGIN = 0.25
const SAME_PLACE_KM = 60

/** What a candidate is weighed by, beside its own name. */
interface Surroundings {
  /** Share of the article's place names by country. */
  readonly countries: ReadonlyMap<string, number>
  /** Where the article's other names lie. */
  readonly near: NearPlaces
  readonly outletCountry: string | null
}

/**
 * Chooses one place for every place-like ent of the article: by what stands behind the name, by the countries and places
 * around it, by population. Too close a race between far-off places is left unresolved.
 */
export function choosePlaces(ents: readonly Ent[], scene: Scene, outletCountry: string | null): Map<Ent, PlaceChoice> {
  const list = [...slotsOf(ents, scene).values()]
  const first: Surroundings = { countries: new Map(), near: new NearPlaces(), outletCountry }
  for (const slot of list) {
    slot.best = ranked(slot, first)[0]?.[0] ?? null
    if (slot.best !== null) first.near.add(slot.best.place)
  }
  // Two further rounds let places found by their country pull those that have only neighbours.
  for (let round = 0; round < 2; round++) {
    const around = surroundings(list, outletCountry)
    const next = list.map(slot => ranked(slot, around)[0]?.[0] ?? null)
    for (const [i, slot] of list.entries()) slot.best = next[i] ?? null
  }
  const around = surroundings(list, outletCountry)
  const out = new Map<Ent, PlaceChoice>()
  for (const slot of list) {
    const choice = decide(slot, ranked(slot, around))
    for (const ent of slot.ents) out.set(ent, choice)
  }
  return out
}

function slotsOf(ents: readonly Ent[], scene: Scene): Map<string, Slot> {
  const slots = new Map<string, Slot>()
  for (const ent of ents) {
    const words = wordsOf(scene.doc, ent.span)
    const key = `${ent.kind === 'nationality' ? 'n ' : ''}${normaliseName(words)}`
    const qualifiers = qualifiersAfter(ent.span, scene)
    const old = slots.get(key)
    if (old === undefined) {
      slots.set(key, {
        name: words,
        ents: [ent],
        candidates: candidatesFor(words, scene),
        qualifiers: [...qualifiers],
        best: null,
      })
    } else {
      old.ents.push(ent)
      old.qualifiers.push(...qualifiers)
    }
  }
  return slots
}

function surroundings(slots: readonly Slot[], outletCountry: string | null): Surroundings {
  const near = new NearPlaces()
  for (const { best } of slots) if (best !== null) near.add(best.place)
  return { countries: countryShares(slots), near, outletCountry }
}

/** Share of the article's place mentions by country, of the best candidates as they stand. */
function countryShares(slots: readonly Slot[]): Map<string, number> {
  const counts = new Map<string, number>()
  let all = 0
  for (const { best, ents } of slots) {
    if (best?.place.country == null) continue
    // A name said ten times counts as three: the article's setting is told by many names rather than one.
    const weight = Math.log2(1 + ents.length)
    counts.set(best.place.country, (counts.get(best.place.country) ?? 0) + weight)
    all += weight
  }
  return new Map([...counts].map(([country, n]) => [country, n / all]))
}

function ranked(slot: Slot, around: Surroundings): readonly (readonly [Candidate, number])[] {
  const [only, second] = slot.candidates
  // Nothing is weighed where there is nothing to choose.
  if (only === undefined || second === undefined) return slot.candidates.map(candidate => [candidate, candidate.prior])
  return slot.candidates
    .map(candidate => [candidate, score(candidate, slot, around)] as const)
    .sort((a, b) => b[1] - a[1])
}

function score({ place, prior }: Candidate, slot: Slot, { countries, near, outletCountry }: Surroundings): number {
  let total = prior
  if (slot.qualifiers.some(q => isWithin(place, q))) total += QUALIFIED
  if (place.country !== null) {
    total += COUNTRY_WEIGHT * (countries.get(place.country) ?? 0)
    if (place.country === outletCountry) total += OUTLET_WEIGHT
  }
  return total + NEAR_WEIGHT * nearness(place, slot, near)
}

/** True when a town can lie in the place named behind it. */
function isWithin(place: KnownPlace, outer: KnownPlace): boolean {
  if (place.id === outer.id) return false
  if (outer.kind === 'country') return place.country === outer.country
  if (place.country !== outer.country) return false
  if (outer.country === 'US' && place.admin1) return outer.id === `admin1:US-${place.admin1}`
  // GeoNames' numbers of provinces are not ours: a province's own point within 400 km of the town has to do.
  return isPoint(place) && isPoint(outer) && kilometres(place, outer) < 400
}

/** How near the article's other towns, counties and states are: 0 to 1, of the three nearest. */
function nearness(place: KnownPlace, slot: Slot, near: NearPlaces): number {
  if (place.kind === 'country' || place.kind === 'region' || place.kind === 'sea') return 0
  const pulls = near.pullsOn(place, slot.best?.place ?? null)
  return NEIGHBOURS.reduce((sum, share, i) => sum + share * (pulls[i] ?? 0), 0)
}

function decide(slot: Slot, list: readonly (readonly [Candidate, number])[]): PlaceChoice {
  const [first, second] = list
  if (first === undefined) return { why: 'no place of this name is in the knowledge files or among the towns' }
  const rival = second !== undefined && first[1] - second[1] < MARGIN && isFar(first[0].place, second[0].place)
  if (rival) {
    const names = [first, second].map(([c]) => `${c.place.name} (${c.place.country ?? c.place.kind})`)
    return { why: `${names.join(' and ')} are about as likely, and the article does not say which` }
  }
  return { place: refOf(first[0].place, slot) }
}

function isFar(a: KnownPlace, b: KnownPlace): boolean {
  return !isPoint(a) || !isPoint(b) || kilometres(a, b) > SAME_PLACE_KM
}

function refOf(place: KnownPlace, slot: Slot): PlaceRef {
  const facility = slot.ents.some(ent => ent.kind === 'facility') && place.precision === 'town'
  const { id, name, lat, lon, country, precision } = place
  // A base or port known only by its town is placed there, no finer.
  return { id, name, lat, lon, country, precision: facility ? 'town' : precision }
}
