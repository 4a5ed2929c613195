import { type RawBuilder, sql } from 'kysely'
import type { StoredWording } from '../model/picture.ts'
import type { Statement } from '../model/reading.ts'
import { jsonOf } from './put-rows.ts'
import type { WriteTx } from './store.ts'

/** What a statement is grouped on, as one hash over its row, its article's day and its story; of the tables `WORDED`. */
export const GROUNDS: RawBuilder<unknown> = sql`
  md5(concat_ws(' | ', s.detail::text, s.speaker_key, coalesce(a.published, '-'), coalesce(sa.story_id, '-'), s.tlp, s.groups::text))`

/** Statements with what their grouping rests on. */
export const WORDED: RawBuilder<unknown> = sql`
  theatrum.statements s JOIN theatrum.articles a ON a.id = s.article_id
  LEFT JOIN theatrum.story_articles sa ON sa.article_id = s.article_id`

/** Actors that are known by their name in one article alone: alike names need not be one actor. */
const NAMED_ONLY: RawBuilder<unknown> = sql`(s.speaker_id IS NULL OR s.speaker_id LIKE 'name:%')`

/** See `PictureWriter.stirWordings` in model/picture.ts. */
export async function stirWordings(tx: WriteTx, articleIds: readonly string[]): Promise<readonly StoredWording[]> {
  const ids = [...articleIds]
  const { rows } = await sql<{ article_id: string; id: string }>`
    WITH now AS MATERIALIZED (
      SELECT s.article_id, s.id, ${GROUNDS} AS grounds FROM ${WORDED} WHERE s.article_id = ANY(${ids})),
    stale AS MATERIALIZED (
      SELECT n.article_id, n.id, w.entry_id FROM now n
      FULL JOIN (SELECT * FROM theatrum.wordings WHERE article_id = ANY(${ids})) w ON w.article_id = n.article_id AND w.statement_id = n.id
      WHERE w.grounds IS DISTINCT FROM n.grounds)
    SELECT article_id, id FROM stale WHERE article_id IS NOT NULL
    UNION SELECT s.article_id, s.id FROM theatrum.wordings w
      JOIN theatrum.statements s ON s.article_id = w.article_id AND s.id = w.statement_id
      WHERE w.entry_id IN (SELECT entry_id FROM stale)`.execute(tx.db)
  await sql`
    DELETE FROM theatrum.wordings w WHERE w.article_id = ANY(${ids}) AND NOT EXISTS (
      SELECT FROM theatrum.statements s WHERE s.article_id = w.article_id AND s.id = w.statement_id)`.execute(tx.db)
  return wordingsOf(
    tx,
    sql`SELECT article_id, id FROM json_to_recordset(${jsonOf(rows)}::json) AS r(article_id text, id text)`,
  )
}

/** See `PictureWriter.wordingsNear` in model/picture.ts. */
export async function wordingsNear(
  tx: WriteTx,
  wordings: readonly StoredWording[],
  days: number,
): Promise<readonly StoredWording[]> {
  const known = wordings.flatMap(({ speakerId, day, storyId }) =>
    speakerId === null ? [] : [{ speakerId, day, storyId }],
  )
  const ranges = distinct(
    known.flatMap(({ speakerId, day }) =>
      day === null ? [] : [{ speaker_id: speakerId, low: dayText(day - days), high: dayText(day + days + 1) }],
    ),
  )
  const undated = distinct(
    known.flatMap(({ speakerId, day, storyId }) =>
      storyId === null ? [] : [{ speaker_id: speakerId, story_id: storyId, undated: day === null }],
    ),
  )
  const named = distinct(
    wordings.flatMap(({ speakerId, speakerKey, storyId }) =>
      speakerId !== null || storyId === null || speakerKey === ''
        ? []
        : [{ speaker_key: speakerKey, story_id: storyId }],
    ),
  )
  return wordingsOf(
    tx,
    sql`
    SELECT s.article_id, s.id FROM json_to_recordset(${jsonOf(ranges)}::json) AS r(speaker_id text, low text, high text)
      JOIN theatrum.articles a ON a.published >= r.low AND a.published < r.high
      JOIN theatrum.statements s ON s.article_id = a.id AND s.speaker_id = r.speaker_id
    UNION SELECT s.article_id, s.id FROM json_to_recordset(${jsonOf(undated)}::json) AS r(speaker_id text, story_id text, undated boolean)
      JOIN theatrum.story_articles sa ON sa.story_id = r.story_id
      JOIN theatrum.articles a ON a.id = sa.article_id AND (r.undated OR a.published IS NULL)
      JOIN theatrum.statements s ON s.article_id = a.id AND s.speaker_id = r.speaker_id
    UNION SELECT s.article_id, s.id FROM json_to_recordset(${jsonOf(named)}::json) AS r(speaker_key text, story_id text)
      JOIN theatrum.story_articles sa ON sa.story_id = r.story_id
      JOIN theatrum.statements s ON s.article_id = sa.article_id AND s.speaker_key = r.speaker_key AND ${NAMED_ONLY}`,
  )
}

