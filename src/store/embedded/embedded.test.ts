import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { TheatrumError } from '../../model/errors.ts'
import { LOCAL_VIEWER } from '../../model/viewer.ts'
import { assertRoom, MIN_FREE_BYTES } from '../disk-space.ts'
import { openStore } from '../open-store.ts'
import { pictureOf } from '../picture.ts'
import { counts } from '../stored.ts'
import { makeReading } from '../testdata/make-reading.ts'
import { dataDirAt } from './data-dir.ts'
import { postmasterPid } from './postmaster-pid.ts'
import { type Embedded, startEmbedded } from './start-embedded.ts'

const ROOT = process.geteuid?.() === 0
/** Other processes can be looked for by what they run. */
const PROC = fs.existsSync('/proc')
const folders: string[] = []

function freshDir(name = 'data'): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'th-emb-'))
  folders.push(folder)
  return path.join(folder, name)
}

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

async function answer(embedded: Embedded): Promise<number> {
  const client = new pg.Client(embedded.connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<{ two: number }>('SELECT 1 + 1 AS two')).rows[0]?.two ?? 0
  } finally {
    await client.end()
  }
}

const alive = (pid: number | null): boolean => {
  try {
    if (pid !== null) process.kill(pid, 0)
    return pid !== null
  } catch {
    return false
  }
}

/** Waits for what takes moments, a hundred times as long if need be: a busy machine is no fault. */
async function until(holds: () => boolean): Promise<boolean> {
  for (let waits = 0; waits < 2000; waits++, await sleep(50)) if (holds()) return true
  return holds()
}

