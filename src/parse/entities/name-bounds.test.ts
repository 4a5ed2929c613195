import { describe, expect, it } from 'vitest'
import type { Doc } from '../../model/doc.ts'
import { boundNames } from './name-bounds.ts'
import { newDraft, putName, writtenAt } from './name-draft.ts'
import { docOf } from './testdata/doc-of.ts'

/** The names of a text after their ends were moved; `given` are kind, first word and the word after the last. */
function bounded(doc: Doc, ...given: readonly (readonly ['organisation' | 'place' | 'person', number, number])[]) {
  const draft = newDraft(doc)
  for (const [kind, first, end] of given) putName(draft, { first, end, kind, score: 9 })
  boundNames(draft)
  return [...draft.names.values()].map(name => writtenAt(draft, name.first, name.end))
}

describe('an article', () => {
  it('belongs to a name where it has a capital inside a sentence', () => {
    const doc = docOf('He/PRON read/VERB/0/root The/DET Test Post')
    expect(bounded(doc, ['organisation', 3, 5])).toEqual(['The Test Post'])
  })

  it('does not where every word there has one, or it is written small', () => {
    expect(bounded(docOf('The/DET Test Post left/VERB'), ['organisation', 1, 3])).toEqual(['Test Post'])
    expect(bounded(docOf('“/PUNCT The/DET Test Post left/VERB'), ['organisation', 2, 4])).toEqual(['Test Post'])
    expect(bounded(docOf('by/ADP the/DET Test Post'), ['organisation', 2, 4])).toEqual(['Test Post'])
    expect(bounded(docOf('by/ADP The/DET Testers'), ['person', 2, 3])).toEqual(['Testers'])
  })
})

describe('common nouns', () => {
  it('before a name with "of" are no part of it', () => {
    expect(bounded(docOf('city/NOUN of/ADP Testburg'), ['place', 0, 3])).toEqual(['Testburg'])
    expect(bounded(docOf('far/ADJ north/ADJ Testland'), ['place', 0, 3])).toEqual(['Testland'])
  })

  it('stay where no capital follows, and particles stay', () => {
    expect(bounded(docOf('port/NOUN testburg'), ['place', 0, 2])).toEqual(['port testburg'])
    expect(bounded(docOf('van/ADP der/DET Test'), ['person', 0, 3])).toEqual(['van der Test'])
  })

  it('for a stretch of land behind a place are no part of it', () => {
    expect(bounded(docOf('Testburg area/NOUN'), ['place', 0, 2])).toEqual(['Testburg'])
    expect(bounded(docOf('Testburg area/NOUN'), ['organisation', 0, 2])).toEqual(['Testburg area'])
  })
})

describe('an abbreviation', () => {
  it('keeps its stop, which ends no sentence there', () => {
    const doc = docOf('Test Oil Inc+ ./PUNCT called/VERB')
    expect(bounded(doc, ['organisation', 0, 3])).toEqual(['Test Oil Inc.'])
    expect(bounded(docOf('Test Oil Works+ ./PUNCT'), ['organisation', 0, 3])).toEqual(['Test Oil Works'])
  })
})

describe("an owner's place", () => {
  it('has its "\'s" where nothing is owned', () => {
    const doc = docOf("we/PRON ate/VERB/0/root at/ADP/4/case Tester+/PROPN/2/obl 's/PART/4/case again/ADV/2/advmod")
    expect(bounded(doc, ['place', 3, 4])).toEqual(["Tester's"])
  })

  it('has not where a noun follows, or it is a person', () => {
    const owned = docOf("at/ADP/4/case Tester+/PROPN/4/nmod:poss 's/PART/2/case kitchen/NOUN/0/root")
    expect(bounded(owned, ['place', 1, 2])).toEqual(['Tester'])
    const person = docOf("of/ADP/2/case Tester+/PROPN/0/root 's/PART/2/case ./PUNCT/2/punct")
    expect(bounded(person, ['person', 1, 2])).toEqual(['Tester'])
  })
})
