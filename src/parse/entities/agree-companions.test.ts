import { describe, expect, it } from 'vitest'
import type { Doc, EntKind } from '../../model/doc.ts'
import { agreeCompanions } from './agree-companions.ts'
import { newDraft, putName, writtenAt } from './name-draft.ts'
import { docOf } from './testdata/doc-of.ts'

/** Names after agreement, in order of text; `given` are kind, first word, the word after the last, the network's score. */
function agreed(doc: Doc, ...given: readonly (readonly [EntKind, number, number, number?])[]): readonly string[] {
  const draft = newDraft(doc)
  for (const [kind, first, end, score] of given) putName(draft, { first, end, kind, score: score ?? 2 })
  agreeCompanions(draft)
  return [...draft.names.values()]
    .sort((a, b) => a.first - b.first)
    .map(name => `${name.kind}: ${writtenAt(draft, name.first, name.end)}`)
}

const CLASSED = 'carmaker/NOUN/2/compound Testa/PROPN/3/nsubj left/VERB/0/root'
const AGAIN = 'Testa/PROPN/2/nsubj returned/VERB/0/root'

describe('a noun for a kind of body before a name', () => {
  it('tells what it is wherever the text has it', () => {
    expect(agreed(docOf(CLASSED, AGAIN), ['person', 1, 2], ['place', 3, 4])).toEqual([
      'organisation: Testa',
      'organisation: Testa',
    ])
  })

  it('adds a name that the network missed, all its words', () => {
    const doc = docOf('carmaker/NOUN/3/compound Testa/PROPN/3/compound Works/PROPN/4/nsubj left/VERB/0/root')
    expect(agreed(doc)).toEqual(['organisation: Testa Works'])
  })

  it('tells nothing of a name that hangs elsewhere, of a sure one, or of one with a bearer', () => {
    const apart = docOf('the/DET carmaker/NOUN/4/iobj Testa/PROPN/4/nsubj gave/VERB/0/root')
    expect(agreed(apart, ['person', 2, 3])).toEqual(['person: Testa'])
    expect(agreed(docOf(CLASSED), ['person', 1, 2, 9])).toEqual(['person: Testa'])
    const family = docOf(CLASSED, 'Ana Testa left/VERB')
    expect(agreed(family, ['person', 1, 2], ['person', 3, 5])).toEqual(['person: Testa', 'person: Ana Testa'])
  })
})

describe('what only a body has', () => {
  it('tells it of the name that it belongs to', () => {
    const website = docOf('the/DET/3/det Testa/PROPN/3/compound website/NOUN/0/root')
    expect(agreed(website, ['place', 1, 2])).toEqual(['organisation: Testa'])
    const founder = docOf('the/DET/2/det founder/NOUN/0/root of/ADP/4/case Testa/PROPN/2/nmod')
    expect(agreed(founder, ['person', 3, 4])).toEqual(['organisation: Testa'])
    const owner = docOf("Testa+/PROPN/3/nmod:poss 's/PART/1/case shareholders/NOUN/0/root")
    expect(agreed(owner, ['person', 0, 1])).toEqual(['organisation: Testa'])
  })

  it('tells it of no country and of nothing that others have, too', () => {
    const country = docOf('the/DET/2/det founder/NOUN/0/root of/ADP/4/case Samplia/PROPN/2/nmod')
    expect(agreed(country, ['country', 3, 4])).toEqual(['country: Samplia'])
    const house = docOf("Testa+/PROPN/3/nmod:poss 's/PART/1/case house/NOUN/0/root")
    expect(agreed(house, ['person', 0, 1])).toEqual(['person: Testa'])
  })
})

describe('a site', () => {
  it('is a place, though a body runs it', () => {
    expect(agreed(docOf('Testburg Police Station'), ['organisation', 0, 3])).toEqual([
      'facility: Testburg Police Station',
    ])
    expect(agreed(docOf('Testburg Station Company'), ['organisation', 0, 3])).toEqual([
      'organisation: Testburg Station Company',
    ])
  })
})
