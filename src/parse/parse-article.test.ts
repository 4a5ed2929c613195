import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import type { Doc } from '../model/doc.ts'
import type { Knowledge, NameEntry } from '../model/knowledge.ts'
import { fromConllu } from './from-conllu.ts'
import { parseText, parseWords, READ_LIMIT } from './parse-article.ts'
import { fakeEncoder, fakeWords, plainWords } from './testdata/fake-encoder.ts'
import { SAMPLE } from './testdata/sample-conllu.ts'
import { toConllu } from './to-conllu.ts'
import { tokenise } from './tokenise.ts'

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

/** A text read by the fake that follows simple rules, in windows of 60 words. */
function parse(text: string): Promise<Doc> {
  return parseText(text, { knowledge, encoder: fakeEncoder(plainWords(text, tokenise(text)), 60) })
}

/** The sample, read by the fake that knows its analysis. */
function parseSample(most: number = 60, given: boolean = false): Promise<Doc> {
  const { text, words, firstToken } = fromConllu(SAMPLE)[0]!
  const tools = { knowledge, encoder: fakeEncoder(fakeWords(SAMPLE), most) }
  return parseWords(text, words, null, tools, given ? firstToken : null)
}

describe('parseText', () => {
  it('finds sentences, words and trees in a text', async () => {
    const doc = await parse('Mr. Example left. He ran!\n\nSamplia\n\nIt grew')
    expect(doc.sentences.map(span => doc.text.slice(...span))).toEqual([
      'Mr. Example left.',
      'He ran!',
      'Samplia',
      'It grew',
    ])
    expect([...doc.tokens.head].filter(head => head < 0)).toHaveLength(4)
    expect(doc.made).toBe('fake-reader-1')
  })

  it('gives entities and chains of what the reader found', async () => {
    const doc = await parseSample()
    const texts = doc.ents.map(({ kind, span }) => `${kind}: ${doc.text.slice(...span)}`)
    expect(texts).toContain('person: Ana Example')
    expect(texts).toContain('country: Samplia')
    const chains = doc.chains.map(chain => chain.map(span => doc.text.slice(...span)))
    expect(chains.find(chain => chain.includes('Ana Example'))).toContain('She')
    const spans = doc.chains.flatMap(chain => chain.map(span => span.join()))
    expect(new Set(spans).size).toBe(spans.length)
    expect(doc.chains.every(chain => chain.length > 1)).toBe(true)
  })

  it('reads the same in windows of any size', async () => {
    const whole = JSON.stringify(await parseSample())
    for (const most of [10, 13, 20]) expect(JSON.stringify(await parseSample(most))).toBe(whole)
  })

  it('gives the same reading of the same text', async () => {
    const text = 'Ana Example said the Sample Pact would grow.'
    expect(JSON.stringify(await parse(text))).toBe(JSON.stringify(await parse(text)))
  })
})

describe('any input', () => {
  const endless: readonly (readonly [string, string, number])[] = [
    ['no spaces', 'a', 200_000],
    ['emoji', '😀', 40_000],
    ['lone surrogates', '\ud800 ', 4_000],
    ['bidi controls', '\u202eabc\u202c ', 1_600],
    ['all caps', 'THE MINISTER SAID NO. ', 400],
    ['quotation marks', '"', 8_000],
    ['one name for ever', 'Ana Example ', 1_600],
    ['one sentence for ever', 'and it said ', 1_600],
    ['blank lines', 'word\n\n', 1_600],
  ]
  it.each(endless)('%s: time grows with the length of the text, not faster', (_, part, size) =>
    expectLinear({ size, make: count => part.repeat(count), run: parse }),
  )

  it.each([['nothing', '', 1], ['white space', ' \n\n ', 1], ['one word', 'word', 1], ...endless] as const)(
    '%s is read with valid spans',
    async (_, part, size) => {
      const text = part.repeat(size)
      const doc = await parse(text)
      for (const [start, end] of [...doc.sentences, ...doc.ents.map(ent => ent.span), ...doc.chains.flat()]) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true)
      }
      expect(doc.firstToken.length).toBe(doc.sentences.length + 1)
      const roots = [...doc.tokens.head].filter(head => head < 0)
      expect(roots).toHaveLength(doc.sentences.length)
    },
  )

  it('stops at the limit, between words, and says where', async () => {
    const text = 'word '.repeat(READ_LIMIT / 5 + 100)
    const doc = await parse(text)
    expect(doc.readTo).toBeLessThanOrEqual(READ_LIMIT)
    expect(text.charAt(doc.readTo!)).toBe(' ')
    expect(doc.sentences.at(-1)![1]).toBeLessThanOrEqual(doc.readTo!)
  })
})

