import type { Article } from '../model/article.ts'
import type { Ent, EntKind } from '../model/doc.ts'
import { valueOf } from '../model/known.ts'
import type { Mention, MentionForm } from '../model/reading.ts'
import { normaliseName } from '../text/normalise.ts'
import { bySpan } from '../text/spans.ts'
import { NamedBefore, pointsBack } from './anaphoric-groups.ts'
import { ChainGuard } from './chain-guard.ts'
import { type Chains, readChains, resolvePronoun } from './chains.ts'
import { choosePlaces, type PlaceChoice } from './choose-places.ts'
import { nestedPlaces, reclaimPlaces } from './hidden-places.ts'
import { Holders } from './holders.ts'
import { isResolved, type Meaning, meansActor, type Resolved, type Scene, unresolved, wordsOf } from './meaning.ts'
import { standsForState } from './metonymy.ts'
import { isWritten } from './names-in.ts'
import { resolveBody, resolveGroup } from './resolve-bodies.ts'
import { resolvePersons } from './resolve-persons.ts'
import { besideName, type Named, resolveRole } from './resolve-roles.ts'
import { indexSpans } from './span-index.ts'

const PLACES: readonly EntKind[] = ['place', 'facility', 'country', 'nationality']

/** Every ent of the document (times and amounts apart) and every other chained span, with what it means. */
export function resolveMentions(article: Article, scene: Scene): readonly Resolved[] {
  const parsed = scene.doc.ents.filter(ent => ent.kind !== 'time' && ent.kind !== 'amount')
  const ents = reclaimPlaces(parsed, scene)
  const meanings = new Map<Ent, Meaning>(resolvePersons(ents, scene))
  const nested = nestedPlaces(ents, scene)
  const places = choosePlaces(
    [...ents.filter(ent => PLACES.includes(ent.kind)), ...nested],
    scene,
    outletCountry(article, scene),
  )
  for (const ent of ents) {
    if (PLACES.includes(ent.kind)) meanings.set(ent, meaningOfPlace(ent, places.get(ent), scene))
    else if (ent.kind === 'organisation' || ent.kind === 'bloc') meanings.set(ent, resolveBody(ent, scene))
    else if (ent.kind === 'group') meanings.set(ent, resolveGroup(ent, scene))
  }
  const named = namedOf(ents, meanings, scene)
  const resolved = (): readonly Resolved[] =>
    ents.flatMap(ent => {
      const meaning = meanings.get(ent)
      return meaning === undefined ? [] : [{ ent, meaning }]
    })
  const byNames = readChains(
    scene.doc,
    resolved().filter(r => r.ent.kind !== 'group'),
  )
  const pronouns = ents.filter(ent => ent.kind === 'pronoun')
  const guard = new ChainGuard(resolved(), pronouns, byNames, scene)
  for (const ent of ents) {
    if (ent.kind === 'role') meanings.set(ent, meaningOfRole(ent, named, guarded(byNames, guard), scene))
  }
  pointBack(ents, meanings, scene)
  const chains = guarded(readChains(scene.doc, resolved()), guard)
  for (const ent of ents) {
    const meaning = meanings.get(ent)
    if (ent.kind === 'pronoun') meanings.set(ent, withoutPlace(resolvePronoun(ent.span, chains)))
    else if (meaning !== undefined && !isResolved(meaning)) {
      const chained = chains.meaningOf(ent.span, ent.kind)
      if (chained !== null && isResolved(chained)) meanings.set(ent, chained)
    }
  }
  const inside = nested.flatMap(ent => {
    const choice = places.get(ent)
    const found = choice !== undefined && 'place' in choice ? choice.place : null
    return found === null ? [] : [{ ent, meaning: { ...unresolved(''), place: found, why: null } }]
  })
  return [...resolved(), ...inside, ...otherChained(chains, ents, guard)].sort((a, b) => bySpan(a.ent.span, b.ent.span))
}

/** Groups and plural descriptions that point back at a body or region named before them, in order of text. */
function pointBack(ents: readonly Ent[], meanings: Map<Ent, Meaning>, scene: Scene): void {
  const before = new NamedBefore()
  for (const ent of [...ents].sort((a, b) => bySpan(a.span, b.span))) {
    let meaning = meanings.get(ent)
    if ((ent.kind === 'group' || ent.kind === 'role') && (meaning === undefined || !isResolved(meaning))) {
      meaning = pointsBack(ent, before, scene) ?? meaning
      if (meaning !== undefined) meanings.set(ent, meaning)
    }
    if (meaning !== undefined && isResolved(meaning)) before.add({ ent, meaning })
  }
}

/** A pronoun for a country means the actor; where there is none, it means the place. */
function withoutPlace(meaning: Meaning): Meaning {
  return meaning.actor === null ? meaning : { ...meaning, place: null }
}

/** The country of a known outlet, else of the outlet's address where its ending is a country's. */
function outletCountry(article: Article, scene: Scene): string | null {
  const outlet = valueOf(article.outlet)
  if (outlet === null) return null
  const ids = (scene.knowledge.byForm.get(normaliseName(outlet.name)) ?? []).filter(e => e.kind === 'outlet')
  const code = ids[0]?.actorId == null ? null : (scene.knowledge.actors.get(ids[0].actorId)?.country ?? null)
  if (code !== null) return scene.knowledge.places.get(alpha2Id(code, scene))?.country ?? null
  const ending = /\.([a-z]{2})$/.exec(outlet.id)?.[1]?.toUpperCase()
  if (ending === undefined) return null
  return scene.knowledge.places.get(`country:${ending === 'UK' ? 'GB' : ending}`)?.country ?? null
}

