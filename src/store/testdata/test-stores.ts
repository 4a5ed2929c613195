// The two stores that every test of the store runs on: the embedded server, and a given PostgreSQL 15.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openStore } from '../open-store.ts'
import type { Store } from '../store.ts'
import { NO_POSTGRES, type TempPostgres, tempPostgres } from './temp-postgres.ts'

export interface TestStore {
  readonly store: Store
  /** Statements as superuser of the server, past everything that the store guards. */
  admin(sql: string): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

export interface TestBackend {
  readonly name: string
  /** Why it cannot run here; null when it can. */
  readonly missing: string | null
  open(): Promise<TestStore>
}

export const BACKENDS: readonly TestBackend[] = [
  { name: 'embedded PostgreSQL 18', missing: null, open: openEmbedded },
  { name: 'given PostgreSQL 15', missing: NO_POSTGRES, open: openGiven },
]

async function openEmbedded(): Promise<TestStore> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'th-store-'))
  const dataDir = path.join(folder, 'data')
  const store = await openStore({ dataDir })
  return {
    store,
    admin: async statement => {
      const { connectAdmin } = await import('../embedded/connection.ts')
      const { dataDirAt } = await import('../embedded/data-dir.ts')
      const dir = dataDirAt(dataDir)
      const client = await connectAdmin(dir, dir.run)
      try {
        return (await client.query(statement)).rows
      } finally {
        await client.end()
      }
    },
    close: async () => {
      await store.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openGiven(): Promise<TestStore> {
  const server: TempPostgres = await tempPostgres()
  try {
    const store = await openStore({ dataDir: '/nonexistent', databaseUrl: await server.url('picture') })
    return {
      store,
      admin: async statement => (await server.admin(statement, 'picture')).rows,
      close: async () => {
        await store.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
