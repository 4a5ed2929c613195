import { describe, expect, it } from 'vitest'
import type { Doc } from '../model/doc.ts'
import type { Knowledge, NameEntry } from '../model/knowledge.ts'
import { fromConllu } from './from-conllu.ts'
import { parseText, parseWords, READ_LIMIT } from './parse-article.ts'
import { toConllu } from './to-conllu.ts'

const entry = (form: string, kind: NameEntry['kind'], actorId: string, exactCase = false): [string, NameEntry[]] => [
  form.toLowerCase(),
  [{ form, kind, actorId, placeId: null, exactCase }],
]

const knowledge: Knowledge = {
  version: 'test',
  actors: new Map(),
  places: new Map(),
  towns: { named: () => [], byId: () => null },
  byForm: new Map([
    entry('Samplia', 'country', 'country:SMP'),
    entry('Samplian', 'nationality', 'country:SMP'),
    entry('Sample Pact', 'bloc', 'org:pact'),
    entry('SP', 'bloc', 'org:pact', true),
    entry('Ana Example', 'person', 'person:ana'),
  ]),
  longestForm: 2,
  rolesOf: new Map(),
  rolesBy: new Map([
    [
      'person:ana',
      [
        {
          person: 'person:ana',
          office: 'Prime Minister',
          class: 'head of government',
          of: 'country:SMP',
          from: '2020',
          to: '2024',
          source: 'test',
          asof: null,
        },
        {
          person: 'person:ana',
          office: 'Secretary General',
          class: 'head',
          of: 'org:pact',
          from: '2024',
          to: null,
          source: 'test',
          asof: null,
        },
      ],
    ],
  ]),
  members: new Map(),
  givenNames: new Map(),
  outlets: new Map(),
}
const tools = { knowledge }
const parse = (text: string): Doc => parseText(text, tools)
const sentences = (text: string): string[] => parse(text).sentences.map(([start, end]) => text.slice(start, end))
const ents = (text: string): string[] => parse(text).ents.map(({ span, kind }) => `${kind}: ${text.slice(...span)}`)
const chainWith = (text: string, word: string): string[] => {
  const chain = parse(text).chains.find(spans => spans.some(span => text.slice(...span) === word))
  return (chain ?? []).map(span => text.slice(...span))
}

describe('sentences', () => {
  it.each([
    ['He left the U.S. The plan failed.', ['He left the U.S.', 'The plan failed.']],
    ['The U.S. Navy left.', ['The U.S. Navy left.']],
    ['Mr. Example left. He ran.', ['Mr. Example left.', 'He ran.']],
    ['“Stop!” Ana Example said.', ['“Stop!” Ana Example said.']],
    ['“Why?” he asked.', ['“Why?” he asked.']],
    ['“We left.” The hall was empty.', ['“We left.”', 'The hall was empty.']],
    ['Pact to grow\n\nIt grew.', ['Pact to grow', 'It grew.']],
    ['', []],
    ['word', ['word']],
  ])('of %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it('joins hard-wrapped lines', () => {
    expect(sentences('The fictional minister of Samplia said on Tuesday that the plan\nwould go ahead.')).toHaveLength(
      1,
    )
  })
})

describe('entities', () => {
  it('finds known names, the longest first, and keeps capitals that must stand', () => {
    expect(ents('The Sample Pact (SP) met in Samplia; the sp did not.')).toEqual([
      'bloc: Sample Pact',
      'bloc: SP',
      'country: Samplia',
    ])
  })

  it('tells persons by title, given name and initial', () => {
    expect(ents('It was Mr. Brown, Maria Test and Zed Q. Public.').filter(e => e.startsWith('person'))).toEqual([
      'person: Brown',
      'person: Maria Test',
      'person: Zed Q. Public',
    ])
  })

  it('tells organisations and places by their words', () => {
    const found = ents('Officials of the Ministry of Samples met at Lake Test near Fort Wayne River.')
    expect(found).toContain('organisation: Ministry of Samples')
    expect(found).toContain('place: Lake Test')
  })

  it('gives the office before a name as a role that holds names', () => {
    const found = ents('Sample Pact Secretary-General Ana Example left.')
    expect(found).toEqual(['role: Sample Pact Secretary-General', 'bloc: Sample Pact', 'person: Ana Example'])
  })

  it('takes no pronoun in capitals for one', () => {
    expect(ents('The US asked IT staff about it.').filter(e => e.startsWith('pronoun'))).toEqual(['pronoun: it'])
  })
})

