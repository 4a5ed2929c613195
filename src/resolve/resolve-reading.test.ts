import { beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../assets/load-knowledge.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { EventMention, Mention, Statement } from '../model/reading.ts'
import { type Resolution, resolveReading } from './resolve-reading.ts'
import { buildArticle, buildDoc, spanOf } from './testdata/build-doc.ts'

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
}, 120_000)

interface Given {
  readonly on?: string | null
  readonly outlet?: string
  readonly statements?: (text: string) => readonly Statement[]
  readonly events?: (text: string) => readonly EventMention[]
}

function resolve(marked: string, given: Given = {}): Resolution & { text: string } {
  const doc = buildDoc(marked)
  const article = buildArticle(doc.text, given.on === undefined ? '2025-04-08' : given.on, given.outlet ?? null)
  const statements = given.statements?.(doc.text) ?? []
  const events = given.events?.(doc.text) ?? []
  return { ...resolveReading({ article, doc, statements, events }, { knowledge }), text: doc.text }
}

/** The mention of some words, the n-th time they stand there. */
function mention(marked: string, words: string, given: Given = {}, nth = 0): Mention {
  const { mentions, text } = resolve(marked, given)
  const span = spanOf(text, words, nth)
  const found = mentions.find(m => m.span[0] === span[0] && m.span[1] === span[1])
  if (found === undefined) throw new Error(`no mention of "${words}"`)
  return found
}

describe('countries', () => {
  it.each([
    ['The {country U.S.} agreed.', 'U.S.', 'country:USA', 'country:US'],
    ['{nationality Dutch} ships sailed.', 'Dutch', 'country:NLD', 'country:NL'],
    ['{nationality North Koreans} marched.', 'North Koreans', 'country:PRK', 'country:KP'],
    ['{country Türkiye} objected.', 'Türkiye', 'country:TUR', 'country:TR'],
  ])('%s', (marked, words, actorId, placeId) => {
    const found = mention(marked, words)
    expect([found.actorId, found.place?.id]).toEqual([actorId, placeId])
  })

  it('are meant by their capital where it acts, and not where one is in it', () => {
    expect(mention('The move was criticised by {place Beijing}.', 'Beijing').actorId).toBe('country:CHN')
    expect(mention("{place Washington}'s allies met.", 'Washington').actorId).toBe('country:USA')
    const town = mention('The ministers met in {place Beijing}.', 'Beijing')
    expect([town.actorId, town.place?.name, town.place?.precision]).toEqual([null, 'Beijing', 'town'])
    expect(mention('{place BEIJING} — The ministers met.', 'BEIJING').actorId).toBeNull()
  })
})

describe('persons', () => {
  it('are known by full name, with the office of the day', () => {
    const then = mention('{person Mark Rutte} spoke.', 'Mark Rutte', { on: '2023-05-01' })
    const now = mention('{person Mark Rutte} spoke.', 'Mark Rutte', { on: '2025-04-08' })
    expect([then.role, now.role]).toEqual(['Prime Minister of the Netherlands', 'Secretary General of NATO'])
    expect(now.actorId).toBe('person:mark-rutte')
  })

  it('are known by family name after the full name, whoever else is so called', () => {
    const found = mention('{person Ana May} of Samplia came. {person May} left.', 'May', {}, 1)
    expect([found.actor, found.actorId]).toEqual(['Ana May', 'name:ana-may'])
  })

  it('are known by family name alone when one sitting leader is so called', () => {
    expect(mention('{person Macron} spoke.', 'Macron').actorId).toBe('person:emmanuel-macron')
    expect(mention('{person Macron} spoke.', 'Macron', { on: '2009-01-01' }).actorId).toBe('name:macron')
  })

  it('stay open when two in the article share the family name', () => {
    const found = mention('{person Ana Example} and {person Bo Example} met. {person Example} left.', 'Example', {}, 2)
    expect(found.actor).toBeNull()
    expect(found.why).toContain('2 persons of this name')
  })

  it('are told apart by the title before the family name', () => {
    const marked = 'The talks with {role South Korean President} {person Lee} ended.'
    expect(mention(marked, 'Lee', { on: '2025-09-01' }).actorId).toBe('person:lee-jae-myung')
  })

  it('are one person under spellings that the knowledge files have', () => {
    expect(mention('{person Volodymyr Zelensky} spoke.', 'Volodymyr Zelensky').actorId).toBe(
      'person:volodymyr-zelenskyy',
    )
  })
})

