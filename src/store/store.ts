import type { Transaction } from 'kysely'
import type { Viewer } from '../model/viewer.ts'
import type { Tables } from './tables.ts'

/**
 * A reading transaction: one consistent snapshot, read only, under row-level security as its viewer. Whatever is asked
 * through `db` holds only what that viewer may see, counts included.
 */
export interface ReadTx {
  readonly db: Transaction<Tables>
  readonly viewer: Viewer
}

/** A writing transaction: all of it happens, or nothing. Sees every row, whatever its marking; show none of it. */
export interface WriteTx {
  readonly db: Transaction<Tables>
  readonly writes: true
}

/** Which database a store works on, for `doctor` and messages. */
export interface StoreDescription {
  readonly kind: 'embedded' | 'given'
  /** Data directory, or host and database name; never a password. */
  readonly where: string
  /** Of the server, for instance `18.4`. */
  readonly serverVersion: string
  /** Number of the newest migration applied. */
  readonly schemaVersion: number
  /** Role that the program is logged in as. */
  readonly role: string
}

/** The one way to the database. Opened by `openStore`; close it, or the process does not end. */
export interface Store {
  /**
   * Runs questions as a viewer.
   * @throws TH_DATABASE_UNREACHABLE when the server is gone and does not come back within 15 seconds.
   */
  read<T>(viewer: Viewer, fn: (tx: ReadTx) => Promise<T>): Promise<T>
  /**
   * Runs changes in one transaction. Nothing is tried twice: `fn` may keep state of its own.
   * @throws TH_DISK_FULL when less than 200 MB are free on the disk of an embedded store, or the server says so.
   */
  write<T>(fn: (tx: WriteTx) => Promise<T>): Promise<T>
  /** Ends all connections; the last user of an embedded store stops its server. Idempotent. */
  close(): Promise<void>
  describe(): StoreDescription
}
