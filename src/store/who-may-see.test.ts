import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOBODY } from '../access/may-see.ts'
import type { StoredReading } from '../model/picture.ts'
import { LOCAL_VIEWER, type Viewer } from '../model/viewer.ts'
import { pictureOf } from './picture.ts'
import type { ReadTx, Store } from './store.ts'
import { makeReading, makeStory, threeReadings } from './testdata/make-reading.ts'
import { UNGUARDED } from './testdata/row-queries.ts'
import { BACKENDS, type TestStore } from './testdata/test-stores.ts'

const VERSION = 'reader-1'
const ANYONE: Viewer = { name: 'anyone', groups: [], clearance: 'CLEAR' }

const save = (store: Store, readings: readonly StoredReading[]) =>
  pictureOf(store, VERSION).write(writer => writer.saveReadings(readings))
const count = async (tx: ReadTx, table: string): Promise<number> =>
  (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(`theatrum.${table}`)}`.execute(tx.db)).rows[0]?.n ??
  -1

describe.each(BACKENDS.filter(backend => backend.missing === null))(
  'who may see what in the store on $name',
  backend => {
    let test: TestStore
    let store: Store
    afterAll(() => test.close())

    const secret = makeReading({
      name: 'secret',
      outlet: 'Secret Post',
      marking: { tlp: 'RED', groups: ['embassy'] },
      statements: [{ speaker: 'Ana Example', speakerId: 'name:hidden', content: 'the talks' }],
    })
    const amber = makeReading({ name: 'amber', marking: { tlp: 'AMBER', groups: [] } })
    const nobody = makeReading({ name: 'nobody', marking: { tlp: 'CLEAR', groups: [NOBODY] } })
    const visible = (viewer: Viewer) =>
      store.read(viewer, async tx =>
        (
          await sql<{
            file: string
          }>`SELECT file FROM theatrum.articles WHERE file IN ('texts/secret.txt', 'texts/amber.txt', 'texts/nobody.txt') ORDER BY file`.execute(
            tx.db,
          )
        ).rows.map(row => row.file),
      )
    beforeAll(async () => {
      test = await backend.open()
      store = test.store
      await pictureOf(store, VERSION).write(async writer => {
        await writer.saveReadings([...threeReadings(), secret, amber, nobody])
        await writer.saveStories({
          changed: [makeStory('story-secret', [secret]), makeStory('story-mixed', [amber])],
          removed: [],
        })
      })
    })

    it('shows a row when clearance and group allow it, and else not', async () => {
      expect(await visible(ANYONE)).toEqual([])
      expect(await visible({ name: 'a', groups: [], clearance: 'AMBER' })).toEqual(['texts/amber.txt'])
      expect(await visible({ name: 'r', groups: [], clearance: 'RED' })).toEqual(['texts/amber.txt'])
      expect(await visible({ name: 'e', groups: ['embassy'], clearance: 'AMBER' })).toEqual(['texts/amber.txt'])
      expect(await visible({ name: 'er', groups: ['x', 'embassy'], clearance: 'RED' })).toEqual([
        'texts/amber.txt',
        'texts/secret.txt',
      ])
      expect(await visible({ name: 'n', groups: [NOBODY], clearance: 'RED' })).toEqual(['texts/amber.txt'])
    })

    it('hides outlets, stories, actors and search hits of what is hidden', async () => {
      const told = (viewer: Viewer) =>
        store.read(viewer, async tx => ({
          outlets: (await sql`SELECT FROM theatrum.outlets WHERE name = 'Secret Post'`.execute(tx.db)).rows.length,
          stories: (await sql`SELECT FROM theatrum.stories WHERE id = 'story-secret'`.execute(tx.db)).rows.length,
          actors: (await sql`SELECT FROM theatrum.actors WHERE id = 'name:hidden'`.execute(tx.db)).rows.length,
          statements: (
            await sql`SELECT FROM theatrum.search_statements('talks') AS s WHERE s.article_id = ${secret.reading.article.id}`.execute(
              tx.db,
            )
          ).rows.length,
          hits: (await sql`SELECT FROM theatrum.search_articles('secret')`.execute(tx.db)).rows.length,
        }))
      expect(await told({ name: 'r', groups: [], clearance: 'RED' })).toEqual({
        outlets: 0,
        stories: 0,
        actors: 0,
        statements: 0,
        hits: 0,
      })
      expect(await told({ name: 'e', groups: ['embassy'], clearance: 'RED' })).toEqual({
        outlets: 1,
        stories: 1,
        actors: 1,
        statements: 1,
        hits: 1,
      })
    })

    it('gives the same counts to a viewer whether hidden articles exist or not', async () => {
      const tables = [
        'articles',
        'statements',
        'event_mentions',
        'capabilities',
        'mentions',
        'story_articles',
        'outlets',
        'actors',
        'pages',
      ]
      const countAll = () => store.read(ANYONE, async tx => Promise.all(tables.map(table => count(tx, table))))
      const before = await countAll()
      await save(store, [
        makeReading({ name: 'more secret', outlet: 'Other Post', marking: { tlp: 'RED', groups: ['embassy'] } }),
      ])
      expect(await countAll()).toEqual(before)
    })

    it('takes group names of any form as names', async () => {
      for (const group of ['a,b', '{embassy}', '"', "x'); RESET ROLE; --", '\\', 'NULL', '']) {
        expect(await visible({ name: 'h', groups: [group], clearance: 'RED' })).toEqual(['texts/amber.txt'])
      }
    })

    it('shows nothing to a session that is nobody', async () => {
      const rows = await store.write(async tx => {
        await sql`SET LOCAL ROLE theatrum_reader`.execute(tx.db)
        return (await sql`SELECT FROM theatrum.articles`.execute(tx.db)).rows
      })
      expect(rows).toEqual([])
    })

    it('does not let a reader write', async () => {
      await expect(store.read(LOCAL_VIEWER, tx => sql`DELETE FROM theatrum.articles`.execute(tx.db))).rejects.toThrow(
        /read-only/,
      )
      const asReader = store.write(async tx => {
        await sql`SET LOCAL ROLE theatrum_reader`.execute(tx.db)
        await sql`DELETE FROM theatrum.articles`.execute(tx.db)
      })
      await expect(asReader).rejects.toMatchObject({ code: 'TH_DATABASE_ROLE' })
    })

    it('has row-level security, forced, with a policy, on every table, and no view that runs as its owner', async () => {
      expect(await test.admin(UNGUARDED)).toEqual([])
    })

    it('canary: a table without policies and a plain view would be caught', async () => {
      await test.admin('CREATE TABLE theatrum.canary (id int)')
      await test.admin('CREATE VIEW theatrum.canary_view AS SELECT * FROM theatrum.articles')
      try {
        expect((await test.admin(UNGUARDED)).map(row => row['relname'])).toEqual(['canary', 'canary_view'])
      } finally {
        await test.admin('DROP VIEW theatrum.canary_view')
        await test.admin('DROP TABLE theatrum.canary')
      }
    })
  },
)

for (const { name, missing } of BACKENDS)
  if (missing !== null) it.skip(`who may see what in the store on ${name}: ${missing}`, () => undefined)
