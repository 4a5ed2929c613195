import type { EventMention } from '../model/reading.ts'

/** A telling as far as it speaks for its event. */
export interface ToldEvent {
  readonly detail: EventMention
  readonly actor_names: readonly string[]
  readonly recipient_names: readonly string[]
}

/** What an event is, out of its tellings. */
export interface EventHead<Row> {
  /** The telling that speaks for it. */
  readonly main: Row
  /** Every telling stands in somebody's words. */
  readonly claimed: boolean
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly when: EventMention['when']
  readonly whenWhy: string | null
  readonly place: EventMention['place']
  readonly placeWhy: string | null
}

/**
 * What an event is, out of its tellings in order of publication: what an article itself tells says more about it than
 * what somebody claims in one; a day or a place is that of the first telling that gives one.
 */
export function headOf<Row extends ToldEvent>(rows: readonly Row[]): EventHead<Row> {
  const main = rows.find(row => row.detail.claimedIn === null) ?? rows[0]
  if (main === undefined) throw new Error('an event without a telling')
  const when = rows.find(row => row.detail.when !== null)?.detail.when ?? null
  const place = rows.find(row => row.detail.place !== null)?.detail.place ?? null
  return {
    main,
    claimed: rows.every(row => row.detail.claimedIn !== null),
    actors: unique(rows.flatMap(row => row.actor_names)),
    recipients: unique(rows.flatMap(row => row.recipient_names)),
    ...{ when, whenWhy: when === null ? (main.detail.whenWhy ?? null) : null },
    ...{ place, placeWhy: place === null ? (main.detail.placeWhy ?? null) : null },
  }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}

/** Rows by event, each group in the order in which its rows come. */
export function byEvent<Row extends { readonly event_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.event_id)
    if (group === undefined) groups.set(row.event_id, [row])
    else group.push(row)
  }
  return groups
}
