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
    'capabilities',
    'stories',
    'story_articles',
    'actors',
    'places',
  ]
  const parts = tables.map(table => `SELECT '${table}' AS name, count(*) AS count FROM theatrum.${table}`)
  const { rows } = await sql<{ name: string; count: number }>`${sql.raw(parts.join(' UNION ALL '))}`.execute(tx.db)
  return Object.fromEntries(rows.map(row => [row.name, row.count]))
}