describe('CoNLL-U', () => {
  it('comes back as it was: words, tags, features, trees, sentences and paragraphs', async () => {
    const written = toConllu(await parseSample(), { docId: 'sample' })
    const rows = (text: string): string[] => text.split('\n').filter(row => /^[\d-]+\t/.test(row))
    const bare = (row: string): string => row.replace(/(?:Name|Cluster)=[^|\t]*\|?/g, '').replace(/\t$/, '\t_')
    expect(rows(written)).toEqual(rows(SAMPLE).map(bare))
    expect(written.match(/^# newpar/gm)).toHaveLength(3)
    expect(written.match(/^# text = .*/gm)).toContain('# text = Ana Example didn’t sign it.')
    const again = fromConllu(written)[0]!
    const first = fromConllu(SAMPLE)[0]!
    expect(again.text.trim()).toBe(first.text.trim())
    expect(again.words).toEqual(first.words)
    expect(again.firstToken).toEqual(first.firstToken)
  })

  it('keeps the tokens and sentences of a file that gives them', async () => {
    expect(toConllu(await parseSample(13, true), { docId: 'd' })).toBe(toConllu(await parseSample(), { docId: 'd' }))
  })

  const token = (row: string): string => `${row}\t_\t_\t_\t_\t_\t_\t_\t_`
  const spans = (rows: string[]): string[] => {
    const { text, words } = fromConllu(rows.join('\n'))[0]!
    return words.start.map((start, i) => text.slice(start, words.end[i]))
  }

  it('shares a multiword token out among its words', () => {
    expect(spans([token('1-2\tdu'), token('1\tde'), token('2\tle'), token('3\tpain')])).toEqual(['d', 'u', 'pain'])
    expect(spans([token('1-3\tcan’tve'), token('1\tca'), token('2\tn’t'), token('3\tve')])).toEqual(['ca', 'n’t', 've'])
  })

  it('ends a multiword token with its sentence, whatever words it lacks', () => {
    const rows = [token('1-3\tabc'), token('1\ta'), token('2\tbc'), '', token('1\tnext')]
    const [doc] = fromConllu(rows.join('\n'))
    expect(doc?.words.multiword).toEqual([[0, 2]])
    expect(doc?.firstToken).toEqual([0, 2, 3])
    expect(spans(rows)).toEqual(['a', 'bc', 'next'])
  })

  it('begins a document without a blank line, skips empty nodes, reads Windows line ends', () => {
    const rows = ['# newdoc id = a', token('1\tone'), token('1.1\tnone'), '# newdoc id = b', token('1\ttwo')]
    const docs = fromConllu(rows.join('\r\n'))
    expect(docs.map(doc => [doc.docId, doc.text.trim(), doc.firstToken])).toEqual([
      ['a', 'one', [0, 1]],
      ['b', 'two', [0, 1]],
    ])
  })

  it.each(['1\tword', token('x\tword'), token('1\t')])('names the line that is no row: %j', row => {
    expect(() => fromConllu(`${row}\n`, 'file')).toThrow(/ten tab-separated columns/)
  })
})
