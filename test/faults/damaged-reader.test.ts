import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TheatrumError } from '../../src/model/errors.ts'
import { ReaderPool } from '../../src/pipeline/reader-pool.ts'

// The built program with a copy of its models that is damaged: it must say so and stop, and read nothing worse instead.

const ROOT = path.join(import.meta.dirname, '..', '..')
const SHIPPED = path.join(ROOT, 'models')
const BUILT = path.join(ROOT, 'dist')

let copy: string
const model = (name: string): string => path.join(copy, 'models', name)

beforeAll(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-damaged-'))
  // The built program finds its models beside itself, so it is copied; what is large and stays sound is linked.
  fs.cpSync(BUILT, path.join(copy, 'dist'), { recursive: true })
  for (const name of ['bin', 'package.json'])
    fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true })
  for (const name of ['node_modules', 'knowledge']) fs.symlinkSync(path.join(ROOT, name), path.join(copy, name))
  fs.writeFileSync(path.join(copy, 'article.txt'), 'Harbour reopens\n\nThe port of Exampleton reopened on Tuesday.\n')
})
beforeEach(() => {
  fs.rmSync(path.join(copy, 'models'), { recursive: true, force: true })
  fs.cpSync(SHIPPED, path.join(copy, 'models'), { recursive: true })
})
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

/** Runs the copy. Quietly: a slow machine would else put lines of progress among what is compared. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = [path.join(copy, 'bin', 'theatrum.js'), '--quiet', ...args]
  return new Promise(resolve => {
    execFile(process.execPath, command, { cwd: copy }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

/** Turns one bit in the middle of a file. */
function flipOneBit(file: string): void {
  const bytes = fs.readFileSync(file)
  const at = bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  fs.writeFileSync(file, bytes)
}

const HASHES = 'expected SHA-256 [0-9a-f]{64}, got [0-9a-f]{64}'

describe('the reader’s files', () => {
  it('read an article when they are sound', async () => {
    const { code, out, err } = await run('read', 'article.txt', '--json')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(JSON.parse(out).rejected).toBeNull()
  })

  it.each<[string, (file: string) => void, string]>([
    ['reader.onnx', flipOneBit, HASHES],
    ['reader.json', flipOneBit, HASHES],
    ['vocab.txt', file => fs.truncateSync(file, 1000), 'expected \\d+ bytes, got 1000'],
    ['reader.onnx', file => fs.rmSync(file), 'expected \\d+ bytes, got no such file'],
    ['manifest.json', file => fs.rmSync(file), 'expected .+, got no such file'],
  ])('stop the program with one clear line when %s is damaged', async (name, damage, message) => {
    damage(model(name))
    const expected = new RegExp(
      `^error TH_ASSET_DAMAGED  models/${name}  ${message}\\n  try   npm install theatrum again, or .+\\n$`,
    )
    for (const args of [
      ['read', 'article.txt', '--json'],
      ['parse', 'article.txt'],
    ]) {
      const { code, out, err } = await run(...args)
      expect(err).toMatch(expected)
      expect(code).toBe(3)
      expect(out).toBe('')
    }
  })

  it('are looked at by doctor, which goes on to the rest', async () => {
    flipOneBit(model('reader.onnx'))
    const { code, out } = await run('doctor', '--json', '--data', path.join(copy, 'data'))
    const findings: { what: string; ok: boolean; detail: string }[] = JSON.parse(out)
    expect(findings.find(({ what }) => what === 'reader')).toMatchObject({
      ok: false,
      detail: expect.stringMatching(new RegExp(`^TH_ASSET_DAMAGED models/reader.onnx ${HASHES}$`)),
    })
    expect(findings.find(({ what }) => what === 'library')).toMatchObject({
      ok: true,
      detail: expect.stringContaining('onnxruntime-node'),
    })
    expect(findings.map(({ what }) => what)).toEqual(['program', 'knowledge', 'reader', 'library', 'pages', 'store'])
    expect(code).toBe(3)
  })

  it('stop the pool of readers with the same error', async () => {
    flipOneBit(model('reader.onnx'))
    const pool = new ReaderPool({ workers: 2, root: copy })
    const error = await pool.ready().catch((failed: unknown) => failed)
    await pool.close()
    expect(error).toBeInstanceOf(TheatrumError)
    expect(error).toMatchObject({ code: 'TH_ASSET_DAMAGED', where: 'models/reader.onnx', exit: 3 })
  })
})
