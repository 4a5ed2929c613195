import { expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import type { Doc } from '../../model/doc.ts'
import { parseText } from '../../parse/parse-article.ts'
import { parseLearned } from '../learned/load-learned.ts'
import { treeOf } from '../predicates/tree.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { bestSides, chooseSides } from './choose-sides.ts'

const knowledge = loadKnowledge()
const files = loadReaderFiles()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(files)
const learned = parseLearned(files.events)
const read = (text: string): Promise<Doc> => parseText(text, { knowledge, encoder })

const words = (doc: Doc, { first, end }: { first: number; end: number }): string =>
  doc.text.slice(doc.tokens.start[first], doc.tokens.end[end - 1])

it('offers each phrase in full and without what annotators leave out', async () => {
  const doc = await read('Both the army of Samplia and the police, who were late, arrested a Norwegian envoy (42).')
  const phrases = candidatesOf(doc, treeOf(doc), 0, doc.tokens.length).map(one => words(doc, one))
  expect(phrases.some(phrase => phrase.endsWith('army of Samplia'))).toBe(true)
  expect(phrases.some(phrase => phrase.startsWith('Both the army'))).toBe(true)
  expect(phrases).toContain('a Norwegian envoy')
  expect(phrases.every(phrase => !/^[,.]|[,.]$/.test(phrase))).toBe(true)
})

it.each([
  [
    'The Norwegian police arrested two Samplian journalists on Monday.',
    'S The Norwegian police',
    'T two Samplian journalists',
  ],
  ['A court in Oslo has convicted three men over the attack.', 'S A court in Oslo', 'T three men'],
])('finds who does and who undergoes: %s', async (text, actor, recipient) => {
  const doc = await read(text)
  const scene = { doc, tree: treeOf(doc), first: 0, end: doc.tokens.length, events: [], predicates: [] }
  const found = chooseSides(scene, learned.sides).map(side => `${side.label} ${words(doc, side)}`)
  expect(found).toContain(actor)
  expect(found.some(side => side.startsWith(recipient))).toBe(true)
})

it('finds none in a Doc that no network made', async () => {
  const doc = { ...(await read('Norway praised Finland.')), sides: null }
  const scene = { doc, tree: treeOf(doc), first: 0, end: doc.tokens.length, events: [], predicates: [] }
  expect(chooseSides(scene, learned.sides)).toEqual([])
})

it('takes the best set of phrases that do not overlap', () => {
  const phrase = (first: number, end: number): Candidate => ({ first, end, head: first, kind: 'full' })
  const eager = { S: 0, T: 0, R: 0 }
  const classes = ['O', 'S', 'T', 'R']
  const scores = [
    Float64Array.of(-5, 0, -9, -9),
    Float64Array.of(-4, -1, -9, -9),
    Float64Array.of(-4, -9, -1, -9),
    Float64Array.of(-1, -2, -2, -2),
  ]
  // one of 5 over both of 3 is outdone by the two
  const found = bestSides(
    { first: 0, end: 6 },
    [phrase(0, 4), phrase(0, 2), phrase(2, 4), phrase(5, 6)],
    scores,
    classes,
    eager,
  )
  expect(found.map(({ first, end, label }) => [first, end, label])).toEqual([
    [0, 2, 'S'],
    [2, 4, 'T'],
  ])
})
