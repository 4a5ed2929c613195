// Where the benchmarks find their texts and keep their data.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const shared = path.join(root, '..', 'shared', 'data')

/** Files of a folder of the gold data, or null when that folder is not here. */
export function sharedFiles(folder, ending) {
  const place = path.join(shared, folder)
  if (!fs.existsSync(place)) return null
  return fs
    .readdirSync(place)
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => path.join(place, name))
}

/** A new empty folder that ends with the process. */
export function scratchFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `theatrum-bench-${name}-`))
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Texts to read: articles of the gold data where present, else the sample's. */
export function someTexts() {
  const files = sharedFiles('attribution/dev/texts', '.txt')
  if (files !== null) return { from: 'attribution/dev', texts: files.map(file => fs.readFileSync(file, 'utf8')) }
  const rows = fs
    .readFileSync(path.join(root, 'sample', 'articles.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  return { from: 'sample', texts: rows.map(row => `${row.title}\n\n${row.text}`) }
}

/** A plain page of the program's own form. */
export function textPage(file, text) {
  const hints = {
    id: null,
    title: null,
    byline: null,
    outlet: 'Bench',
    published: '2025-04-08',
    language: null,
    sample: false,
  }
  return {
    arrival: 'file',
    file,
    url: null,
    reachedUrl: null,
    status: null,
    mediaType: 'text/plain',
    charset: null,
    fetchedAt: null,
    bytes: Buffer.from(text),
    hints,
  }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const round = (value, digits = 1) => Number(value.toFixed(digits))
