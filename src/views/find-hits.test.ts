import fc from 'fast-check'
import { expect, it } from 'vitest'
import { candidateWords, snippetOf } from './find-hits.ts'

const isShip = (word: string): boolean => word.startsWith('ship')

it('shows the part with most hits and points at them', () => {
  const text = `${'Nothing here. '.repeat(60)}A ship met two ships and more shipping. ${'Nothing after. '.repeat(60)}`
  const { snippet, hits } = snippetOf(text, isShip)
  expect(hits.map(([start, end]) => snippet.slice(start, end))).toEqual(['ship', 'ships', 'shipping'])
  expect(snippet.length).toBeLessThan(320)
})

it('begins at the beginning when nothing hits', () => {
  expect(snippetOf('A short text', isShip)).toEqual({ snippet: 'A short text', hits: [] })
  expect(snippetOf('', isShip)).toEqual({ snippet: '', hits: [] })
})

it('never cuts a pair of surrogates and keeps hits inside the snippet', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ship', ' ', '\u{1F600}', '\u{20000}\u{20001}', 'x', '\n', 'Ships ')),
      parts => {
        const { snippet, hits } = snippetOf(parts.join(''), isShip)
        expect(snippet.isWellFormed()).toBe(true)
        for (const [start, end] of hits) expect(snippet.slice(start, end).toLowerCase()).toMatch(/^ship/)
      },
    ),
  )
})

it('offers only words that can be hits', () => {
  expect(candidateWords('Ships, docks and SHIP. Boats', ['ship'])).toEqual(['ships', 'ship'])
})
