import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'

const SCORER = path.join(import.meta.dirname, 'score-chains.js')
const GOLD = path.join(import.meta.dirname, 'gold/chains.jsonl')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-chains-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

interface Case {
  readonly text: string
  readonly statements: readonly {
    content: [number, number]
    speaker: string | null
    hops: unknown[]
    denied?: boolean
  }[]
}
const cases: Case[] = fs
  .readFileSync(GOLD, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Readings that say what the gold says, or with `spoil` everything but the hops. */
function readings(spoil: boolean): string {
  const file = path.join(folder, `${spoil}.jsonl`)
  const lines = cases.map(({ text, statements }) => {
    const read = statements.map(({ content, speaker, hops, denied = false }) => {
      const at = speaker === null ? -1 : text.indexOf(speaker)
      const source = speaker === null ? null : { span: [at, at + speaker.length] }
      return { content: [content], source, denied, chain: spoil ? [] : hops, addressee: null, occasion: null }
    })
    return JSON.stringify({ article: { text }, rejected: null, statements: read })
  })
  fs.writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

function scored(file: string): Record<string, Record<string, { f1: number; n: number }>> {
  return JSON.parse(execFileSync(process.execPath, [SCORER, GOLD, file, '--json'], { encoding: 'utf8' })).metrics
}

it('gives the gold itself full marks, with a fifth of the cases put aside', () => {
  const metrics = scored(readings(false))
  expect(metrics['tuned']?.['hops']?.f1).toBe(1)
  expect(metrics['aside']?.['hops']?.f1).toBe(1)
  expect(metrics['all']?.['denied']?.f1).toBe(1)
  expect(metrics['aside']!['found']!.n / metrics['all']!['found']!.n).toBeGreaterThan(0.15)
})

it('gives readings without hops nothing: the canary', () => {
  expect(scored(readings(true))['all']?.['hops']?.f1).toBe(0)
})

it('turns a gold away whose spans do not fit its text, and names the line', () => {
  const bad = path.join(folder, 'bad.jsonl')
  fs.writeFileSync(
    bad,
    '{"id":"x","text":"short","aside":false,"statements":[{"content":[0,99],"speaker":null,"hops":[]}]}\n',
  )
  const run = spawnSync(process.execPath, [SCORER, bad, readings(false)], { encoding: 'utf8' })
  expect(run.status).not.toBe(0)
  expect(run.stderr).toContain('line 1 (x)')
})
