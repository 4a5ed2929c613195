/** What an actor is. */
export type ActorKind = 'country' | 'person' | 'organisation' | 'bloc' | 'armed-force' | 'outlet' | 'group'

/** Something true from a day to a day; null means unknown or open. Days are ISO 8601 at the precision known. */
export interface Dated {
  readonly from: string | null
  /** Exclusive; null: still true, or no end known. */
  readonly to: string | null
  /** Where the fact comes from: a source named in knowledge/SOURCES.md. */
  readonly source: string
}

/** What an office amounts to; `leader` is head of state and of government in one, `head` the head of a body. */
export type OfficeClass =
  | 'leader'
  | 'head of state'
  | 'head of government'
  | 'foreign'
  | 'defence'
  | 'head'
  | 'deputy'
  | 'other'

/** An office held: `office` as written ("Secretary General"), `of` an actor id. */
export interface Role extends Dated {
  readonly person: string
  readonly office: string
  readonly class: OfficeClass
  readonly of: string
  /** Last day on which the source still has the holder in office; says how far an open `to` reaches. */
  readonly asof: string | null
}

/** Membership of `member` (actor id) in `of` (actor id). */
export interface Membership extends Dated {
  readonly member: string
  readonly of: string
}

/** An actor of the knowledge files. */
export interface Actor {
  /** `country:JPN`, `org:nato`, `person:mark-rutte`. */
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly aliases: readonly string[]
  /** ISO 3166-1 alpha-3 for countries and, where they act for one, for persons and forces; IGO, NGO, IMG, MNC. */
  readonly code: string | null
  /** Country (alpha-3) that a capital, demonym or force stands for. */
  readonly country: string | null
  /** Family name of a person as reporting uses it alone ("von der Leyen"); null for all else. */
  readonly family?: string | null
  readonly source: string
}
