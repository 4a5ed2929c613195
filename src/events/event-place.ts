import type { Doc, EntKind } from '../model/doc.ts'
import type { EventMention } from '../model/reading.ts'
import { nounPhraseAt, type Slots } from './clause/arguments.ts'
import type { Clauses } from './clause/phrase.ts'

const PLACES: ReadonlySet<EntKind> = new Set(['place', 'country', 'facility'])
const LOCATIVE = [
  'in',
  'near',
  'at',
  'off',
  'around',
  'outside',
  'inside',
  'across',
  'over',
  'along',
  'on',
  'from',
  'throughout',
] as const

export type Placed = { readonly place: EventMention['place'] } | { readonly place: null; readonly placeWhy: string }

/**
 * Where an event was: the place that a locative phrase of its clause names, for visits also their destination. The place
 * carries its words alone; resolving fills in which place it is, or takes it away and says why.
 */
export function placeOf(doc: Doc, clauses: Clauses, slots: Slots, visit: boolean): Placed {
  const prepositions: readonly string[] = visit ? ['to', ...LOCATIVE, 'obj'] : LOCATIVE
  for (const preposition of prepositions) {
    for (const index of slots.get(preposition) ?? []) {
      const np = nounPhraseAt(clauses, index)
      const ent = np ? doc.ents[np.ent] : undefined
      if (!ent || !PLACES.has(ent.kind)) continue
      // "from" tells where only of what was said or done there, not of what was taken away
      const name = doc.text.slice(ent.span[0], ent.span[1])
      return { place: { id: '', name, lat: null, lon: null, country: null, precision: 'unspecified', span: ent.span } }
    }
  }
  return { place: null, placeWhy: 'the clause names no place' }
}
