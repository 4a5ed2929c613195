import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../../model/errors.ts'
import type { DataDir } from './data-dir.ts'
import type { Engine } from './engine.ts'

/** What a program of PostgreSQL is started with, and the data directory as that program can reach it. */
interface Footing {
  readonly base: string
  readonly options: SpawnOptions
  readonly close: () => void
}

/**
 * Settings of the embedded server. Durable (fsync and full pages on), one machine's worth of memory, no TCP. The
 * socket folder is relative to the cluster, where the server stands: so no path is too long for a socket address.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_directories: '../run',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  max_connections: '100',
  // Parallel plans need /dev/shm, which is 64 MB in many containers; the reader threads want the cores anyway.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // LOG and up, without ERROR: messages of failed statements can quote article text (RELIABILITY.md, S8).
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  cluster_name: 'theatrum',
}

/** Starts the server, detached from our terminal and its signals; its messages go to the data directory's log. */
export function spawnServer(engine: Engine, dir: DataDir): ChildProcess {
  const log = openLog(dir)
  const footing = standOn(dir, engine, log)
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(engine.native, 'bin', 'postgres'), ['-D', path.join(footing.base, 'pg'), ...settings], {
    ...footing.options,
    detached: true,
  })
  footing.close()
  fs.closeSync(log)
  return child
}

/**
 * Runs a program of PostgreSQL to its end.
 * @throws TH_DISK_FULL when that is why it failed, TH_DATA_DAMAGED with what it said otherwise.
 */
export function runProgram(
  engine: Engine,
  dir: DataDir,
  program: 'initdb' | 'postgres',
  args: (base: string) => readonly string[],
  input = '',
): void {
  const footing = standOn(dir, engine, 'pipe')
  const result = spawnSync(path.join(engine.native, 'bin', program), args(footing.base), {
    ...footing.options,
    input,
    encoding: 'utf8',
  })
  footing.close()
  const said = `${result.stdout}${result.stderr}`
  // In single-user mode the server answers errors and still ends with 0.
  if (result.status === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(said)) return
  throw failure(dir, program, result.error?.message ?? said)
}

/** Why the server did not start, from the end of its log. */
export function serverFailure(dir: DataDir): TheatrumError {
  const log = fs.existsSync(dir.log) ? fs.readFileSync(dir.log, 'utf8').slice(-4000) : ''
  return failure(dir, 'postgres', log)
}

function failure(dir: DataDir, program: string, said: string): TheatrumError {
  const lines = said.trim().split('\n')
  const telling = lines.findLast(line => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? 'no message'
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new TheatrumError('TH_DISK_FULL', 'the database cannot start: no space is left on the device', {
      where: dir.root,
      todo: 'free 200 MB and run the same command again',
    })
  }
  return new TheatrumError('TH_DATA_DAMAGED', `${program} did not start: ${telling.trim()}`, {
    where: dir.root,
    todo: `see ${dir.log}`,
  })
}

/**
 * What a program needs in order to run as the server's user. Root opens the data directory and hands the open folder
 * on (descriptor 3): a user who may not walk the folders above it (/root) still reaches what is inside.
 */
function standOn(dir: DataDir, engine: Engine, output: number | 'pipe'): Footing {
  const libraries = [dir.lib, path.join(engine.native, 'lib')]
  const stdin = output === 'pipe' ? 'pipe' : 'ignore'
  if (dir.user === null || process.platform !== 'linux') {
    const options: SpawnOptions = { cwd: dir.root, env: environment(libraries), stdio: [stdin, output, output] }
    return { base: dir.root, options: { ...options, ...dir.user }, close: () => undefined }
  }
  const folder = fs.openSync(dir.root, fs.constants.O_RDONLY | fs.constants.O_DIRECTORY)
  const base = '/proc/self/fd/3'
  const options: SpawnOptions = {
    cwd: '/',
    env: environment([`${base}/lib`, ...libraries.slice(1)]),
    stdio: [stdin, output, output, folder],
    ...dir.user,
  }
  return { base, options, close: () => fs.closeSync(folder) }
}

/** A small environment: PG* variables of the caller would change what the programs do. */
function environment(libraries: readonly string[]): NodeJS.ProcessEnv {
  const value = libraries.join(':')
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    LD_LIBRARY_PATH: value,
    DYLD_LIBRARY_PATH: value,
  }
}

const LOG_LIMIT_BYTES = 5_000_000

/** Opens the log for appending; one that has grown past 5 MB starts anew, the one before is kept. */
export function openLog(dir: DataDir): number {
  const size = fs.statSync(dir.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT_BYTES) fs.renameSync(dir.log, `${dir.log}.1`)
  const log = fs.openSync(dir.log, 'a', 0o600)
  if (dir.user !== null) fs.fchownSync(log, dir.user.uid, dir.user.gid)
  return log
}
