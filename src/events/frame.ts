import type { PloverType } from '../model/reading.ts'

/** Where an argument stands, seen from the trigger. `poss` possessor, `comp` modifier inside the noun group, else a preposition. */
type Slot = string

/** What must be filled for the words to be an event: see the head of `knowledge/events/frames.tsv`. */
export type Need = 'any' | 'actor' | 'both' | 'armed' | 'crowd' | 'state' | 'with'

/** One row of `knowledge/events/frames.tsv`. */
export interface Frame {
  /** Alternatives for each word after the first: particles and prepositions that must follow a verb. */
  readonly after: readonly (readonly string[])[]
  /** Lemmas one of which must head the verb's object, or a modifier and the head ("joint exercise"); empty: any object. */
  readonly objects: ReadonlySet<string>
  /** A noun's words before its head, in order ("military" of "military exercise"). */
  readonly before: readonly string[]
  readonly type: PloverType
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** Slots by preference; the slots of one entry are taken together. */
  readonly actor: readonly (readonly Slot[])[]
  readonly recipient: readonly (readonly Slot[])[]
  readonly need: Need
  /** Row in the file, from 1, and the example that it must read. */
  readonly line: number
  readonly example: string
}

/** Words that put a sentence in another domain (sport, fiction): two of one domain silence its events. */
export interface Guard {
  readonly domain: string
  readonly words: ReadonlySet<string>
  readonly line: number
  readonly example: string
}

/** Event frames by the lemma they start from. */
export interface Frames {
  readonly verbs: ReadonlyMap<string, readonly Frame[]>
  /** By the lemma of the noun group's head. */
  readonly nouns: ReadonlyMap<string, readonly Frame[]>
  readonly guards: readonly Guard[]
}
