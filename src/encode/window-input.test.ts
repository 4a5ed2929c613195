import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Gazetteer } from './gazetteer.ts'
import { FEATURES, windowInput } from './window-input.ts'
import { WordPieces } from './word-pieces.ts'
import { CHARS, SHAPES } from './word-shape.ts'

interface Row {
  readonly form: string
  readonly gap: string | null
  readonly pieces: readonly number[]
  readonly shape: readonly number[]
  readonly names: readonly number[]
  readonly spelling: readonly number[]
}

const read = (file: string): string => fs.readFileSync(path.join(import.meta.dirname, file), 'utf8')
const rows = JSON.parse(read('testdata/features.json')) as readonly Row[]
const pieces = new WordPieces(read('../../models/vocab.txt'))
const gazetteer = new Gazetteer(read('../../models/gazetteer.tsv'))

let text = ''
const words = { start: [] as number[], end: [] as number[] }
for (const row of rows) {
  text += row.gap ?? ''
  words.start.push(text.length)
  text += row.form
  words.end.push(text.length)
}

describe('the words of a window as numbers', () => {
  const input = windowInput(text, words, 0, rows.length, pieces, gazetteer)

  it.each(rows.map((row, i) => [row.form, i] as const))('are those of the trainer: %s', (_, i) => {
    const row = rows[i]!
    expect(pieces.of(row.form)).toEqual(row.pieces)
    expect([...input.shapes.slice(i * FEATURES, i * FEATURES + SHAPES)]).toEqual(row.shape)
    expect([...input.shapes.slice(i * FEATURES + SHAPES, (i + 1) * FEATURES)]).toEqual(row.names)
    expect([...input.chars.slice(i * CHARS, (i + 1) * CHARS)]).toEqual(row.spelling)
    expect(input.firsts[i]).toBe(1 + rows.slice(0, i).reduce((n, each) => n + each.pieces.length, 0))
  })

  it('begin with [CLS], end with [SEP], and every piece has its word', () => {
    expect(input.ids[0]).toBe(101)
    expect(input.ids.at(-1)).toBe(102)
    expect(input.owner.at(-1)).toBe(rows.length - 1)
    expect([...input.owner.slice(1, -1)]).toEqual(rows.flatMap((row, i) => row.pieces.map(() => i)))
  })

  it('notice a changed letter (canary)', () => {
    const other = windowInput(text.replace('NATO', 'Nato'), words, 0, rows.length, pieces, gazetteer)
    expect([...other.shapes]).not.toEqual([...input.shapes])
    expect([...other.ids]).toEqual([...input.ids])
  })

  it('look one word back, so that a window reads its first word as it stands', () => {
    const later = windowInput(text, words, 19, rows.length, pieces, gazetteer)
    expect([...later.shapes.slice(0, SHAPES)]).toEqual(rows[19]!.shape)
  })
})

describe('pieces of hostile words', () => {
  it.each(['', '\ud800', '\u200b', 'a'.repeat(100_000), '\u0301'.repeat(50), '\u202e'])(
    'are at least one and at most twelve (%#)',
    form => {
      const ids = pieces.of(form)
      expect(ids.length).toBeGreaterThan(0)
      expect(ids.length).toBeLessThanOrEqual(12)
    },
  )
})
