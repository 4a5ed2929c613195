import { describe, expect, it } from 'vitest'
import { NameStore, shareScores } from './name-store.ts'

const TAGS = ['O', ...['PER', 'ORG', 'LOC'].flatMap(type => ['B', 'I', 'E', 'S'].map(place => `${place}-${type}`))]
const O = { O: 9 }

type Row = Readonly<Record<string, number>>

/** Scores of words, each a table of tags; what a table leaves out scores -20. */
function scores(rows: readonly Row[]): Float32Array {
  return Float32Array.from(rows.flatMap(row => TAGS.map(tag => row[tag] ?? -20)))
}

/** Names as "ORG 2" (type and first word) of sentences of the same number of words. */
function namesOf(words: string, rows: readonly Row[], size: number): readonly string[] {
  const forms = words.split(' ')
  const store = new NameStore(TAGS, forms.length)
  const bounds: number[] = []
  for (let first = 0; first < forms.length; first += size) {
    bounds.push(first)
    // Each sentence comes in a window of its own that begins a word before it.
    const window = scores([O, ...rows.slice(first, first + size)])
    store.take({ name: window, first: first - 1 } as Parameters<NameStore['take']>[0], 1, 1 + size)
  }
  return store.names(word => forms[word]!, [...bounds, forms.length]).map(name => `${name.type} ${name.first}`)
}

describe('names of a text', () => {
  it('are decoded sentence by sentence, counted in words of the text', () => {
    expect(namesOf('met Tester in Testburg', [O, { O: 0, 'S-PER': 5 }, O, { O: 0, 'S-LOC': 5 }], 2)).toEqual([
      'PER 1',
      'LOC 3',
    ])
  })

  it('have the type that the places of a word have together', () => {
    const doubtful = { O: 0, 'S-PER': 2, 'S-ORG': 1 }
    const clear = { O: 0, 'S-PER': -6, 'S-ORG': 8 }
    expect(namesOf('Testa met Samp left', [doubtful, O, clear, O], 2)).toEqual(['PER 0', 'ORG 2'])
    expect(namesOf('Testa met Testa left', [doubtful, O, clear, O], 2)).toEqual(['ORG 0', 'ORG 2'])
  })

  it('are found where other places are clear, and lost where they are clearly none', () => {
    const faint = { O: 1, 'S-ORG': 0 }
    expect(namesOf('Testa met Testa left', [faint, O, { O: 0, 'S-ORG': 8 }, O], 2)).toEqual(['ORG 0', 'ORG 2'])
    expect(namesOf('Testa met Testa left', [{ O: 0, 'S-ORG': 1 }, O, { O: 9, 'S-ORG': 0 }, O], 2)).toEqual([])
  })
})

describe('shareScores', () => {
  it('moves no word that stands once, is written small or is a single letter', () => {
    for (const words of ['Testa Samp', 'testa testa', 'T T']) {
      const forms = words.split(' ')
      const before = scores([{ O: 0, 'S-ORG': 4 }, { O: 2 }])
      const after = Float32Array.from(before)
      shareScores(after, TAGS, word => forms[word]!)
      expect(after, words).toEqual(before)
    }
  })

  it('leaves scores that are no numbers, and tags without "no name", as they are', () => {
    const odd = new Float32Array(2 * TAGS.length).fill(Number.NaN)
    shareScores(odd, TAGS, () => 'Testa')
    expect(odd.every(Number.isNaN)).toBe(true)
    const other = Float32Array.of(1, 2)
    shareScores(other, ['S-PER'], () => 'Testa')
    expect([...other]).toEqual([1, 2])
  })
})
