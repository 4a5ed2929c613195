import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { TheatrumError } from '../../model/errors.ts'
import { connectAdmin, isNotUp, LOCK, socketFolder } from './connection.ts'
import { type DataDir, dataDirAt } from './data-dir.ts'
import { findEngine, linkLibraries, reachableEngine } from './engine.ts'
import { makeCluster } from './make-cluster.ts'
import { healPidFile, isRunning, postmasterPid } from './postmaster-pid.ts'
import { serverFailure, spawnServer } from './server-process.ts'

/** What the supervisor tells the process that started it. */
export type SupervisorMessage =
  | { readonly kind: 'up' }
  | {
      readonly kind: 'failed'
      readonly code: string
      readonly message: string
      readonly where: string | null
      readonly todo: string | null
    }

/** Crash recovery replays at most 256 MB of log; a loaded machine may take a minute for that. */
const START_LIMIT_MS = 120_000
/** How long a fresh server, or one that lost its users by a crash of its own, waits for somebody. */
const GRACE_MS = 15_000
/** How often the leases are looked at when nobody says that he leaves. */
const LOOK_EVERY_MS = 500

/**
 * Body of the process that owns the embedded server of one data directory: starts it (or takes over one that lost its
 * supervisor), and stops it when its last user is gone. A user holds a shared advisory lock for as long as he lives, so
 * the kernel closing a killed process's socket is enough to know. Of several supervisors one holds the watch lock, the
 * others leave. To `adopt` is to watch a server that runs already, and had users; without one there is nothing to do.
 */
export async function supervise(
  dataDir: string,
  task: 'start' | 'adopt',
  tell: (message: SupervisorMessage) => void,
): Promise<void> {
  const dir = dataDirAt(dataDir)
  const socket = socketFolder(dir)
  const stopping = new AbortController()
  process.on('SIGTERM', () => stopping.abort())
  // Ctrl-C and a closed terminal are for the user's command; the server ends when its users do.
  process.on('SIGINT', () => undefined)
  process.on('SIGHUP', () => undefined)
  try {
    for (let first = true; ; first = false) {
      const adopts = task === 'adopt' && first
      const admin = adopts ? await joinRunning(dir, socket.path) : await bringUp(dir, socket.path)
      if (admin === null) return
      tell({ kind: 'up' })
      const outcome = await watch(admin, stopping.signal, adopts)
      if (outcome === 'unused') await stop(dir)
      await admin.end().catch(() => undefined)
      if (outcome !== 'lost') return
      if (!serverLives(dir)) return
    }
  } catch (error) {
    tell(failureOf(error))
    throw error
  } finally {
    socket.remove()
  }
}

/** Connects to the server that runs; null when there is none, or it stops. */
async function joinRunning(dir: DataDir, host: string): Promise<pg.Client | null> {
  for (const deadline = Date.now() + START_LIMIT_MS; serverLives(dir) && Date.now() < deadline; await sleep(30)) {
    try {
      return await connectAdmin(dir, host)
    } catch (error) {
      if (!isNotUp(error)) throw error
    }
  }
  return null
}

/** Connects to the server, starting it as often as it takes. */
async function bringUp(dir: DataDir, host: string): Promise<pg.Client> {
  const engine = reachableEngine(findEngine(), dir.user)
  linkLibraries(engine, dir.lib)
  makeCluster(engine, dir)
  const deadline = Date.now() + START_LIMIT_MS
  let server: ChildProcess | null = null
  let failures = 0
  for (;;) {
    try {
      return await connectAdmin(dir, host)
    } catch (error) {
      if (!isNotUp(error)) throw error
    }
    if (server !== null && server.exitCode === null && server.signalCode === null) {
      if (Date.now() > deadline) throw serverFailure(dir)
      await sleep(30)
      continue
    }
    // Shared memory of a killed server is in use until its children have noticed: that passes within seconds.
    if (server !== null && ++failures > MOST_FAILURES) throw serverFailure(dir)
    if (server !== null) await sleep(300)
    healPidFile(dir)
    server = spawnServer(engine, dir)
    server.on('error', () => undefined)
    server.unref()
  }
}

const MOST_FAILURES = 20

/**
 * Waits until nobody uses the server. `unused`: it may be stopped, and no one can come in meanwhile, since the lease
 * lock is held; `relieved`: another supervisor watches already; `lost`: the session ended under us. A server that was
 * `used` before is not waited with for a first user.
 */
async function watch(
  admin: pg.Client,
  stopping: AbortSignal,
  usedBefore: boolean,
): Promise<'unused' | 'relieved' | 'lost'> {
  const left = new EventTarget()
  let used = usedBefore
  admin.on('notification', () => {
    used = true
    left.dispatchEvent(new Event('left'))
  })
  try {
    // In this order: who leaves waits until the watch lock is held, and then knows that he is heard.
    await admin.query('LISTEN theatrum_left')
    if (!(await tryLock(admin, LOCK.watch))) return 'relieved'
    const patience = Date.now() + GRACE_MS
    for (;;) {
      if (await tryLock(admin, LOCK.lease)) {
        if (used || stopping.aborted || Date.now() > patience) return 'unused'
        await admin.query('SELECT pg_advisory_unlock($1, $2)', [LOCK.class, LOCK.lease])
      } else {
        used = true
        // A stop was asked for while somebody works: the users' sessions end, their processes start it again.
        if (stopping.aborted) return 'unused'
      }
      await pause(left, stopping)
    }
  } catch (error) {
    if (isNotUp(error)) return 'lost'
    throw error
  }
}

/** Until somebody leaves, a stop is asked for, or it is time to look again; leaves no listener behind. */
function pause(left: EventTarget, stopping: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      left.removeEventListener('left', done)
      stopping.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, LOOK_EVERY_MS)
    left.addEventListener('left', done)
    stopping.addEventListener('abort', done)
    if (stopping.aborted) done()
  })
}

async function tryLock(admin: pg.Client, object: number): Promise<boolean> {
  const { rows } = await admin.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', [
    LOCK.class,
    object,
  ])
  return rows[0]?.got === true
}

function serverLives(dir: DataDir): boolean {
  const pid = postmasterPid(dir)
  return pid !== null && isRunning(pid)
}

const FAST_STOP_MS = 60_000

/** Stops the server in order: sessions end, a checkpoint is written; without one if that takes over a minute. */
async function stop(dir: DataDir): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const pid = postmasterPid(dir)
    if (pid === null || !isRunning(pid)) return
    process.kill(pid, signal)
    const deadline = Date.now() + FAST_STOP_MS
    while (Date.now() < deadline && postmasterPid(dir) === pid && isRunning(pid)) await sleep(20)
  }
}

function failureOf(error: unknown): SupervisorMessage {
  if (error instanceof TheatrumError) {
    const { code, message, where, todo } = error
    return { kind: 'failed', code, message, where, todo }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    kind: 'failed',
    code: 'TH_DATA_DAMAGED',
    message: `the embedded server could not be started: ${message}`,
    where: null,
    todo: null,
  }
}
