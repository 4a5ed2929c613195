import type { Doc } from '../model/doc.ts'
import type { Statement } from '../model/reading.ts'
import { addChains } from './chains/add-chains.ts'
import { carryChains } from './chains/carry-chains.ts'
import { findDeniedSayings } from './chains/find-denied-sayings.ts'
import { findAfterCiting, findInterrupted } from './chains/find-interrupted.ts'
import { findQuotedAs } from './chains/find-quoted-as.ts'
import { findToldSayings } from './chains/find-told-sayings.ts'
import { mendDrafts } from './chains/mend-drafts.ts'
import { mendSpeakers } from './chains/mend-speakers.ts'
import { addCircumstances } from './circumstances.ts'
import { newFinder } from './draft.ts'
import { finishStatements } from './finish-statements.ts'
import { mergeLearned } from './learned/merge-learned.ts'
import { findAccording } from './rules/find-according.ts'
import { findClausal } from './rules/find-clausal.ts'
import { findColon } from './rules/find-colon.ts'
import { findNominal } from './rules/find-nominal.ts'
import { findPostposed } from './rules/find-postposed.ts'
import { findQuoted } from './rules/find-quoted.ts'
import { findSigned } from './rules/find-signed.ts'
import { addLeadIns } from './rules/lead-in.ts'
import { viewOf } from './view.ts'

/**
 * Attribution relations of a text (source, cue, content after PolNeAR: Newell et al. 2018), in order of text, with kind,
 * addressee, occasion and the chain of hops by which what was said reached the article. Sources are words only: who is
 * meant is the resolve stage's. Linear in the length of the text.
 */
export function findStatements(doc: Doc): Statement[] {
  const rules = newFinder(viewOf(doc))
  findAccording(rules)
  findPostposed(rules)
  findColon(rules)
  findSigned(rules)
  findClausal(rules)
  findNominal(rules)
  mendSpeakers(rules)
  const finder = mergeLearned(rules)
  findQuoted(finder)
  addLeadIns(finder)
  findInterrupted(finder)
  findQuotedAs(finder)
  mendDrafts(finder)
  findAfterCiting(finder)
  findToldSayings(finder)
  findDeniedSayings(finder)
  addCircumstances(finder)
  addChains(finder)
  carryChains(finder)
  return finishStatements(finder)
}
