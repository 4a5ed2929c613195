import { expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import { parseText } from '../parse/parse-article.ts'
import { guardedArticle } from './guarded-sentence.ts'
import { eventTools } from './testdata/event-tables.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

it.each<[boolean, string, string]>([
  [
    true,
    'a report of a match',
    'Rovers bombarded Athletic. The coach praised the goal of the striker. A late penalty killed the game. The referee sent the defender off.',
  ],
  [
    true,
    'a report of a film',
    'A general bombs his own palace in this thriller. The actor is captured in the second half. Critics attacked the sequel. The movie won at the premiere.',
  ],
  [
    false,
    'a battle with one word of sport',
    'The army shelled the town. The goal of the raid was the bridge. Rebels fired on the convoy. The ministry denied it.',
  ],
  [
    false,
    'a ban told of a stadium once in a long report',
    'The minister banned the match at the stadium after the coach and a striker were threatened. The police arrested two men. The parliament debated the ban. The opposition condemned it. The union called a protest. The court will rule in May.',
  ],
])('is %s of %s', async (expected, _what, text) => {
  expect(guardedArticle(await parseText(text, { knowledge, encoder }), eventTools.frames)).toBe(expected)
})
