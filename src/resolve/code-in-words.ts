import type { Actor } from '../model/actor.ts'
import type { NameEntry } from '../model/knowledge.ts'
import type { Span } from '../model/span.ts'
import type { Resolved, Scene } from './meaning.ts'
import { namesIn } from './names-in.ts'
import type { SpanIndex } from './span-index.ts'

/**
 * The code of a side whose words name no known actor, from the names inside them: the country that stands before the
 * head ("the Chinese ambassador in Berlin"), else a body there ("UN workers"), else the country that what follows lies
 * in ("a court in Bavaria"). Null where a step names two: nothing is chosen between them. `headEnd` is where the
 * head ends.
 */
export function codeInWords(span: Span, headEnd: number, mentions: SpanIndex<Resolved>, scene: Scene): string | null {
  const head: Span = [span[0], headEnd]
  const countries = countriesIn(head, mentions, scene)
  if (countries.size > 0) return onlyOf(countries)
  const bodies = codesIn(head, scene, bodyOf)
  if (bodies.size > 0) return onlyOf(bodies)
  const behind = countriesIn([headEnd, span[1]], mentions, scene)
  if (behind.size > 0) return onlyOf(behind)
  return onlyOf(placesIn(span, mentions, scene))
}

/**
 * The one country that a sentence names, by itself, its people or a place in it: whom an unnamed side ("the police") then
 * stands for. Null where it names none or several.
 */
export function onlyCountry(sentence: Span, mentions: SpanIndex<Resolved>, scene: Scene): string | null {
  return onlyOf(new Set([...countriesIn(sentence, mentions, scene), ...placesIn(sentence, mentions, scene)]))
}

/** Countries named: as the mentions are understood, else by the words. */
function countriesIn(span: Span, mentions: SpanIndex<Resolved>, scene: Scene): Set<string> {
  const meant = mentions.overlapping(span).flatMap(({ ent, meaning }) => {
    const inside = ent.span[0] >= span[0] && ent.span[1] <= span[1]
    return inside && meaning.actorId?.startsWith('country:') ? [meaning.actorId.slice('country:'.length)] : []
  })
  return meant.length > 0 ? new Set(meant) : codesIn(span, scene, countryOf)
}

function placesIn(span: Span, mentions: SpanIndex<Resolved>, scene: Scene): Set<string> {
  const places = mentions
    .overlapping(span)
    .filter(({ ent, meaning }) => ent.span[0] >= span[0] && ent.span[1] <= span[1] && meaning.place !== null)
  return new Set(places.flatMap(({ meaning }) => alpha3(meaning.place?.country ?? null, scene) ?? []))
}

function codesIn(span: Span, scene: Scene, code: (entry: NameEntry, scene: Scene) => string | null): Set<string> {
  const hits = span[1] > span[0] ? namesIn(scene.doc.text, span, scene.knowledge) : []
  return new Set(hits.flatMap(hit => hit.entries.flatMap(entry => code(entry, scene) ?? [])))
}

function onlyOf(codes: ReadonlySet<string>): string | null {
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}

function countryOf({ kind, actorId }: NameEntry): string | null {
  return (kind === 'country' || kind === 'nationality') && actorId !== null ? actorId.replace('country:', '') : null
}

function bodyOf({ kind, actorId }: NameEntry, { knowledge }: Scene): string | null {
  if (actorId === null || !/^(?:bloc|organisation|armed-force)$/.test(kind)) return null
  const actor = knowledge.actors.get(actorId)
  return actor === undefined ? null : codeOfBody(actor)
}

/** An armed force of one country has that country's code; IMG is for those of none. */
export function codeOfBody({ kind, code, country }: Actor): string | null {
  return kind === 'armed-force' ? (country ?? code) : (code ?? country)
}

const byPlace = new WeakMap<object, ReadonlyMap<string, string>>()

/** ISO 3166-1 alpha-3 of a country given as alpha-2. */
function alpha3(alpha2: string | null, { knowledge }: Scene): string | null {
  if (alpha2 === null) return null
  let known = byPlace.get(knowledge)
  if (known === undefined) {
    const codes = new Map<string, string>()
    for (const entries of knowledge.byForm.values())
      for (const { kind, actorId, placeId } of entries)
        if (kind === 'country' && actorId !== null && placeId !== null)
          codes.set(placeId.replace('country:', ''), actorId.replace('country:', ''))
    known = codes
    byPlace.set(knowledge, known)
  }
  return known.get(alpha2) ?? null
}