describe('chains', () => {
  const text =
    'Sample Pact Secretary General Ana Example met reporters. “We will grow,” the Sample Pact chief said. The former Samplian prime minister said she was glad. Example left.'

  it('joins a name with its family name, its offices past and present, and a pronoun', () => {
    expect(chainWith(text, 'Ana Example')).toEqual([
      'Sample Pact Secretary General',
      'Ana Example',
      'the Sample Pact chief',
      'The former Samplian prime minister',
      'she',
      'Example',
    ])
  })

  it('never gives a man what she did', () => {
    expect(chainWith('Mr. Brown met Maria Test. She left.', 'She')).toEqual(['Maria Test', 'She'])
  })

  it('joins acronyms and long forms by the knowledge files', () => {
    expect(chainWith('The Sample Pact grew. SP is large.', 'SP')).toEqual(['Sample Pact', 'SP'])
  })

  it('has no span twice and none alone', () => {
    const spans = parse(text).chains.flatMap(chain => chain.map(span => span.join()))
    expect(new Set(spans).size).toBe(spans.length)
    expect(parse(text).chains.every(chain => chain.length > 1)).toBe(true)
  })
})

describe('any input', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['white space', ' \n\n '],
    ['one word', 'word'],
    ['no spaces', 'a'.repeat(300_000)],
    ['emoji', '😀'.repeat(50_000)],
    ['lone surrogates', '\ud800 '.repeat(5_000)],
    ['bidi controls', '\u202eabc\u202c '.repeat(3_000)],
    ['all caps', 'THE MINISTER SAID NO. '.repeat(1_000)],
    ['quotation marks', '"'.repeat(20_000)],
    ['one name for ever', 'Ana Example '.repeat(3_000)],
    ['one sentence for ever', 'and it said '.repeat(3_000)],
  ]
  it.each(hostile)('%s is read in bounded time with valid spans', (_, text) => {
    const before = performance.now()
    const doc = parse(text)
    expect(performance.now() - before).toBeLessThan(15_000)
    for (const [start, end] of [...doc.sentences, ...doc.ents.map(ent => ent.span), ...doc.chains.flat()]) {
      expect(start >= 0 && start < end && end <= text.length).toBe(true)
    }
    expect(doc.firstToken.length).toBe(doc.sentences.length + 1)
  })

  it('stops at the limit, between words, and says where', () => {
    const text = 'word '.repeat(READ_LIMIT / 5 + 100)
    const doc = parse(text)
    expect(doc.readTo).toBeLessThanOrEqual(READ_LIMIT)
    expect(text.charAt(doc.readTo!)).toBe(' ')
    expect(doc.sentences.at(-1)![1]).toBeLessThanOrEqual(doc.readTo!)
  })

  it('gives the same reading of the same text', () => {
    const text = 'Ana Example said the Sample Pact would grow.'
    expect(JSON.stringify(parse(text))).toBe(JSON.stringify(parse(text)))
  })
})

describe('CoNLL-U', () => {
  const text = "Ana didn't go.\n\nShe stayed."

  it('writes rows of ten columns, multiword tokens, spacing and one root a sentence', () => {
    const rows = toConllu(parse(text), { docId: 'd' }).split('\n')
    expect(rows[0]).toBe('# newdoc id = d')
    const tokens = rows.filter(row => row !== '' && !row.startsWith('#'))
    expect(tokens.every(row => row.split('\t').length === 10)).toBe(true)
    expect(tokens.map(row => row.split('\t').slice(0, 2).join(' '))).toContain("2-3 didn't")
    expect(tokens.filter(row => row.split('\t')[6] === '0')).toHaveLength(2)
    expect(tokens.find(row => row.includes('\tgo\t'))).toMatch(/SpaceAfter=No$/)
  })

  it('comes back as the same words and sentences', () => {
    const doc = parse(text)
    const [gold] = fromConllu(toConllu(doc, { docId: 'd' }))
    expect(gold?.text.trim()).toBe(text)
    const again = parseWords(gold!.text, gold!.words, null, tools, gold!.firstToken)
    expect(toConllu(again, { docId: 'd' })).toBe(toConllu(doc, { docId: 'd' }))
  })

  it('names the line that is no row', () => {
    expect(() => fromConllu('1\tword\n', 'file')).toThrow(/ten tab-separated columns/)
  })
})
