import { sql } from 'kysely'
import type { StoryInput } from '../model/story.ts'
import { unpackStoryInput } from './pack-story-input.ts'
import type { WriteTx } from './store.ts'

/** An article's story input with its arrival number: higher is later; gaps mean nothing. */
export interface ArrivedInput {
  readonly arrival: number
  readonly input: StoryInput
}

const BATCH = 500

/** Story inputs of articles that arrived after the given number, in order of arrival, `BATCH` at a time. */
export async function* loadStoryInputs(tx: WriteTx, after = 0): AsyncGenerator<ArrivedInput> {
  let last = after
  for (;;) {
    const { rows } = await sql<{ article_id: string; seq: number; features: Buffer }>`
      SELECT article_id, seq, features FROM theatrum.story_inputs WHERE seq > ${last} ORDER BY seq LIMIT ${BATCH}`.execute(
      tx.db,
    )
    for (const { article_id, seq, features } of rows)
      yield { arrival: seq, input: unpackStoryInput(article_id, features) }
    if (rows.length < BATCH) return
    last = rows.at(-1)?.seq ?? last
  }
}

/**
 * Which of these page keys this version of the reader has dealt with: read, or turned away for a reason that holds. A
 * worker that was killed, ran out of time or memory may do better next time: such a page is not known.
 */
export async function knownPages(
  tx: WriteTx,
  keys: readonly string[],
  readerVersion: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM theatrum.pages WHERE key = ANY(${[...keys]}) AND reader_version = ${readerVersion}
    UNION ALL
    SELECT page_key FROM theatrum.rejections
    WHERE page_key = ANY(${[...keys]}) AND reader_version = ${readerVersion} AND stage NOT IN ('worker', 'collect')`.execute(
    tx.db,
  )
  return new Set(rows.map(row => row.key))
}

/** Which of these articles are stored. */
export async function knownArticles(tx: WriteTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM theatrum.articles WHERE id = ANY(${[...ids]})`.execute(
    tx.db,
  )
  return new Set(rows.map(row => row.id))
}

/** An article as it is stored, for `theatrum redo`: its text and what came beside it. */
export interface StaleArticle {
  readonly id: string
  readonly file: string
  readonly url: string | null
  readonly title: string | null
  readonly text: string
  readonly outlet: string | null
  readonly published: string | null
  readonly sample: boolean
  readonly arrival: string
  /** Place in the order of arrival. */
  readonly arrivalNumber: number
}

/** Articles that another version of the reader read last (null: all), in order of arrival from a number on. */
export async function staleArticles(
  tx: WriteTx,
  readerVersion: string | null,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly StaleArticle[]> {
  const { rows } = await sql<StaleArticle>`
    SELECT a.id, a.seq AS "arrivalNumber", a.file, a.url, a.title, a.text, o.name AS outlet, a.published, a.sample,
      coalesce(p.arrival, 'file') AS arrival
    FROM theatrum.articles a LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id LEFT JOIN theatrum.pages p ON p.key = a.page_key
    WHERE a.reader_version IS DISTINCT FROM ${readerVersion} AND a.seq > ${after} ORDER BY a.seq LIMIT ${limit}`.execute(
    tx.db,
  )
  return rows
}

/** How many rows there are of each thing, whatever their marking: for `doctor` and tests, never for a viewer. */
export async function counts(tx: WriteTx): Promise<Readonly<Record<string, number>>> {
  const tables = [
    'articles',
    'pages',
    'rejections',
    'outlets',
    'mentions',
    'statements',
    'event_mentions',
    'stories',
    'story_articles',
    'actors',
    'places',
  ]
  const parts = tables.map(table => `SELECT '${table}' AS name, count(*) AS count FROM theatrum.${table}`)
  const { rows } = await sql<{ name: string; count: number }>`${sql.raw(parts.join(' UNION ALL '))}`.execute(tx.db)
  return Object.fromEntries(rows.map(row => [row.name, row.count]))
}