describe('offices', () => {
  it.each([
    ['{person Mark Rutte} came. {role The {bloc NATO} chief} spoke.', 'The NATO chief', 'person:mark-rutte'],
    [
      '{person Mark Rutte} came. {role The former {nationality Dutch} prime minister} spoke.',
      'The former Dutch prime minister',
      'person:mark-rutte',
    ],
    ['{bloc NATO} met, and {role the alliance’s chief} spoke.', 'the alliance’s chief', 'person:mark-rutte'],
    ['{role The {nationality Japanese} prime minister} spoke.', 'The Japanese prime minister', 'person:shigeru-ishiba'],
    ['{country Japan}’s {role prime minister} spoke.', 'prime minister', 'person:shigeru-ishiba'],
    [
      '{role The {nationality Russian} foreign minister} spoke.',
      'The Russian foreign minister',
      'person:sergei-lavrov',
    ],
    [
      '{role {country US} Secretary of Defence} {person Pete Hegseth} came.',
      'US Secretary of Defence',
      'person:pete-hegseth',
    ],
    ['{person Ana Example}, {role the minister of Samplia}, came.', 'the minister of Samplia', 'name:ana-example'],
    [
      '{role Prime Minister} {person Ana Example} came. {role The prime minister} left.',
      'The prime minister',
      'name:ana-example',
    ],
    ['{role The {nationality French} leader} spoke.', 'The French leader', 'person:emmanuel-macron'],
  ])('%s', (marked, words, actorId) => {
    expect(mention(marked, words).actorId).toBe(actorId)
  })

  it('go with the day', () => {
    const marked = '{role The {nationality Japanese} prime minister} spoke.'
    expect(mention(marked, 'The Japanese prime minister', { on: '2024-09-30' }).actorId).toBe('person:fumio-kishida')
    expect(mention(marked, 'The Japanese prime minister', { on: '2024-10-01' }).actorId).toBe('person:shigeru-ishiba')
  })

  it('stay open, with why, where the facts end or several have held them', () => {
    const later = mention('{role The {nationality Japanese} prime minister} spoke.', 'The Japanese prime minister', {
      on: '2040-01-01',
    })
    expect([later.actor, later.why]).toEqual([
      null,
      'the knowledge files do not say who held this office on 2040-01-01',
    ])
    const former = mention('{role A former {nationality Dutch} prime minister} spoke.', 'A former Dutch prime minister')
    expect(former.actor).toBeNull()
    expect(former.why).toContain('several persons')
  })
})

describe('chains and groups', () => {
  it('give pronouns the person of their chain', () => {
    expect(mention('{person#1 Ana Example} came. {pronoun#1 She} spoke.', 'She').actor).toBe('Ana Example')
    expect(mention('{pronoun It} rained.', 'It').why).toContain('no name was found')
  })

  it('leave a pronoun open whose chain names two persons equally', () => {
    const marked = '{person#1 Ana Example} saw {person#1 Bo Sample}. {pronoun#1 She} left.'
    expect(mention(marked, 'She').actor).toBeNull()
  })

  it.each([
    ['{bloc NATO} met. {group The alliance} agreed.', 'The alliance', 'org:nato'],
    ['{bloc NATO} met, and {group the 32 members} agreed.', 'the 32 members', 'org:nato'],
    ['The {bloc EU} met. {group The bloc} agreed.', 'The bloc', 'org:eu'],
    ['{group {nationality Chinese} warships} sailed.', 'Chinese warships', 'country:CHN'],
    ['{bloc IP4} met, and {group the four partners} agreed.', 'the four partners', 'org:ip4'],
  ])('%s', (marked, words, actorId) => {
    expect(mention(marked, words).actorId).toBe(actorId)
  })
})

describe('places', () => {
  it.each([
    ['The ship left {place Yokosuka} today.', 'Yokosuka', 'geonames:1848313'],
    ['A fire broke out in {place Paris}, {place Texas}.', 'Paris', 'geonames:4717560'],
    ['A fire broke out in {place Paris}.', 'Paris', 'geonames:2988507'],
    ['Ships crossed the {place Taiwan Strait}.', 'Taiwan Strait', 'sea:taiwan-strait'],
    ['A meeting in {place Tripoli}, {country Lebanon}.', 'Tripoli', 'geonames:266826'],
    ['Peace in the {place Indo-Pacific}.', 'Indo-Pacific', 'region:indo-pacific'],
    ['Flood in {place Athens}, {place Ga.}', 'Athens', 'geonames:4180386'],
  ])('%s', (marked, words, id) => {
    expect(mention(marked, words).place?.id).toBe(id)
  })

  it('of one country pull an ambiguous name to it', () => {
    const marked = 'Roads from {place Toronto} and {place Hamilton} to {place London} in {place Ontario} are closed.'
    expect(mention(marked, 'London').place?.country).toBe('CA')
  })

  it('say why when nothing is known or nothing tells two towns apart', () => {
    expect(mention('A fire in {place Nosuchplaceton}.', 'Nosuchplaceton').why).toContain('no place of this name')
    const two = mention('A fire in {place Springfield}.', 'Springfield')
    expect(two.place === null ? two.why : two.place.country).toMatch(/as likely|US/)
  })

  it('are found inside the names of institutions and behind prepositions', () => {
    const { mentions, text } = resolve('The {organisation Osaka Harbour Authority} met in {person Kobe}.')
    const at = (words: string) => mentions.find(m => m.span.join() === spanOf(text, words).join())
    expect(at('Osaka')?.place?.country).toBe('JP')
    expect([at('Kobe')?.kind, at('Kobe')?.place?.country]).toEqual(['place', 'JP'])
  })
})

