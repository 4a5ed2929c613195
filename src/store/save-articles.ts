import { sql } from 'kysely'
import type { Article } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import type { PageRecord, StoredReading } from '../model/picture.ts'
import { sha256 } from '../text/hash.ts'
import { jsonOf, putRows } from './put-rows.ts'
import { markedOf, PAGES } from './reading-rows.ts'
import type { WriteTx } from './store.ts'

/** What an article's row keeps of it beside its own columns. */
export type ArticleFacts = Pick<
  Article,
  'language' | 'outlet' | 'byline' | 'published' | 'standfirst' | 'blocks' | 'wire' | 'credit'
>

/**
 * Writes down how the articles came; all pages that lead to these articles have now been read by this version of the reader.
 */
export async function savePages(tx: WriteTx, readings: readonly StoredReading[], readerVersion: string): Promise<void> {
  const ids = readings.map(({ reading }) => reading.article.id)
  await putRows(
    tx,
    PAGES,
    readings.map(stored => ({
      ...pageRow(stored.page),
      article_id: stored.reading.article.id,
      reader_version: readerVersion,
      ...markedOf(stored),
    })),
  )
  const keys = readings.map(({ page }) => page.key)
  await sql`UPDATE theatrum.pages SET reader_version = ${readerVersion} WHERE article_id = ANY(${ids}) AND reader_version <> ${readerVersion}`.execute(
    tx.db,
  )
  await sql`DELETE FROM theatrum.rejections WHERE page_key = ANY(${keys})`.execute(tx.db)
}

function pageRow(page: PageRecord): Record<string, unknown> {
  const { key, hash, file, arrival, url, status, reachedUrl, mediaType, fetchedAt } = page
  return {
    ...{ key, hash, file, arrival, url, status },
    ...{ reached_url: reachedUrl, media_type: mediaType, fetched_at: fetchedAt },
  }
}

const COLUMNS =
  'id, page_key, file, url, title, text, text_hash, outlet_id, published, sample, facts, made, reader_version, tlp, groups'
const TYPES =
  'id text, page_key text, file text, url text, title text, text text, text_hash text, outlet_id text, published text, ' +
  'sample boolean, facts jsonb, made jsonb, reader_version text, tlp smallint, groups text[]'
/** What a better reader may read differently. The text, and where it came from first, stay. */
const READ_AGAIN = ['title', 'outlet_id', 'published', 'sample', 'facts', 'made', 'reader_version', 'tlp', 'groups']

/** Writes texts that are new, and of all the headline, facts and dates. Arrival numbers are in the order of the batch. */
export async function saveArticles(
  tx: WriteTx,
  readings: readonly StoredReading[],
  readerVersion: string,
): Promise<void> {
  const list = (prefix: string): string => READ_AGAIN.map(column => `${prefix}.${column}`).join(', ')
  const set = READ_AGAIN.map(column => `${column} = excluded.${column}`).join(', ')
  // nextval runs over rows that are sorted already.
  await sql`
    INSERT INTO theatrum.articles AS t (${sql.raw(COLUMNS)})
    SELECT ${sql.raw(COLUMNS)}
    FROM ROWS FROM (json_to_recordset(${jsonOf(readings.map(one => articleRow(one, readerVersion)))}::json) AS (${sql.raw(TYPES)}))
      WITH ORDINALITY AS r(${sql.raw(COLUMNS)}, place)
    ORDER BY place
    ON CONFLICT (id) DO UPDATE SET ${sql.raw(set)}
    WHERE (${sql.raw(list('t'))}) IS DISTINCT FROM (${sql.raw(list('excluded'))})`.execute(tx.db)
}

function articleRow(stored: StoredReading, readerVersion: string): Record<string, unknown> {
  const { article, made } = stored.reading
  const { id, file, url, title, text, sample } = article
  const { language, outlet, byline, published, standfirst, blocks, wire, credit } = article
  const facts: ArticleFacts = { language, outlet, byline, published, standfirst, blocks, wire, credit }
  return {
    ...{ id, file, url, title, text, sample, made, facts },
    ...{ page_key: stored.page.key, text_hash: sha256(text), reader_version: readerVersion },
    outlet_id: valueOf(outlet)?.id ?? null,
    published: valueOf(published),
    ...markedOf(stored),
  }
}
