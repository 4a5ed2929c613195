import { expect, it } from 'vitest'
import { TheatrumError } from '../../model/errors.ts'
import { FeatureList, hashOf, judge, type LinearModel } from './linear-model.ts'
import { parseLearned } from './load-learned.ts'
import { meanVector } from './word-vectors.ts'

const buckets = 2 ** 8

function model(rows: Readonly<Record<string, readonly [number, number]>>): LinearModel {
  const weights = new Int8Array(buckets * 2)
  for (const [name, row] of Object.entries(rows)) weights.set(row, (hashOf(name) & (buckets - 1)) * 2)
  return { classes: ['no', 'yes'], buckets, weights, scale: Float32Array.of(0.1, 0.1), bias: Float32Array.of(0, 1) }
}

it('gives log-probabilities by weights, values and bias', () => {
  const features = new FeatureList()
  features.add('rain')
  features.add('wind', 0.5)
  const [no, yes] = judge(model({ rain: [20, 0], wind: [0, 40] }), features)
  // scores 2 and 2 + 1
  expect(Math.exp(yes!) / Math.exp(no!)).toBeCloseTo(Math.E, 6)
  expect(Math.exp(yes!) + Math.exp(no!)).toBeCloseTo(1, 9)
})

it('takes a feature of value 0 as absent', () => {
  const features = new FeatureList()
  features.add('rain', 0)
  expect(features.keys).toEqual([])
})

it('means over known and unknown lemmas alike', () => {
  const vectors = { size: 2, index: new Map([['talk', 0]]), table: Int8Array.of(127, 0) }
  expect([...meanVector(vectors, ['talk', 'xyzzy'])]).toEqual([0.5, 0])
  expect([...meanVector(vectors, [])]).toEqual([0, 0])
})

it.each(['', '{}', '{"sides":{"classes":["O"]}}'])('says which file is damaged: %s', text => {
  expect(() => parseLearned(text)).toThrow(TheatrumError)
  try {
    parseLearned(text)
  } catch (error) {
    expect(error).toMatchObject({ code: 'TH_ASSET_DAMAGED', where: 'models/events.json' })
  }
})
