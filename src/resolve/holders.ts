import type { Ent } from '../model/doc.ts'
import { heldBefore, heldOn, roleOn } from './as-of.ts'
import type { Meaning, Resolved, Scene } from './meaning.ts'
import { fits, type Office, officeOf } from './offices.ts'
import { firstAtLeast } from './span-index.ts'

/** The persons of an article by the offices they hold: by the facts, and by the titles that the article gives them. */
export class Holders {
  readonly #scene: Scene
  readonly #persons: readonly Resolved[]
  readonly #starts: readonly number[]
  /** Where in the list each person of the knowledge files who has held an office stands, in ascending order. */
  readonly #known = new Map<string, number[]>()
  /** Where in the list the bearers of a title stand. */
  readonly #titled = new Map<string, number[]>()
  readonly #fitting = new Map<string, readonly string[]>()

  /**
   * @param persons the article's resolved persons, in order of text
   * @param titles descriptions that stand beside a name ("Prime Minister Ana Example"), by the actor they describe
   */
  constructor(persons: readonly Resolved[], titles: ReadonlyMap<string, readonly string[]>, scene: Scene) {
    this.#scene = scene
    this.#persons = persons
    this.#starts = persons.map(p => p.ent.span[0])
    const keys = new Map([...titles].map(([id, own]) => [id, new Set(own.flatMap(keyOf))]))
    for (const [i, { meaning }] of persons.entries()) {
      const id = meaning.actorId
      if (id === null) continue
      if (scene.knowledge.rolesBy.has(id)) push(this.#known, id, i)
      for (const key of keys.get(id) ?? []) push(this.#titled, key, i)
    }
  }

  /**
   * The nearest person before a description, else the first of the article, who holds such an office on the article's
   * day (or held it before, for "former"), in the country or body `of`, or in any where that is null.
   */
  ofOffice(office: Office, of: string | null, ent: Ent): Meaning | null {
    let before = -1
    let first = Number.POSITIVE_INFINITY
    for (const id of this.#fittingIn(office, of)) {
      const places = this.#known.get(id) ?? []
      before = Math.max(before, this.#lastBefore(places, ent))
      first = Math.min(first, places[0] ?? first)
    }
    const meaning = this.#persons[before >= 0 ? before : first]?.meaning
    return meaning === undefined ? null : { ...meaning, place: null }
  }

  /** The nearest person before a description whom the article gives the same title. */
  withTitle(words: string, ent: Ent): Meaning | null {
    const [key] = keyOf(words)
    const places = key === undefined ? [] : (this.#titled.get(key) ?? [])
    const meaning = this.#persons[this.#lastBefore(places, ent)]?.meaning
    if (meaning === undefined) return null
    const { knowledge, day } = this.#scene
    return { ...meaning, place: null, role: meaning.role ?? roleOn(knowledge, meaning.actorId ?? '', day) }
  }

  /** Whoever in the article holds the office: asked once for each office and body. */
  #fittingIn(office: Office, of: string | null): readonly string[] {
    const key = `${office.title}\t${office.classes.join()}\t${office.former}\t${of}`
    const old = this.#fitting.get(key)
    if (old !== undefined) return old
    const { knowledge, day } = this.#scene
    const found = [...this.#known.keys()].filter(id =>
      (knowledge.rolesBy.get(id) ?? []).some(
        role =>
          (of === null || role.of === of || isPartOf(role.of, of)) &&
          fits(office, role) &&
          (office.former ? heldBefore(role, day) : heldOn(role, day)),
      ),
    )
    this.#fitting.set(key, found)
    return found
  }

  /** The last of some places in the list that stands before a description; -1 when none does. */
  #lastBefore(places: readonly number[], ent: Ent): number {
    // The list ascends: its first person who starts at the description or behind it parts it in two.
    const until = firstAtLeast(this.#starts, ent.span[0])
    return places[firstAtLeast(places, until) - 1] ?? -1
  }
}

/** "EU" for its Commission and Council: a description by the Union may mean their heads. */
function isPartOf(part: string, whole: string): boolean {
  return whole === 'org:eu' && (part === 'org:european-commission' || part === 'org:european-council')
}

/** What two titles must share to be one: the office, and the noun it ends in. Nothing for words that are no office. */
function keyOf(title: string): readonly string[] {
  const office = officeOf(title)
  if (office === null) return []
  return [`${office.title}\t${office.classes.join()}\t${title.toLowerCase().split(' ').at(-1)}`]
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
