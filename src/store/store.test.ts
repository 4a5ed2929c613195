import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredReading } from '../model/picture.ts'
import type { Capability } from '../model/reading.ts'
import { LOCAL_VIEWER, type Viewer } from '../model/viewer.ts'
import { SAYINGS } from './migrations/0004-sayings.ts'
import { pictureOf } from './picture.ts'
import { saveActors } from './save-actors.ts'
import { saveEvents } from './save-events.ts'
import type { ReadTx, Store } from './store.ts'
import { counts, knownArticles, loadStoryInputs } from './stored.ts'
import { storedArticles } from './stored-articles.ts'
import { makeReading, makeStory, threeReadings } from './testdata/make-reading.ts'
import { DERIVED_VERSIONS, ROW_VERSIONS, UNGUARDED } from './testdata/row-queries.ts'
import { BACKENDS, type TestStore } from './testdata/test-stores.ts'

const VERSION = 'reader-1'
const ANYONE: Viewer = { name: 'anyone', groups: [], clearance: 'CLEAR' }

const save = (store: Store, readings: readonly StoredReading[], version = VERSION): ReturnType<typeof saveIn> =>
  saveIn(store, readings, version)
const saveIn = (store: Store, readings: readonly StoredReading[], version: string) =>
  pictureOf(store, version).write(writer => writer.saveReadings(readings))
