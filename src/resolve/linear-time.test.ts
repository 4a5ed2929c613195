import { beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import type { Doc, Ent } from '../model/doc.ts'
import type { Knowledge, KnownPlace } from '../model/knowledge.ts'
import type { EventMention, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { overlaps } from '../text/spans.ts'
import { kilometres } from './distance.ts'
import { NearPlaces } from './near-places.ts'
import { resolveReading } from './resolve-reading.ts'
import { indexSpans } from './span-index.ts'
import { buildArticle, buildDoc } from './testdata/build-doc.ts'

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
}, 120_000)

/** How much more work four times the text makes: 4 where work is linear, 16 where it is quadratic. */
function growth(looks: (parts: number) => number): number {
  return looks(240) / looks(60)
}

/** How often resolving looks at the span of an ent, at what a statement or event holds, and at distances of places. */
function looksIn(
  marked: string,
  perPart: (text: string) => { statements: Statement[]; events: EventMention[] },
): number {
  let looks = 0
  const count = <T extends object>(thing: T): T =>
    new Proxy(thing, {
      get(target, key): unknown {
        looks++
        return Reflect.get(target, key)
      },
    })
  const plain = buildDoc(marked)
  const doc: Doc = {
    ...plain,
    ents: plain.ents.map((ent): Ent => count({ ...ent, span: count(ent.span) as Span })),
    chains: plain.chains.map(chain => count(chain.map(span => count(span) as Span))),
  }
  const { statements, events } = perPart(doc.text)
  const asin = Math.asin
  Math.asin = (x: number): number => {
    looks++
    return asin(x)
  }
  try {
    const article = buildArticle(doc.text, '2025-04-08')
    resolveReading({ article, doc, statements: statements.map(count), events: events.map(count) }, { knowledge })
  } finally {
    Math.asin = asin
  }
  return looks
}

const OPEN = { actor: null, actorId: null, role: null } as const

/** A statement and an event for every sentence that begins with a pronoun, and ends with a full stop. */
function foundIn(text: string): { statements: Statement[]; events: EventMention[] } {
  const statements: Statement[] = []
  const events: EventMention[] = []
  for (const match of text.matchAll(/She said (I [^.]*)\./g)) {
    const [from, end] = [match.index, match.index + match[0].length]
    const content: Span = [from + 9, end - 1]
    const id = `s${from}`
    statements.push({
      id,
      source: { span: [from, from + 3], ...OPEN },
      cue: null,
      content: [content],
      kind: 'mixed',
      verb: 'say',
      denied: false,
      addressee: { span: [from, from + 3], ...OPEN },
      occasion: null,
      chain: [],
      about: [],
    })
    events.push({
      id,
      type: 'CONSULT',
      mode: 'visit',
      contexts: [],
      quad: 1,
      actors: [{ span: [from, from + 3], actor: null, actorId: null, code: null }],
      recipients: [{ span: content, actor: null, actorId: null, code: null }],
      place: null,
      when: null,
      status: 'happened',
      negated: false,
      claimedIn: null,
      evidence: [from, end],
      trigger: [from + 4, from + 8],
    })
  }
  return { statements, events }
}

const times = (parts: number, make: (i: number) => string): string =>
  Array.from({ length: parts }, (_, i) => make(i)).join(' ')

const TEXTS: readonly (readonly [string, (i: number) => string])[] = [
  [
    'an article of many persons, offices and statements',
    i =>
      `{role Prime Minister} {person#${i} Ana Example${i}} came to {place Paris}. {role The prime minister} met {bloc NATO}. {pronoun#${i} She} said {pronoun I} saw {group the alliance} in {place Toronto}.`,
  ],
  [
    'one person, again and again',
    () => '{person#1 Ana Example} met {person Example}. {pronoun#1 She} said {pronoun I} left.',
  ],
  ['one office that nobody holds', () => '{role The president of Samplia} met {role the boss}.'],
  ['one known holder and descriptions of her office', () => '{person Mark Rutte} met {role the {bloc NATO} chief}.'],
  ['namesakes', i => `{person Ana${i} Example} met {person Example}.`],
  [
    'groups that point back',
    i =>
      `{bloc NATO} and {bloc EU} met in {place Indo-Pacific}. {group The ${i} members} of {group the bloc} and {group the region} met.`,
  ],
  ['one town behind which its state stands', () => 'A fire in {place Paris}, {place Texas}.'],
]

