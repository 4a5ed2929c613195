import { sql } from 'kysely'
import type { ReadTx } from '../store/store.ts'

/** Display names of actors and places, by id; an id without a row (known by its name alone) is what follows its colon. */
export async function namesOf(tx: ReadTx, ids: Iterable<string>): Promise<(id: string) => string> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return id => id
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM theatrum.actors WHERE id = ANY(${wanted})
    UNION ALL SELECT id, name FROM theatrum.places WHERE id = ANY(${wanted})`.execute(tx.db)
  const names = new Map(rows.map(row => [row.id, row.name]))
  return id => names.get(id) ?? id.slice(id.indexOf(':') + 1)
}
