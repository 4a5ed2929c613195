import { type RawBuilder, sql } from 'kysely'
import { type Filters, hasId, idsNamed, named, textOf } from './filters.ts'

/** Tables that events and the filters on them are read from. */
export const EVENT_TABLES: RawBuilder<unknown> = sql`
  theatrum.event_mentions m JOIN theatrum.articles a ON a.id = m.article_id
  LEFT JOIN theatrum.story_articles sa ON sa.article_id = m.article_id`

/**
 * What a telling must fulfil for its event to pass, over `EVENT_TABLES`. `actor`, `recipient` and `party` (either side),
 * `claimedBy`, `place` (a country takes in what lies in it), `type`, `status`, `story`. `from`, `to`: day of the event,
 * of publication where the text gives none. `since`, `until`: day of the event alone. `dated`: whether the text gives one.
 */
export function eventConditions(filters: Filters): readonly RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = textOf(filters, name)
    if (value !== null) conditions.push(condition(value))
  }
  const [since, until] = [textOf(filters, 'since'), textOf(filters, 'until')]
  if (since !== null || until !== null) conditions.push(onShownDay(since, until))
  return conditions
}

const onSide = (side: 'actor' | 'recipient', name: string): RawBuilder<unknown> =>
  sql`(${sql.ref(`m.${side}_ids`)} && ${idsNamed(name)} OR ${named(`m.${side}_key`, name)})`

/** Days are text: the first letters of one are its month and year. */
const startsBy = (day: RawBuilder<unknown>, last: string): RawBuilder<unknown> =>
  sql`left(${day}, ${last.length}) <= ${last}`

/**
 * By the day that the event's row shows: that of its first telling with one (event-head.ts). Events with such a day in any
 * telling are looked up first, so that few are put in order.
 */
function onShownDay(since: string | null, until: string | null): RawBuilder<unknown> {
  const fits = sql.join(
    [
      ...(since === null ? [] : [sql`when_end >= ${since}`]),
      ...(until === null ? [] : [startsBy(sql`when_start`, until)]),
    ],
    sql` AND `,
  )
  return sql`m.event_id IN (
    SELECT event_id FROM (
      SELECT DISTINCT ON (d.event_id) d.event_id, d.when_start, d.when_end
      FROM theatrum.event_mentions d JOIN theatrum.articles x ON x.id = d.article_id
      WHERE d.when_start IS NOT NULL AND d.event_id IN (SELECT event_id FROM theatrum.event_mentions WHERE ${fits})
      ORDER BY d.event_id, x.published NULLS LAST, x.seq, d.ord) shown
    WHERE ${fits})`
}

const CONDITIONS: Readonly<Record<string, (value: string) => RawBuilder<unknown>>> = {
  actor: name => onSide('actor', name),
  recipient: name => onSide('recipient', name),
  party: name => sql`(${onSide('actor', name)} OR ${onSide('recipient', name)})`,
  type: type => sql`m.type = ${type.toUpperCase()}`,
  status: status => sql`m.status = ${status.toLowerCase()}`,
  claimedBy: name => sql`(${hasId('m.claimed_by_id', name)} OR ${named('m.claimed_by_key', name)})`,
  place: name => sql`m.place_id IN (
    WITH asked AS (SELECT unnest(${idsNamed(name)}) AS id)
    SELECT id FROM asked
    UNION SELECT p.id FROM theatrum.places p WHERE p.country IN (
      SELECT c.country FROM theatrum.places c JOIN asked ON asked.id = c.id WHERE c.precision = 'country'))`,
  story: id => sql`sa.story_id = ${id}`,
  from: day => sql`coalesce(m.when_end, a.published) >= ${day}`,
  to: day => startsBy(sql`coalesce(m.when_start, a.published)`, day),
  // Of the event: one telling without a day says nothing when another gives it.
  dated: wanted => {
    const told = sql`EXISTS (SELECT FROM theatrum.event_mentions d WHERE d.event_id = m.event_id AND d.when_start IS NOT NULL)`
    return wanted === 'no' ? sql`NOT ${told}` : told
  },
}
