import { expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import type { Span } from '../model/span.ts'
import { codeInWords, codeOfBody, onlyCountry } from './code-in-words.ts'
import type { Resolved, Scene } from './meaning.ts'
import { indexSpans } from './span-index.ts'
import { buildDoc } from './testdata/build-doc.ts'

const knowledge = loadKnowledge()
const none = indexSpans<Resolved>([], m => m.ent.span)

function scene(text: string): Scene {
  return { doc: buildDoc(text), knowledge, day: null }
}

/** The code of the whole text; `|` marks the end of the head and is no part of it. */
function codeOf(marked: string): string | null {
  const text = marked.replace('|', '')
  const end = marked.indexOf('|')
  return codeInWords([0, text.length], end < 0 ? text.length : end, none, scene(text))
}

it.each([
  ['the Norwegian ambassador| in Berlin', 'NOR'],
  ['UN workers', 'IGO'],
  ['Taliban fighters', 'AFG'],
  ['workers| in Peru', 'PER'],
  ['a Norwegian and two Finnish envoys', null],
  ['the envoys', null],
])('%s is %s', (words, code) => {
  expect(codeOf(words)).toBe(code)
})

it('gives an armed force of one country that country, one of none IMG', () => {
  const force = { id: 'x', kind: 'armed-force', name: 'X', aliases: [], source: 'test' } as const
  expect(codeOfBody({ ...force, code: 'IMG', country: 'AFG' })).toBe('AFG')
  expect(codeOfBody({ ...force, code: 'IMG', country: null })).toBe('IMG')
  expect(codeOfBody({ ...force, kind: 'bloc', code: 'IGO', country: null })).toBe('IGO')
})

it.each([
  ['A Belgian court convicted the party.', 'BEL'],
  ['A Belgian court convicted the Norwegian party.', null],
  ['The court convicted the party.', null],
])('lends an unnamed side the one country of its sentence: %s', (text, code) => {
  const whole: Span = [0, text.length]
  expect(onlyCountry(whole, none, scene(text))).toBe(code)
})
