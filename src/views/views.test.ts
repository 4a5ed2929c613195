import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Paged } from '../model/api.ts'
import type { StoredReading } from '../model/picture.ts'
import { LOCAL_VIEWER, type Viewer } from '../model/viewer.ts'
import { pictureOf } from '../store/picture.ts'
import { saveActors } from '../store/save-actors.ts'
import { saveEntries } from '../store/save-entries.ts'
import { saveEvents } from '../store/save-events.ts'
import type { ReadTx } from '../store/store.ts'
import { makeReading } from '../store/testdata/make-reading.ts'
import { BACKENDS, type TestStore } from '../store/testdata/test-stores.ts'
import { listActors } from './actors.ts'
import { articleDetail } from './articles.ts'
import { listDisagreements } from './disagreements.ts'
import { listEvents } from './events.ts'
import { listEntries } from './ledger.ts'
import { listRejections } from './rejections.ts'
import { search } from './search.ts'
import { readStatus } from './status.ts'
import { listStories, storyDetail } from './stories.ts'
import { verifySpans } from './verify.ts'

/** A first start on a loaded machine makes a database cluster. */
const HOOK_MS = 180_000
const PAGE = { after: null, limit: 50 }
const ANYONE: Viewer = { name: 'anyone', groups: [], clearance: 'CLEAR' }
const TALKS = 'closer ties with the four partners would make the region safer'

const FIRST = makeReading({
  name: 'first',
  outlet: 'Sample Wire',
  published: '2025-04-08',
  text: `Samplia opens talks\n\nAna Example said on Tuesday that ${TALKS}. Samplia moved 400 soldiers to the Exampleton barracks. \u{1F600} Ships met in the harbour.`,
  statements: [
    {
      ...{ speaker: 'Ana Example', speakerId: 'person:ana-example', content: TALKS, about: ['country:XSA'] },
      ...{ saidOn: 'on Tuesday', stance: 'SUPPORT' },
    },
  ],
  events: [{ trigger: 'moved', type: 'MOBILIZE', actor: 'Samplia', when: '2025-04-07' }],
  amounts: [{ words: '400', value: 400, unit: 'soldier' }],
})
const COPY = makeReading({
  name: 'copy',
  outlet: 'Sample Post',
  published: '2025-04-09T08:00:00Z',
  text: `Talks open\n\n"${TALKS}", Ana Example said. Samplia moved 430 soldiers to the barracks at Exampleton.`,
  statements: [{ speaker: 'Ana Example', speakerId: 'person:ana-example', content: `"${TALKS}"` }],
  events: [{ trigger: 'moved', type: 'MOBILIZE', actor: 'Samplia', claimedIn: 0 }],
  amounts: [{ words: '430', value: 430, unit: 'soldier' }],
})
const SECRET = makeReading({
  name: 'secret',
  outlet: 'Closed Post',
  published: '2025-04-10',
  marking: { tlp: 'RED', groups: ['embassy'] },
  text: `Hidden zebra\n\nBo Sample said that ${TALKS}.`,
  statements: [{ speaker: 'Bo Sample', speakerId: 'person:bo', content: TALKS }],
})
const UNDATED = makeReading({ name: 'undated', outlet: 'Sample Wire', published: null, sample: true })
const ALL: readonly StoredReading[] = [FIRST, COPY, SECRET, UNDATED]
const idOf = ({ reading }: StoredReading): string => reading.article.id

