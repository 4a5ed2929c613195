import { expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import { parseText } from '../../parse/parse-article.ts'
import { treeOf } from '../predicates/tree.ts'
import { tellingWords, tells } from './telling-words.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

it('are the trigger and what completes it', async () => {
  const doc = await parseText('The navy quickly launched an attack.', { knowledge, encoder })
  expect(tellingWords(doc, treeOf(doc), 3)).toEqual(['launch', 'attack'])
  expect(tellingWords(doc, treeOf(doc), -1)).toEqual([])
})

it('tell a type that one of them is known for, and no other', () => {
  const known = new Map([['ASSAULT', new Set(['attack'])]])
  expect(tells(known, 'ASSAULT', ['launch', 'attack'])).toBe(true)
  expect(tells(known, 'ASSAULT', ['launch', 'website'])).toBe(false)
  expect(tells(known, 'AID', ['attack'])).toBe(false)
})
