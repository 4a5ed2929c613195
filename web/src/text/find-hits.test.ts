import { expect, it } from 'vitest'
import { findHits } from './find-hits.ts'

const words = (text: string, q: string) => findHits(text, q).map(([start, end]) => text.slice(start, end))

it('finds words by their beginnings, in any case', () => {
  expect(words('Drills near the drill site, no mandrill', 'drill')).toEqual(['Drills', 'drill'])
})

it('takes words in quotation marks as one phrase', () => {
  expect(words('open sea lanes, open doors', '"sea lanes" doors')).toEqual(['sea lanes', 'doors'])
})

it('treats what means something in patterns as letters, and survives what means nothing', () => {
  expect(words('a.b axb', 'a.b')).toEqual(['a.b'])
  expect(words('anything', '((( or -x "')).toEqual([])
})
