import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import { hashOfTerm } from '../text/term.ts'
import { termVector } from './term-vector.ts'

const countOf = (article: { title: string | null; text: string }, term: string): number => {
  const { hash, count } = termVector(article)
  return count[hash.indexOf(hashOfTerm(term))] ?? 0
}

describe('termVector', () => {
  it('counts words and neighbouring pairs, names and numbers double', () => {
    const article = { title: null, text: 'the boats of Samplia left port; boats of Samplia, 12 of them' }
    expect(countOf(article, 'boats')).toBe(2)
    expect(countOf(article, 'samplia')).toBe(4)
    expect(countOf(article, '12')).toBe(2)
    expect(countOf(article, 'left port')).toBe(1)
  })

  it('counts the headline twice and does not count it again where the text begins with it', () => {
    expect(countOf({ title: 'a harbour', text: 'a harbour\n\na harbour' }, 'harbour')).toBe(3)
    expect(countOf({ title: 'a harbour', text: 'a harbour town' }, 'harbour')).toBe(2)
  })

  it('has ascending hashes, words even and pairs odd', () => {
    const { hash } = termVector({ title: null, text: 'boats left port at dawn under grey skies near Samplia' })
    expect(hash).toEqual([...hash].sort((a, b) => a - b))
    expect(hash.some(one => one % 2 === 0)).toBe(true)
    expect(hash.some(one => one % 2 === 1)).toBe(true)
  })

  it('drops marks, possessives, function words and the verbs of reporting', () => {
    const article = { title: null, text: "Café's owner said that the report was theirs" }
    expect(countOf(article, 'cafe')).toBe(2)
    for (const word of ['said', 'that', 'the', 'report', 'was']) expect(countOf(article, word), word).toBe(0)
  })

  it('is empty for empty texts and goes by the first 60,000 characters of huge ones', () => {
    expect(termVector({ title: null, text: '' })).toEqual({ hash: [], count: [] })
    const text = 'harbour Samplia boats '.repeat(5000)
    expect(termVector({ title: null, text })).toEqual(termVector({ title: null, text: text.slice(0, 60_000) }))
  })

  it('is made in linear time, of a headline without end as well', async () => {
    const words = (size: number): string => Array.from({ length: size }, (_, i) => `harbour Samplia b${i}`).join(' ')
    await expectLinear({ size: 2400, make: words, run: text => termVector({ title: null, text }) })
    await expectLinear({ size: 20_000, make: words, run: title => termVector({ title, text: '' }) })
  })
})
