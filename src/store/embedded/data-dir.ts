import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { TheatrumError } from '../../model/errors.ts'
import { type ServerUser, serverUser } from './server-user.ts'

/** Version of the layout below. A directory with a higher one was made by a newer Theatrum. */
export const DATA_FORMAT = 1

/** A data directory and its parts. `theatrum.json` says what it is; everything in it belongs to the server's user. */
export interface DataDir {
  readonly root: string
  /** Whom root hands the server to; null when the server runs as the caller. */
  readonly user: ServerUser | null
  /** PostgreSQL's own directory. Present: its making was completed. */
  readonly cluster: string
  /** The server's socket. */
  readonly run: string
  /** Links between shared libraries. */
  readonly lib: string
  readonly log: string
  /** Passwords (mode 0600) of the superuser, who only makes and watches, and of the role that the program works as. */
  readonly adminPassword: string
  readonly appPassword: string
}

const Stamp = z.object({ format: z.number() })

/** Where the parts of a data directory are. Touches nothing. */
export function dataDirAt(folder: string): DataDir {
  const root = path.resolve(folder)
  const at = (name: string): string => path.join(root, name)
  return {
    root,
    user: serverUser(root),
    cluster: at('pg'),
    run: at('run'),
    lib: at('lib'),
    log: at('server.log'),
    adminPassword: at('admin.password'),
    appPassword: at('app.password'),
  }
}

/**
 * Makes the directory (mode 0700) or checks the one that is there, and hands it to the server's user.
 * @throws TH_DATA_OWNER when it belongs to another user, TH_DATA_NEWER when a newer Theatrum or PostgreSQL made it,
 * TH_DATA_DAMAGED when it holds something else or cannot be read.
 */
export function prepareDataDir(folder: string, postgresMajor: number): DataDir {
  const there = fs.statSync(folder, { throwIfNoEntry: false })
  const dir = dataDirAt(folder)
  if (there !== undefined && !there.isDirectory()) {
    throw new TheatrumError('TH_DATA_DAMAGED', 'expected a directory, found a file', {
      where: dir.root,
      todo: 'name another place with --data',
    })
  }
  if (there === undefined) makeDirectory(dir)
  else checkOwner(dir, there.uid)
  checkStamp(dir)
  checkCluster(dir, postgresMajor)
  fs.chmodSync(dir.root, 0o700)
  give(dir, dir.root)
  for (const part of [dir.run, dir.lib]) {
    fs.mkdirSync(part, { recursive: true, mode: 0o700 })
    give(dir, part)
  }
  return dir
}

/** Hands a file to the server's user, when that is another than the caller. */
export function give(dir: DataDir, file: string): void {
  if (dir.user !== null) fs.lchownSync(file, dir.user.uid, dir.user.gid)
}

function makeDirectory(dir: DataDir): void {
  try {
    fs.mkdirSync(dir.root, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new TheatrumError('TH_DATA_OWNER', 'the data directory cannot be made here', {
      where: dir.root,
      todo: 'name a place that you may write to with --data',
      cause,
    })
  }
}

function checkOwner(dir: DataDir, owner: number): void {
  const me = process.geteuid?.()
  if (me === undefined || me === 0 || me === owner) return
  throw new TheatrumError(
    'TH_DATA_OWNER',
    `the data directory belongs to user ${owner}, you are user ${me} (${os.userInfo().username})`,
    {
      where: dir.root,
      todo: 'run as its owner, or name another place with --data',
    },
  )
}

function checkStamp(dir: DataDir): void {
  const file = path.join(dir.root, 'theatrum.json')
  if (!fs.existsSync(file)) {
    const foreign = fs.readdirSync(dir.root).filter(name => !name.startsWith('.'))
    if (foreign.length > 0) {
      throw new TheatrumError(
        'TH_DATA_DAMAGED',
        `the directory is not empty and is no data directory (it holds ${foreign[0]})`,
        {
          where: dir.root,
          todo: 'name a new or empty directory with --data',
        },
      )
    }
    fs.writeFileSync(file, `${JSON.stringify({ format: DATA_FORMAT })}\n`, { mode: 0o600 })
    give(dir, file)
    return
  }
  const format = readStamp(file)
  if (format > DATA_FORMAT) throw newer(dir, `layout ${format}, this program knows layouts up to ${DATA_FORMAT}`)
}

function readStamp(file: string): number {
  try {
    return Stamp.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).format
  } catch (cause) {
    throw new TheatrumError('TH_DATA_DAMAGED', 'the stamp of the data directory cannot be read', {
      where: file,
      todo: `put back a line like {"format":${DATA_FORMAT}} if the file was damaged`,
      cause,
    })
  }
}

function checkCluster(dir: DataDir, postgresMajor: number): void {
  const file = path.join(dir.cluster, 'PG_VERSION')
  if (!fs.existsSync(dir.cluster)) return
  if (!fs.existsSync(file)) {
    throw new TheatrumError('TH_DATA_DAMAGED', 'the database files are incomplete: PG_VERSION is missing', {
      where: dir.cluster,
      todo: 'restore the directory from a backup',
    })
  }
  const major = Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  if (major > postgresMajor) throw newer(dir, `PostgreSQL ${major}, this program brings ${postgresMajor}`)
  if (major < postgresMajor) {
    throw new TheatrumError(
      'TH_EMBEDDED_MISSING',
      `the data directory is of PostgreSQL ${major}, this program brings ${postgresMajor}`,
      {
        where: dir.root,
        todo: `use a Theatrum with PostgreSQL ${major}, or ingest again into a new directory`,
      },
    )
  }
}

function newer(dir: DataDir, what: string): TheatrumError {
  return new TheatrumError('TH_DATA_NEWER', `a newer Theatrum made this data directory: ${what}`, {
    where: dir.root,
    todo: 'install the newer version, or name another place with --data',
  })
}
