import type { ClientBase } from 'pg'
import { TheatrumError } from '../model/errors.ts'
import { FIRST_LIGHT } from './migrations/0001-first-light.ts'
import { LEDGER } from './migrations/0002-ledger.ts'
import { AMOUNTS } from './migrations/0003-amounts.ts'
import { SAYINGS } from './migrations/0004-sayings.ts'

/** The migrations, oldest first; the first is number 1. Applied ones are never edited. */
const MIGRATIONS: readonly string[] = [FIRST_LIGHT, LEDGER, AMOUNTS, SAYINGS]

/** Advisory locks of a database, as (class, object): who changes the schema, and who adds to stories. */
export const DATABASE_LOCK: { readonly class: number; readonly schema: number; readonly stories: number } = {
  class: 0x7468,
  schema: 3,
  stories: 4,
}

/**
 * Brings the schema up to date, in one transaction, one process at a time. Runs as the role that owns the tables.
 * Gives the number of the newest migration.
 * @throws TH_DATA_NEWER when a newer program has been here, TH_DATABASE_ROLE when the role may not make the schema.
 */
export async function migrate(client: ClientBase, where: string): Promise<number> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [DATABASE_LOCK.class, DATABASE_LOCK.schema])
    const applied = await appliedVersion(client)
    if (applied > MIGRATIONS.length) {
      throw new TheatrumError(
        'TH_DATA_NEWER',
        `a newer Theatrum made this store: schema ${applied}, this program knows ${MIGRATIONS.length}`,
        {
          where,
          todo: 'install the newer version, or use another store',
        },
      )
    }
    for (let version = applied + 1; version <= MIGRATIONS.length; version++) {
      await client.query(MIGRATIONS[version - 1] ?? '')
      await client.query('INSERT INTO theatrum.schema_version (version) VALUES ($1)', [version])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
  return MIGRATIONS.length
}

async function appliedVersion(client: ClientBase): Promise<number> {
  const { rows: found } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('theatrum.schema_version') IS NOT NULL AS there",
  )
  if (found[0]?.there !== true) {
    await client.query('CREATE SCHEMA IF NOT EXISTS theatrum')
    await client.query(
      'CREATE TABLE theatrum.schema_version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    )
    // The owner keeps its own book: migrations run as the owner, whom FORCE would otherwise keep out.
    await client.query('CREATE POLICY own ON theatrum.schema_version TO CURRENT_USER USING (true) WITH CHECK (true)')
    return 0
  }
  const { rows } = await client.query<{ version: number }>(
    'SELECT coalesce(max(version), 0)::int AS version FROM theatrum.schema_version',
  )
  return rows[0]?.version ?? 0
}
