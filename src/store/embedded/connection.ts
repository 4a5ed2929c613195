import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { DataDir } from './data-dir.ts'
import { ADMIN_ROLE, APP_ROLE, DATABASE } from './make-cluster.ts'

/** Advisory locks of the embedded server, as (class, object). Held for as long as a session lives, kill -9 included. */
export const LOCK: { readonly class: number; readonly lease: number; readonly watch: number } = {
  class: 0x7468,
  lease: 1,
  watch: 2,
}

/** Bytes of a Unix socket's address: 107 on Linux, 103 on macOS; what `.s.PGSQL.5432` needs is taken off. */
const LONGEST_FOLDER = 103 - '/.s.PGSQL.5432'.length

/** The folder of the server's socket, by a name short enough for a socket's address. Call `remove` when done. */
export interface SocketFolder {
  readonly path: string
  readonly remove: () => void
}

/** Gives the socket's folder; where its path is too long, a link to it in the system's folder for passing files. */
export function socketFolder(dir: DataDir): SocketFolder {
  if (Buffer.byteLength(dir.run) <= LONGEST_FOLDER) return { path: dir.run, remove: () => undefined }
  const folder = fs.mkdtempSync(path.join(Buffer.byteLength(os.tmpdir()) > 60 ? '/tmp' : os.tmpdir(), 'theatrum-'))
  const link = path.join(folder, 's')
  fs.symlinkSync(dir.run, link)
  return { path: link, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** How the program connects to the embedded server. */
export function appConnection(dir: DataDir, host: string): pg.ClientConfig {
  return { host, port: 5432, database: DATABASE, user: APP_ROLE, password: fs.readFileSync(dir.appPassword, 'utf8') }
}

/** A session of the superuser, for the supervisor alone. */
export async function connectAdmin(dir: DataDir, host: string): Promise<pg.Client> {
  const password = fs.readFileSync(dir.adminPassword, 'utf8')
  const client = new pg.Client({
    host,
    port: 5432,
    database: DATABASE,
    user: ADMIN_ROLE,
    password,
    connectionTimeoutMillis: 10_000,
  })
  // Without a listener a lost connection would end the process; whoever asks next learns of it.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** True for failures that mean "no server yet" or "not just now": no socket, nobody behind it, starting, stopping. */
export function isNotUp(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== null)
    return ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTCONN', '57P01', '57P02', '57P03', '53300'].includes(
      code,
    )
  return (
    error instanceof Error &&
    /Connection terminated|timeout expired|connection timeout|Client has encountered a connection error/i.test(
      error.message,
    )
  )
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
