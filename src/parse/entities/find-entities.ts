import type { Doc, Ent } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { findKnown } from './find-known.ts'
import { findPronouns } from './find-pronouns.ts'
import { findRoles } from './find-roles.ts'
import { findRuns } from './find-runs.ts'
import { type NameDraft, newDraft } from './name-draft.ts'

/**
 * Names, descriptions and pronouns of a text as entities in order: known names first (longest match), then runs of
 * capitalised words by rule, then roles and groups, which may hold names. Times and amounts are the events stage's.
 */
export function findEntities(doc: Doc, knowledge: Knowledge): readonly Ent[] {
  const draft = newDraft(doc)
  findKnown(draft, knowledge)
  findRuns(draft, knowledge)
  const names = draft.names.map(name => toEnt(doc, name))
  const ents = [...names, ...findRoles(doc, draft), ...findPronouns(doc, draft)]
  return ents.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

function toEnt(doc: Doc, { first, end, kind }: NameDraft): Ent {
  return { span: [doc.tokens.start[first]!, doc.tokens.end[end - 1]!], kind, tokens: [first, end] }
}
