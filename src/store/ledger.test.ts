import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredReading } from '../model/picture.ts'
import { groupWordings } from '../pipeline/group-wordings.ts'
import { pictureOf } from './picture.ts'
import { makeReading, makeStory } from './testdata/make-reading.ts'
import { BACKENDS, type TestStore } from './testdata/test-stores.ts'

/** A first start on a loaded machine makes a database cluster. */
const HOOK_MS = 180_000

const QUOTE =
  '“Samplia wants the Pact to be more involved in the strait, and we shall answer that wish before the summer is over”'
const CUT = '“we shall answer that wish before the summer is over”'
const TOLD = 'Samplia wants the Pact to be more involved in the strait'

/** Articles of a world of their own: names, speaker and ids end in its name. */
function world(name: string): Record<'full' | 'cut' | 'told' | 'later' | 'other', StoredReading> {
  const made = (
    article: string,
    content: string,
    published: string | null,
    kind: 'direct' | 'indirect' = 'indirect',
  ): StoredReading =>
    makeReading({
      name: `${article}-${name}`,
      outlet: `Outlet of ${article}`,
      published,
      text: `Headline of ${article} ${name}\n\nAna Example said: ${content}. The end.`,
      statements: [{ speaker: 'Ana Example', speakerId: `person:ana-${name}`, content, kind }],
    })
  return {
    full: made('full', QUOTE, '2025-04-08', 'direct'),
    cut: made('cut', CUT, '2025-04-10', 'direct'),
    told: made('told', TOLD, null),
    later: made('later', QUOTE, '2025-05-20', 'direct'),
    other: made('other', 'the harvest of Samplia had been good', '2025-04-08'),
  }
}

const idOf = ({ reading }: StoredReading): string => reading.article.id

describe.each(BACKENDS.filter(backend => backend.missing === null))('the ledger on $name', backend => {
  let test: TestStore
  beforeAll(async () => {
    test = await backend.open()
  }, HOOK_MS)
  afterAll(() => test.close(), HOOK_MS)

  /** Stores articles one after the other, as they would come in. */
  async function arrive(
    readings: readonly StoredReading[],
    story: string,
    all: readonly StoredReading[] = readings,
  ): Promise<void> {
    for (const [i, reading] of readings.entries())
      await pictureOf(test.store, 'v1').write(async writer => {
        await writer.lockStories()
        await writer.saveReadings([reading])
        const inStory = all === readings ? readings.slice(0, i + 1) : all
        await writer.saveStories({ changed: [makeStory(story, inStory)], removed: [] })
        await groupWordings(writer, inStory.map(idOf))
      })
  }

  /** Names of the articles of each entry, the fullest wording first. */
  async function entries(readings: Readonly<Record<string, StoredReading>>): Promise<string[]> {
    const names = new Map(Object.entries(readings).map(([name, reading]) => [idOf(reading), name]))
    const rows = await test.admin(
      `SELECT entry_id, string_agg(article_id, ' ' ORDER BY rank) AS articles FROM theatrum.wordings
       WHERE article_id IN (${[...names.keys()].map(id => `'${id}'`).join()}) GROUP BY 1`,
    )
    return rows
      .map(row =>
        String(row['articles'])
          .split(' ')
          .map(id => names.get(id))
          .join(' '),
      )
      .sort()
  }

  it('is the same whatever came in first', async () => {
    const orders = [
      ['full', 'cut', 'told', 'later', 'other'],
      ['told', 'other', 'later', 'cut', 'full'],
      ['cut', 'later', 'told', 'full', 'other'],
    ] as const
    for (const [i, order] of orders.entries()) {
      const made = world(`order${i}`)
      await arrive(
        order.map(name => made[name]),
        `story-order${i}`,
      )
      // Undated in this story, the paraphrase may belong to either quotation: the earlier of two alike is the core.
      expect(await entries(made)).toEqual(['full cut told', 'later', 'other'])
    }
  })

  it('touches no row when the same comes in again', async () => {
    const made = world('again')
    await arrive(Object.values(made), 'story-again')
    const versions = (): Promise<Record<string, unknown>[]> =>
      test.admin('SELECT xmin::text, ctid::text FROM theatrum.wordings ORDER BY 1, 2')
    const before = await versions()
    await pictureOf(test.store, 'v1').write(writer => groupWordings(writer, Object.values(made).map(idOf)))
    expect(await versions()).toEqual(before)
  })

  it('finds a new core when the article with the fullest wording is read without it', async () => {
    const made = world('lost')
    await arrive([made.full, made.cut, made.other], 'story-lost')
    expect(await entries(made)).toEqual(['full cut', 'other'])
    const empty: StoredReading = { ...made.full, reading: { ...made.full.reading, statements: [] } }
    await arrive([empty], 'story-lost', [made.full, made.cut, made.other])
    expect(await entries(made)).toEqual(['cut', 'other'])
    await arrive([made.full], 'story-lost', [made.full, made.cut, made.other])
    expect(await entries(made)).toEqual(['full cut', 'other'])
  })

  it('follows an article into another story', async () => {
    const made = world('moves')
    await arrive([made.full, made.told], 'story-moves')
    expect(await entries(made)).toEqual(['full told'])
    await pictureOf(test.store, 'v1').write(async writer => {
      await writer.saveStories({
        changed: [makeStory('story-moves', [made.full]), makeStory('story-new', [made.told])],
        removed: [],
      })
      await groupWordings(writer, [made.full, made.told].map(idOf))
    })
    expect(await entries(made)).toEqual(['full', 'told'])
  })

  it('marks a wording as its article is marked', async () => {
    const made = world('marked')
    const secret: StoredReading = { ...made.cut, marking: { tlp: 'RED', groups: ['embassy'] } }
    await arrive([made.full, secret], 'story-marked')
    const ids = [idOf(made.full), idOf(secret)]
    const seen = await test.store.read(
      { name: 'anyone', groups: [], clearance: 'CLEAR' },
      async tx =>
        (await sql`SELECT article_id FROM theatrum.wordings WHERE article_id = ANY(${ids})`.execute(tx.db)).rows,
    )
    expect(seen).toEqual([{ article_id: idOf(made.full) }])
  })
})
