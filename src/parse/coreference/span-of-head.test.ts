import { describe, expect, it } from 'vitest'
import type { Doc } from '../../model/doc.ts'
import { docOf } from '../entities/testdata/doc-of.ts'
import { spanOfHead } from './span-of-head.ts'
import { treeOf } from './tree.ts'

function spanIn(doc: Doc, word: number, whole = false): string {
  return doc.text.slice(...spanOfHead(doc, treeOf(doc.tokens), word, whole))
}

describe('the span of a head word', () => {
  it('takes determiners, modifiers and possessors in and leaves the preposition out', () => {
    const doc = docOf(
      'She/PRON/2/nsubj spoke/VERB/0/root with/ADP/6/case the/DET/6/det new/ADJ/6/amod minister/NOUN/2/obl of/ADP/8/case Samplia+/PROPN/6/nmod ./PUNCT/2/punct',
    )
    expect(spanIn(doc, 5)).toBe('the new minister of Samplia')
    expect(spanIn(doc, 7)).toBe('Samplia')
    expect(spanIn(doc, 0)).toBe('She')
  })

  it('holds the possessive mark of a possessor', () => {
    const doc = docOf("Ana+/PROPN/3/nmod:poss 's/PART/1/case plan/NOUN/0/root")
    expect(spanIn(doc, 0)).toBe("Ana's")
    expect(spanIn(doc, 2)).toBe("Ana's plan")
  })

  it('is one conjunct or all of them, and what is said of all is not the first one’s', () => {
    const doc = docOf(
      'Ana/PROPN/0/root and/CCONJ/3/cc Ben+/PROPN/1/conj ,/PUNCT/6/punct from/ADP/6/case Testburg/PROPN/1/nmod',
    )
    expect(spanIn(doc, 0)).toBe('Ana')
    expect(spanIn(doc, 2)).toBe('Ben')
    expect(spanIn(doc, 0, true)).toBe('Ana and Ben, from Testburg')
  })

  it('leaves the subject and the copula of a predicate out', () => {
    const doc = docOf(
      'Ana/PROPN/6/nsubj is/AUX/6/cop not/PART/6/advmod the/DET/6/det first/ADJ/6/amod mayor/NOUN/0/root today+/NOUN/6/obl ./PUNCT/6/punct',
    )
    expect(spanIn(doc, 5)).toBe('the first mayor')
  })

  it('keeps the apposition and the relative clause, not the comma after them', () => {
    const doc = docOf(
      'Ana+/PROPN/8/nsubj ,/PUNCT/4/punct the/DET/4/det mayor/NOUN/1/appos who/PRON/6/nsubj sang+/VERB/4/acl:relcl ,/PUNCT/4/punct left/VERB/0/root',
    )
    expect(spanIn(doc, 0)).toBe('Ana, the mayor who sang')
  })

  it('closes the bracket that it opened and stops before one that was open already', () => {
    const doc = docOf(
      'the/DET/2/det Union/PROPN/0/root (+/PUNCT/4/punct SU+/PROPN/2/appos )/PUNCT/4/punct left/VERB/2/parataxis',
    )
    expect(spanIn(doc, 1)).toBe('the Union (SU)')
    const inner = docOf('(+/PUNCT/2/punct Ana/PROPN/0/root of/ADP/5/case it+/PRON/2/nmod )/PUNCT/2/punct')
    expect(spanIn(inner, 1)).toBe('Ana of it')
  })

  it('is a verb alone for what happened', () => {
    const doc = docOf('They/PRON/2/nsubj left/VERB/0/root early/ADV/2/advmod')
    expect(spanIn(doc, 1)).toBe('left')
  })

  it('stays inside a tree that is broken: a cycle, a head out of reach', () => {
    const doc = docOf('a/NOUN/2/nmod b/NOUN/1/nmod c/NOUN/0/root')
    expect(spanIn(doc, 0)).not.toBe('')
    expect(spanIn(doc, 2)).toBe('c')
  })
})
