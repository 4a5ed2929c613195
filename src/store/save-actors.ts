import { sql } from 'kysely'
import type { Knowledge } from '../model/knowledge.ts'
import { normaliseName } from '../text/normalise.ts'
import { putRows } from './put-rows.ts'
import { ACTORS } from './reading-rows.ts'
import type { WriteTx } from './store.ts'

/**
 * Stores the actors of the knowledge files with their dated roles, so that questions can show them without the files.
 * Costs one look when this version of the knowledge is there already.
 */
export async function saveActors(
  tx: WriteTx,
  knowledge: Pick<Knowledge, 'version' | 'actors' | 'rolesBy'>,
): Promise<void> {
  const { rows } = await sql`SELECT FROM theatrum.knowledge WHERE version = ${knowledge.version}`.execute(tx.db)
  if (rows.length > 0) return
  await putRows(
    tx,
    ACTORS,
    [...knowledge.actors.values()].map(({ id, name, kind, code }) => {
      const roles = (knowledge.rolesBy.get(id) ?? []).map(({ office, of, from, to, source }) => ({
        ...{ office, from, to, source },
        of: knowledge.actors.get(of)?.name ?? of,
      }))
      return { id, name, key: normaliseName(name), kind, code, known: true, roles }
    }),
  )
  await sql`INSERT INTO theatrum.knowledge (version) VALUES (${knowledge.version}) ON CONFLICT DO NOTHING`.execute(
    tx.db,
  )
}