/** Another process that opens the store, writes readings one a transaction and prints each number after its commit. */
function writer(dataDir: string, count: number): ReturnType<typeof spawn> {
  const at = (file: string): string => JSON.stringify(new URL(`../../../dist/store/${file}`, import.meta.url).href)
  const program = `
    import { openStore } from ${at('open-store.js')}
    import { pictureOf } from ${at('picture.js')}
    import { makeReading } from ${at('testdata/make-reading.js')}
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)} })
    const picture = pictureOf(store, 'v')
    for (let i = 0; i < ${count}; i++) {
      await picture.write(w => w.saveReadings([makeReading({ name: process.argv[1] + i, statements: [{ speaker: 'Ana Example', content: 'the talks' }] })]))
      process.stdout.write(i + '\\n')
    }
    await store.close()`
  return spawn(
    process.execPath,
    ['--input-type=module', '-e', program, `w${Math.random().toString(36).slice(2, 6)}-`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
}

describe('the embedded server', () => {
  it('starts in a new directory that only its owner can enter, and stops with its last user', async () => {
    const dataDir = freshDir()
    const embedded = await startEmbedded(dataDir)
    expect(await answer(embedded)).toBe(2)
    expect(fs.statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(fs.statSync(path.join(dataDir, 'app.password')).mode & 0o777).toBe(0o600)
    const pid = postmasterPid(embedded.dir)
    await embedded.release()
    expect(postmasterPid(embedded.dir)).toBeNull()
    // The lock file goes first, the process a moment later.
    expect(await until(() => !alive(pid))).toBe(true)
  })

  it('is durable, has no TCP port, and is no server of root', async () => {
    const embedded = await startEmbedded(freshDir())
    const client = new pg.Client(embedded.connection)
    await client.connect()
    const { rows } = await client.query(
      "SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS tcp, current_setting('full_page_writes') AS pages, current_setting('server_encoding') AS encoding",
    )
    await client.end()
    expect(rows).toEqual([{ fsync: 'on', tcp: '', pages: 'on', encoding: 'UTF8' }])
    if (ROOT) expect(fs.statSync(`/proc/${postmasterPid(embedded.dir)}`).uid).not.toBe(0)
    await embedded.release()
  })

  it('is joined by a second user and outlives the first', async () => {
    const dataDir = freshDir()
    const [first, second] = await Promise.all([startEmbedded(dataDir), startEmbedded(dataDir)])
    const pid = postmasterPid(first.dir)
    await first.release()
    expect(await answer(second)).toBe(2)
    expect(postmasterPid(second.dir)).toBe(pid)
    await second.release()
    // the lock file goes first, the process a moment later
    expect(await until(() => !alive(pid))).toBe(true)
  })

  it('takes a directory whose path is longer than a socket address may be', async () => {
    const embedded = await startEmbedded(freshDir(`${'long-'.repeat(30)}data`))
    expect(await answer(embedded)).toBe(2)
    await embedded.release()
  })

  it.runIf(ROOT && os.platform() === 'linux')('serves root from a folder that nobody else can reach', async () => {
    const dataDir = freshDir()
    fs.chmodSync(path.dirname(dataDir), 0o700)
    const embedded = await startEmbedded(dataDir)
    expect(await answer(embedded)).toBe(2)
    await embedded.release()
  })

  it('goes on after its server was killed, with everything that was stored', async () => {
    const store = await openStore({ dataDir: freshDir() })
    const picture = pictureOf(store, 'v')
    await picture.write(w => w.saveReadings([makeReading({ name: 'before' })]))
    const dir = dataDirAt(store.describe().where)
    const pid = postmasterPid(dir)
    if (pid !== null) process.kill(pid, 'SIGKILL')
    const saveAfter = () => picture.write(w => w.saveReadings([makeReading({ name: 'after' })]))
    // A server process may outlive its postmaster for a moment: what it had begun fails, whole, and may be done again.
    await saveAfter().catch(error => {
      expect(error).toMatchObject({ code: 'TH_DATABASE_UNREACHABLE' })
      return saveAfter()
    })
    expect(await store.write(counts)).toMatchObject({ articles: 2 })
    expect(postmasterPid(dir)).not.toBe(pid)
    await store.close()
  })

  it('stops when its only user is killed, and is found whole again', async () => {
    const dataDir = freshDir()
    const child = writer(dataDir, 1000)
    await once(child.stdout ?? child, 'data')
    const pid = postmasterPid(dataDirAt(dataDir))
    child.kill('SIGKILL')
    expect(await until(() => !alive(pid))).toBe(true)
    const store = await openStore({ dataDir })
    expect((await store.write(counts))['articles']).toBeGreaterThan(0)
    await store.close()
  })

  it('loses nothing that was acknowledged when user, supervisor and server are killed, eight times over', {
    timeout: 180_000,
  }, async () => {
    const dataDir = freshDir()
    const dir = dataDirAt(dataDir)
    let acknowledged = 0
    for (let round = 0; round < 8; round++) {
      const child = writer(dataDir, 100_000)
      child.stdout?.on('data', (lines: Buffer) => (acknowledged += lines.toString().split('\n').length - 1))
      await once(child.stdout ?? child, 'data')
      await sleep(Math.random() * 400)
      child.kill('SIGKILL')
      const pid = postmasterPid(dir)
      if (pid !== null && round % 2 === 0) process.kill(pid, 'SIGKILL')
      for (const supervisor of supervisorsOf(dataDir)) if (round % 3 === 0) process.kill(supervisor, 'SIGKILL')
      await once(child, 'close')
    }
    const store = await openStore({ dataDir })
    const { articles, statements, pages } = await store.write(counts)
    expect(articles).toBeGreaterThanOrEqual(acknowledged)
    expect(articles).toBeLessThanOrEqual(acknowledged + 8)
    expect(statements).toBe(articles)
    expect(pages).toBe(articles)
    await store.close()
    expect(await until(() => postmasterPid(dir) === null)).toBe(true)
  })

  it.runIf(PROC)('is stopped by its next user when it lost its supervisor', async () => {
    const dataDir = freshDir()
    const first = await startEmbedded(dataDir)
    const pid = postmasterPid(first.dir)
    expect(await until(() => supervisorsOf(dataDir).length > 0)).toBe(true)
    for (const supervisor of supervisorsOf(dataDir)) process.kill(supervisor, 'SIGKILL')
    const second = await startEmbedded(dataDir)
    expect(postmasterPid(second.dir)).toBe(pid)
    await first.release()
    await second.release()
    expect(await until(() => !alive(pid))).toBe(true)
  })

  it.runIf(PROC)('is stopped by its last user when its supervisor was killed under him', async () => {
    const dataDir = freshDir()
    const only = await startEmbedded(dataDir)
    const pid = postmasterPid(only.dir)
    expect(await until(() => supervisorsOf(dataDir).length > 0)).toBe(true)
    for (const supervisor of supervisorsOf(dataDir)) process.kill(supervisor, 'SIGKILL')
    await only.release()
    expect(await until(() => !alive(pid))).toBe(true)
  })

  it('starts over a lock file of a process that is no server, and over an empty one', async () => {
    const dataDir = freshDir()
    await (await startEmbedded(dataDir)).release()
    const lock = path.join(dataDir, 'pg', 'postmaster.pid')
    for (const content of [`${process.pid}\n/nowhere\n`, '999999\n', '']) {
      fs.writeFileSync(lock, content)
      fs.utimesSync(lock, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000))
      if (ROOT) fs.chownSync(lock, 65534, 65534)
      const embedded = await startEmbedded(dataDir)
      expect(await answer(embedded)).toBe(2)
      await embedded.release()
    }
  })

  it('starts over half a directory that a killed first start left', async () => {
    const dataDir = freshDir()
    const child = writer(dataDir, 1)
    // Half a directory stands for a moment alone: a busy machine may show it whole at once.
    const begun = (name: string): boolean => name.startsWith('making-') || name === 'pg'
    expect(await until(() => fs.existsSync(dataDir) && fs.readdirSync(dataDir).some(begun))).toBe(true)
    child.kill('SIGKILL')
    for (const supervisor of supervisorsOf(dataDir)) process.kill(supervisor, 'SIGKILL')
    const embedded = await startEmbedded(dataDir)
    expect(await answer(embedded)).toBe(2)
    await embedded.release()
  })
})

describe('a data directory that cannot be used', () => {
  const refusal = async (dataDir: string): Promise<TheatrumError> => {
    const error = await openStore({ dataDir }).then(
      store => store.close(),
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(TheatrumError)
    return error as TheatrumError
  }

  it('of a newer layout, a newer PostgreSQL or a newer schema is refused as TH_DATA_NEWER', async () => {
    const dataDir = freshDir()
    const store = await openStore({ dataDir })
    const dir = dataDirAt(dataDir)
    const { connectAdmin } = await import('./connection.ts')
    const admin = await connectAdmin(dir, dir.run)
    await admin.query('INSERT INTO theatrum.schema_version (version) VALUES (99)')
    await admin.end()
    await store.close()
    expect(await refusal(dataDir)).toMatchObject({ code: 'TH_DATA_NEWER', where: dataDir })
    fs.writeFileSync(path.join(dataDir, 'pg', 'PG_VERSION'), '99\n')
    expect((await refusal(dataDir)).message).toContain('PostgreSQL 99')
    fs.writeFileSync(path.join(dataDir, 'theatrum.json'), '{"format":2}')
    expect((await refusal(dataDir)).message).toContain('layout 2')
  })

  it('that holds something else is refused and left alone', async () => {
    const folder = freshDir('letters')
    fs.mkdirSync(folder)
    fs.writeFileSync(path.join(folder, 'letter.txt'), 'mine')
    expect(await refusal(folder)).toMatchObject({ code: 'TH_DATA_DAMAGED' })
    expect(fs.readdirSync(folder)).toEqual(['letter.txt'])
    expect(await refusal(path.join(folder, 'letter.txt'))).toMatchObject({ code: 'TH_DATA_DAMAGED' })
  })

  it.runIf(ROOT)('of another user is refused as TH_DATA_OWNER', () => {
    const dataDir = freshDir()
    fs.chmodSync(path.dirname(dataDir), 0o755)
    fs.mkdirSync(dataDir, { mode: 0o755 })
    fs.writeFileSync(path.join(dataDir, 'theatrum.json'), '{"format":1}')
    const file = new URL('../../../dist/store/embedded/data-dir.js', import.meta.url).href
    const program = `
      const { prepareDataDir } = await import(${JSON.stringify(file)})
      process.setgid(65534); process.setuid(65534)
      try { prepareDataDir(${JSON.stringify(dataDir)}, 18) } catch (error) { console.log(error.code) }`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(said.trim()).toBe('TH_DATA_OWNER')
  })

  it('with too little room takes nothing more in and stays readable', async () => {
    await expect(assertRoom('/', async () => MIN_FREE_BYTES - 1)).rejects.toMatchObject({ code: 'TH_DISK_FULL' })
    await expect(assertRoom('/', async () => MIN_FREE_BYTES)).resolves.toBeUndefined()
  })

  it('that is not there yet is not made by somebody who only asks', async () => {
    const dataDir = freshDir()
    await expect(openStore({ dataDir, readOnly: true })).rejects.toMatchObject({ code: 'TH_INPUT_MISSING' })
    expect(fs.existsSync(dataDir)).toBe(false)
  })

  it('is opened by somebody who only asks when it is there, and he cannot write', async () => {
    const dataDir = freshDir()
    await (await openStore({ dataDir })).close()
    const store = await openStore({ dataDir, readOnly: true })
    await expect(store.read(LOCAL_VIEWER, async () => 'answer')).resolves.toBe('answer')
    await expect(store.write(counts)).rejects.toThrow('read only')
    await store.close()
  })
})

/** Supervisors of a data directory, by their process title. */
function supervisorsOf(dataDir: string): number[] {
  if (!PROC) return []
  return fs.readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return []
    try {
      const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8')
      return command.includes(dataDir) && /theatrum store|supervisor-main/.test(command) ? [Number(name)] : []
    } catch {
      return []
    }
  })
}
