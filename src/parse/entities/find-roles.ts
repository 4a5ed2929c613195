import type { Doc, Ent } from '../../model/doc.ts'
import { type Draft, tagOf } from './name-draft.ts'
import { BODY_NOUNS, GROUP_NOUNS, PERSON_NOUNS, ROLE_NOUNS, STATE_GROUPS } from './name-words.ts'
import { bearerOf, phraseEnd, phraseStart } from './noun-phrase.ts'

/**
 * Descriptions that stand for persons and bodies: offices before a name ("NATO Secretary General" Ana Example), definite
 * descriptions ("the former Samplian prime minister"), plural offices ("foreign ministers"), collectives ("the four
 * partners", "officials in Samplia") and bodies ("the alliance"). The span runs from the determiner over the head noun
 * and what completes it ("of Samplia", "for foreign affairs"), and may hold names and other descriptions.
 */
export function findRoles(draft: Draft): readonly Ent[] {
  const { tokens } = draft.doc
  const ents: Ent[] = []
  for (let i = 0; i < draft.forms.length; i++) {
    const kind = kindAt(draft, i)
    if (kind === null) continue
    const first = phraseStart(draft, i)
    const end = phraseEnd(draft, i, isMany(draft, i) ? /^(?:of|for|in|from)$/ : /^(?:of|for)$/)
    if ((kind === 'group' || kind === 'person') && first === i && end === i + 1) continue
    if (kind === 'body' && !isDefinite(draft, first, i)) continue
    const span = [tokens.start[first]!, tokens.end[end - 1]!] as const
    ents.push({ span, kind: kind === 'role' || kind === 'person' ? 'role' : 'group', tokens: [first, end] })
  }
  return ents
}

/** Plural: people are told by where they are ("officials in Samplia"), an office by what it is for. */
function isMany({ doc, forms }: Draft, i: number): boolean {
  return /(?:[^s]s|men|women|people)$/i.test(forms[i]!) && !/Number=Sing/.test(doc.tokens.feats[i]!)
}

/** "the alliance", not "an alliance" nor "the two companies". */
function isDefinite({ doc, forms }: Draft, first: number, head: number): boolean {
  if (!/^(?:the|this|that)$/i.test(forms[first]!)) return false
  for (let i = first; i < head; i++) if (tagOf(doc, i) === 'NUM') return false
  return true
}

/** What kind of description the word heads; null where the noun phrase goes on ("the minister talks" heads at "talks"). */
function kindAt(draft: Draft, i: number): 'role' | 'person' | 'group' | 'state' | 'body' | null {
  const { doc, forms, nameAt } = draft
  const tag = tagOf(doc, i)
  if (nameAt[i] !== -1 || (tag !== 'NOUN' && tag !== 'PROPN') || modifiesNoun(draft, i)) return null
  const form = forms[i]!.toLowerCase()
  if (STATE_GROUPS.has(form)) return 'state'
  const singular = singularOf(doc, i, form)
  if (ROLE_NOUNS.has(form) || ROLE_NOUNS.has(singular)) return 'role'
  if (PERSON_NOUNS.has(singular)) return 'person'
  if (GROUP_NOUNS.has(form)) return 'group'
  return BODY_NOUNS.has(form) ? 'body' : null
}

/** Whether the word only modifies the next noun: "Secretary" in "Secretary General", "party" in "party leader". */
function modifiesNoun(draft: Draft, i: number): boolean {
  const { head, deprel } = draft.doc.tokens
  if (!/^(?:compound|amod|nmod:desc|nmod:unmarked|flat|goeswith|nummod|det)$/.test(deprel[i]!)) return false
  if (deprel[i] === 'flat' || deprel[i] === 'goeswith') return head[i]! < i && draft.nameAt[head[i]!] === -1
  return bearerOf(draft, i) === -1
}

function singularOf(doc: Doc, i: number, form: string): string {
  const lemma = doc.tokens.lemma[i]!.toLowerCase()
  if (lemma !== form) return lemma
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`
  return /men$/.test(form) ? `${form.slice(0, -3)}man` : form.endsWith('s') ? form.slice(0, -1) : form
}
