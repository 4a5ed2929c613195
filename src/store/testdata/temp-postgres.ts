// A PostgreSQL 15 of the machine (Debian's package) in a temporary directory, for tests that run on a given database.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'

const BIN = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'].find(folder => fs.existsSync(path.join(folder, 'initdb')))

/** Why tests on a given PostgreSQL cannot run here; null when they can. */
export const NO_POSTGRES: string | null = BIN === undefined ? 'no PostgreSQL of the machine (apt install postgresql-15)' : null

export interface TempPostgres {
  /** Address of a database of this name, logged in as this role; both are made on first use. */
  url(database: string, role?: string): Promise<string>
  admin(sql: string, database?: string): Promise<pg.QueryResult>
  stop(): Promise<void>
}

/** Starts a throw-away cluster on a socket in its own directory, as an unprivileged user when we are root. */
export async function tempPostgres(): Promise<TempPostgres> {
  if (BIN === undefined) throw new Error(NO_POSTGRES ?? '')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'th-pg-'))
  const root = process.geteuid?.() === 0
  const user = root ? { uid: 65534, gid: 65534 } : {}
  if (root) fs.chownSync(folder, 65534, 65534)
  const data = path.join(folder, 'data')
  execFileSync(path.join(BIN, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '-N'], { ...user, cwd: folder, stdio: 'ignore' })
  const args = ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off']
  const server = spawn(path.join(BIN, 'postgres'), args, { ...user, cwd: folder, stdio: 'ignore' })
  const admin = async (sql: string, database = 'postgres'): Promise<pg.QueryResult> => {
    const client = new pg.Client({ host: folder, user: 'postgres', database })
    await client.connect()
    try {
      return await client.query(sql)
    } finally {
      await client.end()
    }
  }
  await waitFor(() => admin('SELECT 1'))
  return {
    admin,
    url: async (database, role = 'postgres') => {
      const { rowCount: roles } = await admin(`SELECT FROM pg_roles WHERE rolname = '${role}'`)
      if (roles === 0) await admin(`CREATE ROLE ${role} LOGIN`)
      const { rowCount } = await admin(`SELECT FROM pg_database WHERE datname = '${database}'`)
      if (rowCount === 0) await admin(`CREATE DATABASE ${database} OWNER ${role}`)
      return `postgresql://${role}@/${database}?host=${encodeURIComponent(folder)}`
    },
    stop: async () => {
      server.kill('SIGINT')
      await once(server, 'exit')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function waitFor(attempt: () => Promise<unknown>): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      await attempt()
      return
    } catch (error) {
      if (i > 200) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}
