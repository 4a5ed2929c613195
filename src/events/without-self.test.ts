import { expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import type { EventMention } from '../model/reading.ts'
import { parseText } from '../parse/parse-article.ts'
import { withoutSelf } from './without-self.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

it.each<[string, string, string, number]>([
  ['a pronoun that means the actor', 'Norway', 'its', 0],
  ['a name', 'Norway', 'Finland', 1],
  ['the same name again', 'Norway', 'Norway', 1],
])('of %s: %s, %s', async (_what, actor, recipient, left) => {
  const text = 'Norway said that it had promised Finland its support, and that Norway would pay.'
  const doc = await parseText(text, { knowledge, encoder })
  const side = (words: string, from: number) => {
    const start = text.indexOf(words, from)
    return { span: [start, start + words.length] as const, actor: null, actorId: null, code: null }
  }
  const event = { actors: [side(actor, 0)], recipients: [side(recipient, 20)] } as unknown as EventMention
  expect(withoutSelf(doc, [event])[0]?.recipients).toHaveLength(left)
})
