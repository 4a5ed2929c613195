import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import type { Doc } from '../../model/doc.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { NameSpan } from '../decode/name-spans.ts'
import { findEntities } from './find-entities.ts'
import { docOf } from './testdata/doc-of.ts'
import { knowledgeOf } from './testdata/knowledge-of.ts'

const KNOWN = knowledgeOf(
  'country: Samplia',
  'nationality: Samplian',
  'bloc: Sample Union, SU',
  'organisation: Sample Agency for Testing',
  'person: Ana Example',
  'place: Port Sample, The Haven',
  'facility: Sample Dome',
)

/** Names as "PER Ana Example" with an optional score: found in the Doc by their words, every place once, in order. */
function namesIn(doc: Doc, ...names: readonly string[]): readonly NameSpan[] {
  const forms = Array.from({ length: doc.tokens.length }, (_, i) =>
    doc.text.slice(doc.tokens.start[i], doc.tokens.end[i]),
  )
  let from = 0
  return names.map(name => {
    const [type, words = '', score] = name.split(/:/)
    const wanted = words.split(' ')
    while (wanted.some((word, k) => forms[from + k] !== word)) from++
    const first = from
    from += wanted.length
    if (type !== 'PER' && type !== 'ORG' && type !== 'LOC') throw new Error(`no type of name: ${type}`)
    return { first, end: from, type, score: Number(score ?? 9) }
  })
}

function read(doc: Doc, names: readonly string[], knowledge: Knowledge = KNOWN): readonly string[] {
  return findEntities(doc, namesIn(doc, ...names), knowledge).map(ent => `${ent.kind}: ${doc.text.slice(...ent.span)}`)
}

describe('names of the network', () => {
  it('get their exact kind by the knowledge files and by their last word', () => {
    const doc = docOf(
      'Samplia and/CCONJ Sample Union and/CCONJ Testburg and/CCONJ Testburg Airport and/CCONJ Test Bank',
    )
    const names = ['LOC:Samplia', 'ORG:Sample Union', 'LOC:Testburg', 'LOC:Testburg Airport', 'ORG:Test Bank']
    expect(read(doc, names)).toEqual([
      'country: Samplia',
      'bloc: Sample Union',
      'place: Testburg',
      'facility: Testburg Airport',
      'organisation: Test Bank',
    ])
  })

  it('lose an article, a title and a possessive at their ends, and keep the article that the files write', () => {
    const doc = docOf(
      "the/DET/3/det Test Bank+ 's/PART/3/case",
      'Mr./PROPN/2/nmod:desc Tester/PROPN/3/nsubj left/VERB/0/root The Haven',
    )
    const names = ["ORG:the Test Bank 's", 'PER:Mr. Tester', 'LOC:The Haven']
    expect(read(doc, names)).toEqual(['organisation: Test Bank', 'person: Tester', 'place: The Haven'])
  })

  it('of a title word alone stay: a family name may be King', () => {
    const doc = docOf('King/PROPN/2/nsubj left/VERB/0/root')
    expect(read(doc, ['PER:King'])).toEqual(['person: King'])
  })

  it('give way to a known longer form of their type', () => {
    const doc = docOf('Sample Agency for/ADP/4/case Testing met/VERB/0/root')
    expect(read(doc, ['ORG:Sample Agency'])).toEqual(['organisation: Sample Agency for Testing'])
  })

  it('are overruled where the form can mean only a country or body, and not where it can mean a person', () => {
    const doc = docOf('Samplia met/VERB Example')
    expect(read(doc, ['ORG:Samplia', 'LOC:Example'])).toEqual(['country: Samplia', 'place: Example'])
  })

  it('that are nationalities are no names', () => {
    const doc = docOf('Samplian/ADJ/2/amod ships/NOUN/0/root')
    expect(read(doc, ['LOC:Samplian'])).toEqual(['nationality: Samplian'])
    expect(read(doc, [])).toEqual(['nationality: Samplian'])
  })
})

describe('names of events', () => {
  it('of wars and storms are none, and leave the country that they are called by', () => {
    const doc = docOf('the/DET Samplia War and/CCONJ Hurricane Tester and/CCONJ Testburg War II')
    expect(read(doc, ['LOC:Samplia War', 'PER:Tester', 'ORG:Testburg War II'])).toEqual(['country: Samplia'])
  })

  it('of a storm are none where they stand alone', () => {
    const doc = docOf('Hurricane Tester came/VERB', 'then/ADV Tester left/VERB', 'Ana Sampler stayed/VERB')
    expect(read(doc, ['PER:Tester', 'PER:Tester', 'PER:Ana Sampler'])).toEqual(['person: Ana Sampler'])
  })

  it('leave the ministry of war alone', () => {
    const doc = docOf('Ministry of/ADP War')
    expect(read(doc, ['ORG:Ministry of War'])).toEqual(['organisation: Ministry of War'])
  })
})

