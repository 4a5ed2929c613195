import { describe, expect, it } from 'vitest'
import { tokenise } from './tokenise.ts'

const words = (text: string): string[] => {
  const { start, end } = tokenise(text)
  return start.map((from, i) => text.slice(from, end[i]))
}

describe('tokenise', () => {
  it.each([
    ["I don't know", ['I', 'do', "n't", 'know']],
    ['Samplia’s plan', ['Samplia', '’s', 'plan']],
    ['they cannot', ['they', 'can', 'not']],
    ['the U.S. Navy', ['the', 'U.S.', 'Navy']],
    ['U.S.-led', ['U.S.', '-', 'led']],
    ['a co-founder', ['a', 'co-founder']],
    ['Mr. Example left.', ['Mr.', 'Example', 'left', '.']],
    ['at Example.Az.', ['at', 'Example.Az', '.']],
    ['see https://example.org/a?b=c.', ['see', 'https://example.org/a?b=c', '.']],
    ['$36 billion, 3.5%', ['$', '36', 'billion', ',', '3.5', '%']],
    ["''Yes,'' he said", ["''", 'Yes', ',', "''", 'he', 'said']],
    ['so ... no', ['so', '...', 'no']],
  ])('splits %j as UD English does', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('lists tokens written as one and read as several', () => {
    expect(tokenise("it can't").multiword).toEqual([[1, 3]])
  })

  it('puts every character that is no white space into exactly one word, whatever the input', () => {
    for (const text of [
      '',
      '  \n',
      '\ud800 a \udc00',
      '😀😀',
      'a\u202eb',
      'x'.repeat(5000),
      "'''",
      'e\u0301'.repeat(50),
    ]) {
      const { start, end } = tokenise(text)
      const covered = start.map((from, i) => text.slice(from, end[i])).join('')
      expect(covered).toBe(text.replace(/\s/g, ''))
    }
  })

  it('reads long text without a space in linear time', () => {
    const before = performance.now()
    for (const piece of ['a', 'a.', 'a@', 'co-', "a'", '"', 'U.S.', 'http://a'])
      tokenise(piece.repeat(200_000 / piece.length))
    expect(performance.now() - before).toBeLessThan(20_000)
  })
})
