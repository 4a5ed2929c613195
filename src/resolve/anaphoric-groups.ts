import type { Ent } from '../model/doc.ts'
import type { PlaceRef } from '../model/reading.ts'
import { normaliseName } from '../text/normalise.ts'
import { type Meaning, type Resolved, type Scene, wordsOf } from './meaning.ts'

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 2]),
)

/** Pacts whose parties defend each other: what "the alliance" can stand for. */
const ALLIANCES = new Set(['org:nato', 'org:aukus', 'org:csto', 'org:five-eyes'])

/** The bodies and regions that an article has named so far; what is added last was named last. */
export class NamedBefore {
  /** By id, the body named last at the end. */
  readonly #bodies = new Map<string, Meaning>()
  readonly #regions = new MostNamed()
  readonly #seas = new MostNamed()

  /** Takes the next resolved mention of the text. */
  add({ ent, meaning }: Resolved): void {
    const { actorId, place } = meaning
    if (ent.kind === 'bloc' && actorId?.startsWith('org:')) {
      this.#bodies.delete(actorId)
      this.#bodies.set(actorId, { ...meaning, place: null })
    }
    if (place?.precision === 'region') this.#regions.add(place)
    if (place?.precision === 'sea') this.#seas.add(place)
  }

  /** The body named last among those that fit, or null. */
  lastBody(fits: (id: string) => boolean): Meaning | null {
    const id = [...this.#bodies.keys()].reverse().find(fits)
    return (id === undefined ? undefined : this.#bodies.get(id)) ?? null
  }

  /** The region that the article has named most so far, the later of two; a sea only where it has named no region. */
  region(): Meaning | null {
    const place = this.#regions.best ?? this.#seas.best
    return place === null ? null : { actor: null, actorId: null, role: null, place, why: null }
  }
}

/** Counts places as they are named, and keeps the one named most, the later of two. */
class MostNamed {
  readonly #counts = new Map<string, number>()
  best: PlaceRef | null = null

  add(place: PlaceRef): void {
    const count = (this.#counts.get(place.id) ?? 0) + 1
    this.#counts.set(place.id, count)
    if (this.best === null || count >= (this.#counts.get(this.best.id) ?? 0)) this.best = place
  }
}

/**
 * What a description means that points back without naming: "the alliance" and "the bloc" at the last such body named,
 * "the region" at the last region, "its 32 members" and "the four partners" at the last body with so many members.
 * Null when nothing before it fits.
 */
export function pointsBack(ent: Ent, before: NamedBefore, scene: Scene): Meaning | null {
  const words = normaliseName(wordsOf(scene.doc, ent.span))
  const members =
    /^(?:(?:its|their|remaining|other|all|all of its|alliances?) )*(?:(\d+|[a-z]+) )?(?:alliances? )?(?:members|member states|allies|partners|nations|countries)$/.exec(
      words,
    )
  if (members !== null) return memberBody(words, members[1], before, scene)
  if (/^(?:\d+ )?(?:[a-z]+ ){0,2}alliance$/.test(words)) return before.lastBody(id => ALLIANCES.has(id))
  if (/^(?:\d+ )?(?:(?:member|nation|trade|trading|regional|economic) ){0,3}(?:bloc|grouping)$/.test(words)) {
    return before.lastBody(id => !ALLIANCES.has(id))
  }
  if (/^(?:whole |entire |wider |broader )?(?:region|area)$/.test(words)) return before.region()
  return null
}

function memberBody(words: string, count: string | undefined, before: NamedBefore, scene: Scene): Meaning | null {
  const n = count === undefined ? null : (NUMBERS.get(count) ?? (/^\d+$/.test(count) ? Number(count) : null))
  if (n === null)
    return /^(its|their|all of its) (members|member states|allies)$/.test(words) ? before.lastBody(() => true) : null
  // "The remaining 31 members" of a body of 32: one of them has just been set apart.
  return before.lastBody(id => [n, n + 1].includes(sizeOf(id, scene)))
}

function sizeOf(body: string, scene: Scene): number {
  const members = scene.knowledge.members.get(body) ?? []
  const day = scene.day ?? '9999'
  return members.filter(m => (m.from ?? '') <= day && (m.to === null || m.to > day)).length
}
