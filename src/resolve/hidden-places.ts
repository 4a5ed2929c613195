import type { Ent } from '../model/doc.ts'
import type { Span } from '../model/span.ts'
import { normaliseName } from '../text/normalise.ts'
import type { Scene } from './meaning.ts'
import { wordsOf } from './meaning.ts'
import { candidatesFor } from './place-candidates.ts'
import { qualifiersAfter } from './place-qualifiers.ts'

const LEADS_IN =
  /(?:^|[^\p{L}])(?:in|near|at|from|outside|around|to|toward|towards|into|leaving|downtown|of)\s(?:the\s)?$/u
const TO_PERSONS = /(?:^|[^\p{L}])(?:in|near|outside|around|downtown|leaving)\s(?:the\s)?$/u

/** The smallest town that a bare name taken for an organisation is taken back to: smaller ones are as often surnames. */
const TOWN_SIZE = 15_000

/**
 * Names that the parser took for persons or organisations though they are towns: a place stands behind them ("Paris,
 * Texas"), or a preposition of place before them. Given back as ents of kind place; all other ents stay as they are.
 */
export function reclaimPlaces(ents: readonly Ent[], scene: Scene): readonly Ent[] {
  const families = familyNames(ents, scene)
  return ents.map(ent => (isHiddenPlace(ent, families, scene) ? { ...ent, kind: 'place' as const } : ent))
}

function familyNames(ents: readonly Ent[], scene: Scene): ReadonlySet<string> {
  const names = ents
    .filter(ent => ent.kind === 'person')
    .map(ent => normaliseName(wordsOf(scene.doc, ent.span)).split(' '))
  return new Set(names.flatMap(words => (words.length > 1 ? [words[0] ?? '', words.at(-1) ?? ''] : [])))
}

function isHiddenPlace(ent: Ent, families: ReadonlySet<string>, scene: Scene): boolean {
  if (ent.kind !== 'person' && ent.kind !== 'organisation') return false
  const words = wordsOf(scene.doc, ent.span)
  const key = normaliseName(words)
  if (words.split(' ').length > 3 || !/^\p{Lu}/u.test(words) || /\p{N}/u.test(words)) return false
  const known = scene.knowledge.byForm.get(key) ?? []
  if (
    known.some(e => e.actorId !== null && e.familyOnly !== true && ['person', 'organisation', 'bloc'].includes(e.kind))
  ) {
    return false
  }
  if (families.has(key)) return false
  const best = candidatesFor(words, scene)[0]
  if (best === undefined) return false
  if (qualifiersAfter(ent.span, scene).length > 0) return true
  const before = scene.doc.text.slice(Math.max(0, ent.span[0] - 16), ent.span[0])
  if (ent.kind === 'person') return !key.includes(' ') && TO_PERSONS.test(before)
  return LEADS_IN.test(before) || best.place.kind !== 'town' || best.place.population >= TOWN_SIZE
}

const INSIDE: readonly Ent['kind'][] = ['organisation', 'facility', 'role', 'group']

/**
 * Places named inside longer names ("Huntsville" in "Huntsville Police Department"): ents of their own, for places
 * already named in the article, for provinces and counties, and for towns too large to be a chance likeness.
 */
export function nestedPlaces(ents: readonly Ent[], scene: Scene): readonly Ent[] {
  const named = new Set(
    ents.filter(ent => ent.kind === 'place').map(ent => normaliseName(wordsOf(scene.doc, ent.span))),
  )
  const taken = new Set(ents.map(ent => ent.span.join()))
  return ents.flatMap(ent => {
    if (!INSIDE.includes(ent.kind)) return []
    const span = leadingPlace(ent.span, named, scene)
    if (span === null || taken.has(span.join())) return []
    return [{ span, kind: 'place' as const, tokens: ent.tokens }]
  })
}

function leadingPlace(within: Span, named: ReadonlySet<string>, scene: Scene): Span | null {
  const text = scene.doc.text.slice(within[0], within[1])
  const lead = /^(?:the |a |an )?/i.exec(text)?.[0].length ?? 0
  const words = [...text.slice(lead).matchAll(/[^\s]+/g)]
  // The whole name is not inside itself.
  for (let n = Math.min(4, words.length - 1); n >= 1; n--) {
    const last = words[n - 1]
    if (last === undefined) continue
    const end = within[0] + lead + last.index + last[0].replace(/['’]s?$|[.,]$/, '').length
    const span: Span = [within[0] + lead, end]
    const words_ = scene.doc.text.slice(span[0], span[1])
    if (!/^\p{Lu}/u.test(words_)) continue
    const best = candidatesFor(words_, scene)[0]
    if (best === undefined) continue
    const key = normaliseName(words_)
    if (named.has(key)) return span
    const telling = best.place.kind === 'town' ? best.place.population >= TOWN_SIZE * 4 : best.place.kind !== 'country'
    if (telling && key.length > 3) return span
  }
  return null
}
