import { expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import { parseText } from '../../parse/parse-article.ts'
import { isParty } from './is-party.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

it.each<[boolean, string]>([
  [true, 'the two sailors'],
  [true, 'Norway'],
  [true, 'them'],
  [true, 'the interior ministry'],
  [false, 'a new bridge'],
  [false, 'thirty million crowns'],
  [false, 'the return of the boats'],
])('%s: %s', async (expected, phrase) => {
  const text = `The envoy named ${phrase} on Monday.`
  const doc = await parseText(text, { knowledge, encoder })
  const start = text.indexOf(phrase)
  expect(isParty(doc, [start, start + phrase.length])).toBe(expected)
})
