import { describe, expect, it } from 'vitest'
import type { Doc } from '../../model/doc.ts'
import type { NameSpan } from '../decode/name-spans.ts'
import { newDraft } from './name-draft.ts'
import { sureNames } from './sure-names.ts'
import { docOf } from './testdata/doc-of.ts'

function isKept(doc: Doc, type: NameSpan['type'], first: number, end: number, score: number): boolean {
  return sureNames(newDraft(doc), [{ type, first, end, score }]).length === 1
}

describe('the least margin of a name', () => {
  it('is more for several words than for one, and for a person than for a body', () => {
    const doc = docOf('Testa met/VERB Test Works')
    expect(isKept(doc, 'ORG', 0, 1, 0.2)).toBe(true)
    expect(isKept(doc, 'PER', 0, 1, 0.2)).toBe(false)
    expect(isKept(doc, 'ORG', 2, 4, 1.5)).toBe(false)
    expect(isKept(doc, 'ORG', 2, 4, 2.5)).toBe(true)
  })

  it('is high for a person behind an article', () => {
    const doc = docOf('the/DET Testa and/CCONJ Samp')
    expect(isKept(doc, 'PER', 1, 2, 2)).toBe(false)
    expect(isKept(doc, 'PER', 3, 4, 2)).toBe(true)
  })

  it('is more for what the text writes small, there or elsewhere', () => {
    const doc = docOf('Works and/CCONJ works/NOUN and/CCONJ Testa')
    expect(isKept(doc, 'ORG', 0, 1, 0.5)).toBe(false)
    expect(isKept(doc, 'ORG', 2, 3, 0.5)).toBe(false)
    expect(isKept(doc, 'ORG', 2, 3, 1.5)).toBe(true)
    expect(isKept(doc, 'ORG', 4, 5, 0.5)).toBe(true)
  })
})
