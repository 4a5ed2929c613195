import { beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Mention, Participant, Statement } from '../model/reading.ts'
import { resolveReading } from './resolve-reading.ts'
import { buildArticle, buildDoc, spanOf } from './testdata/build-doc.ts'
import { SPEAKERS } from './testdata/speakers.ts'

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
}, 120_000)

const OPEN = { actor: null, actorId: null, role: null } as const

/** The speaker of a statement whose source is the last place where some words stand, and all mentions. */
function read(
  marked: string,
  speaker: string,
  on: string = '2025-04-08',
): { source: Participant | null | undefined; mentions: readonly Mention[]; text: string } {
  const doc = buildDoc(marked)
  const from = doc.text.lastIndexOf(speaker)
  expect(from).toBeGreaterThanOrEqual(0)
  const statement: Statement = {
    id: 's1',
    source: { span: [from, from + speaker.length], ...OPEN },
    cue: null,
    content: [],
    kind: 'indirect',
    verb: 'say',
    denied: false,
    addressee: null,
    occasion: null,
    chain: [],
    about: [],
  }
  const article = buildArticle(doc.text, on)
  const found = resolveReading({ article, doc, statements: [statement], events: [] }, { knowledge })
  return { source: found.statements[0]?.source, mentions: found.mentions, text: doc.text }
}

for (const [kind, cases] of SPEAKERS) {
  describe(`speakers: ${kind}`, () => {
    it.each(cases.map(given => [given.text, given.speaker, given] as const))('%s (%s)', (_text, _speaker, given) => {
      const { source } = read(given.text, given.speaker, given.on)
      expect(source?.actorId).toBe(given.actorId)
      if (given.role !== undefined) expect(source?.role).toBe(given.role)
      if (given.why !== undefined) expect(source?.why).toContain(given.why)
      expect(source?.why === undefined).toBe(given.actorId !== null)
    })
  })
}

describe('an office of an unknown body', () => {
  it.each([
    ['{person Mark Rutte} came. {role The Samplian leader} spoke.', 'The Samplian leader', 'a body that is not known'],
    [
      '{person Mark Rutte} came. {role The head of the Samplia Club} spoke.',
      'The head of the Samplia Club',
      'not known',
    ],
    ['{person Mark Rutte} came. {role No leader} spoke.', 'No leader', 'any holder'],
    ['{person Mark Rutte} came. {role A secretary general} spoke.', 'A secretary general', 'any holder'],
  ])('is nobody who holds another: %s', (marked, words, why) => {
    const { mentions } = read(marked, words)
    const found = mentions.find(m => m.kind === 'role')
    expect([found?.actorId, found?.why]).toEqual([null, expect.stringContaining(why)])
  })

  it('leaves a bare office to the one in the article who holds it', () => {
    expect(read('{person Mark Rutte} came. {role The secretary general} left.', 'left').mentions[1]?.actorId).toBe(
      'person:mark-rutte',
    )
  })
})

describe('what a chain says of a description or pronoun', () => {
  const meant = (marked: string, words: string, nth = 0): string | null | undefined => {
    const { mentions, text } = read(marked, '')
    const span = spanOf(text, words, nth)
    return mentions.find(m => m.span.join() === span.join())?.actorId
  }

  it.each<[string, string, string | null]>([
    ['{person#1 Ms. Ana Example} came. {pronoun#1 She} left.', 'She', 'name:ana-example'],
    ['{person#1 Ms. Ana Example} came. {pronoun#1 He} left.', 'He', null],
    ['{organisation#1 Samplia Bank} grew. {pronoun#1 It} left.', 'It', 'name:samplia-bank'],
    ['{organisation#1 Samplia Bank} grew. {pronoun#1 She} left.', 'She', null],
    ['{person#1 Ana Example} grew. {pronoun#1 It} left.', 'It', null],
    ['{person#1 Ana Example} came. {role#1 The chairwoman} left.', 'The chairwoman', 'name:ana-example'],
    ['{person#1 Mr. Bo Example} came. {role#1 The chairwoman} left.', 'The chairwoman', null],
    ['{person#1 Ana Example} came. {role#1 A visitor} left.', 'A visitor', null],
    ['{role#1 A visitor} came. {person#1 Ana Example} left.', 'A visitor', 'name:ana-example'],
    ['{bloc#1 NATO} met. {role#1 The ministers of the alliance} left.', 'The ministers of the alliance', 'org:nato'],
    ['{person#1 Ana Example} came. {group#1 The network} left.', 'The network', null],
    ['{organisation#1 Samplia Bank} grew. {role#1 The visitor} left.', 'The visitor', null],
    [
      'Republican nominee {person#1 Ana Example} came. {role#1 The Republican nominee} left.',
      'The Republican nominee',
      'name:ana-example',
    ],
    [
      'Republican nominee {person#1 Ana Example} came. {role#1 The Democratic nominee} left.',
      'The Democratic nominee',
      null,
    ],
    ['{person#1 Ana Example} (D-Samplia) came. {role#1 The Republican} left.', 'The Republican', null],
  ])('%s', (marked, words, actorId) => {
    expect(meant(marked, words)).toBe(actorId)
  })
})