const count = async (tx: ReadTx, table: string): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(`theatrum.${table}`)}`.execute(tx.db)).rows[0]?.n ??
  -1

describe.each(BACKENDS.filter(backend => backend.missing === null))('the store on $name', backend => {
  let test: TestStore
  let store: Store
  beforeAll(async () => {
    test = await backend.open()
    store = test.store
  })
  afterAll(() => test.close())

  it('says what it works on and works as no superuser', async () => {
    expect(store.describe().schemaVersion).toBe(4)
    expect(Number.parseInt(store.describe().serverVersion, 10)).toBeGreaterThanOrEqual(15)
    const role = await store.read(
      ANYONE,
      async tx =>
        (
          await sql<{ role: string; unbound: boolean }>`
      SELECT current_user AS role, (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS unbound`.execute(
            tx.db,
          )
        ).rows[0],
    )
    expect(role).toEqual({ role: 'theatrum_reader', unbound: false })
  })

  it('stores a batch once: the second time nothing is new and no row is touched', async () => {
    const readings = threeReadings()
    const first = await save(store, readings)
    expect(first.added).toEqual(readings.map(one => one.reading.article.id))
    const rowsBefore = await test.admin(ROW_VERSIONS)
    const second = await save(store, readings)
    expect(second).toEqual({ added: [], changed: [], unchanged: first.added })
    expect(await test.admin(ROW_VERSIONS)).toEqual(rowsBefore)
  })

  it('raises only the version when a newer reader finds the same', async () => {
    const readings = threeReadings()
    await save(store, readings)
    const derived = await test.admin(DERIVED_VERSIONS)
    expect((await save(store, readings, 'reader-2')).unchanged).toHaveLength(3)
    expect(await test.admin(DERIVED_VERSIONS)).toEqual(derived)
    await save(store, readings, VERSION)
  })

  it('replaces what an older reading found and keeps the arrival number', async () => {
    const before = makeReading({ name: 'again', statements: [{ speaker: 'Ana Example', content: 'the talks' }] })
    await save(store, [before])
    const arrival = await test.admin(`SELECT seq FROM theatrum.articles WHERE id = '${before.reading.article.id}'`)
    const after = makeReading({ name: 'again', statements: [{ speaker: null, content: 'were useful' }] })
    expect((await save(store, [after])).changed).toEqual([before.reading.article.id])
    const statements = await test.admin(
      `SELECT content FROM theatrum.statements WHERE article_id = '${before.reading.article.id}'`,
    )
    expect(statements).toEqual([{ content: ['were useful'] }])
    expect(await test.admin(`SELECT seq FROM theatrum.articles WHERE id = '${before.reading.article.id}'`)).toEqual(
      arrival,
    )
  })

  it('keeps what an amount counts, and capabilities with the number of their amount', async () => {
    const made = makeReading({
      name: 'fleet',
      text: 'Samplia ordered 36 jets.',
      amounts: [{ words: '36 jets', value: 36, unit: 'jet' }],
    })
    const [amount] = made.reading.mentions
    const told: Capability = {
      ...{ id: 'c1', kind: 'order', who: null, whoWhy: 'nobody is named', what: [16, 23], amount: [16, 23] },
      ...{ status: 'happened', negated: false, claimedIn: null, evidence: [0, 24], trigger: [8, 15] },
    }
    const mentions = amount ? [{ ...amount, class: 'aircraft', approximate: true } as const] : []
    await save(store, [{ ...made, reading: { ...made.reading, mentions, capabilities: [told] } }])
    const { id } = made.reading.article
    expect(await test.admin(`SELECT class, approximate FROM theatrum.mentions WHERE article_id = '${id}'`)).toEqual([
      { class: 'aircraft', approximate: true },
    ])
    const rows = `SELECT kind, what, value, unit, class, quote FROM theatrum.capabilities WHERE article_id = '${id}'`
    expect(await test.admin(rows)).toEqual([
      { kind: 'order', what: '36 jets', value: 36, unit: 'jet', class: 'aircraft', quote: 'Samplia ordered 36 jets.' },
    ])
    await save(store, [made])
    expect(await test.admin(rows)).toEqual([])
  })

  it('takes a reading twice in a batch once', async () => {
    const one = makeReading({ name: 'twin' })
    expect((await save(store, [one, one])).added).toEqual([one.reading.article.id])
  })

  it('gives story inputs back as they were, in order of arrival', async () => {
    const readings = ['first', 'second', 'third'].map(name => makeReading({ name }))
    await save(store, readings)
    const inputs = await store.write(async tx => {
      const all = []
      for await (const one of loadStoryInputs(tx)) all.push(one)
      return all
    })
    expect(inputs.slice(-3).map(one => one.input)).toEqual(readings.map(one => one.story))
    expect(inputs.map(one => one.arrival)).toEqual(inputs.map(one => one.arrival).sort((a, b) => a - b))
  })

  it('knows pages it has read or turned away for good, by version, and not those whose worker died', async () => {
    const read = makeReading({ name: 'known' })
    const refused = makeReading({ name: 'refused' })
    const died = makeReading({ name: 'died' })
    const picture = pictureOf(store, VERSION)
    const rejected = (stage: 'extract' | 'worker', of: StoredReading) => ({
      rejected: {
        file: of.page.file,
        article: null,
        rejected: { stage, reason: 'no-article', detail: 'The page holds a login form.\0' },
      },
      page: of.page,
    })
    await picture.write(async writer => {
      await writer.saveReadings([read])
      await writer.saveRejections([rejected('extract', refused), rejected('worker', died)])
    })
    const keys = [read, refused, died].map(one => one.page.key)
    expect(await picture.knownPages(keys, VERSION)).toEqual(new Set(keys.slice(0, 2)))
    expect(await picture.knownPages(keys, 'reader-9')).toEqual(new Set())
    const ids = [read, refused].map(one => one.reading.article.id)
    expect(await store.write(tx => knownArticles(tx, ids))).toEqual(new Set(ids.slice(0, 1)))
  })

  it('fills in where and when something was said for statements that were stored before it had a column', async () => {
    const reading = makeReading({
      name: 'said',
      text: 'Headline\n\n\u{1F600} Ana Example \u{1F680} warned in Exampleton on Tuesday that \u{20000} the talks would fail.',
      statements: [
        {
          speaker: 'Ana Example',
          content: 'the talks would fail',
          saidIn: 'in Exampleton',
          saidOn: 'on Tuesday',
          stance: 'THREATEN',
        },
        { speaker: null, content: '\u{20000} the talks', saidOn: '\u{1F680} warned' },
      ],
    })
    await save(store, [reading])
    const columns = (): Promise<Record<string, unknown>[]> =>
      test.admin(
        `SELECT said_in, said_on, stance FROM theatrum.statements WHERE article_id = '${reading.reading.article.id}' ORDER BY ord`,
      )
    const stored = [
      { said_in: 'in Exampleton', said_on: 'on Tuesday', stance: 'THREATEN' },
      { said_in: null, said_on: '\u{1F680} warned', stance: null },
    ]
    expect(await columns()).toEqual(stored)
    const [row] = await test.admin(
      "SELECT tableowner FROM pg_tables WHERE schemaname = 'theatrum' AND tablename = 'statements'",
    )
    await test.admin('ALTER TABLE theatrum.statements DROP COLUMN said_in, DROP COLUMN said_on, DROP COLUMN stance')
    // As the owner, whom the policies bind, and not as the superuser of these tests.
    await test.admin(`BEGIN; SET LOCAL ROLE "${String(row?.['tableowner'])}"; ${SAYINGS}; COMMIT`)
    expect(await columns()).toEqual(stored)
    expect(await test.admin(UNGUARDED)).toEqual([])
  })

  it('does all of a transaction or nothing', async () => {
    const reading = makeReading({ name: 'half' })
    const failing = pictureOf(store, VERSION).write(async writer => {
      await writer.saveReadings([reading])
      throw new Error('after saving')
    })
    await expect(failing).rejects.toThrow('after saving')
    const there = await test.admin(`SELECT FROM theatrum.articles WHERE id = '${reading.reading.article.id}'`)
    expect(there).toEqual([])
  })

  it('stores hostile words as words', async () => {
    const text = `Robert'); DROP TABLE theatrum.articles;--\n\n"Quotes" \\ and ' and $1 and \u{1F600} \u{20000}. Ana Example said {"a": [1]} %s.`
    const reading = makeReading({ name: "x'; SELECT pg_sleep(10); --", text, outlet: 'O\'Samplia "Times"' })
    expect((await save(store, [reading])).added).toHaveLength(1)
    const [row] = await test.admin(`SELECT text FROM theatrum.articles WHERE id = '${reading.reading.article.id}'`)
    expect(row?.['text']).toBe(text)
  })

  it('indexes a text whose words do not fit one list by its beginning', { timeout: 120_000 }, async () => {
    const words = Array.from({ length: 90_000 }, (_, i) => `w${(i * 7919).toString(36)}q`).join(' ')
    const reading = makeReading({ name: 'huge', text: `Huge\n\nZyxwvut stands first. ${words}`, sentences: [[0, 4]] })
    expect((await save(store, [reading])).added).toHaveLength(1)
    const found = await store.read(
      ANYONE,
      async tx => (await sql`SELECT article_id FROM theatrum.search_articles('zyxwvut')`.execute(tx.db)).rows,
    )
    expect(found).toEqual([{ article_id: reading.reading.article.id }])
  })

  it('moves an article between stories and removes merged ones', async () => {
    const readings = ['s1', 's2', 's3'].map(name => makeReading({ name }))
    const picture = pictureOf(store, VERSION)
    await picture.write(async writer => {
      await writer.saveReadings(readings)
      await writer.saveStories({
        changed: [makeStory('story-a', readings.slice(0, 2)), makeStory('story-b', readings.slice(2))],
        removed: [],
      })
    })
    await picture.write(writer =>
      writer.saveStories({ changed: [makeStory('story-a', readings)], removed: ['story-b'] }),
    )
    const rows = await test.admin(
      "SELECT story_id, count(*)::int AS n FROM theatrum.story_articles WHERE story_id LIKE 'story-%' GROUP BY 1",
    )
    expect(rows).toEqual([{ story_id: 'story-a', n: 3 }])
    expect(await test.admin("SELECT FROM theatrum.stories WHERE id = 'story-b'")).toEqual([])
    expect(await test.admin("SELECT FROM theatrum.origins WHERE story_id = 'story-b'")).toEqual([])
  })

  it('puts tellings of one happening together and keeps them so when one is read again', async () => {
    const readings = threeReadings()
    await save(store, readings)
    const tellings = readings.map(({ reading }) => ({
      articleId: reading.article.id,
      eventId: reading.events[0]?.id ?? '',
    }))
    await store.write(tx => saveEvents(tx, [{ id: 'event-x', storyId: 'story-x', tellings }]))
    await save(store, [
      makeReading({ name: 'alpha', events: [{ trigger: 'sent', type: 'MOBILIZE', actor: 'Samplia' }] }),
    ])
    const rows = await test.admin("SELECT count(*)::int AS n FROM theatrum.event_mentions WHERE event_id = 'event-x'")
    expect(rows).toEqual([{ n: 3 }])
  })

  it('stores actors of the knowledge once a version', async () => {
    const knowledge = {
      version: 'k1',
      actors: new Map([
        [
          'person:ana',
          {
            id: 'person:ana',
            kind: 'person' as const,
            name: 'Ana Example',
            aliases: [],
            code: null,
            country: null,
            source: 'test',
          },
        ],
      ]),
      rolesBy: new Map(),
    }
    await store.write(tx => saveActors(tx, knowledge))
    await store.write(tx => saveActors(tx, knowledge))
    expect(await store.read(ANYONE, tx => count(tx, 'actors'))).toBeGreaterThan(0)
  })

  it('hands stored texts out to be read again, once each, and recognises them', async () => {
    const old = makeReading({ name: 'old' })
    await save(store, [old], 'reader-0')
    const stored = []
    for await (const one of storedArticles(store, VERSION)) stored.push(one)
    const mine = stored.filter(({ page }) => page.file === old.page.file)
    expect(mine).toEqual([{ article: old.reading.article, page: old.page, marking: old.marking }])
    expect((await save(store, [{ ...old, page: { ...old.page, key: 'another key' } }])).unchanged).toHaveLength(1)
    const again = []
    for await (const { page } of storedArticles(store, VERSION)) again.push(page.file)
    expect(again).not.toContain(old.page.file)
  })

  it('uses the text index under row-level security', async () => {
    const plan = await store.write(async tx => {
      await sql`SET LOCAL ROLE NONE`.execute(tx.db)
      await sql`SELECT set_config('theatrum.clearance', '0', true), set_config('theatrum.groups', '{}', true)`.execute(
        tx.db,
      )
      await sql`SET LOCAL enable_seqscan = off`.execute(tx.db)
      return (
        await sql<{ 'QUERY PLAN': string }>`EXPLAIN SELECT article_id FROM theatrum.article_search
        WHERE fts @@ websearch_to_tsquery('pg_catalog.english', 'talks') AND tlp <= (SELECT theatrum.viewer_clearance())`.execute(
          tx.db,
        )
      ).rows
    })
    expect(plan.map(row => row['QUERY PLAN']).join('\n')).toContain('article_search_fts')
  })

  it('goes on after the server was restarted under it', async () => {
    const before = await store.write(counts)
    const seen = await store.read(LOCAL_VIEWER, tx => count(tx, 'articles'))
    await test
      .admin(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name IN ('theatrum', 'theatrum lease')",
      )
      .catch(() => undefined)
    expect(await store.read(LOCAL_VIEWER, tx => count(tx, 'articles'))).toBe(seen)
    expect(await store.write(counts)).toEqual(before)
  })
})

for (const { name, missing } of BACKENDS)
  if (missing !== null) it.skip(`the store on ${name}: ${missing}`, () => undefined)
