import { sql } from 'kysely'
import type { EventRow, Paged } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'
import { EVENT_TABLES, eventConditions } from './event-filters.ts'
import { byEvent, headOf, type ToldEvent } from './event-head.ts'
import { every, type Filters } from './filters.ts'
import { type Page, paged, placeOf } from './paging.ts'

interface Row extends ToldEvent {
  readonly event_id: string
  readonly article_id: string
  readonly claimed_by: string | null
  readonly trigger_text: string
  readonly quote: string
  readonly file: string
  readonly outlet: string | null
  readonly published: string | null
  readonly sample: boolean
  readonly story_id: string | null
  readonly origin_id: string | null
}

/**
 * Who did what to whom. Filters: see `eventConditions`. An event passes when one of its tellings does, and comes with all
 * of them. Latest first.
 */
export async function listEvents(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<EventRow>> {
  const place = placeOf(page.after, 2)
  const beyond = place === null ? sql`true` : sql`(sort, event_id) < (${place[0]}, ${place[1]})`
  const events = sql`
    SELECT m.event_id, max(coalesce(m.when_start, left(a.published, 10), '')) AS sort FROM ${EVENT_TABLES} WHERE ${every(eventConditions(filters))} GROUP BY m.event_id`
  const { rows } = await sql<{ event_id: string; sort: string; total: number }>`
    WITH events AS MATERIALIZED (${events})
    SELECT event_id, sort, (SELECT count(*) FROM events) AS total FROM events WHERE ${beyond}
    ORDER BY sort DESC, event_id DESC LIMIT ${page.limit + 1}`.execute(tx.db)
  const places = rows.map(row => [row.sort, row.event_id])
  const ids = rows.slice(0, page.limit).map(row => row.event_id)
  return paged(await eventsById(tx, ids), rows[0]?.total ?? 0, page.limit, places)
}

/** All events told in these articles, in order of the articles and of text. */
export async function eventsOf(tx: ReadTx, articleIds: readonly string[]): Promise<readonly EventRow[]> {
  const { rows } = await sql<{ event_id: string }>`
    SELECT m.event_id FROM ${EVENT_TABLES} WHERE m.article_id = ANY(${[...articleIds]})
    ORDER BY a.published NULLS LAST, a.seq, m.ord`.execute(tx.db)
  return eventsById(tx, [...new Set(rows.map(row => row.event_id))])
}

/** Events with all their tellings that the viewer may see, in the order of the ids. */
async function eventsById(tx: ReadTx, ids: readonly string[]): Promise<readonly EventRow[]> {
  const { rows } = await sql<Row>`
    SELECT m.event_id, m.article_id, m.claimed_by, m.actor_names, m.recipient_names, m.trigger_text, m.quote, m.detail, a.file,
      o.name AS outlet, a.published, a.sample, sa.story_id, sa.origin_id
    FROM ${EVENT_TABLES} LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
    WHERE m.event_id = ANY(${[...ids]}) ORDER BY a.published NULLS LAST, a.seq, m.ord`.execute(tx.db)
  const groups = byEvent(rows)
  return ids.flatMap(id => {
    const tellings = groups.get(id)
    return tellings === undefined ? [] : [present(id, tellings)]
  })
}

function present(id: string, rows: readonly Row[]): EventRow {
  const { main, claimed, ...head } = headOf(rows)
  return {
    id,
    mentions: rows.map(row => ({
      ...row.detail,
      ...{ articleId: row.article_id, file: row.file, outlet: row.outlet, published: row.published },
      ...{ triggerText: row.trigger_text, quote: row.quote },
    })),
    storyId: main.story_id,
    ...{ type: main.detail.type, quad: main.detail.quad, status: main.detail.status, claimed },
    claimedBy: claimed ? main.claimed_by : null,
    ...head,
    originCount: new Set(rows.map(row => row.origin_id ?? row.article_id)).size,
    sample: rows.some(row => row.sample),
  }
}
