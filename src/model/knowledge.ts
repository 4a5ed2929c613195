import type { Actor, Membership, Role } from './actor.ts'
import type { PlaceRef } from './reading.ts'

/** A place of the knowledge files, before it is tied to an article. */
export interface KnownPlace extends PlaceRef {
  readonly kind:
    | 'country'
    | 'capital'
    | 'town'
    | 'admin1'
    | 'admin2'
    | 'sea'
    | 'strait'
    | 'region'
    | 'island'
    | 'disputed'
    | 'facility'
  readonly population: number
  readonly aliases: readonly string[]
  /** Abbreviations in which a state or province follows a town ("La.", "LA"); absent for other places. */
  readonly short?: readonly string[]
  /** GeoNames' first-order division of a town: the postal code in the United States, a number elsewhere. */
  readonly admin1?: string
}

/** The world's towns by name: GeoNames, read when first asked for. */
export interface Towns {
  /** Towns of exactly this name, the most populous first. `normalised` is a key of `text/normalise.ts`. */
  named(normalised: string): readonly KnownPlace[]
  /** A town by its `geonames:` id, or null. */
  byId(id: string): KnownPlace | null
}

/** What a surface form can mean, by kind. Keys of `byForm` are normalised by `text/normalise.ts`. */
export interface NameEntry {
  readonly form: string
  readonly kind:
    | 'country'
    | 'nationality'
    | 'bloc'
    | 'organisation'
    | 'person'
    | 'place'
    | 'facility'
    | 'outlet'
    | 'armed-force'
  readonly actorId: string | null
  readonly placeId: string | null
  /** True when the form must be written as it stands (US, WHO), not in another case. */
  readonly exactCase: boolean
  /** True for a family name alone: it means the person only where context says so. */
  readonly familyOnly?: boolean
}

/** Dated facts about the world, loaded once and read-only; made by `assets/load-knowledge.ts`. */
export interface Knowledge {
  readonly version: string
  readonly actors: ReadonlyMap<string, Actor>
  readonly places: ReadonlyMap<string, KnownPlace>
  readonly towns: Towns
  /** Entries by normalised form; a form with several words has its words joined by one space. */
  readonly byForm: ReadonlyMap<string, readonly NameEntry[]>
  /** Longest form in words: the width of the window a matcher needs. */
  readonly longestForm: number
  /** Roles by actor id of the body or country (`of`). */
  readonly rolesOf: ReadonlyMap<string, readonly Role[]>
  /** Roles by person id. */
  readonly rolesBy: ReadonlyMap<string, readonly Role[]>
  /** Memberships by actor id of the body. */
  readonly members: ReadonlyMap<string, readonly Membership[]>
  /** Given names, lower case: "m", "f" or "u" (used for he/she). */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f' | 'u'>
  /** Outlets and agencies by normalised name or host. */
  readonly outlets: ReadonlyMap<string, { readonly name: string; readonly kind: 'agency' | 'outlet' }>
}
