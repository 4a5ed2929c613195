import { type RawBuilder, sql } from 'kysely'
import type { EventTimeline, TimelineBin, TimelineMark } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'
import { EVENT_TABLES, eventConditions } from './event-filters.ts'
import { byEvent, headOf, type ToldEvent } from './event-head.ts'
import { every, type Filters } from './filters.ts'

/** Most events that get a mark of their own: about a megabyte, and more than a screen has room for. */
const MOST_MARKS = 5000

/** Longer stretches are counted by month. */
const MOST_DAYS = 4 * 366

/**
 * All events that pass the filters of `listEvents`, each with what its sign on a timeline shows; more than `mostMarks` as
 * counts by day or month. In order of time, those without a date last. Linear in the tellings of the events that pass.
 */
export async function eventTimeline(
  tx: ReadTx,
  filters: Filters,
  mostMarks: number = MOST_MARKS,
): Promise<EventTimeline> {
  const passing = sql`SELECT DISTINCT m.event_id FROM ${EVENT_TABLES} WHERE ${every(eventConditions(filters))}`
  const { rows } = await sql<{ total: number; days: number | null }>`
    SELECT count(DISTINCT m.event_id) AS total, max(left(m.when_start, 10)::date) - min(left(m.when_start, 10)::date) AS days
    FROM theatrum.event_mentions m WHERE m.event_id IN (${passing})`.execute(tx.db)
  const { total = 0, days = null } = rows[0] ?? {}
  if (total <= mostMarks) return { total, unit: 'day', marks: await marksOf(tx, passing), bins: null }
  const unit = (days ?? 0) > MOST_DAYS ? 'month' : 'day'
  return { total, unit, marks: null, bins: await binsOf(tx, passing, unit) }
}

interface Row extends ToldEvent {
  readonly event_id: string
}

async function marksOf(tx: ReadTx, passing: RawBuilder<unknown>): Promise<readonly TimelineMark[]> {
  const { rows } = await sql<Row>`
    SELECT m.event_id, m.actor_names, m.recipient_names, m.detail
    FROM theatrum.event_mentions m JOIN theatrum.articles a ON a.id = m.article_id
    WHERE m.event_id IN (${passing}) ORDER BY a.published NULLS LAST, a.seq, m.ord`.execute(tx.db)
  const marks = [...byEvent(rows)].map(([id, tellings]): TimelineMark => {
    const { main, claimed, actors, recipients, when, whenWhy } = headOf(tellings)
    const { type, mode, quad, status, negated } = main.detail
    return {
      ...{ id, type, mode, quad, status, negated, claimed, actors, recipients },
      when: when === null ? null : { start: when.start, end: when.end, precision: when.precision },
      why: whenWhy,
    }
  })
  const sortOf = ({ when, id }: TimelineMark): string => `${when?.start ?? '~'} ${id}`
  return marks.sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1))
}

async function binsOf(
  tx: ReadTx,
  passing: RawBuilder<unknown>,
  unit: 'day' | 'month',
): Promise<readonly TimelineBin[]> {
  const letters = unit === 'day' ? 10 : 7
  const { rows } = await sql<TimelineBin>`
    WITH heads AS (
      SELECT DISTINCT ON (m.event_id) m.quad, m.event_id,
        first_value(m.when_start) OVER (
          PARTITION BY m.event_id ORDER BY m.when_start IS NULL, a.published NULLS LAST, a.seq, m.ord) AS at,
        m.detail ->> 'whenWhy' AS why
      FROM theatrum.event_mentions m JOIN theatrum.articles a ON a.id = m.article_id
      WHERE m.event_id IN (${passing})
      ORDER BY m.event_id, m.claimed_in IS NOT NULL, a.published NULLS LAST, a.seq, m.ord)
    SELECT at, quad, count(*) AS count, why
    FROM (SELECT left(at, ${letters}) AS at, quad, CASE WHEN at IS NULL THEN why END AS why FROM heads) found
    GROUP BY at, quad, why ORDER BY at NULLS LAST, quad, why`.execute(tx.db)
  return rows
}
