import type { Doc, Ent } from '../../model/doc.ts'
import type { Draft } from './name-draft.ts'

const PRONOUN =
  /^(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|it|its|itself|we|us|our|ours|ourselves|i|me|my|mine|myself|you|your|yours|yourself)$/i

const RELATIVE = /^(?:who|whom|which)$/

/** Personal and possessive pronouns as entities, and relatives right after a name ("Samplia, which …"). "US" and "IT" in capitals are none. */
export function findPronouns(doc: Doc, draft: Draft): readonly Ent[] {
  const ents: Ent[] = []
  draft.forms.forEach((form, i) => {
    if (RELATIVE.test(form) && followsName(draft, i)) {
      ents.push({ span: [doc.tokens.start[i]!, doc.tokens.end[i]!], kind: 'pronoun', tokens: [i, i + 1] })
      return
    }
    if (draft.taken[i] === 1 || !PRONOUN.test(form) || (form.length > 1 && form === form.toUpperCase())) return
    ents.push({ span: [doc.tokens.start[i]!, doc.tokens.end[i]!], kind: 'pronoun', tokens: [i, i + 1] })
  })
  return ents
}

function followsName(draft: Draft, i: number): boolean {
  return draft.taken[i - 1] === 1 || (draft.forms[i - 1] === ',' && draft.taken[i - 2] === 1)
}
