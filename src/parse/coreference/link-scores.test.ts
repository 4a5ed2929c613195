import { expect, it } from 'vitest'
import { docOf } from '../entities/testdata/doc-of.ts'
import { LinkScores, LOOK_BACK } from './link-scores.ts'
import { linksOf, weightsOf } from './testdata/links-of.ts'

const DOC = docOf(
  'Ana/PROPN/3/nsubj Example/PROPN/1/flat met/VERB/0/root Ben/PROPN/3/obj',
  'Example/PROPN/2/nsubj left/VERB/0/root her/PRON/2/obj',
)

it('adds the vectors’ product, both mention scores, the pair’s table and what the words share', () => {
  const weights = weightsOf()
  // Classes 12 (a name) and 12, five to eight words apart is bucket 3, three to four bucket 2; 6 is "she".
  weights.pairs[(12 * 13 + 12) * 10 + 2] = 0.5
  weights.pairs[(6 * 13 + 12) * 10 + 3] = 0.25
  weights.same[12 * 3 + 1] = 3
  const links = linksOf([
    { word: 0, mention: 1, early: [2, 0, 0, 0] },
    { word: 4, mention: 0.5, late: [1, 0, 0, 0] },
    { word: 6, mention: 2 },
  ])
  const scores = new LinkScores(DOC, links, weights, [0, 1, 2])
  const row = new Float32Array(LOOK_BACK)
  expect(scores.fill(1, row)).toBe(0)
  // 2·1/√4 + 0.5 + 1 + 0.5 + 3: "Example" is a word of "Ana Example".
  expect(row[0]).toBeCloseTo(6)
  scores.fill(2, row)
  expect([row[0], row[1]]).toEqual([3.25, 2.5])
})

it('tells the same word from a word in common and looks back no further than in training', () => {
  const many = 300
  const doc = docOf(Array.from({ length: many }, () => 'Testburg').join(' '))
  const weights = weightsOf()
  weights.same[12 * 3 + 2] = 1
  const links = linksOf(Array.from({ length: many }, (_, word) => ({ word, mention: 0 })))
  const scores = new LinkScores(
    doc,
    links,
    weights,
    Array.from({ length: many }, (_, i) => i),
  )
  const row = new Float32Array(LOOK_BACK)
  expect(scores.fill(many - 1, row)).toBe(many - 1 - LOOK_BACK)
  expect(row.every(score => score === 1)).toBe(true)
})
