import { sql } from 'kysely'
import type { StoredEvent } from '../model/picture.ts'
import { jsonOf, putRows, type TableShape } from './put-rows.ts'
import type { WriteTx } from './store.ts'

const EVENTS: TableShape = { name: 'events', key: ['id'], columns: { id: 'text', story_id: 'text' } }

/**
 * Stores which tellings speak of one happening. A telling that was in another group moves; one that was never grouped
 * is an event of its own. Groups that lost all their tellings disappear.
 */
export async function saveEvents(tx: WriteTx, groups: readonly StoredEvent[]): Promise<void> {
  if (groups.length === 0) return
  const tellings = groups.flatMap(group =>
    group.tellings.map(one => ({ event_id: group.id, article_id: one.articleId, id: one.eventId })),
  )
  await putRows(
    tx,
    EVENTS,
    groups.map(({ id, storyId }) => ({ id, story_id: storyId })),
  )
  await sql`
    UPDATE theatrum.event_mentions AS m SET event_id = r.event_id
    FROM json_to_recordset(${jsonOf(tellings)}::json) AS r(event_id text, article_id text, id text)
    WHERE m.article_id = r.article_id AND m.id = r.id AND m.event_id <> r.event_id`.execute(tx.db)
  await sql`DELETE FROM theatrum.events e WHERE NOT EXISTS (SELECT FROM theatrum.event_mentions m WHERE m.event_id = e.id)`.execute(
    tx.db,
  )
}
