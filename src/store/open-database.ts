import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { NOBODY, tlpLevel } from '../access/may-see.ts'
import { TheatrumError } from '../model/errors.ts'
import type { Viewer } from '../model/viewer.ts'
import { databaseError, isConnectionLoss, unreachable } from './database-errors.ts'
import { assertRoom } from './disk-space.ts'
import type { Embedded } from './embedded/start-embedded.ts'
import { migrate } from './migrate.ts'
import { prepareRoles, READER_ROLE, WRITER_ROLE } from './roles.ts'
import type { ReadTx, Store, StoreDescription, WriteTx } from './store.ts'
import type { Tables } from './tables.ts'

export type DatabaseOptions =
  | { readonly kind: 'given'; readonly url: string; readonly readOnly: boolean }
  | { readonly kind: 'embedded'; readonly embedded: Embedded; readonly readOnly: boolean }

/** PostgreSQL 15, the oldest that `security_invoker` and `NULLS NOT DISTINCT` can be counted on. */
const OLDEST_VERSION = 150_000
const POOL_SIZE = 8
/** How long a lost server is waited for: crash recovery and restarts by hand fit (RELIABILITY.md R5). */
const COME_BACK_MS = 15_000
const RETRY_MS = 100
/** A question that takes longer is ended by the server. */
const READ_LIMIT_MS = 60_000

/** Opens a database that runs: checks version and roles, brings the schema up to date. Errors as in `openStore`. */
export async function openDatabase(options: DatabaseOptions): Promise<Store> {
  const connection = connectionOf(options)
  const where = options.kind === 'given' ? placeOf(options.url) : options.embedded.dir.root
  const description = await prepare(connection, options.kind, where)
  return new DatabaseStore(options, connection, description)
}

function connectionOf(options: DatabaseOptions): pg.ClientConfig {
  const common = {
    application_name: 'theatrum',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  }
  if (options.kind === 'embedded') return { ...options.embedded.connection, ...common }
  return { connectionString: options.url, ...common }
}

/** Counts and arrival numbers come as int8: numbers as long as a number can hold them, and ours do. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === pg.types.builtins.INT8 && format !== 'binary') return Number
  return pg.types.getTypeParser(oid, format)
}

/** Host and database of an address; never its password. */
function placeOf(url: string): string {
  try {
    // The form without a host (its socket in ?host=) is PostgreSQL's own; URL knows no user without a host.
    const { host, pathname, searchParams } = new URL(url.replace('@/', '@localhost/'))
    return `${searchParams.get('host') ?? host}${pathname}`
  } catch (cause) {
    throw new TheatrumError('TH_CONFIG', 'the database address cannot be read', {
      where: 'DATABASE_URL',
      todo: 'postgresql://user:password@host:5432/database',
      cause,
    })
  }
}

async function prepare(
  connection: pg.ClientConfig,
  kind: StoreDescription['kind'],
  where: string,
): Promise<StoreDescription> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string; role: string }>(
      "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version, current_user AS role",
    )
    const server = rows[0] ?? { number: 0, version: 'unknown', role: '' }
    if (server.number < OLDEST_VERSION) {
      throw new TheatrumError('TH_DATABASE_VERSION', `PostgreSQL 15 or newer is needed, this is ${server.version}`, {
        where,
        todo: 'upgrade the server, or leave DATABASE_URL out',
      })
    }
    await prepareRoles(client, where)
    const schemaVersion = await migrate(client, where)
    return { kind, where, serverVersion: server.version.split(' ')[0] ?? '', schemaVersion, role: server.role }
  } catch (error) {
    throw databaseError(error, where)
  } finally {
    await client.end().catch(() => undefined)
  }
}

class DatabaseStore implements Store {
  readonly #options: DatabaseOptions
  readonly #description: StoreDescription
  readonly #pool: pg.Pool
  readonly #db: Kysely<Tables>
  #closed: Promise<void> | null = null

  constructor(options: DatabaseOptions, connection: pg.ClientConfig, description: StoreDescription) {
    this.#options = options
    this.#description = description
    this.#pool = new pg.Pool({ ...connection, max: POOL_SIZE, idleTimeoutMillis: 30_000 })
    // A connection that dies while nobody uses it is replaced when it is needed.
    this.#pool.on('error', () => undefined)
    // One that dies in use fails its query; without a listener it would end the process as well.
    this.#pool.on('connect', client => client.on('error', () => undefined))
    this.#db = new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: { connect: () => this.#connect(), end: () => this.#pool.end() } }),
    })
  }

  async read<T>(viewer: Viewer, fn: (tx: ReadTx) => Promise<T>): Promise<T> {
    const settings = settingsOf(viewer)
    const run = (): Promise<T> =>
      this.#db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async db => {
          await sql`SELECT set_config('role', ${READER_ROLE}, true), set_config('theatrum.clearance', ${settings.clearance}, true),
            set_config('theatrum.groups', ${settings.groups}::text[]::text, true), set_config('statement_timeout', ${String(READ_LIMIT_MS)}, true)`.execute(
            db,
          )
          return await fn({ db, viewer })
        })
    // A question changes nothing: it may be asked again when the server went away under it.
    return this.#persist(run, () => true)
  }

  async write<T>(fn: (tx: WriteTx) => Promise<T>): Promise<T> {
    if (this.#options.readOnly) throw new Error('this store was opened to be read only')
    if (this.#options.kind === 'embedded') await assertRoom(this.#options.embedded.dir.root)
    let begun = false
    const run = (): Promise<T> =>
      this.#db.transaction().execute(async db => {
        await sql`SELECT set_config('role', ${WRITER_ROLE}, true)`.execute(db)
        begun = true
        return await fn({ db, writes: true })
      })
    // Until `fn` has begun nothing happened that could happen twice.
    return this.#persist(run, () => !begun)
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  describe(): StoreDescription {
    return this.#description
  }

  /** Runs a transaction, again when its connection was lost and that may be, for as long as a server is waited for. */
  async #persist<T>(run: () => Promise<T>, again: () => boolean): Promise<T> {
    const deadline = Date.now() + COME_BACK_MS
    for (;;) {
      try {
        return await run()
      } catch (error) {
        const lost = isConnectionLoss(error) && again() && this.#closed === null
        if (!lost || Date.now() > deadline) throw databaseError(error, this.#description.where)
        await sleep(RETRY_MS)
      }
    }
  }

  async #close(): Promise<void> {
    await this.#db.destroy()
    if (this.#options.kind === 'embedded') await this.#options.embedded.release()
  }

  /** A session, as soon as there is one: a server that restarts is waited for, an embedded one that died is started. */
  async #connect(): Promise<pg.PoolClient> {
    const deadline = Date.now() + COME_BACK_MS
    for (;;) {
      try {
        if (this.#options.kind === 'embedded') await this.#options.embedded.ensure()
        return await this.#pool.connect()
      } catch (error) {
        if (!isConnectionLoss(error)) throw error
        if (Date.now() > deadline) throw unreachable(error, this.#description.where)
        await sleep(RETRY_MS)
      }
    }
  }
}

/** The viewer as settings of a transaction. Whatever claims to be in the group of nobody is not. */
function settingsOf(viewer: Viewer): { readonly clearance: string; readonly groups: string[] } {
  const level = tlpLevel(viewer.clearance)
  if (level < 0) throw new Error(`viewer ${viewer.name} has no clearance that is known: ${viewer.clearance}`)
  return { clearance: String(level), groups: viewer.groups.filter(group => group !== NOBODY) }
}
