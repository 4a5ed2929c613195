import { describe, expect, it } from 'vitest'
import type { WindowScores } from '../../model/encoding.ts'
import { relationDecoder } from './relations.ts'

const labels = {
  upos: [],
  xpos: [],
  feats: [],
  script: [],
  name: [],
  role: [],
  part: [],
  deprel: ['root', 'punct', 'nsubj', 'obj'],
}

/** Two words; the sums below are what the decoder must see after its ReLU. */
function decode(word: number, head: number, upos: string, relDep: number[], relHead: number[], bias = [0, 0, 0, 0]) {
  const weights = {
    relation: Float32Array.of(9, 9, 5, 0, 1, 0, 0, 1),
    relationBias: Float32Array.from(bias),
    pairWidth: 2,
    pairs: new Float32Array(0),
    same: new Float32Array(0),
    place: new Float32Array(0),
    role: new Float32Array(0),
    roleBias: new Float32Array(0),
  }
  const scores: Pick<WindowScores, 'relDep' | 'relHead'> = {
    relDep: Float32Array.from(relDep),
    relHead: Float32Array.from(relHead),
  }
  const whole = { ...EMPTY, ...scores }
  return relationDecoder(labels, weights)(whole, word, head, upos)
}

const EMPTY: WindowScores = {
  first: 0,
  size: 2,
  upos: new Int32Array(2),
  xpos: new Int32Array(2),
  feats: new Int32Array(2),
  script: new Int32Array(2),
  begins: new Float32Array(2),
  name: new Float32Array(0),
  arcs: new Float32Array(0),
  relDep: new Float32Array(0),
  relHead: new Float32Array(0),
  mention: new Float32Array(2),
  late: new Float32Array(0),
  early: new Float32Array(0),
  linkWidth: 0,
  anchor: new Float32Array(2),
  roleWord: new Float32Array(0),
  roleAnchor: new Float32Array(0),
  part: new Float32Array(0),
}

describe('relationDecoder', () => {
  it('adds the word and its head, cuts below zero and takes the best', () => {
    expect(decode(0, 1, 'NOUN', [1, -5, 0, 0], [0, 0, 0, 0, 1, 6])).toBe('nsubj')
    expect(decode(0, 1, 'NOUN', [1, -5, 0, 0], [0, 0, 0, 0, 1, 9])).toBe('obj')
    expect(decode(1, 0, 'NOUN', [9, 9, 0, 2], [5, 5, 1, 0, 7, 7])).toBe('obj')
    expect(decode(0, 1, 'NOUN', [1, 0, 0, 0], [0, 0, 0, 0, 1, 0], [0, 0, 0, 3])).toBe('obj')
  })

  it('gives `root` to the root and to no other word, though it scores best', () => {
    expect(decode(0, -1, 'VERB', [1, 1, 0, 0], [0, 0, 0, 0, 0, 0])).toBe('root')
    expect(decode(0, 1, 'VERB', [1, 1, 0, 0], [0, 0, 0, 0, 0, 0])).not.toBe('root')
  })

  it('gives `punct` to punctuation and symbols alone', () => {
    expect(decode(0, 1, 'NOUN', [1, 0, 0, 0], [0, 0, 0, 0, 0, 0])).toBe('nsubj')
    expect(decode(0, 1, 'PUNCT', [1, 0, 0, 0], [0, 0, 0, 0, 0, 0])).toBe('punct')
    expect(decode(0, 1, 'SYM', [1, 0, 0, 0], [0, 0, 0, 0, 0, 0])).toBe('punct')
  })

  it('says `dep` where no score is a number', () => {
    expect(
      decode(0, 1, 'NOUN', [1, 0, 0, 0], [0, 0, 0, 0, 0, 0], [Number.NaN, Number.NaN, Number.NaN, Number.NaN]),
    ).toBe('dep')
  })
})
