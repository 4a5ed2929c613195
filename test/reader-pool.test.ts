import { afterEach, describe, expect, it, vi } from 'vitest'
import { reportError } from '../src/cli/report-error.ts'
import { TheatrumError } from '../src/model/errors.ts'
import type { Page } from '../src/model/page.ts'
import { ReaderPool } from '../src/pipeline/reader-pool.ts'
import { textPage } from './text-page.ts'

const PLANTED = new URL('./workers/planted-worker.js', import.meta.url)

const page = (word: string, file = `${word}.txt`): Page => textPage(file, word)

let pool: ReaderPool | null = null
afterEach(async () => {
  await pool?.close()
  pool = null
})

async function reasonOf(word: string, options: { timeoutMs?: number; memoryMb?: number } = {}): Promise<string> {
  pool = new ReaderPool({ workers: 1, program: PLANTED, ...options })
  const result = await pool.read(page(word))
  return result.ok ? 'read' : result.rejected.rejected.reason
}

describe('a worker that misbehaves', () => {
  it('is killed when it hangs, and the page says so', async () => {
    expect(await reasonOf('hang', { timeoutMs: 300 })).toBe('timed-out')
  })

  it('has a second more for each 2,500 characters of the article that it found, and is killed after that', async () => {
    expect(await reasonOf('long', { timeoutMs: 1_000 })).toBe('read')
    await pool?.close()
    pool = new ReaderPool({ workers: 1, program: PLANTED, timeoutMs: 1_000 })
    const result = await pool.read(page('long hang'))
    expect(result).toMatchObject({
      ok: false,
      rejected: { rejected: { reason: 'timed-out', detail: 'reading this page took more than 2 s' } },
    })
  })

  it('costs its page when it dies or throws', async () => {
    expect(await reasonOf('die')).toBe('crashed')
    await pool?.close()
    expect(await reasonOf('throw')).toBe('crashed')
  })

  it('costs its page when it runs out of memory', async () => {
    expect(await reasonOf('fill', { memoryMb: 40, timeoutMs: 30_000 })).toBe('out-of-memory')
  })

  it('costs no other page: the rest is read, once each', async () => {
    pool = new ReaderPool({ workers: 2, program: PLANTED, timeoutMs: 2_000 })
    const words = ['a', 'hang', 'b', 'die', 'c', 'throw', 'd', 'e', 'hang', 'f']
    const results = await Promise.all(words.map((word, i) => pool?.read(page(word, `${i}.txt`))))
    const outcome = results.map(result => (result?.ok === true ? 'read' : result?.rejected.rejected.reason))
    expect(outcome).toEqual([
      'read',
      'timed-out',
      'read',
      'crashed',
      'read',
      'crashed',
      'read',
      'read',
      'timed-out',
      'read',
    ])
  })
})

describe('the pool', () => {
  it('says when no worker can start at all, and does not start workers for ever', async () => {
    pool = new ReaderPool({ workers: 2, program: new URL('./workers/dead-worker.js', import.meta.url) })
    await expect(pool.ready()).rejects.toThrow('knowledge is damaged')
    await expect(pool.read(page('a'))).rejects.toThrow('knowledge is damaged')
  })

  it('hands on the code, place and advice of what a worker could not load, and tries no second time', async () => {
    pool = new ReaderPool({ workers: 2, program: new URL('./workers/unable-worker.js', import.meta.url) })
    const error = await pool.read(page('a')).catch((failed: unknown) => failed)
    expect(error).toBeInstanceOf(TheatrumError)
    expect(error).toMatchObject({
      code: 'TH_ASSET_DAMAGED',
      exit: 3,
      where: 'models/planted.onnx',
      message: 'expected 9 bytes, got 8',
      todo: 'plant it again',
    })
    expect(pool.startFailure).toBe(error)
    await expect(pool.ready()).rejects.toBe(error)
    await expect(pool.read(page('b'))).rejects.toBe(error)
  })

  it('makes of it one clear line and exit code 3, with the stack under --debug alone', async () => {
    pool = new ReaderPool({ workers: 1, program: new URL('./workers/unable-worker.js', import.meta.url) })
    const error = await pool.ready().catch((failed: unknown) => failed)
    expect(printed(error, false)).toEqual({
      exit: 3,
      text: `error TH_ASSET_DAMAGED  models/planted.onnx  expected 9 bytes, got 8
  try   plant it again        docs/reference/errors.md#th_asset_damaged
`,
    })
    expect(printed(error, true).text).toContain('at planted (models.ts:1)')
  })

  it('turns away what waits when it is closed', async () => {
    pool = new ReaderPool({ workers: 1, program: PLANTED })
    const waiting = [pool.read(page('hang')), pool.read(page('a'))]
    await pool.ready()
    await pool.close()
    const results = await Promise.all(waiting)
    expect(results.map(result => (result.ok ? 'read' : result.rejected.rejected.reason))).toEqual([
      'stopped',
      'stopped',
    ])
  })
})

/** What the command line prints of an error, and its exit code. */
function printed(error: unknown, debug: boolean): { exit: number; text: string } {
  let text = ''
  const write = vi.spyOn(process.stderr, 'write').mockImplementation(chunk => {
    text += String(chunk)
    return true
  })
  const exit = reportError(error, debug)
  write.mockRestore()
  return { exit, text }
}
