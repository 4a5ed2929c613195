import { sql } from 'kysely'
import type { ActorRow, Paged } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'
import { type Filters, hasId, named, textOf } from './filters.ts'
import { type Page, paged, placeOf } from './paging.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly code: string | null
  readonly roles: ActorRow['roles']
  readonly mentions: number
  readonly articles: number
  readonly total: number
}

/**
 * Whom the articles speak of, the most mentioned first. Filter: `q`, an id or the beginning of a word of the name.
 * Actors of the knowledge files whom no article mentions are not listed.
 */
export async function listActors(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<ActorRow>> {
  const q = textOf(filters, 'q')
  const passes = q === null ? sql`true` : sql`(${hasId('a.id', q)} OR ${named('a.key', q)})`
  const place = placeOf(page.after, 2)
  const beyond =
    place === null
      ? sql`true`
      : sql`(mentions < ${place[0]}::bigint OR (mentions = ${place[0]}::bigint AND id > ${place[1]}))`
  const { rows } = await sql<Row>`
    WITH told AS (
      SELECT actor_id, count(*) AS mentions, count(DISTINCT article_id) AS articles FROM theatrum.mentions
      WHERE actor_id IS NOT NULL GROUP BY actor_id),
    found AS MATERIALIZED (
      SELECT a.id, a.name, a.kind, a.code, a.roles, t.mentions, t.articles FROM told t JOIN theatrum.actors a ON a.id = t.actor_id WHERE ${passes})
    SELECT *, (SELECT count(*) FROM found) AS total FROM found WHERE ${beyond} ORDER BY mentions DESC, id LIMIT ${page.limit + 1}`.execute(
    tx.db,
  )
  const shown = rows.slice(0, page.limit)
  const deeds = await deedsOf(
    tx,
    shown.map(row => row.id),
  )
  return paged(
    shown.map(({ id, name, kind, code, roles, mentions, articles }) => ({
      ...{ id, name, kind, code, roles, mentionCount: mentions, articleCount: articles },
      statementCount: deeds.statements.get(id) ?? 0,
      eventCount: deeds.events.get(id) ?? 0,
    })),
    rows[0]?.total ?? 0,
    page.limit,
    rows.map(row => [row.mentions, row.id]),
  )
}

interface Deeds {
  readonly statements: ReadonlyMap<string, number>
  readonly events: ReadonlyMap<string, number>
}

/** How many statements each made, and in how many events each was on either side. */
async function deedsOf(tx: ReadTx, ids: readonly string[]): Promise<Deeds> {
  const wanted = [...ids]
  const { rows: statements } = await sql<{ id: string; count: number }>`
    SELECT speaker_id AS id, count(*) AS count FROM theatrum.statements WHERE speaker_id = ANY(${wanted}) GROUP BY speaker_id`.execute(
    tx.db,
  )
  const { rows: events } = await sql<{ id: string; count: number }>`
    SELECT side AS id, count(DISTINCT event_id) AS count
    FROM theatrum.event_mentions, unnest(actor_ids || recipient_ids) AS side
    WHERE (actor_ids && ${wanted}::text[] OR recipient_ids && ${wanted}::text[]) AND side = ANY(${wanted}) GROUP BY side`.execute(
    tx.db,
  )
  const map = (rows: readonly { id: string; count: number }[]): ReadonlyMap<string, number> =>
    new Map(rows.map(row => [row.id, row.count]))
  return { statements: map(statements), events: map(events) }
}