describe.each(BACKENDS.filter(backend => backend.missing === null))('questions to the picture on $name', backend => {
  let test: TestStore
  const ask = <T>(fn: (tx: ReadTx) => Promise<T>, viewer: Viewer = LOCAL_VIEWER): Promise<T> =>
    test.store.read(viewer, fn)

  beforeAll(async () => {
    test = await backend.open()
    await pictureOf(test.store, 'v1').write(async writer => {
      await writer.saveReadings(ALL)
      const articles = [FIRST, COPY, SECRET].map(idOf)
      await writer.saveStories({
        changed: [
          {
            id: 'talks',
            articles,
            origins: articles.map((article, i) => ({ id: `o${i}`, name: `origin ${i}`, articles: [article] })),
            reuse: [{ article: idOf(COPY), of: idOf(FIRST), kind: 'rewrite', share: 0.6, passages: [[0, 4]] }],
          },
          {
            id: 'other',
            articles: [idOf(UNDATED)],
            origins: [{ id: 'o9', name: 'Sample Wire', articles: [idOf(UNDATED)] }],
            reuse: [],
          },
        ],
        removed: [],
      })
      await writer.saveRejections([
        {
          rejected: {
            file: 'x.html',
            article: null,
            rejected: { stage: 'extract', reason: 'no-article', detail: 'The page is a list of links.' },
          },
          page: { ...FIRST.page, key: 'r1', file: 'x.html' },
        },
      ])
    })
    const events = [FIRST, COPY].map(one => ({ articleId: idOf(one), eventId: one.reading.events[0]?.id ?? '' }))
    await test.store.write(tx => saveEvents(tx, [{ id: 'move', storyId: 'talks', tellings: events }]))
    const wordings = [COPY, FIRST, SECRET].map((one, i) => ({
      ...{ articleId: idOf(one), statementId: one.reading.statements[0]?.id ?? '' },
      link: (['core', 'quote', 'paraphrase'] as const)[i] ?? 'core',
    }))
    await test.store.write(tx => saveEntries(tx, [{ id: 'utterance', wordings }]))
    await test.store.write(tx =>
      saveActors(tx, {
        version: 'k',
        actors: new Map([
          [
            'person:ana-example',
            {
              id: 'person:ana-example',
              kind: 'person',
              name: 'Ana Exämple',
              aliases: [],
              code: 'XSA',
              country: null,
              source: 'test',
            },
          ],
        ]),
        rolesBy: new Map([
          [
            'person:ana-example',
            [
              {
                person: 'person:ana-example',
                office: 'Minister',
                class: 'foreign',
                of: 'country:XSA',
                from: '2024-01-01',
                to: null,
                source: 'test',
                asof: null,
              },
            ],
          ],
        ]),
      }),
    )
  }, HOOK_MS)
  afterAll(() => test.close(), HOOK_MS)

  it('lists stories newest first with what is in them', async () => {
    const { rows, total, next } = await ask(tx => listStories(tx, {}, PAGE))
    expect(rows.map(row => row.id)).toEqual(['talks', 'other'])
    expect([total, next]).toEqual([2, null])
    expect(rows[0]).toMatchObject({
      ...{
        headline: 'Samplia opens talks',
        headlineArticle: idOf(FIRST),
        first: '2025-04-08',
        last: '2025-04-09T08:00:00Z',
      },
      ...{ articleCount: 2, originCount: 2, statementCount: 2, eventCount: 1, disagreementCount: 1, sample: false },
      bar: { own: 1, copy: 0, rewrite: 1, relay: 0 },
      outlets: ['Sample Wire', 'Sample Post'],
      actors: [{ id: 'person:ana-example', name: 'Ana Exämple', count: 2 }],
    })
    expect(rows[1]).toMatchObject({ sample: true, first: null })
    expect(rows[1]?.articles[0]?.publishedWhy).toBe('the text carries no date')
  })

  it('filters stories by words, actor, days and origins', async () => {
    const ids = async (filters: Record<string, unknown>): Promise<string[]> =>
      (await ask(tx => listStories(tx, filters, PAGE))).rows.map(row => row.id)
    expect(await ids({ q: 'harbour ships' })).toEqual(['talks'])
    expect(await ids({ q: 'zebra' })).toEqual([])
    expect(await ids({ actor: 'ana' })).toEqual(['talks'])
    expect(await ids({ from: '2025-04-09', to: '2025-04-30' })).toEqual(['talks'])
    expect(await ids({ to: '2025-04-07' })).toEqual([])
    expect(await ids({ to: '2025' })).toEqual(['talks'])
    expect(await ids({ minOrigins: '2' })).toEqual(['talks'])
    expect(await ids({ minOrigins: 3 })).toEqual([])
  })

  it('pages through every list without a gap or a repeat', async () => {
    const lists: Record<string, (tx: ReadTx, after: string | null) => Promise<Paged<unknown>>> = {
      stories: (tx, after) => listStories(tx, {}, { after, limit: 1 }),
      statements: (tx, after) => listEntries(tx, {}, { after, limit: 1 }),
      events: (tx, after) => listEvents(tx, {}, { after, limit: 1 }),
      actors: (tx, after) => listActors(tx, {}, { after, limit: 1 }),
      rejections: (tx, after) => listRejections(tx, {}, { after, limit: 1 }),
      disagreements: (tx, after) => listDisagreements(tx, {}, { after, limit: 1 }),
    }
    for (const [name, list] of Object.entries(lists)) {
      const seen: string[] = []
      let after: string | null = null
      let total = 0
      do {
        const page: Paged<unknown> = await ask(tx => list(tx, after))
        seen.push(...page.rows.map(row => JSON.stringify(row)))
        total = page.total
        after = page.next
      } while (after !== null && seen.length < 20)
      expect([name, seen.length, new Set(seen).size]).toEqual([name, total, total])
      expect((await ask(tx => list(tx, 'no cursor'))).total).toBe(total)
    }
  })

  it('gives a story with its origins, reuse, statements, events and what differs', async () => {
    const story = await ask(tx => storyDetail(tx, 'talks'))
    expect(story?.origins.map(origin => origin.name)).toEqual(['origin 0', 'origin 1'])
    expect(story?.reuse).toHaveLength(1)
    expect(story?.statements.map(row => row.articleId)).toEqual([idOf(FIRST), idOf(COPY)])
    expect(story?.events.map(row => row.id)).toEqual(['move'])
    expect(story?.disagreements.map(one => one.sides.map(side => side.value))).toEqual([['400', '430']])
    expect(await ask(tx => storyDetail(tx, 'no such story'))).toBeNull()
  })

  it('finds statements by the beginning of any part of the speaker, without accents or case', async () => {
    const count = async (filters: Record<string, unknown>): Promise<number> =>
      (await ask(tx => listEntries(tx, filters, PAGE))).total
    for (const speaker of ['ana', 'EXAMPLE', 'exam', 'Ana Example', 'person:ana-example', 'ana-example'])
      expect([speaker, await count({ speaker })]).toEqual([speaker, 1])
    for (const speaker of ['ample', '%', '_', '-', "'; --", 'bo'])
      expect([speaker, await count({ speaker })]).toEqual([speaker, 0])
    expect(await count({ q: 'partners region' })).toBe(1)
    expect(await count({ q: '"region safer" -nothing' })).toBe(1)
    expect(await count({ q: 'harbour' })).toBe(0)
    expect(await count({ kind: 'direct' })).toBe(0)
    expect(await count({ stance: 'support' })).toBe(1)
    expect(await count({ stance: 'REJECT' })).toBe(0)
    expect(await count({ story: 'talks', from: '2025-04-09' })).toBe(1)
    expect(await count({ about: 'XSA' })).toBe(0)
  })

  it('says where else a statement stands, and in how many origins', async () => {
    const { rows } = await ask(tx => listEntries(tx, { story: 'talks' }, PAGE))
    expect(rows).toHaveLength(1)
    const [entry] = rows
    // The fullest wording speaks for the entry; all of them stand in it as their articles have them.
    expect(entry).toMatchObject({ entry: 'utterance', text: [`"${TALKS}"`], originCount: 2, articleCount: 2 })
    expect(entry?.outlets).toEqual(['Sample Wire', 'Sample Post'])
    expect(entry?.alsoIn.map(other => [other.articleId, other.outlet])).toEqual([[idOf(FIRST), 'Sample Wire']])
    expect(entry?.wordings.map(one => [one.articleId, one.link, one.text])).toEqual([
      [idOf(FIRST), 'quote', [TALKS]],
      [idOf(COPY), 'core', [`"${TALKS}"`]],
    ])
    const [first] = entry?.wordings ?? []
    expect(first).toMatchObject({ text: [TALKS], storyId: 'talks', outlet: 'Sample Wire', published: '2025-04-08' })
    expect(first).toMatchObject({ saidOn: 'on Tuesday', saidIn: null, stance: 'SUPPORT' })
    expect(FIRST.reading.article.text.slice(...(first?.spans.saidOn ?? [0, 0]))).toBe('on Tuesday')
    expect(first?.speaker).toMatchObject({
      name: 'Ana Example',
      id: 'person:ana-example',
      words: 'Ana Example',
      why: null,
    })
    expect(FIRST.reading.article.text.slice(...(first?.spans.content[0] ?? [0, 0]))).toBe(TALKS)
  })

  it('puts the tellings of an event together and lets what is told outweigh what is claimed', async () => {
    const { rows } = await ask(tx => listEvents(tx, { type: 'mobilize', actor: 'samplia' }, PAGE))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      id: 'move',
      claimed: false,
      claimedBy: null,
      actors: ['Samplia'],
      originCount: 2,
      when: { start: '2025-04-07' },
    })
    expect(rows[0]?.mentions.map(one => [one.triggerText, one.claimedIn === null])).toEqual([
      ['moved', true],
      ['moved', false],
    ])
    expect((await ask(tx => listEvents(tx, { claimedBy: 'ana' }, PAGE))).total).toBe(1)
    expect((await ask(tx => listEvents(tx, { from: '2025-04-08', story: 'talks' }, PAGE))).total).toBe(1)
    expect((await ask(tx => listEvents(tx, { to: '2025-04-06' }, PAGE))).total).toBe(0)
  })

  it('lists actors with what they said and did, and their roles', async () => {
    const { rows } = await ask(tx => listActors(tx, { q: 'exam' }, PAGE))
    expect(rows).toEqual([
      {
        ...{
          id: 'person:ana-example',
          name: 'Ana Exämple',
          kind: 'person',
          code: 'XSA',
          mentionCount: 2,
          articleCount: 2,
          statementCount: 2,
          eventCount: 0,
        },
        roles: [{ office: 'Minister', of: 'country:XSA', from: '2024-01-01', to: null, source: 'test' }],
      },
    ])
  })

  it('gives an article as it was read', async () => {
    const detail = await ask(tx => articleDetail(tx, idOf(FIRST)))
    const { article, mentions, statements, events, sentences } = FIRST.reading
    expect(detail).toMatchObject({
      text: article.text,
      publishedKnown: article.published,
      outletKnown: { value: 'Sample Wire', from: 'given' },
      storyId: 'talks',
      wire: null,
    })
    expect(detail?.mentions).toEqual(mentions)
    expect(detail?.statements).toEqual(statements)
    expect(detail?.events).toEqual(events)
    expect(detail?.sentences).toEqual(sentences)
  })

  it('searches by stems and points at the words it found, counting as JavaScript does', async () => {
    const answer = await ask(tx => search(tx, 'ship', 10))
    expect([answer.total, answer.articles.length]).toEqual([1, 1])
    const [hit] = answer.articles
    expect(hit?.hits.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['Ships'])
    expect((await ask(tx => search(tx, 'partner', 10))).statements).toHaveLength(2)
    expect((await ask(tx => search(tx, 'ana', 10))).actors.map(actor => actor.id)).toEqual(['person:ana-example'])
    for (const q of ['', '"', '!!!', "'); --", 'the', '-', '\0', '\ud800', 'a'.repeat(5000)])
      expect((await ask(tx => search(tx, q, 5))).total).toBe(0)
  })

  it('tells nobody of what he may not see, and shows it to those who may', async () => {
    const asked = (viewer: Viewer) =>
      ask(
        async tx => ({
          article: await articleDetail(tx, idOf(SECRET)),
          search: (await search(tx, 'zebra', 5)).total,
          statements: (await listEntries(tx, { speaker: 'bo' }, PAGE)).total,
          origins: (await storyDetail(tx, 'talks'))?.originCount,
          also: (await listEntries(tx, { speaker: 'ana' }, PAGE)).rows.map(row => row.originCount),
          actors: (await listActors(tx, { q: 'bo' }, PAGE)).total,
        }),
        viewer,
      )
    expect(await asked(ANYONE)).toEqual({
      article: null,
      search: 0,
      statements: 0,
      origins: 2,
      also: [2],
      actors: 0,
    })
    expect(await asked({ name: 'e', groups: ['embassy'], clearance: 'RED' })).toMatchObject({
      search: 1,
      statements: 1,
      origins: 3,
      also: [3],
      actors: 1,
    })
  })

  it('counts what is there', async () => {
    expect(await ask(tx => readStatus(tx, { version: '0', work: null }))).toMatchObject({
      articles: 3,
      stories: 2,
      statements: 2,
      events: 1,
      rejections: 1,
      sampleArticles: 1,
      outlets: 2,
    })
    expect((await ask(tx => listRejections(tx, {}, PAGE), ANYONE)).total).toBe(0)
  })

  it('verifies every span, and finds a changed letter', async () => {
    const sound = await ask(verifySpans)
    expect(sound).toMatchObject({ articles: 3, faults: [] })
    expect(sound.spans).toBeGreaterThan(10)
    await test.admin(
      `UPDATE theatrum.articles SET text = replace(text, 'closer', 'Closer') WHERE id = '${idOf(FIRST)}'`,
    )
    const faults = (await ask(verifySpans)).faults
    expect(faults.map(fault => fault.what)).toEqual(
      expect.arrayContaining(['text', expect.stringContaining('statement')]),
    )
    expect(new Set(faults.map(fault => fault.articleId))).toEqual(new Set([idOf(FIRST)]))
    await test.admin(
      `UPDATE theatrum.articles SET text = replace(text, 'Closer', 'closer') WHERE id = '${idOf(FIRST)}'`,
    )
  })
})

for (const { name, missing } of BACKENDS)
  if (missing !== null) it.skip(`questions on ${name}: ${missing}`, () => undefined)
