import { type RawBuilder, sql } from 'kysely'
import { normaliseName } from '../text/normalise.ts'

/** Filters of a list as they come from an address or a command line; names are those of model/api.ts. */
export type Filters = Readonly<Record<string, unknown>>

/** A filter as text; null when it is absent or empty. */
export function textOf(filters: Filters, name: string): string | null {
  const value = filters[name]
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const text = value.replaceAll('\0', '').trim().toWellFormed()
  return text === '' ? null : text
}

/** A filter as a whole number; null when it is absent or none. */
export function numberOf(filters: Filters, name: string): number | null {
  const value = Number(filters[name] ?? Number.NaN)
  return Number.isInteger(value) ? value : null
}

/** All of these conditions. */
export function every(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` AND `)})`
}

/** Days of publication, both ends included; `to` may be a month or a year. Articles without a date are in no range. */
export function publishedBetween(column: string, filters: Filters): readonly RawBuilder<unknown>[] {
  const from = textOf(filters, 'from')
  const to = textOf(filters, 'to')
  const published = sql.ref(column)
  return [
    ...(from === null ? [] : [sql`${published} >= ${from}`]),
    ...(to === null ? [] : [sql`left(${published}, ${to.length}) <= ${to}`]),
  ]
}

/**
 * Does a column of looked-up names (one a line) hold this name? Matches from the beginning of any of its words, without
 * regard to case, accents and dots: "rutte" and "mark r" find Mark Rutte, "us" does not find Russia.
 */
export function named(column: string, name: string): RawBuilder<unknown> {
  const key = normaliseName(name)
  // A name of signs alone ("-") normalises to nothing: it matches nothing, not everything.
  if (key === '') return sql`false`
  const names = sql.ref(column)
  return sql`(${names} LIKE ${`${key}%`} OR ${names} LIKE ${`% ${key}%`} OR ${names} LIKE ${`%\n${key}%`})`
}

/** Is this id what was asked for: the whole of it (`org:nato`), or the part after its kind (`nato`)? */
export function hasId(column: string, name: string): RawBuilder<unknown> {
  const id = name.toLowerCase()
  return sql`(lower(${sql.ref(column)}) = ${id} OR split_part(lower(${sql.ref(column)}), ':', 2) = ${id})`
}

/** Ids of actors and places that a filter's word can mean. */
export function idsNamed(name: string): RawBuilder<unknown> {
  return sql`ARRAY(
    SELECT id::text FROM theatrum.actors WHERE ${hasId('actors.id', name)} OR ${named('actors.key', name)}
    UNION SELECT id::text FROM theatrum.places WHERE ${hasId('places.id', name)} OR ${named('places.key', name)})`
}
