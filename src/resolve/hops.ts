import type { Knowledge } from '../model/knowledge.ts'
import type { Hop } from '../model/reading.ts'
import { normaliseName } from '../text/normalise.ts'

/** A hop under the name that the knowledge files give its outlet or agency; a hop of another kind stays as it is. */
export function resolveHop(hop: Hop, knowledge: Knowledge): Hop {
  if (hop.kind !== 'outlet' && hop.kind !== 'agency') return hop
  const known = knowledge.outlets.get(normaliseName(hop.name)) ?? knowledge.outlets.get(hop.name.toLowerCase())
  return known === undefined ? hop : { ...hop, name: known.name, kind: known.kind }
}
