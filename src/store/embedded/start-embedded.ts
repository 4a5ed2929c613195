import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { TheatrumError } from '../../model/errors.ts'
import { appConnection, isNotUp, LOCK, type SocketFolder, socketFolder } from './connection.ts'
import { type DataDir, prepareDataDir } from './data-dir.ts'
import { findEngine } from './engine.ts'
import { postmasterPid } from './postmaster-pid.ts'
import { openLog } from './server-process.ts'
import type { SupervisorMessage } from './supervisor.ts'

/** A lease on the embedded server of one data directory: while it is held the server runs. */
export interface Embedded {
  readonly dir: DataDir
  /** For further sessions; what it names holds as long as the lease does. */
  readonly connection: pg.ClientConfig
  /** Makes sure that the server runs and the lease is held: after a crash it starts the server again. */
  ensure(): Promise<void>
  /** Gives the lease back; resolves when the server has stopped, if this was its last user. Idempotent. */
  release(): Promise<void>
}

/** First start on a loaded machine: initdb took 19 s at load 10 (RELIABILITY.md R1), crash recovery up to two minutes. */
const START_LIMIT_MS = 150_000

/**
 * Starts the PostgreSQL of a data directory, making both if need be, or joins the one that another process started.
 * @throws TH_DATA_OWNER, TH_DATA_NEWER, TH_DATA_DAMAGED, TH_DISK_FULL, TH_EMBEDDED_MISSING (see data-dir.ts, engine.ts).
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const engine = findEngine()
  const dir = prepareDataDir(dataDir, engine.major)
  const lease = new Lease(dir, socketFolder(dir))
  try {
    await lease.ensure()
  } catch (error) {
    await lease.release()
    throw error
  }
  return lease
}

class Lease implements Embedded {
  readonly dir: DataDir
  readonly #socket: SocketFolder
  #session: pg.Client | null = null
  #gaining: Promise<void> | null = null
  #released = false
  readonly #supervisors: Supervisor[] = []

  constructor(dir: DataDir, socket: SocketFolder) {
    this.dir = dir
    this.#socket = socket
  }

  get connection(): pg.ClientConfig {
    return appConnection(this.dir, this.#socket.path)
  }

  async ensure(): Promise<void> {
    if (this.#session !== null) return
    if (this.#released) throw new Error('the store is closed')
    this.#gaining ??= this.#gain().finally(() => {
      this.#gaining = null
    })
    await this.#gaining
  }

  async release(): Promise<void> {
    if (this.#released) return
    this.#released = true
    await this.#gaining?.catch(() => undefined)
    const session = this.#session
    this.#session = null
    if (session !== null && (await leave(session, this.dir, () => this.#supervise('adopt')))) {
      // What we started is to be gone as well: whoever removes the directory now finds nobody writing in it.
      await Promise.race([
        Promise.all(this.#supervisors.map(one => one.end)),
        sleep(STOP_LIMIT_MS, undefined, { ref: false }),
      ])
    }
    this.#socket.remove()
  }

  /** Takes the lease, starting a supervisor whenever there is no server to take it from. */
  async #gain(): Promise<void> {
    const deadline = Date.now() + START_LIMIT_MS
    let starting: Supervisor | null = null
    for (;;) {
      const session = await this.#tryLease()
      if (session !== null) {
        this.#session = session
        // The server outlived its supervisor (kill -9): somebody has to stop it when its users are gone.
        if (starting === null && !(await becomesWatched(session))) this.#supervise('adopt')
        return
      }
      if (starting === null || starting.ended) starting = this.#supervise('start')
      if (starting.failure !== null) throw starting.failure
      if (Date.now() > deadline) {
        throw new TheatrumError('TH_DATA_DAMAGED', 'the embedded server did not start in time', {
          where: this.dir.root,
          todo: `see ${this.dir.log}`,
        })
      }
      await sleep(40)
    }
  }

  #supervise(task: 'start' | 'adopt'): Supervisor {
    const supervisor = new Supervisor(this.dir, task)
    this.#supervisors.push(supervisor)
    return supervisor
  }

  async #tryLease(): Promise<pg.Client | null> {
    if (!fs.existsSync(this.dir.appPassword)) return null
    const session = new pg.Client({
      ...this.connection,
      application_name: 'theatrum lease',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    session.on('error', () => undefined)
    session.on('end', () => this.#lost(session))
    try {
      await session.connect()
      await session.query('SELECT pg_advisory_lock_shared($1, $2)', [LOCK.class, LOCK.lease])
      return session
    } catch (error) {
      await session.end().catch(() => undefined)
      if (isNotUp(error)) return null
      throw error
    }
  }

  /** The server went away under us. Come back at once, so that it knows it is still wanted. */
  #lost(session: pg.Client): void {
    if (this.#session !== session) return
    this.#session = null
    if (!this.#released) void this.ensure().catch(() => undefined)
  }
}

/** A started supervisor process: independent of us, in a session of its own. */
class Supervisor {
  failure: TheatrumError | null = null
  ended = false
  /** Resolves when the process has ended. */
  readonly end: Promise<void>
  readonly #child: ChildProcess

  constructor(dir: DataDir, task: 'start' | 'adopt') {
    const log = openLog(dir)
    this.#child = spawn(process.execPath, [supervisorProgram(), dir.root, task], {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: quietEnvironment(),
    })
    fs.closeSync(log)
    this.#child.on('message', (message: SupervisorMessage) => {
      if (message.kind === 'failed') this.failure = failed(message)
    })
    this.end = new Promise(resolve => {
      this.#child.on('error', cause => {
        this.failure = new TheatrumError(
          'TH_EMBEDDED_MISSING',
          'the process that watches the embedded server cannot be started',
          { where: dir.root, cause },
        )
        this.ended = true
        resolve()
      })
      this.#child.on('exit', () => {
        this.ended = true
        resolve()
      })
    })
    this.#child.unref()
    this.#child.channel?.unref()
  }
}

