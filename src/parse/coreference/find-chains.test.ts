import { describe, expect, it } from 'vitest'
import type { Doc, EntKind } from '../../model/doc.ts'
import type { LinkVectors } from '../decode/link-vectors.ts'
import { docOf } from '../entities/testdata/doc-of.ts'
import { knowledgeOf } from '../entities/testdata/knowledge-of.ts'
import { findChains } from './find-chains.ts'
import { linksOf, weightsOf } from './testdata/links-of.ts'

const KNOWN = knowledgeOf('country: Samplia', 'organisation: Test Union, TU')

/** The Doc with entities given as kind, first word and number of words. */
function withEnts(doc: Doc, ...rows: readonly (readonly [EntKind, number, number])[]): Doc {
  const { start, end } = doc.tokens
  const ents = rows.map(([kind, first, size]) => ({
    kind,
    span: [start[first]!, end[first + size - 1]!] as const,
    tokens: [first, first + size] as const,
  }))
  return { ...doc, ents }
}

function chainsIn(doc: Doc, links: LinkVectors | null): string[] {
  return findChains(doc, links, KNOWN, weightsOf()).map(chain => chain.map(span => doc.text.slice(...span)).join(' | '))
}

/** A link between two words that scores `score`, both sure mentions, by one number of their vectors. */
function link(early: number, late: number, score: number): LinkVectors {
  return linksOf([
    { word: early, mention: 0, early: [2, 0, 0, 0] },
    { word: late, mention: 0, late: [score, 0, 0, 0] },
  ])
}

describe('links of the reader', () => {
  const doc = docOf(
    'The/DET/3/det old/ADJ/3/amod bridge/NOUN/4/nsubj fell/VERB/0/root in/ADP/6/case spring/NOUN/4/obl',
    'It/PRON/2/nsubj blocked/VERB/0/root the/DET/4/det road/NOUN/2/obj',
  )

  it('join head words, and the chain has the spans of the tree', () => {
    expect(chainsIn(doc, link(2, 6, 1))).toEqual(['The old bridge | It'])
  })

  it('below the score of having no antecedent are none', () => {
    expect(chainsIn(doc, link(2, 6, -1))).toEqual([])
  })

  it('of a plural pronoun to the first of two names mean both', () => {
    const two = docOf(
      'Ana/PROPN/4/nsubj and/CCONJ/3/cc Ben/PROPN/1/conj left/VERB/0/root',
      'They/PRON/2/nsubj sang/VERB/0/root',
    )
    expect(chainsIn(two, link(0, 4, 2))).toEqual(['Ana and Ben | They'])
  })

  it('never make a person of a country, whatever they score: the next best that agrees is taken', () => {
    const text = docOf('Ana/PROPN/2/nsubj left/VERB/0/root Samplia/PROPN/2/obj', 'She/PRON/2/nsubj sang/VERB/0/root')
    const ents = withEnts(text, ['person', 0, 1], ['country', 2, 1], ['pronoun', 3, 1])
    const links = linksOf([
      { word: 0, mention: 0, early: [2, 0, 0, 0] },
      { word: 2, mention: 0, early: [9, 0, 0, 0] },
      { word: 3, mention: 0, late: [1, 0, 0, 0] },
    ])
    expect(chainsIn(ents, links)).toEqual(['Ana | She'])
  })
})