interface Row {
  readonly article_id: string
  readonly id: string
  readonly story_id: string | null
  readonly published: string | null
  readonly title: string | null
  readonly speaker_id: string | null
  readonly speaker_key: string
  readonly occasion: string | null
  readonly content: readonly string[]
  readonly detail: Statement
  readonly names: readonly (readonly [start: number, end: number, id: string])[] | null
}

/** The statements that a query names by `article_id` and `id`. */
async function wordingsOf(tx: WriteTx, keys: RawBuilder<unknown>): Promise<readonly StoredWording[]> {
  const { rows } = await sql<Row>`
    WITH keys AS MATERIALIZED (${keys})
    SELECT s.article_id, s.id, sa.story_id, a.published, a.title, s.speaker_id, s.speaker_key, s.occasion, s.content, s.detail,
      (SELECT json_agg(json_build_array(m.s, m.e, coalesce(m.actor_id, m.place_id)) ORDER BY m.s, m.e) FROM theatrum.mentions m
       WHERE m.article_id = s.article_id AND coalesce(m.actor_id, m.place_id) IS NOT NULL
         AND m.s >= (s.detail #>> '{content,0,0}')::int AND m.e <= (s.detail #>> '{content,-1,1}')::int) AS names
    FROM keys k JOIN ${WORDED} ON s.article_id = k.article_id AND s.id = k.id`.execute(tx.db)
  return rows.map(wordingOf)
}

function wordingOf(row: Row): StoredWording {
  const { kind, verb, denied, content, addressee } = row.detail
  return {
    articleId: row.article_id,
    statementId: row.id,
    storyId: row.story_id,
    day: dayOf(row.published),
    speakerId: row.speaker_id?.startsWith('name:') === true ? null : row.speaker_id,
    speakerKey: row.speaker_key,
    ...{ kind, verb, denied },
    addresseeId: addressee?.actorId ?? null,
    occasion: row.occasion,
    inTitle: row.title !== null && (content.at(-1)?.[1] ?? 0) <= row.title.length,
    content: content.map(([start], i) => ({ start, text: row.content[i] ?? '' })),
    names: (row.names ?? []).map(([start, end, id]) => ({ span: [start, end], id })),
  }
}

const DAY_MS = 86_400_000

/** Days since 1970 of a date or date-time; null for a month or a year, which name no day. */
function dayOf(published: string | null): number | null {
  if (published === null || published.length < 10) return null
  const time = Date.parse(published.slice(0, 10))
  return Number.isNaN(time) ? null : time / DAY_MS
}

/** Dates are compared as text, which goes as far as years have four digits. */
const [FIRST_DAY, LAST_DAY] = [Date.parse('0001-01-01') / DAY_MS, Date.parse('9999-12-31') / DAY_MS]

function dayText(day: number): string {
  return new Date(Math.min(LAST_DAY, Math.max(FIRST_DAY, day)) * DAY_MS).toISOString().slice(0, 10)
}

function distinct<T>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()]
}
