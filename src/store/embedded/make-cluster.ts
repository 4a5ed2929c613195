import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { TheatrumError } from '../../model/errors.ts'
import { type DataDir, give } from './data-dir.ts'
import type { Engine } from './engine.ts'
import { runProgram } from './server-process.ts'

/** Superuser of the embedded cluster: makes it and watches over it, never reads or writes the picture. */
export const ADMIN_ROLE = 'theatrum_admin'
/** Role that the program logs in as: owns the tables, is no superuser and does not bypass row-level security. */
export const APP_ROLE = 'theatrum_app'
export const DATABASE = 'theatrum'

/**
 * Makes the database cluster (initdb and our roles) in a folder of its own and moves it to its place when it is
 * complete: a process killed in between leaves rubbish, never half a cluster, and of two racing ones one wins.
 */
export function makeCluster(engine: Engine, dir: DataDir): void {
  if (fs.existsSync(dir.cluster)) return
  clearRemains(dir)
  password(dir, dir.adminPassword)
  const app = password(dir, dir.appPassword)
  const fresh = fs.mkdtempSync(path.join(dir.root, 'making-'))
  give(dir, fresh)
  const name = path.basename(fresh)
  runProgram(engine, dir, 'initdb', base => [
    ...['-D', path.join(base, name), '-U', ADMIN_ROLE, '--pwfile', path.join(base, path.basename(dir.adminPassword))],
    ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--data-checksums', '--no-instructions'],
    // Built-in C.UTF-8: the same order on every machine, whatever its libc; nothing of ours sorts by a language's rules.
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
  ])
  runProgram(engine, dir, 'postgres', base => ['--single', '-D', path.join(base, name), 'postgres'], bootstrap(app))
  try {
    fs.renameSync(fresh, dir.cluster)
  } catch (error) {
    fs.rmSync(fresh, { recursive: true, force: true })
    // Another process was first. Passwords are written once, so its cluster knows ours.
    if (!fs.existsSync(dir.cluster)) throw error
  }
}

/** One statement a line: single-user mode reads lines. */
function bootstrap(app: string): string {
  return [
    `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${app}';`,
    'CREATE ROLE theatrum_reader NOLOGIN NOSUPERUSER NOBYPASSRLS;',
    'CREATE ROLE theatrum_writer NOLOGIN NOSUPERUSER NOBYPASSRLS;',
    `GRANT theatrum_reader, theatrum_writer TO ${APP_ROLE};`,
    `CREATE DATABASE ${DATABASE} OWNER ${APP_ROLE};`,
    `REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC;`,
    '',
  ].join('\n')
}

/** The password in the file, made on first use. Written once and whole (link), so that racing processes agree on it. */
function password(dir: DataDir, file: string): string {
  if (!fs.existsSync(file)) {
    const fresh = path.join(dir.root, `making-${randomBytes(6).toString('hex')}`)
    const handle = fs.openSync(fresh, 'wx', 0o600)
    fs.writeSync(handle, randomBytes(24).toString('base64url'))
    fs.fsyncSync(handle)
    fs.closeSync(handle)
    give(dir, fresh)
    try {
      fs.linkSync(fresh, file)
    } catch (error) {
      if (!fs.existsSync(file)) throw error
    }
    fs.rmSync(fresh)
  }
  const found = fs.readFileSync(file, 'utf8')
  if (/^[\w-]{20,}$/.test(found)) return found
  throw new TheatrumError('TH_DATA_DAMAGED', 'the password file does not hold a password', {
    where: file,
    todo: 'remove the data directory if it is new',
  })
}

const REMAINS_AFTER_MS = 10 * 60_000

/** Removes what a process that was killed while making a cluster left behind. Recent ones may be at work: they stay. */
function clearRemains(dir: DataDir): void {
  for (const name of fs.readdirSync(dir.root)) {
    if (!name.startsWith('making-')) continue
    const file = path.join(dir.root, name)
    const stat = fs.statSync(file, { throwIfNoEntry: false })
    if (stat !== undefined && Date.now() - stat.mtimeMs > REMAINS_AFTER_MS)
      fs.rmSync(file, { recursive: true, force: true })
  }
}
