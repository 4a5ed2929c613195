import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { DataDir } from './data-dir.ts'

/** Process id of the server that runs on this directory according to its lock file; null when there is none. */
export function postmasterPid(dir: DataDir): number | null {
  try {
    const pid = Number.parseInt(fs.readFileSync(pidFile(dir), 'utf8'), 10)
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch {
    return null
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Removes a lock file that no server stands behind: it names a process that is gone or is no PostgreSQL (numbers are
 * reused, in containers at once), or it is empty since its writer was killed. PostgreSQL itself heals most of these, and
 * guards against two servers by its shared memory as well.
 */
export function healPidFile(dir: DataDir): void {
  const file = pidFile(dir)
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return
  const pid = postmasterPid(dir)
  const stale =
    pid === null ? Date.now() - stat.mtimeMs > EMPTY_FOR_MS : !isRunning(pid) || !/postgres/.test(programOf(pid))
  if (stale) fs.rmSync(file, { force: true })
}

/** A server writes its lock file within microseconds of making it; two seconds leave room for a stalled machine. */
const EMPTY_FOR_MS = 2000

function pidFile(dir: DataDir): string {
  return path.join(dir.cluster, 'postmaster.pid')
}

function programOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8')
  } catch {
    try {
      return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
    } catch {
      // Nothing to ask: believe the lock file.
      return 'postgres'
    }
  }
}
