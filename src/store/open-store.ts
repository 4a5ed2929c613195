import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../model/errors.ts'
import { assertRoom } from './disk-space.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { openDatabase } from './open-database.ts'
import type { Store } from './store.ts'

/** Where the store is and how it is meant to be used. */
export interface OpenStoreOptions {
  /** Directory of the embedded store; made on first use (mode 0700). Ignored when `databaseUrl` is given. */
  readonly dataDir: string
  /** `postgresql://…` of a PostgreSQL of version 15 or newer, used in place of the embedded one. */
  readonly databaseUrl?: string
  /** Only questions will be asked: no data directory is made, and `write` refuses. */
  readonly readOnly?: boolean
}

/**
 * Opens the picture: joins or starts the embedded server, or connects to the database given; brings the schema up to
 * date; checks that the program is bound by row-level security.
 * @throws TH_INPUT_MISSING (read only, and nothing there), TH_DATA_OWNER, TH_DATA_NEWER, TH_DATA_DAMAGED, TH_DISK_FULL,
 * TH_EMBEDDED_MISSING, TH_DATABASE_UNREACHABLE, TH_DATABASE_VERSION, TH_DATABASE_ROLE.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const readOnly = options.readOnly ?? false
  if (options.databaseUrl !== undefined) return openDatabase({ kind: 'given', url: options.databaseUrl, readOnly })
  const dataDir = path.resolve(options.dataDir)
  if (!fs.existsSync(path.join(dataDir, 'pg'))) {
    if (readOnly) {
      throw new TheatrumError('TH_INPUT_MISSING', 'there is no picture here yet', {
        where: dataDir,
        todo: 'theatrum ingest PATH (or name another place with --data)',
      })
    }
    await assertRoom(nearestFolder(dataDir))
  }
  const embedded = await startEmbedded(dataDir)
  try {
    return await openDatabase({ kind: 'embedded', embedded, readOnly })
  } catch (error) {
    await embedded.release()
    throw error
  }
}

function nearestFolder(folder: string): string {
  return fs.existsSync(folder) || folder === path.dirname(folder) ? folder : nearestFolder(path.dirname(folder))
}
