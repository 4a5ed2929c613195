import type { Doc, Ent } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { NameSpan } from '../decode/name-spans.ts'
import { agreeCompanions } from './agree-companions.ts'
import { agreeAcronyms, agreeFamilies, repeatNames } from './agree-names.ts'
import { addKnown, extendNames, markNationalities, overruleTypes } from './check-known.ts'
import { dropEvents, dropStorms } from './drop-events.ts'
import { findPronouns } from './find-pronouns.ts'
import { findRoles } from './find-roles.ts'
import { addSuffixes, joinBodies, joinMailboxes } from './join-names.ts'
import { knownForms } from './known-forms.ts'
import { boundNames } from './name-bounds.ts'
import { newDraft } from './name-draft.ts'
import { placeNames } from './place-names.ts'
import { splitPlaces } from './split-places.ts'
import { sureNames } from './sure-names.ts'

/**
 * Names, descriptions and pronouns of a text as entities in order: the network's names first, their kind by the knowledge
 * files and by what the rest of the text calls so, then known names that the network missed, then roles and groups, which
 * may hold names. Times and amounts are the events stage's. Linear in the number of words.
 */
export function findEntities(doc: Doc, names: readonly NameSpan[], knowledge: Knowledge): readonly Ent[] {
  const draft = newDraft(doc)
  placeNames(draft, sureNames(draft, names), knowledge)
  dropEvents(draft, knowledge)
  joinBodies(draft)
  addSuffixes(draft)
  const known = knownForms(draft, knowledge)
  extendNames(draft, known)
  overruleTypes(draft, known)
  markNationalities(draft, known)
  addKnown(draft, known)
  agreeFamilies(draft)
  agreeAcronyms(draft)
  repeatNames(draft)
  agreeCompanions(draft)
  joinMailboxes(draft)
  dropStorms(draft)
  splitPlaces(draft, knowledge)
  boundNames(draft)
  const { start, end } = doc.tokens
  const ents: Ent[] = [...findRoles(draft), ...findPronouns(draft)]
  for (const name of draft.names.values())
    ents.push({ span: [start[name.first]!, end[name.end - 1]!], kind: name.kind, tokens: [name.first, name.end] })
  return ents.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}