describe('chains', () => {
  it('lead a nameless "he" to the best name that agrees, though a first link would not', () => {
    const doc = docOf(
      'Mr./PROPN/2/nmod:desc Tester/PROPN/3/nsubj left/VERB/0/root',
      'He/PRON/2/nsubj sang/VERB/0/root and/CCONJ/5/cc his/PRON/5/nmod:poss dog/NOUN/2/conj',
    )
    const ents = withEnts(doc, ['person', 1, 1], ['pronoun', 3, 1], ['pronoun', 6, 1])
    const links = linksOf([
      { word: 1, mention: 0, early: [2, 0, 0, 0] },
      { word: 3, mention: 0, late: [-1.5, 0, 0, 0], early: [0, 2, 0, 0] },
      { word: 6, mention: 0, late: [-2, 3, 0, 0] },
    ])
    expect(chainsIn(ents, links)).toEqual(['Mr. Tester | He | his'])
  })

  it('give a pronoun the name of its gender, by given names and titles, where the reader says nothing', () => {
    const doc = docOf(
      'Ana/PROPN/3/nsubj Example/PROPN/1/flat met/VERB/0/root Ben/PROPN/3/obj Tester/PROPN/4/flat',
      'She/PRON/2/nsubj sang/VERB/0/root',
      'He/PRON/2/nsubj listened/VERB/0/root',
    )
    const ents = withEnts(doc, ['person', 0, 2], ['person', 3, 2], ['pronoun', 5, 1], ['pronoun', 7, 1])
    expect(chainsIn(ents, null)).toEqual(['Ana Example | She', 'Ben Tester | He'])
  })

  it('are of the gender that most of their mentions tell, not of the first', () => {
    const doc = docOf(
      'Robin/PROPN/3/nsubj Example/PROPN/1/flat sang/VERB/0/root',
      'Mr./PROPN/2/nmod:desc Example/PROPN/3/nsubj left/VERB/0/root',
      'Mr./PROPN/2/nmod:desc Example/PROPN/3/nsubj came/VERB/0/root back/ADV/3/advmod',
      'He/PRON/2/nsubj sang/VERB/0/root',
    )
    const ents = withEnts(doc, ['person', 0, 2], ['person', 4, 1], ['person', 7, 1], ['pronoun', 10, 1])
    expect(chainsIn(ents, null)).toEqual(['Robin Example | Mr. Example | Mr. Example | He'])
  })

  it('lead from a pronoun to the name itself where that stands in one mention with a description', () => {
    const doc = docOf(
      'Ana/PROPN/6/nsubj Example+/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det poet/NOUN/1/appos wrote/VERB/0/root',
      'She/PRON/2/nsubj sang/VERB/0/root',
    )
    const ents = withEnts(doc, ['person', 0, 2], ['pronoun', 6, 1])
    expect(chainsIn(ents, null)).toEqual(['Ana Example, a poet | Ana Example | She'])
  })

  it('hold names of one bearer by rule where the reader says nothing', () => {
    const doc = docOf(
      'The/DET/3/det Test/PROPN/3/compound Union/PROPN/4/nsubj met/VERB/0/root Ana/PROPN/4/obj Example/PROPN/5/flat',
      'Example/PROPN/2/nsubj left/VERB/0/root the/DET/4/det TU/PROPN/2/obj',
    )
    const ents = withEnts(doc, ['organisation', 1, 2], ['person', 4, 2], ['person', 6, 1], ['organisation', 9, 1])
    expect(chainsIn(ents, null)).toEqual(['The Test Union | the TU', 'Ana Example | Example'])
  })

  it('count an apposition as one mention with what it stands beside', () => {
    const doc = docOf(
      'The/DET/2/det mayor+/NOUN/6/nsubj ,/PUNCT/4/punct Ana/PROPN/2/appos Example+/PROPN/4/flat left/VERB/0/root',
      'Example/PROPN/2/nsubj sang/VERB/0/root',
    )
    const ents = withEnts(doc, ['role', 0, 2], ['person', 3, 2], ['person', 6, 1])
    expect(chainsIn(ents, null)).toEqual(['The mayor, Ana Example | Example'])
  })

  it('share no span, have none twice and none alone, in order of text', () => {
    const doc = docOf(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'Testburg' : 'Ana')).join(' '))
    const links = linksOf(
      Array.from({ length: 40 }, (_, word) => ({
        word,
        mention: 0,
        early: [word % 3, word % 2, 1, 0],
        late: [word % 2, 1, word % 5, 0],
      })),
    )
    const chains = findChains(doc, links, KNOWN, weightsOf())
    const spans = chains.flat().map(String)
    expect(new Set(spans).size).toBe(spans.length)
    expect(chains.every(chain => chain.length > 1)).toBe(true)
    expect(chains.every(chain => chain.every((span, i) => i === 0 || chain[i - 1]![0] <= span[0]))).toBe(true)
    expect(chains.map(chain => chain[0]![0])).toEqual([...chains.map(chain => chain[0]![0])].sort((a, b) => a - b))
  })

  it('of nothing are none', () => {
    expect(findChains(docOf(''), null, KNOWN, weightsOf())).toEqual([])
    expect(findChains(docOf('Testburg'), linksOf([]), KNOWN, weightsOf())).toEqual([])
  })
})
