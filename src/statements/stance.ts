import type { PloverType } from '../model/reading.ts'
import type { Draft } from './draft.ts'
import { STANCES, type StanceRow } from './stance-table.ts'
import type { View } from './view.ts'

// A verb further in is another clause's: "vowed to work with those who attack".
const FIRST_WORDS = 5

const BY_CUE: ReadonlyMap<string, readonly StanceRow[]> = byCue()

/**
 * The stand that a statement's cue takes, as a verbal type of PLOVER ("rejects" REJECT, "warns" THREATEN); null for a
 * neutral cue and for a saying that is denied. It tells what the speaker does by speaking, not whether he means it.
 */
export function stanceOf(view: View, draft: Draft): PloverType | null {
  if (draft.denied || draft.cue === null) return null
  const row = BY_CUE.get(draft.verb)?.find(one => fits(view, draft, one))
  return row?.stance ?? null
}

function fits(view: View, draft: Draft, { noun, next, verb }: StanceRow): boolean {
  const [first, end] = draft.cue!
  const [from, to] = draft.content[0]!
  if (noun !== undefined && !view.lower.slice(first, end).some(word => noun.includes(word))) return false
  if (next !== undefined && !next.includes(view.lower[end - 1]!) && !next.includes(view.lower[from]!)) return false
  if (verb === undefined) return true
  for (let i = from; i < Math.min(to, from + FIRST_WORDS); i++)
    if (view.tags[i] === 'VERB') return verb.includes(view.lemmas[i]!)
  return false
}

function byCue(): ReadonlyMap<string, readonly StanceRow[]> {
  const index = new Map<string, StanceRow[]>()
  for (const row of STANCES) for (const cue of row.cue) index.set(cue, [...(index.get(cue) ?? []), row])
  return index
}
