import { describe, expect, it } from 'vitest'
import { kindWords, showQuote } from './show-quote.ts'

describe('quotation marks in a row', () => {
  it.each([
    ['keeps the marks that the article has', 'direct', ['“We agree,”'], '“We agree,”'],
    ['keeps straight marks straight', 'direct', ['"We agree,"'], '"We agree,"'],
    ['adds the marks that a quotation lost at its edges', 'direct', ['We agree'], '“We agree”'],
    ['closes a quotation that the article leaves open', 'direct', ['“We agree and'], '“We agree and”'],
    ['keeps split pieces apart', 'direct', ['“We agree,”', '“and we sign.”'], '“We agree,” … “and we sign.”'],
    ['puts no marks around reported speech', 'indirect', ['that they would agree'], 'that they would agree'],
    ['shows a partly quoted statement as it stands', 'mixed', ['a “fence at sea” near'], 'a “fence at sea” near'],
    ['joins lines and drops empty pieces', 'indirect', ['a\n  b', ' '], 'a b'],
    ['has nothing to say of nothing', 'direct', [], ''],
  ] as const)('%s', (_name, kind, pieces, shown) => {
    expect(showQuote(kind, pieces)).toBe(shown)
  })

  it('does not take an apostrophe at the end for a closing mark', () => {
    expect(showQuote('direct', ['“the ministers’'])).toBe('“the ministers’”')
  })

  it('names what is no quote as such', () => {
    expect(kindWords('indirect')).toContain('not a quote')
  })
})