function alpha2Id(alpha3: string, scene: Scene): string {
  const name = scene.knowledge.actors.get(`country:${alpha3}`)?.name ?? ''
  const entry = (scene.knowledge.byForm.get(normaliseName(name)) ?? []).find(e => e.actorId === `country:${alpha3}`)
  return entry?.placeId ?? ''
}

function meaningOfPlace(ent: Ent, choice: PlaceChoice | undefined, scene: Scene): Meaning {
  const words = wordsOf(scene.doc, ent.span)
  const entries = (scene.knowledge.byForm.get(normaliseName(words)) ?? []).filter(
    e => e.actorId !== null && ['place', 'country', 'nationality'].includes(e.kind) && isWritten(e, words),
  )
  const place = choice !== undefined && 'place' in choice ? choice.place : null
  if (place === null && entries.length === 0) {
    return unresolved(choice !== undefined && 'why' in choice ? choice.why : 'no place of this name is known')
  }
  if (ent.kind === 'country' || ent.kind === 'nationality') {
    const same = entries.find(e => e.placeId === place?.id && e.kind !== 'place')
    const only = new Set(entries.map(e => e.actorId)).size === 1 ? entries[0] : undefined
    const actorId = (same ?? only)?.actorId
    return actorId == null
      ? {
          ...unresolved(place === null ? 'several countries are so called' : ''),
          place,
          why: place === null ? 'several countries are so called' : null,
        }
      : { ...meansActor(scene.knowledge, actorId), place }
  }
  const seat = entries.find(e => e.kind === 'place' && (e.placeId === null || e.placeId === place?.id))
  const country = entries.find(e => e.kind === 'country' && e.placeId === place?.id)
  if (country?.actorId) return { ...meansActor(scene.knowledge, country.actorId), place }
  if (seat?.actorId && standsForState(scene.doc.text, ent.span)) {
    return { ...meansActor(scene.knowledge, seat.actorId), place }
  }
  return place === null
    ? unresolved('the town stands for a body elsewhere, and here it is meant as a town')
    : { ...unresolved(''), place, why: null }
}

function namedOf(ents: readonly Ent[], meanings: ReadonlyMap<Ent, Meaning>, scene: Scene): Named {
  const pick = (kinds: readonly EntKind[]): readonly Resolved[] =>
    ents.flatMap(ent => {
      const meaning = meanings.get(ent)
      return kinds.includes(ent.kind) && meaning?.actorId != null ? [{ ent, meaning }] : []
    })
  const persons = pick(['person'])
  const index = indexSpans(persons, p => p.ent.span)
  const titles = new Map<string, string[]>()
  for (const ent of ents) {
    if (ent.kind !== 'role') continue
    const id = besideName(ent, index, scene.doc.text)?.meaning.actorId
    if (id == null) continue
    const own = titles.get(id)
    if (own === undefined) titles.set(id, [wordsOf(scene.doc, ent.span)])
    else own.push(wordsOf(scene.doc, ent.span))
  }
  const blocs = pick(['bloc'])
  return {
    persons: index,
    holders: new Holders(persons, titles, scene),
    blocs,
    blocStarts: blocs.map(b => b.ent.span[0]),
  }
}

function meaningOfRole(ent: Ent, named: Named, chains: Chains, scene: Scene): Meaning {
  const beside = besideName(ent, named.persons, scene.doc.text)
  if (beside !== null) return { ...beside.meaning, place: null }
  const said = chains.meaningOf(ent.span, 'role')
  const chained = said !== null && isResolved(said) ? said : null
  if (chained?.actorId?.startsWith('person:') || chained?.actorId?.startsWith('name:'))
    return { ...chained, place: null }
  const meaning = resolveRole(ent, named, scene)
  return isResolved(meaning) || chained === null ? meaning : { ...chained, place: null }
}

/** Chains whose word is taken only where nothing in the article speaks against it. */
function guarded(chains: Chains, guard: ChainGuard): Chains {
  return {
    spans: chains.spans,
    begins: chains.begins,
    meaningOf: (span, kind = 'pronoun') => {
      const meaning = chains.meaningOf(span)
      return meaning === null ? null : guard.allowed(span, kind, meaning, chains.begins(span))
    },
  }
}

/** Chained spans that no ent covers ("the military alliance"): descriptions of what their chain names. */
function otherChained(chains: Chains, ents: readonly Ent[], guard: ChainGuard): readonly Resolved[] {
  const seen = new Set(ents.map(ent => ent.span.join()))
  const ends = new Set(ents.map(ent => ent.span[1]))
  return chains.spans.flatMap(({ span, meaning }) => {
    // An ent that ends where the span ends is the same thing with more or fewer words before it.
    if (seen.has(span.join()) || ends.has(span[1])) return []
    seen.add(span.join())
    const kind: EntKind = meaning.actorId !== null && guard.isPerson(meaning.actorId) ? 'role' : 'group'
    const allowed = chains.meaningOf(span, kind)
    return allowed !== null && isResolved(allowed)
      ? [{ ent: { span, kind, tokens: [0, 0] as const }, meaning: allowed }]
      : []
  })
}

const FORMS: Readonly<Partial<Record<EntKind, MentionForm>>> = {
  role: 'description',
  group: 'description',
  pronoun: 'pronoun',
}

/** A resolved ent in the form of a Reading. */
export function mentionOf({ ent, meaning }: Resolved): Mention {
  const { actor, actorId, role, place, why } = meaning
  const base = { span: ent.span, kind: ent.kind, form: FORMS[ent.kind] ?? 'name', actor, actorId, role, place } as const
  return isResolved(meaning) ? base : { ...base, why: why || 'nothing known was found under this name' }
}
