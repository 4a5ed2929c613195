import { expect, it } from 'vitest'
import { UPOS } from '../../model/doc.ts'
import { distanceBucket, wordClass } from './word-class.ts'

it('buckets distances as in training: 1, 2, 3–4, 5–8 … and all beyond 256 in the last', () => {
  const buckets = [1, 2, 3, 4, 5, 8, 9, 16, 17, 64, 65, 128, 129, 256, 257, 100_000].map(distanceBucket)
  expect(buckets).toEqual([0, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 7, 8, 8, 9, 9])
})

it('classes words by tag, and pronouns by their kind where the tag says pronoun or determiner', () => {
  const of = (form: string, tag: string): number => wordClass(form, UPOS.indexOf(tag))
  expect([of('mine', 'NOUN'), of('ana', 'PROPN'), of('ran', 'VERB')]).toEqual([1, 12, 0])
  expect(
    ['me', 'ours', 'yours', 'himself', 'hers', 'them', 'its', 'whose', 'that', 'those'].map(f => of(f, 'PRON')),
  ).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect([of('these', 'DET'), of('the', 'DET'), of('that', 'SCONJ')]).toEqual([11, 0, 0])
})