const SOURCE = { actor: null, actorId: null, role: null } as const
function statement(text: string, source: string, content: string): Statement {
  return {
    id: 's1',
    source: { span: spanOf(text, source), ...SOURCE },
    cue: null,
    content: [spanOf(text, content)],
    kind: 'indirect',
    verb: 'say',
    denied: false,
    addressee: null,
    occasion: null,
    chain: [{ name: 'Japan Times', span: [0, 1], kind: 'outlet' }],
    about: [],
  }
}

describe('statements', () => {
  it('get speaker, role, subjects and the proper name of each hop', () => {
    const marked =
      '{role {bloc NATO} Secretary General} {person Mark Rutte} said {country China} was arming near {place Taiwan}.'
    const given = {
      statements: (text: string) => [
        statement(text, 'NATO Secretary General Mark Rutte', 'China was arming near Taiwan'),
      ],
    }
    const [found] = resolve(marked, given).statements
    expect(found?.source).toMatchObject({ actorId: 'person:mark-rutte', role: 'Secretary General of NATO' })
    expect(found?.about).toEqual(['country:CHN', 'country:TWN'])
    expect(found?.chain[0]?.name).toBe('The Japan Times')
  })

  it('have no hop at the outlet that published the article itself', () => {
    const given = {
      outlet: 'The Japan Times',
      statements: (text: string) => [statement(text, 'Mark Rutte', 'it would grow')],
    }
    expect(resolve('{person Mark Rutte} said it would grow.', given).statements[0]?.chain).toEqual([])
  })

  it('by a spokesman are those of the body, and say so', () => {
    const marked = 'A spokesman for the {organisation Kremlin} said so.'
    const [found] = resolve(marked, {
      statements: text => [statement(text, 'A spokesman for the Kremlin', 'so')],
    }).statements
    expect([found?.source?.actorId, found?.source?.role]).toEqual(['org:kremlin', 'spokesman'])
  })

  it('by nobody who is named say why', () => {
    const [found] = resolve('Experts said so.', { statements: text => [statement(text, 'Experts', 'so')] }).statements
    expect(found?.source?.actor).toBeNull()
    expect(found?.source?.why).toBeTruthy()
  })
})

function event(text: string, actor: string, recipient: string, trigger: string): EventMention {
  const side = (words: string) => ({ span: spanOf(text, words), actor: null, actorId: null, code: null })
  return {
    id: 'e1',
    type: 'CONSULT',
    mode: null,
    contexts: [],
    quad: 1,
    actors: [side(actor)],
    recipients: [side(recipient)],
    place: null,
    when: null,
    status: 'happened',
    negated: false,
    claimedIn: null,
    evidence: [0, text.length],
    trigger: spanOf(text, trigger),
  }
}

describe('events', () => {
  it('get the codes of states and bodies, and the place that a preposition names', () => {
    const marked = '{person Mark Rutte} met {group {nationality Japanese} officials} in {place Yokosuka}.'
    const [found] = resolve(marked, { events: text => [event(text, 'Mark Rutte', 'Japanese officials', 'met')] }).events
    expect(found?.actors[0]).toMatchObject({ actorId: 'person:mark-rutte', code: 'IGO' })
    expect(found?.recipients[0]).toMatchObject({ code: 'JPN' })
    expect(found?.place?.id).toBe('geonames:1848313')
  })

  it('say why they have no place', () => {
    const marked = '{country Japan} met {country Australia}.'
    const [found] = resolve(marked, { events: text => [event(text, 'Japan', 'Australia', 'met')] }).events
    expect([found?.place, found?.placeWhy]).toEqual([null, 'the sentence names no place for it'])
  })
})

describe('odd input', () => {
  it('reads an empty document', () => {
    const { mentions, statements, events } = resolve('')
    expect([mentions, statements, events]).toEqual([[], [], []])
  })

  it('reads an article without a date against what is open now', () => {
    expect(mention('{person Mark Rutte} spoke.', 'Mark Rutte', { on: null }).role).toBe('Secretary General of NATO')
  })

  it('reads very many names', () => {
    const marked = Array.from(
      { length: 3000 },
      (_, i) => `{person Ana Example${i}} met {place Springfield} {pronoun She}.`,
    ).join(' ')
    expect(resolve(marked).mentions.length).toBeGreaterThan(8000)
  })

  it('gives every unresolved mention a reason and no resolved one', () => {
    const { mentions } = resolve(
      '{person Ana Example} of {place Nowhereville} saw {group them all} and {role the boss} {pronoun it}.',
    )
    for (const m of mentions) expect(m.why === undefined).toBe(m.actor !== null || m.place !== null)
  })
})
