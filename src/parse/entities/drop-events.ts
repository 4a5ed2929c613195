import type { Knowledge } from '../../model/knowledge.ts'
import { entriesOf } from './known-forms.ts'
import { type Draft, dropNameAt, putName } from './name-draft.ts'
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