describe('names that the network cut', () => {
  it('go on over "of" to what hangs from a body, and not to what hangs from the verb', () => {
    const doc = docOf('Test Authority/PROPN/5/nsubj of/ADP/4/case Testburg/PROPN/2/nmod asked/VERB/0/root Sample')
    expect(read(doc, ['ORG:Test Authority', 'LOC:Testburg'])).toEqual(['organisation: Test Authority of Testburg'])
    const other = docOf('Test Authority/PROPN/5/nsubj of/ADP/4/case Testburg/PROPN/5/obl asked/VERB/0/root')
    expect(read(other, ['ORG:Test Authority', 'LOC:Testburg'])).toHaveLength(2)
  })

  it('take in the legal form of a firm', () => {
    const doc = docOf('Test Motors+ ,/PUNCT Inc. bought/VERB Sample Oil Ltd')
    expect(read(doc, ['ORG:Test Motors', 'ORG:Sample Oil'])).toEqual([
      'organisation: Test Motors, Inc.',
      'organisation: Sample Oil Ltd',
    ])
  })

  it('are a person of a mailbox, the family first', () => {
    const box = docOf('"/PUNCT Tester+ ,/PUNCT Ana B. "/PUNCT wrote/VERB')
    expect(read(box, ['PER:Tester', 'PER:Ana'])).toEqual(['person: Tester, Ana B.'])
    const list = docOf('"/PUNCT Testburg ,/PUNCT Samplia "/PUNCT wrote/VERB')
    expect(read(list, ['LOC:Testburg', 'LOC:Samplia'])).toEqual(['place: Testburg', 'country: Samplia'])
  })

  it('end with their line', () => {
    const doc = docOf('Ana Tester Ben Sampler')
    const lines: Doc = { ...doc, text: doc.text.replace('Tester Ben', 'Tester\nBen') }
    expect(read(lines, ['PER:Ana Tester Ben Sampler'])).toEqual(['person: Ana Tester', 'person: Ben Sampler'])
  })
})

describe('known names', () => {
  it('that the network missed are added where capitals and tags agree', () => {
    const doc = docOf('yesterday/NOUN Samplia left/VERB Port Sample')
    expect(read(doc, [])).toEqual(['country: Samplia', 'place: Port Sample'])
  })

  it('are not added as a part of another name, in lower case, or against the tags', () => {
    expect(read(docOf('the/DET Samplia Express left/VERB'), [])).toEqual([])
    expect(read(docOf('port/NOUN sample/NOUN'), [])).toEqual([])
    expect(read(docOf('Port/NOUN Sample/NOUN sizes/NOUN'), [])).toEqual([])
  })
})

describe('names of one text', () => {
  it('agree: a family name alone is its person', () => {
    const doc = docOf('Ana Tester spoke/VERB', 'then/ADV Tester left/VERB', 'but/CCONJ Tester returned/VERB')
    expect(read(doc, ['PER:Ana Tester', 'LOC:Tester:2'])).toEqual([
      'person: Ana Tester',
      'person: Tester',
      'person: Tester',
    ])
  })

  it('agree: an acronym is of the kind of what it stands for', () => {
    const doc = docOf('Test Trade Board (/PUNCT TTB )/PUNCT met/VERB', 'then/ADV TTB left/VERB')
    expect(read(doc, ['ORG:Test Trade Board', 'LOC:TTB'])).toEqual([
      'organisation: Test Trade Board',
      'organisation: TTB',
      'organisation: TTB',
    ])
  })
})

describe('an empty or odd text', () => {
  it('has no entities, and no name without a letter', () => {
    expect(findEntities(docOf(), [], KNOWN)).toEqual([])
    expect(read(docOf('1/NUM -/PUNCT'), ['LOC:1 -'])).toEqual([])
  })

  it('eight times as long takes about eight times the work', async () => {
    const line = 'The/DET/2/det minister/NOUN/5/nsubj of/ADP/4/case Samplia/PROPN/2/nmod left/VERB/0/root'
    const make = (size: number): Doc => docOf(...Array.from({ length: size }, () => line))
    expect(findEntities(make(500), [], KNOWN)).toHaveLength(1000)
    await expectLinear({ size: 4000, make, run: doc => findEntities(doc, [], KNOWN) })
  })
})
