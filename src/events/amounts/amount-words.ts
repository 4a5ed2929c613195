import type { AmountClass } from '../../model/expressions.ts'

/** A unit of measure or a currency. */
export interface Unit {
  /** Normal form (`km`, `USD`, `%`). */
  readonly name: string
  readonly class: AmountClass
  /** The word alone may mean another state's currency: taken for this one by custom. */
  readonly custom: boolean
}

/** What a counted noun is, or what befell the people that a verb speaks of. */
export interface Meaning {
  readonly class: AmountClass
  readonly fate: string | null
  /** Only where the text says that people are counted. */
  readonly people: boolean
}

/** `knowledge/events/amounts.tsv`, ready for lookups. */
export interface AmountWords {
  /** By lemma, or lemmas joined by a space ("artillery piece"). */
  readonly things: ReadonlyMap<string, Meaning>
  /** Reads a unit right behind a number (sticky); `unitOf` says which. */
  readonly behind: RegExp
  /** Reads a sign or code of money right before a number (at the end of what is given). */
  readonly before: RegExp
  /** A unit by its words as written. */
  readonly unitOf: (said: string) => Unit | null
  /** Dollars with the name of their state, anywhere. */
  readonly namedDollar: RegExp
  /** Lemmas of verbs whose subject owns what is counted. */
  readonly owners: ReadonlySet<string>
  /** Verbs with people as object, and participles and adjectives said of them. */
  readonly harms: ReadonlyMap<string, Meaning>
  /** Verbs with people as subject. */
  readonly suffers: ReadonlyMap<string, Meaning>
  /** Nouns whose number is one of people ("death toll"). */
  readonly tolls: ReadonlyMap<string, Meaning>
}
