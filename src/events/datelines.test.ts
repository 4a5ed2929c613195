import { expect, it } from 'vitest'
import type { EventMention } from '../model/reading.ts'
import { datelinesOf, withoutDatelines } from './datelines.ts'

it.each<[string, string[]]>([
  [
    'PORT SPECIMEN, Samplia, April 8 (Sample Wire) - The army left.',
    ['PORT SPECIMEN, Samplia, April 8 (Sample Wire) - '],
  ],
  ['Army leaves\n\nEXAMPLETON – The army left.', ['EXAMPLETON – ']],
  ['EXAMPLETON (Sample Wire) — The army left.', ['EXAMPLETON (Sample Wire) — ']],
  ['The army left Exampleton - at last.', []],
  ['NATO left the town on Monday, and Samplia - its ally - stayed.', []],
  ['U.S. envoy leaves', []],
])('of %j are %j', (text, expected) => {
  expect(datelinesOf(text).map(span => text.slice(...span))).toEqual(expected)
})

it('are no sides of an event, and alone no event', () => {
  const text = 'EXAMPLETON - Samplia sent ships.'
  const side = (words: string) => ({ span: [text.indexOf(words), text.indexOf(words) + words.length] })
  const events = [
    { actors: [side('EXAMPLETON'), side('Samplia')], recipients: [] },
    { actors: [side('EXAMPLETON')], recipients: [] },
    { actors: [side('Samplia')], recipients: [side('ships')] },
  ] as unknown as EventMention[]
  expect(withoutDatelines(text, events)).toEqual([{ ...events[0], actors: [side('Samplia')] }, events[2]])
})
