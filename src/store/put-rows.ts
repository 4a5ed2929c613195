import { type RawBuilder, sql } from 'kysely'
import type { WriteTx } from './store.ts'

/** A table as the write side sees it. Names are ours, never a user's: they are put into the SQL as they stand. */
export interface TableShape {
  readonly name: string
  /** Columns of the primary key. */
  readonly key: readonly string[]
  /** SQL type of each column that rows bring. */
  readonly columns: Readonly<Record<string, string>>
  /** Columns computed in the database, as SQL over the row `r`, and what further fields of a row that needs. */
  readonly computed?: Readonly<Record<string, string>>
  readonly brings?: Readonly<Record<string, string>>
  /** Columns that are set when a row is new and then belong to someone else. */
  readonly once?: readonly string[]
}

export type Row = Readonly<Record<string, unknown>>

/**
 * Inserts a batch in one statement; rows that are there and differ are updated, equal ones are not touched. A later row
 * of the same key wins. Complexity: one round trip, whatever the number of rows.
 */
export async function putRows(tx: WriteTx, table: TableShape, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const { insert, columns } = insertOf(table, rows)
  const rest = columns.filter(column => !table.key.includes(column) && !(table.once ?? []).includes(column))
  const list = (prefix: string): string => rest.map(column => `${prefix}.${column}`).join(', ')
  const update =
    rest.length === 0
      ? 'NOTHING'
      : `UPDATE SET ${rest.map(column => `${column} = excluded.${column}`).join(', ')} WHERE (${list('t')}) IS DISTINCT FROM (${list('excluded')})`
  await sql`${insert} ON CONFLICT (${sql.raw(table.key.join(', '))}) DO ${sql.raw(update)}`.execute(tx.db)
}

/** Inserts a batch and leaves rows that are there as they are. */
export async function addRows(tx: WriteTx, table: TableShape, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const { insert } = insertOf(table, rows)
  await sql`${insert} ON CONFLICT DO NOTHING`.execute(tx.db)
}

function insertOf(
  table: TableShape,
  rows: readonly Row[],
): { readonly insert: RawBuilder<unknown>; readonly columns: readonly string[] } {
  const computed = table.computed ?? {}
  const columns = [...Object.keys(table.columns), ...Object.keys(computed)]
  const values = [...Object.keys(table.columns).map(column => `r.${column}`), ...Object.values(computed)]
  const types = Object.entries({ ...table.columns, ...table.brings }).map(([column, type]) => `${column} ${type}`)
  const from = `FROM json_to_recordset(`
  const as = `::json) AS r(${types.join(', ')})`
  const into = `INSERT INTO theatrum.${table.name} AS t (${columns.join(', ')}) SELECT ${values.join(', ')} `
  return { insert: sql`${sql.raw(into + from)}${jsonOf(lastOfKey(table, rows))}${sql.raw(as)}`, columns }
}

/** One statement may not touch a row twice (PostgreSQL error 21000). */
function lastOfKey(table: TableShape, rows: readonly Row[]): readonly Row[] {
  const byKey = new Map<string, Row>()
  for (const row of rows) byKey.set(JSON.stringify(table.key.map(column => row[column])), row)
  return byKey.size === rows.length ? rows : [...byKey.values()]
}

/** JSON that PostgreSQL takes as text: it knows no NUL and no lone surrogate. Article text has neither (normaliseText). */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value, (_key, field: unknown) => (typeof field === 'string' ? storable(field) : field))
  return json ?? 'null'
}

export function storable(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text
  return whole.isWellFormed() ? whole : whole.toWellFormed()
}
