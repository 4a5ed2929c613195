import { normaliseName } from '../text/normalise.ts'
import { type Meaning, type Scene, wordsOf } from './meaning.ts'

/** By actor: what the first name that means the actor means. */
type Bearers = Map<string | null, Meaning>

/** The persons whom an article names in full, by the parts of their names; the first name that means a person counts. */
export class FullNames {
  readonly #scene: Scene
  readonly #byKey = new Map<string, Meaning>()
  readonly #byFamily = new Map<string, Bearers>()
  readonly #byGiven = new Map<string, Bearers>()
  #named: ReadonlySet<string> | null = null

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Takes the next full name: its normalised words, joined by one space, and whom it means. */
  add(key: string, meaning: Meaning): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, meaning)
    const words = key.split(' ')
    const family = this.#familyOf(meaning)
    const ends = words.slice(1).map((_, i) => words.slice(i + 1).join(' '))
    for (const end of family === null ? ends : [...ends, family]) bear(this.#byFamily, end, meaning)
    for (let n = 1; n < words.length; n++) bear(this.#byGiven, words.slice(0, n).join(' '), meaning)
  }

  /** Whom this very name meant when it was first used. */
  named(key: string): Meaning | null {
    return this.#byKey.get(key) ?? null
  }

  /** Everyone whose name ends in these words or who is known by them as the family name, in order of first mention. */
  ofFamily(words: string): readonly Meaning[] {
    return [...(this.#byFamily.get(words)?.values() ?? [])]
  }

  /** Everyone whose name begins with these words. */
  startingIn(words: string): readonly Meaning[] {
    return [...(this.#byGiven.get(words)?.values() ?? [])]
  }

  /** True when the article names the country or body, by whatever form. */
  names(actorId: string): boolean {
    const { doc, knowledge } = this.#scene
    this.#named ??= new Set(
      doc.ents
        .filter(ent => ent.kind !== 'person')
        .flatMap(ent => knowledge.byForm.get(normaliseName(wordsOf(doc, ent.span))) ?? [])
        .flatMap(entry => (entry.actorId === null ? [] : [entry.actorId])),
    )
    return this.#named.has(actorId)
  }

  #familyOf(meaning: Meaning): string | null {
    const family = meaning.actorId === null ? null : this.#scene.knowledge.actors.get(meaning.actorId)?.family
    return family === undefined || family === null ? null : normaliseName(family)
  }
}

function bear(map: Map<string, Bearers>, words: string, meaning: Meaning): void {
  const bearers = map.get(words) ?? new Map<string | null, Meaning>()
  if (!bearers.has(meaning.actorId)) bearers.set(meaning.actorId, meaning)
  map.set(words, bearers)
}
