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
  const { rows } = await sql<{ event_id: string }>`${passing} LIMIT ${mostMarks + 1}`.execute(tx.db)
  if (rows.length <= mostMarks) {
    const ids = rows.map(row => row.event_id)
    return { total: ids.length, unit: 'day', marks: await marksOf(tx, ids), bins: null }
  }
  const byDay = await binsOf(tx, passing)
  const total = byDay.reduce((sum, { count }) => sum + count, 0)
  const unit = daysOf(byDay) > MOST_DAYS ? 'month' : 'day'
  return { total, unit, marks: null, bins: unit === 'day' ? byDay : byMonth(byDay) }
}

interface Row extends ToldEvent {
  readonly event_id: string
}

async function marksOf(tx: ReadTx, ids: readonly string[]): Promise<readonly TimelineMark[]> {
  const { rows } = await sql<Row>`
    SELECT m.event_id, m.actor_names, m.recipient_names, m.detail
    FROM theatrum.event_mentions m JOIN theatrum.articles a ON a.id = m.article_id
    WHERE m.event_id = ANY(${[...ids]}) ORDER BY a.published NULLS LAST, a.seq, m.ord`.execute(tx.db)
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

async function binsOf(tx: ReadTx, passing: RawBuilder<unknown>): Promise<readonly TimelineBin[]> {
  const { rows } = await sql<TimelineBin>`
    WITH passing AS MATERIALIZED (${passing}),
    -- Without the whole reading of each event, which would be sorted along.
    told AS MATERIALIZED (
      SELECT m.event_id, m.quad, m.when_start, m.claimed_in IS NOT NULL AS claimed, a.published, a.seq, m.ord,
        -- What follows a semicolon differs from article to article.
        split_part(m.detail ->> 'whenWhy', ';', 1) AS why
      FROM theatrum.event_mentions m JOIN theatrum.articles a ON a.id = m.article_id JOIN passing USING (event_id)),
    heads AS (
      SELECT DISTINCT ON (event_id) quad, why,
        first_value(when_start) OVER (PARTITION BY event_id ORDER BY when_start IS NULL, published NULLS LAST, seq, ord) AS at
      FROM told ORDER BY event_id, claimed, published NULLS LAST, seq, ord)
    SELECT at, quad, count(*) AS count, why
    FROM (SELECT at, quad, CASE WHEN at IS NULL THEN why END AS why FROM heads) found
    GROUP BY at, quad, why ORDER BY at NULLS LAST, quad, why`.execute(tx.db)
  return rows
}

const DAY_MS = 86_400_000

/** Days from the first bin to the last; they come in order. */
function daysOf(bins: readonly TimelineBin[]): number {
  const days = bins.flatMap(({ at }) => at ?? [])
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / DAY_MS
}

function byMonth(bins: readonly TimelineBin[]): readonly TimelineBin[] {
  const months = new Map<string, TimelineBin>()
  for (const { at, quad, count, why } of bins) {
    const month = at === null ? null : at.slice(0, 7)
    const key = JSON.stringify([month, quad, why])
    months.set(key, { at: month, quad, why, count: count + (months.get(key)?.count ?? 0) })
  }
  return [...months.values()]
}