describe('the work of resolving grows with the length of the text:', () => {
  it.each(TEXTS)('%s', (_name, make) => {
    expect(growth(parts => looksIn(times(parts, make), foundIn))).toBeLessThan(6)
  })

  it('a list of towns, each of a name that many share', () => {
    const names = [
      'Springfield',
      'Franklin',
      'Clinton',
      'Salem',
      'Georgetown',
      'Madison',
      'Victoria',
      'San Antonio',
      'Santa Cruz',
      'Hamilton',
    ]
    const capitals = [...knowledge.places.values()].filter(({ kind }) => kind === 'capital')
    const list = (parts: number): string =>
      times(parts, i => `{place ${names[i % 10]}} and {place ${capitals[i % capitals.length]?.name}} met.`)
    expect(growth(parts => looksIn(list(parts), foundIn))).toBeLessThan(7)
  })

  it('would be caught growing with its square', () => {
    const quadratic = (parts: number): number => {
      let looks = 0
      const list = Array.from({ length: parts }, () => ({
        get span(): number {
          looks++
          return 0
        },
      }))
      for (const a of list) list.filter(b => b.span === a.span)
      return looks
    }
    expect(growth(quadratic)).toBeGreaterThan(10)
  })
})

describe('an index of spans', () => {
  it('finds what a look at every span finds, in the order given', () => {
    const random = dice(7)
    for (let round = 0; round < 50; round++) {
      const spans = Array.from({ length: round }, (): Span => {
        const start = random(60)
        return [start, start + random(round % 3 === 0 ? 40 : 5)]
      })
      const index = indexSpans(spans, span => span)
      for (let i = 0; i < 30; i++) {
        const start = random(60)
        const asked: Span = [start, start + random(20)]
        expect(index.overlapping(asked)).toEqual(spans.filter(span => overlaps(span, asked)))
      }
    }
  })
})

describe('places near a place', () => {
  it('are those that a look at every place finds', () => {
    const random = dice(3)
    const all = [...knowledge.places.values()].filter(place => place.lat !== null)
    const pick = (): KnownPlace => all[random(all.length)]!
    const near = new NearPlaces()
    const added: KnownPlace[] = []
    for (let round = 0; round < 400; round++) {
      const place = pick()
      const own = added.length > 0 && round % 2 === 0 ? added[random(added.length)]! : null
      const others = own === null ? added : added.toSpliced(added.indexOf(own), 1)
      const expected = others.map(other => pullBySight(place, other)).sort((a, b) => b - a)
      const found = near.pullsOn(place, own)
      expect([0, 1, 2].map(i => found[i] ?? 0)).toEqual([0, 1, 2].map(i => expected[i] ?? 0))
      const next = round % 5 === 0 && added[0] !== undefined ? added[0] : pick()
      near.add(next)
      added.push(next)
    }
  })
})

/** The pull of one place on another, written down a second time. */
function pullBySight(on: KnownPlace, by: KnownPlace): number {
  if (['country', 'region', 'sea', 'strait'].includes(by.kind) || on.lat === null || by.lat === null) return 0
  const state = (p: KnownPlace): string | null =>
    p.country !== 'US' ? null : p.kind === 'admin1' ? p.id.replace('admin1:US-', '') : p.admin1 || null
  const far = kilometres({ lat: on.lat, lon: on.lon ?? 0 }, { lat: by.lat, lon: by.lon ?? 0 })
  const near = by.kind === 'admin1' && state(on) !== null ? 0 : Math.exp(-far / 250)
  return Math.max(near, state(on) !== null && state(on) === state(by) ? 0.6 : 0)
}

/** Numbers from 0 below a bound, the same ones every time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}
