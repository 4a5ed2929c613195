import type { Doc, Ent } from '../model/doc.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { PlaceRef } from '../model/reading.ts'
import type { Span } from '../model/span.ts'

/** What a span means: an actor, a place, both, or neither with why. */
export interface Meaning {
  readonly actor: string | null
  readonly actorId: string | null
  /** Office held on the article's date, as the knowledge files write it, or as the article does. */
  readonly role: string | null
  readonly place: PlaceRef | null
  readonly why: string | null
}

/** What the resolvers share: the document, the facts, and the day as of which they are asked. */
export interface Scene {
  readonly doc: Doc
  readonly knowledge: Knowledge
  /** `YYYY-MM-DD`; null when the article's date is unknown. */
  readonly day: string | null
}

/** A span with what it means. */
export interface Resolved {
  readonly ent: Ent
  readonly meaning: Meaning
}

/** No meaning, and why. */
export function unresolved(why: string): Meaning {
  return { actor: null, actorId: null, role: null, place: null, why }
}

/** An actor of the knowledge files. */
export function meansActor(knowledge: Knowledge, actorId: string, role: string | null = null): Meaning {
  const actor = knowledge.actors.get(actorId)
  return actor === undefined
    ? unresolved('the knowledge files do not name it')
    : { actor: actor.name, actorId, role, place: null, why: null }
}

/** An actor known by its name in this article alone. */
export function meansName(name: string, slugged: string): Meaning {
  return { actor: name, actorId: `name:${slugged}`, role: null, place: null, why: null }
}

/** True when there is something to show: an actor or a place. */
export function isResolved(meaning: Meaning): boolean {
  return meaning.actor !== null || meaning.place !== null
}

/** The text of a span without white space and a possessive at its end. */
export function wordsOf(doc: Doc, span: Span): string {
  return doc.text
    .slice(span[0], span[1])
    .replace(/\s+/g, ' ')
    .replace(/['’]s?$/, '')
    .trim()
}