function failed(message: Extract<SupervisorMessage, { kind: 'failed' }>): TheatrumError {
  return new TheatrumError(message.code, message.message, {
    ...(message.where === null ? {} : { where: message.where }),
    ...(message.todo === null ? {} : { todo: message.todo }),
  })
}

/** Debugger flags and memory limits of the caller are not for the supervisor. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_CHANNEL_FD: _channel, ...rest } = process.env
  return rest
}

/** The built program; from the sources (tests) the one in dist/. */
function supervisorProgram(): string {
  const url = import.meta.url.endsWith('.ts')
    ? new URL('../../../dist/store/embedded/supervisor-main.js', import.meta.url)
    : new URL('./supervisor-main.js', import.meta.url)
  return url.pathname
}

async function isWatched(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ watched: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND granted) AS watched",
    [LOCK.class, LOCK.watch],
  )
  return rows[0]?.watched === true
}

/** Looks for a supervisor for a second: one that has just started the server may not have looked up yet. */
async function becomesWatched(session: pg.Client): Promise<boolean> {
  for (let i = 0; i < 20; i++) {
    if (await isWatched(session)) return true
    await sleep(50)
  }
  return false
}

const STOP_LIMIT_MS = 30_000
/** Who started the server a moment ago may leave before his supervisor has looked up. */
const WATCH_LIMIT_MS = 5000

/** A server that its last user left is down by then, unless it is busy or its supervisor is dead. */
const UNHEARD_MS = 2000

/**
 * Ends the session and, when nobody else holds a lease, waits until the server has stopped; true when that was so.
 * `adopt` starts one more supervisor: when nobody watches, and when the server does not stop, because a supervisor
 * killed a moment ago still looks alive (his lock is held until the server notices).
 */
async function leave(session: pg.Client, dir: DataDir, adopt: () => void): Promise<boolean> {
  const pid = postmasterPid(dir)
  let others = 0
  try {
    const { rows } = await session.query<{ leases: number }>(
      "SELECT count(*)::int AS leases FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND mode = 'ShareLock' AND granted",
      [LOCK.class, LOCK.lease],
    )
    others = (rows[0]?.leases ?? 1) - 1
    await session.query('SELECT pg_advisory_unlock_shared($1, $2)', [LOCK.class, LOCK.lease])
    if (!(await becomesWatched(session))) {
      adopt()
      const watchedBy = Date.now() + WATCH_LIMIT_MS
      while (!(await isWatched(session)) && Date.now() < watchedBy) await sleep(20)
    }
    await session.query('NOTIFY theatrum_left')
    await session.end()
  } catch (error) {
    if (!isNotUp(error)) throw error
  }
  const runs = (): boolean => pid !== null && postmasterPid(dir) === pid
  const left = Date.now()
  for (let heard = true; others === 0 && runs() && Date.now() < left + STOP_LIMIT_MS; await sleep(20)) {
    if (!heard || Date.now() < left + UNHEARD_MS) continue
    heard = false
    adopt()
  }
  return others === 0
}
