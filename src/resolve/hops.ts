import type { Article } from '../model/article.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { valueOf } from '../model/known.ts'
import type { Hop } from '../model/reading.ts'
import { normaliseName } from '../text/normalise.ts'

/** A hop under the name that the knowledge files give its outlet or agency; a hop of another kind stays as it is. */
export function resolveHop(hop: Hop, knowledge: Knowledge): Hop {
  if (hop.kind !== 'outlet' && hop.kind !== 'agency') return hop
  const known = knowledge.outlets.get(normaliseName(hop.name)) ?? knowledge.outlets.get(hop.name.toLowerCase())
  return known === undefined ? hop : { ...hop, name: known.name, kind: known.kind }
}

/** True for the outlet that published the article and the agency whose copy it is: they relay nothing to themselves. */
export function isOwn(hop: Hop, article: Article): boolean {
  if (hop.kind !== 'outlet' && hop.kind !== 'agency') return false
  const name = normaliseName(hop.name)
  return [valueOf(article.outlet)?.name, article.wire?.value].some(
    own => own !== undefined && normaliseName(own) === name,
  )
}
