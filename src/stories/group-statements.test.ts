import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import type { StoredEntry, StoredWording } from '../model/picture.ts'
import { groupStatements, linkedStatements } from './group-statements.ts'

const ANA = 'person:ana-example'

interface Said {
  readonly id: string
  /** Quotation marks in it make it partly quoted; all of it inside them, a quotation. */
  readonly words: string
  readonly day?: number | null
  readonly story?: string | null
  readonly by?: string | null
  readonly key?: string
  readonly verb?: string
  readonly denied?: boolean
  readonly to?: string
  readonly occasion?: string
  readonly article?: string
  readonly inTitle?: boolean
  readonly names?: Readonly<Record<string, string>>
}

const NAMES: Readonly<Record<string, string>> = {
  Samplia: 'country:XSA',
  Samplian: 'country:XSA',
  Testonia: 'country:XTE',
  Placeholderland: 'country:XPL',
  'the Pact': 'org:pact',
  'Strait of Examples': 'sea:examples',
}

function said(one: Said): StoredWording {
  const kind = /^“[^”]*”$/.test(one.words) ? 'direct' : one.words.includes('“') ? 'mixed' : 'indirect'
  const names = Object.entries({ ...NAMES, ...one.names }).flatMap(([name, id]) =>
    [...one.words.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(match => ({
      span: [match.index, match.index + name.length] as const,
      id,
    })),
  )
  return {
    articleId: one.article ?? `article of ${one.id}`,
    statementId: one.id,
    storyId: one.story === undefined ? 'story' : one.story,
    day: one.day === undefined ? 20_000 : one.day,
    speakerId: one.by === undefined ? ANA : one.by,
    speakerKey: one.key ?? 'ana example',
    ...{ kind, verb: one.verb ?? 'say', denied: one.denied ?? false, inTitle: one.inTitle ?? false, names },
    addresseeId: one.to ?? null,
    occasion: one.occasion ?? null,
    content: [{ start: 0, text: one.words }],
  }
}

/** Ids of the statements of each entry, the fullest first, in alphabetical order of entries. */
function grouped(...all: readonly Said[]): string[] {
  return named(groupStatements(all.map(said)))
}

const named = (entries: readonly StoredEntry[]): string[] =>
  entries.map(({ wordings }) => wordings.map(one => one.statementId).join(' ')).sort()

const FULL: Said = {
  id: 'full',
  words:
    '“Samplia wants the Pact to be more involved in the Strait of Examples, and we shall answer that wish before the summer is over.”',
}
const FRAGMENT: Said = {
  id: 'fragment',
  words: 'that Samplia would “answer that wish before the summer is over”',
}
const PARAPHRASE: Said = {
  id: 'paraphrase',
  words: 'that Samplia wants the Pact to be more involved in the Strait of Examples',
}

describe('wordings of one utterance', () => {
  it('brings a quotation, a fragment of it and a paraphrase into one entry, the quotation first', () => {
    const [entry, ...rest] = groupStatements([PARAPHRASE, FRAGMENT, FULL].map(said))
    expect(rest).toEqual([])
    expect(entry?.wordings.map(one => [one.statementId, one.link])).toEqual([
      ['full', 'core'],
      ['fragment', 'quote'],
      ['paraphrase', 'paraphrase'],
    ])
  })

  it('gives the same ids whatever came first', () => {
    const all = [FULL, FRAGMENT, PARAPHRASE, { id: 'other', words: 'that harvests had been good' }].map(said)
    const once = groupStatements(all)
    for (let i = 0; i < all.length; i++) expect(groupStatements([...all.slice(i), ...all.slice(0, i)])).toEqual(once)
    expect(groupStatements([...all].reverse())).toEqual(once)
    expect(once[0]?.id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('finds copies of one quotation, whatever the quotation marks and the case', () => {
    const words = '“We will never sell the harbour of Port Specimen to anybody”'
    expect(grouped({ id: 'a', words, story: 's1' }, { id: 'b', words: words.toUpperCase(), story: 's2' })).toEqual([
      'a b',
    ])
    const c = {
      ...said({ id: 'c', words: 'that "we will never sell the harbour of Port Specimen" stood' }),
      kind: 'mixed' as const,
    }
    expect(named(groupStatements([said({ id: 'a', words }), c]))).toEqual(['a c'])
  })

  it('joins a quotation that the cue splits with the whole of it', () => {
    const split = said({ id: 'split', words: '“The ferry runs again” ' })
    const pieces = [
      { start: 0, text: '“The ferry to Testonia runs again,”' },
      { start: 60, text: '“and nobody will stop it”' },
    ]
    const whole = said({
      id: 'whole',
      words: '“The ferry to Testonia runs again, and nobody will stop it in my lifetime”',
    })
    expect(named(groupStatements([{ ...split, kind: 'direct', content: pieces }, whole]))).toEqual(['whole split'])
  })

  it('knows a paraphrase by its words within one story alone', () => {
    expect(grouped(FULL, { ...PARAPHRASE, story: 'another story' })).toEqual(['full', 'paraphrase'])
    expect(
      grouped(FULL, {
        ...FRAGMENT,
        words: 'that “we shall answer that wish before the summer is over” came',
        story: 'another',
      }),
    ).toEqual(['full fragment'])
  })

  it('brings headline and text of one article together, but not two things said in its text', () => {
    const text: Said = {
      id: 'text',
      article: 'x',
      words: 'that Samplia would buy 40 radar stations from Testonia this autumn',
    }
    const head: Said = {
      id: 'head',
      article: 'x',
      words: 'Samplia would buy 40 radar stations from Testonia in autumn',
    }
    expect(grouped(text, { ...head, inTitle: true })).toEqual(['text head'])
    expect(grouped(text, head)).toEqual(['head', 'text'])
  })
})

describe('near misses', () => {
  it('keeps two statements of one speaker on one day apart', () => {
    expect(
      grouped(
        FULL,
        { id: 'b', words: 'that the Pact would open an office near the Strait of Examples as Samplia had asked' },
        { id: 'c', words: '“Samplia and the Pact will hold an exercise in the Strait of Examples”' },
        { id: 'd', words: 'that Samplia wants more radar stations in the Strait of Examples' },
      ),
    ).toEqual(['b', 'c', 'd', 'full'])
  })

  it('does not take a set phrase for an utterance', () => {
    expect(
      grouped(
        { id: 'a', words: '“A free and open Strait of Examples needs larger navies”' },
        { id: 'b', words: 'that fishing rights belonged to a “free and open” sea' },
        { id: 'c', words: '“Trade is what a free and open Strait of Examples lives on”' },
      ),
    ).toEqual(['a', 'b', 'c'])
  })

  it('keeps a denial apart from what it denies', () => {
    const yes: Said = { id: 'yes', words: 'that Samplia will sell the radar data to Testonia' }
    expect(grouped(yes, { ...yes, id: 'not said', denied: true })).toEqual(['not said', 'yes'])
    expect(grouped(yes, { ...yes, id: 'denies', verb: 'deny' })).toEqual(['denies', 'yes'])
    expect(grouped(yes, { id: 'no', words: 'that Samplia will not sell the radar data to Testonia' })).toEqual([
      'no',
      'yes',
    ])
    expect(
      grouped(
        { id: 'q', words: '“Samplia will sell the radar data to Testonia”' },
        { id: 'n', words: 'that Samplia would never “sell the radar data to Testonia”' },
      ),
    ).toEqual(['n', 'q'])
    expect(grouped(yes, { ...yes, id: 'again' })).toEqual(['again yes'])
  })

  it('keeps other numbers apart, and takes words and digits for the same', () => {
    const a: Said = { id: 'a', words: 'that Samplia lost three patrol boats in the Strait of Examples' }
    expect(grouped(a, { ...a, id: 'b', words: a.words.replace('three', '3') })).toEqual(['a b'])
    expect(grouped(a, { ...a, id: 'b', words: a.words.replace('three', 'five') })).toEqual(['a', 'b'])
    const m: Said = { id: 'm', words: 'that repairs of the harbour bridge will cost $2bn' }
    expect(grouped(m, { id: 'n', words: 'that repairs of the harbour bridge will cost 2 billion' })).toEqual(['m n'])
    expect(grouped(m, { id: 'n', words: 'that repairs of the harbour bridge will cost 2 million' })).toEqual(['m', 'n'])
  })

  it('keeps quotations apart that say the same of other numbers', () => {
    const words = (count: number): string =>
      `“Our boats stopped ${count} trawlers in the northern fishing grounds of Samplia over the night”`
    expect(grouped({ id: 'a', words: words(17) }, { id: 'b', words: words(22) })).toEqual(['a', 'b'])
  })

  it('keeps apart who does it to whom', () => {
    const a: Said = { id: 'a', words: 'that Samplia had boarded and searched a trawler of Testonia' }
    expect(grouped(a, { id: 'b', words: 'that Testonia had boarded and searched a trawler of Samplia' })).toEqual([
      'a',
      'b',
    ])
  })

  it('keeps a reported thing apart that was said to somebody else, or on another occasion', () => {
    const a: Said = { id: 'a', words: 'that Samplia would close both harbours of the Strait of Examples' }
    const b: Said = { ...a, id: 'b' }
    expect(grouped({ ...a, to: 'org:sample-wire' }, { ...b, to: 'org:sample-post' })).toEqual(['a', 'b'])
    expect(grouped({ ...a, occasion: 'in an interview on Monday' }, { ...b, occasion: 'in a speech' })).toEqual([
      'a',
      'b',
    ])
    expect(grouped({ ...a, occasion: 'in a speech on Monday' }, { ...b, occasion: 'in her speech' })).toEqual(['a b'])
    expect(grouped({ ...a, occasion: 'on Monday' }, { ...b, occasion: 'on Friday' })).toEqual(['a', 'b'])
  })

  it('keeps the same sentence apart that is said again a month later', () => {
    expect(grouped(FULL, { ...FULL, id: 'later', day: 20_030 })).toEqual(['full', 'later'])
    expect(grouped(FULL, { ...FULL, id: 'later', day: 20_003 })).toEqual(['full later'])
  })

  it('does not pass likeness on from hand to hand', () => {
    const [one, two, three, four] = [
      'the first ferry of the year left Port Specimen early',
      'a second crew will follow them across the cold water',
      'third parties were asked to keep their radios silent',
      'and a fourth lighthouse burns again over Dummy Bay',
    ]
    expect(
      grouped(
        { id: 'ab', words: `“${one}. ${two}. We hope for the best.”` },
        { id: 'bc', words: `“${two}. ${three}.”` },
        { id: 'cd', words: `“${three}. ${four}.”` },
        { id: 'd', words: `“${four}”` },
      ),
    ).toEqual(['ab bc', 'cd d'])
  })

  it('never joins two speakers, nor those whom nothing but a story or a pronoun ties', () => {
    expect(grouped(FULL, { ...FULL, id: 'b', by: 'person:bo-sample' })).toEqual(['b', 'full'])
    const nobody: Said = { ...FULL, by: null, key: '' }
    expect(grouped({ ...nobody, id: 'a' }, { ...nobody, id: 'b' })).toEqual(['a', 'b'])
    const officials: Said = { ...FULL, by: null, key: 'officials in port specimen' }
    expect(grouped({ ...officials, id: 'a' }, { ...officials, id: 'b' })).toEqual(['a b'])
    expect(grouped({ ...officials, id: 'a' }, { ...officials, id: 'b', story: 'another' })).toEqual(['a', 'b'])
  })

  it('ties undated articles by their story alone', () => {
    expect(grouped({ ...FULL, day: null }, { ...FULL, id: 'b', day: 20_300 })).toEqual(['b full'])
    expect(grouped({ ...FULL, day: null, story: null }, { ...FULL, id: 'b' })).toEqual(['b', 'full'])
  })

  it('takes hostile and empty content as it comes', () => {
    expect(grouped({ id: 'a', words: '' }, { id: 'b', words: '“”' }, { id: 'c', words: '"""‘’“ . . . !?' })).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(groupStatements([])).toEqual([])
  })
})

describe('grouping a part', () => {
  it('reaches what is linked, however far, and nothing else; the part is then grouped as the whole is', () => {
    const days = Array.from({ length: 10 }, (_, i): Said => ({ ...FULL, id: `day ${i}`, day: 20_000 + i * 2 }))
    const others = Array.from(
      { length: 10 },
      (_, i): Said => ({ id: `other ${i}`, words: `that road ${i + 20} was closed for repairs`, day: 20_000 + i }),
    )
    const all = [...days, ...others].map(said)
    const whole = groupStatements(all)
    const part = linkedStatements([said(days[4]!)], all)
    expect(part.map(one => one.statementId).sort()).toEqual(days.map(one => one.id).sort())
    const ids = new Set(groupStatements(part).map(entry => entry.id))
    expect(whole.filter(entry => ids.has(entry.id))).toEqual(groupStatements(part))
  })
})

describe('cost', () => {
  const phrase = (i: number, where: Pick<Said, 'day' | 'story'>): StoredWording =>
    said({
      id: `s${i}`,
      ...where,
      words: `“We stand with Samplia, and plan ${i} of the ${['northern', 'southern', 'eastern'][i % 3]} district will be ${['paid', 'built', 'watched', 'checked'][i % 4]} by valley ${i % 97}”`,
    })

  it('grows with the number of statements of an actor who speaks every few days, set phrases and all', async () => {
    const make = (count: number): StoredWording[] =>
      Array.from({ length: count }, (_, i) => phrase(i, { day: 10_000 + i * 3, story: `story ${Math.floor(i / 2)}` }))
    expect(groupStatements(make(200))).toHaveLength(200)
    await expectLinear({ size: 3200, make, run: groupStatements })
  })

  it('compares a statement with few of the many of one day that share a set phrase', () => {
    const comparisons = (count: number): number => {
      let looks = 0
      const all = Array.from({ length: count }, (_, i) => ({
        ...phrase(i, {}),
        // Read for both statements whenever two are compared, and nowhere else.
        get denied(): boolean {
          looks++
          return false
        },
      }))
      groupStatements(all)
      return looks / 2
    }
    const few = comparisons(100)
    expect(few).toBeGreaterThan(1000)
    // 5 while each is compared with 48, 16 when each is compared with every other.
    expect(comparisons(400) / few).toBeLessThan(8)
  })
})
