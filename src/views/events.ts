import { type RawBuilder, sql } from 'kysely'
import type { EventRow, Paged } from '../model/api.ts'
import type { EventMention } from '../model/reading.ts'
import type { ReadTx } from '../store/store.ts'
import { every, type Filters, hasId, idsNamed, named, textOf } from './filters.ts'
import { type Page, paged, placeOf } from './paging.ts'

interface Row {
  readonly event_id: string
  readonly article_id: string
  readonly claimed_by: string | null
  readonly actor_names: string[]
  readonly recipient_names: string[]
  readonly trigger_text: string
  readonly quote: string
  readonly detail: EventMention
  readonly file: string
  readonly outlet: string | null
  readonly published: string | null
  readonly sample: boolean
  readonly story_id: string | null
  readonly origin_id: string | null
}

const FROM: RawBuilder<unknown> = sql`
  theatrum.event_mentions m JOIN theatrum.articles a ON a.id = m.article_id
  LEFT JOIN theatrum.story_articles sa ON sa.article_id = m.article_id`

/**
 * Who did what to whom. Filters: `actor`, `recipient`, `claimedBy` (id or name), `type`, `status`, `place`, `story`,
 * `from`, `to` (day of the event; of publication where the text gives none). An event passes when one of its tellings
 * does, and comes with all of them. Latest first.
 */
export async function listEvents(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<EventRow>> {
  const place = placeOf(page.after, 2)
  const beyond = place === null ? sql`true` : sql`(sort, event_id) < (${place[0]}, ${place[1]})`
  const events = sql`
    SELECT m.event_id, max(coalesce(m.when_start, left(a.published, 10), '')) AS sort FROM ${FROM} WHERE ${every(conditionsOf(filters))} GROUP BY m.event_id`
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
    SELECT m.event_id FROM ${FROM} WHERE m.article_id = ANY(${[...articleIds]})
    ORDER BY a.published NULLS LAST, a.seq, m.ord`.execute(tx.db)
  return eventsById(tx, [...new Set(rows.map(row => row.event_id))])
}

function conditionsOf(filters: Filters): readonly RawBuilder<unknown>[] {
  const text = (name: string): string | null => textOf(filters, name)
  const [actor, recipient, type, status, claimedBy, place, story] = [
    ...[
      text('actor'),
      text('recipient'),
      text('type'),
      text('status'),
      text('claimedBy'),
      text('place'),
      text('story'),
    ],
  ]
  const [from, to] = [text('from'), text('to')]
  return [
    ...(actor == null ? [] : [sql`(m.actor_ids && ${idsNamed(actor)} OR ${named('m.actor_key', actor)})`]),
    ...(recipient == null
      ? []
      : [sql`(m.recipient_ids && ${idsNamed(recipient)} OR ${named('m.recipient_key', recipient)})`]),
    ...(type == null ? [] : [sql`m.type = ${type.toUpperCase()}`]),
    ...(status == null ? [] : [sql`m.status = ${status.toLowerCase()}`]),
    ...(claimedBy == null
      ? []
      : [sql`(${hasId('m.claimed_by_id', claimedBy)} OR ${named('m.claimed_by_key', claimedBy)})`]),
    ...(place == null ? [] : [sql`m.place_id = ANY(${idsNamed(place)})`]),
    ...(story == null ? [] : [sql`sa.story_id = ${story}`]),
    ...(from == null ? [] : [sql`coalesce(m.when_end, a.published) >= ${from}`]),
    ...(to == null ? [] : [sql`left(coalesce(m.when_start, a.published), ${to.length}) <= ${to}`]),
  ]
}

/** Events with all their tellings that the viewer may see, in the order of the ids. */
async function eventsById(tx: ReadTx, ids: readonly string[]): Promise<readonly EventRow[]> {
  const { rows } = await sql<Row>`
    SELECT m.event_id, m.article_id, m.claimed_by, m.actor_names, m.recipient_names, m.trigger_text, m.quote, m.detail, a.file,
      o.name AS outlet, a.published, a.sample, sa.story_id, sa.origin_id
    FROM ${FROM} LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
    WHERE m.event_id = ANY(${[...ids]}) ORDER BY a.published NULLS LAST, a.seq, m.ord`.execute(tx.db)
  const byEvent = new Map<string, Row[]>()
  for (const row of rows) byEvent.set(row.event_id, [...(byEvent.get(row.event_id) ?? []), row])
  return ids.flatMap(id => {
    const tellings = byEvent.get(id)
    return tellings === undefined ? [] : [present(id, tellings)]
  })
}

function present(id: string, rows: readonly Row[]): EventRow {
  const details = rows.map(row => row.detail)
  // What the article itself tells says more about an event than what somebody claims in it.
  const main = rows.find(row => row.detail.claimedIn === null) ?? rows[0]
  if (main === undefined) throw new Error(`event ${id} has no telling`)
  const dated = details.find(one => one.when !== null)
  const placed = details.find(one => one.place !== null)
  const claimed = details.every(one => one.claimedIn !== null)
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
    actors: unique(rows.flatMap(row => row.actor_names)),
    recipients: unique(rows.flatMap(row => row.recipient_names)),
    when: dated?.when ?? null,
    whenWhy: dated === undefined ? (main.detail.whenWhy ?? null) : null,
    place: placed?.place ?? null,
    placeWhy: placed === undefined ? (main.detail.placeWhy ?? null) : null,
    originCount: new Set(rows.map(row => row.origin_id ?? row.article_id)).size,
    sample: rows.some(row => row.sample),
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
