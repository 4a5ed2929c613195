import type { Store } from './store.ts'

/** Where the store is and how it is meant to be used. */
export interface OpenStoreOptions {
  /** Directory of the embedded store; made on first use (mode 0700). Ignored when `databaseUrl` is given. */
  readonly dataDir: string
  /** `postgresql://…` of a PostgreSQL of version 15 or newer, used in place of the embedded one. */
  readonly databaseUrl?: string
  /** Only questions will be asked: nothing is made or migrated, and `write` refuses. */
  readonly readOnly?: boolean
}

/** Opens the picture. */
export function openStore(_options: OpenStoreOptions): Promise<Store> {
  return Promise.reject(new Error('not built yet'))
}
