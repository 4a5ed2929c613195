import type { Doc, Ent, EntKind } from '../../model/doc.ts'
import { type Draft, tagOf } from './name-draft.ts'
import { BODY_NOUNS, GROUP_NOUNS, OFFICE_FIELDS, ROLE_NOUNS } from './name-words.ts'

const LONGEST_ROLE = 10
const DETERMINER =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|some|several|many|two|three|four|five|six|seven|both|all|other)$/i

/**
 * Descriptions that stand for persons and bodies: offices before a name ("NATO Secretary General" Ana Example), definite
 * descriptions ("the former Samplian prime minister"), plural offices ("foreign ministers"), collectives ("the four
 * partners") and bodies ("the alliance"). The span runs from the determiner to the head noun and may hold names.
 */
export function findRoles(doc: Doc, draft: Draft): readonly Ent[] {
  const ents: Ent[] = []
  for (let i = 0; i < draft.forms.length; i++) {
    const kind = headKind(doc, draft, i)
    if (kind === null) continue
    const first = phraseStart(doc, draft, i)
    if (kind === 'group' && first === i) continue
    if (kind === 'organisation') {
      if (!/^(?:the|this|that)$/i.test(draft.forms[first]!) || hasNumber(doc, first, i)) continue
    }
    const end = fieldEnd(draft, i)
    ents.push({
      span: [doc.tokens.start[first]!, doc.tokens.end[end - 1]!],
      kind: kind === 'organisation' ? 'group' : kind,
      tokens: [first, end],
    })
  }
  return ents
}

/** Over what an office is for: "Secretary of State". */
function fieldEnd(draft: Draft, head: number): number {
  if (!/^(?:of|for)$/.test(draft.forms[head + 1] ?? '')) return head + 1
  let end = head + 2
  while (OFFICE_FIELDS.has((draft.forms[end] ?? '').toLowerCase())) end++
  return end > head + 2 && !/^(?:the|and)$/.test(draft.forms[end - 1]!) ? end : head + 1
}

function hasNumber(doc: Doc, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (tagOf(doc, i) === 'NUM') return true
  return false
}

/** What kind of description the word heads; null when the noun phrase goes on ("the president's plan" heads at "plan"). */
function headKind(doc: Doc, draft: Draft, i: number): EntKind | null {
  const form = draft.forms[i]!.toLowerCase()
  const tag = tagOf(doc, i)
  if (draft.taken[i] === 1 || !/^(?:NOUN|PROPN|ADJ)$/.test(tag)) return null
  const next = tagOf(doc, i + 1)
  const nextForm = draft.forms[i + 1] ?? ''
  const singular = singularOf(form)
  const role = ROLE_NOUNS.has(form) || ROLE_NOUNS.has(singular)
  if (role) {
    // "Secretary General": the later word heads. "chief executive" likewise.
    if (ROLE_NOUNS.has(nextForm.toLowerCase()) || ROLE_NOUNS.has(singularOf(nextForm.toLowerCase()))) return null
    if (next === 'NOUN' && draft.taken[i + 1] === 0) return null
    if (nextForm === '-' && doc.tokens.start[i + 1] === doc.tokens.end[i]) return null
    return 'role'
  }
  if (next === 'NOUN') return null
  if (GROUP_NOUNS.has(form)) return 'group'
  return BODY_NOUNS.has(form) && tag !== 'ADJ' ? 'organisation' : null
}

function singularOf(form: string): string {
  if (form.endsWith('ies')) return `${form.slice(0, -3)}y`
  return /men$/.test(form) ? `${form.slice(0, -3)}man` : form.endsWith('s') ? form.slice(0, -1) : form
}

function phraseStart(doc: Doc, draft: Draft, head: number): number {
  const floor = Math.max(doc.firstToken[draft.sentenceOf[head]!]!, head - LONGEST_ROLE)
  let at = head
  while (at > floor) {
    const tag = tagOf(doc, at - 1)
    const form = draft.forms[at - 1]!
    if (DETERMINER.test(form)) return at - 1
    const hyphen = /^[-–]$/.test(form) && at - 1 > floor && doc.tokens.end[at - 1] === doc.tokens.start[at]
    const possessive = /^['’]s?$/.test(form)
    if (!/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tag) && !hyphen && !possessive && draft.taken[at - 1] === 0) return at
    at--
  }
  return at
}
