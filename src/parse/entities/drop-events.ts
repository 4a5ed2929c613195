import type { Knowledge } from '../../model/knowledge.ts'
import { entriesOf } from './known-forms.ts'
import { type Draft, dropNameAt, isCapital, putName } from './name-draft.ts'
import { kindOf } from './place-names.ts'

const EVENT = /^(?:Wars?|Olympics|Paralympics|Cup|Championships?|Uprising|Intifada|Summit)$/
const STORM = /^(?:hurricane|typhoon|cyclone)$/i

/**
 * Takes out names of wars, contests and storms, which are neither persons nor bodies nor places: "Hurricane Example", "the
 * First Samplian War". A country in front stays one: "the Samplia War". Not "Ministry of War", nor what is named for one.
 */
export function dropEvents(draft: Draft, knowledge: Knowledge): void {
  const { forms } = draft
  for (const name of [...draft.names.values()]) {
    const { first, end } = name
    if (STORM.test(forms[first - 1] ?? '') || STORM.test(forms[first]!)) {
      dropNameAt(draft, first)
      continue
    }
    let last = end - 1
    while (last > first && /^(?:[IVX]+|\d+)$/.test(forms[last]!)) last--
    if (last === first || !EVENT.test(forms[last]!) || /^(?:of|the|and|for)$/i.test(forms[last - 1]!)) continue
    const entries = entriesOf(draft, knowledge, first, last).filter(
      entry => entry.kind === 'country' || entry.kind === 'place',
    )
    dropNameAt(draft, first)
    if (entries.length > 0) putName(draft, { ...name, end: last, kind: kindOf(draft, 'LOC', entries, last) })
  }
}

/** Storms are called by their names alone, too, where the text says once what they are: "Hurricane Example … Example". */
export function dropStorms(draft: Draft): void {
  const { forms } = draft
  const storms = new Set(forms.filter((_, i) => i > 0 && STORM.test(forms[i - 1]!) && isCapital(draft, i)))
  if (storms.size === 0) return
  for (const { first, end } of [...draft.names.values()])
    if (end - first === 1 && storms.has(forms[first]!)) dropNameAt(draft, first)
}
