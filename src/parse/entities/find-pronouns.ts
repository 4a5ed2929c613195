import type { Ent } from '../../model/doc.ts'
import { type Draft, tagOf } from './name-draft.ts'

const PRONOUN =
  /^(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|themself|it|its|itself|we|us|our|ours|ourselves|i|me|my|mine|myself|you|your|yours|yourself|yourselves)$/i

const RELATIVE = /^(?:who|whom|which)$/

/**
 * Personal and possessive pronouns as entities, and relatives right after a name ("Samplia, which …"). "US" and "IT" are
 * none, nor is the "it" of "it is raining" that stands for nothing.
 */
export function findPronouns(draft: Draft): readonly Ent[] {
  const { tokens } = draft.doc
  const ents: Ent[] = []
  draft.forms.forEach((form, i) => {
    if (draft.nameAt[i] !== -1 || tagOf(draft.doc, i) !== 'PRON') return
    const personal = PRONOUN.test(form) && tokens.deprel[i] !== 'expl'
    if (personal || (RELATIVE.test(form) && followsName(draft, i)))
      ents.push({ span: [tokens.start[i]!, tokens.end[i]!], kind: 'pronoun', tokens: [i, i + 1] })
  })
  return ents
}

function followsName({ nameAt, forms }: Draft, i: number): boolean {
  return (nameAt[i - 1] ?? -1) !== -1 || (forms[i - 1] === ',' && (nameAt[i - 2] ?? -1) !== -1)
}
