import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const RUN = path.join(import.meta.dirname, 'run.js')
let folder = ''

// A world of its own: a scorer that reads its number from the gold, and a program that prints what it was asked.
const SCORER = `
import fs from 'node:fs'
const [gold, predictions] = process.argv.slice(2)
if (!fs.readFileSync(predictions, 'utf8').includes('copies')) throw new Error('no predictions')
const value = Number(fs.readFileSync(gold + '/../score.txt', 'utf8'))
const one = { f1: value, lo: value - 0.1, hi: value + 0.1 }
process.stdout.write(JSON.stringify({ metrics: { copy: one, clear: one, reuse: one, false: { value: 0, lo: 0, hi: 0 } } }))
`
const PROGRAM = `process.stdout.write(JSON.stringify(process.argv.slice(2)) + '\\n')\nif (process.env.DATABASE_URL) process.exit(9)\n`

const at = (name: string): string => path.join(folder, name)

function evaluate(score: number, ...flags: string[]): { status: number | null; said: string } {
  fs.writeFileSync(at('shared/data/copies/score.txt'), String(score))
  const places = ['shared', 'scratch', 'floors.json', 'scores.md', 'program.mjs'].map(at)
  const options = ['--shared', '--scratch', '--floors', '--table', '--program'].flatMap((name, i) => [name, places[i]!])
  const run = spawnSync(process.execPath, [RUN, ...flags, ...options], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgres://nowhere' },
  })
  return { status: run.status, said: run.stderr }
}

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-eval-'))
  fs.mkdirSync(at('shared/score'), { recursive: true })
  fs.mkdirSync(at('shared/data/copies/dev'), { recursive: true })
  fs.writeFileSync(at('shared/data/copies/dev/gold.jsonl'), '{"id":"pair"}\n')
  fs.writeFileSync(at('shared/score/copies.mjs'), SCORER)
  fs.writeFileSync(at('program.mjs'), PROGRAM)
})

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('npm run eval', () => {
  it('pins what was reached with --raise and passes at the same score', () => {
    expect(evaluate(0.8, 'copies', '--raise').status).toBe(0)
    expect(JSON.parse(fs.readFileSync(at('floors.json'), 'utf8'))['copies/dev'].metrics.copy).toBe(0.8)
    expect(evaluate(0.8, 'copies').status).toBe(0)
  })

  it('fails when a score falls below its floor: the canary', () => {
    const { status, said } = evaluate(0.79, 'copies')
    expect(status).toBe(1)
    expect(said).toContain('copies/dev: copy 0.79 is worse than its floor 0.8')
  })

  it('does not lower a floor with --raise, and does with --lower', () => {
    expect(evaluate(0.7, 'copies', '--raise').status).toBe(1)
    expect(JSON.parse(fs.readFileSync(at('floors.json'), 'utf8'))['copies/dev'].metrics.copy).toBe(0.8)
    expect(evaluate(0.7, 'copies', '--lower').status).toBe(0)
    expect(JSON.parse(fs.readFileSync(at('floors.json'), 'utf8'))['copies/dev'].metrics.copy).toBe(0.7)
  })

  it('fails when the gold is another one than the floors were reached on: a canary too', () => {
    fs.writeFileSync(at('shared/data/copies/dev/gold.jsonl'), '{"id":"another"}\n')
    const { status, said } = evaluate(0.9, 'copies')
    expect(status).toBe(1)
    expect(said).toContain('the gold set is another one')
    expect(evaluate(0.9, 'copies', '--raise').status).toBe(1)
    expect(evaluate(0.9, 'copies', '--lower').status).toBe(0)
  })

  it('skips what is absent, saying so, and writes the table', () => {
    const { status, said } = evaluate(0.9, 'attribution', 'copies')
    expect(status).toBe(0)
    expect(said).toContain('skipped  attribution/dev')
    const table = fs.readFileSync(at('scores.md'), 'utf8')
    expect(table).toMatch(
      /\| copies\/dev \| clear copy \| 0\.900 \| 0\.800 – 1\.000 \| 0\.900 \| \d{4}-\d\d-\d\d \| \S+ \|/,
    )
    expect(table.match(/^\| copies\/dev \|/gm)).toHaveLength(4)
  })

  it('keeps what is written below the table', () => {
    fs.appendFileSync(at('scores.md'), '\n## Errors\n\n| kind | share |\n| --- | --- |\n| a | b |\n')
    evaluate(0.9, 'copies')
    evaluate(0.9, 'copies')
    const page = fs.readFileSync(at('scores.md'), 'utf8')
    expect(page.endsWith('\n\n## Errors\n\n| kind | share |\n| --- | --- |\n| a | b |\n')).toBe(true)
    expect(page.match(/\| kind \|/g)).toHaveLength(1)
  })

  it('fails with the name of the set when the program fails', () => {
    fs.writeFileSync(at('program.mjs'), `process.stderr.write('error TH_USAGE  no such command\\n'); process.exit(2)\n`)
    const { status, said } = evaluate(0.9, 'copies')
    expect(status).toBe(1)
    expect(said).toContain('ended with 2: error TH_USAGE  no such command')
    fs.writeFileSync(at('program.mjs'), PROGRAM)
  })

  it('says which sets there are when asked for one that there is not', () => {
    const { status, said } = evaluate(0.9, 'copys')
    expect(status).toBe(2)
    expect(said).toContain('copies/dev')
  })

  it('lists every set once', () => {
    const ids = execFileSync(process.execPath, [RUN, '--list'], { encoding: 'utf8' }).trim().split('\n')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(25)
  })
})
