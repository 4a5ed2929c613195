// node eval/precision-by-type.js [GOLD_FOLDER]: how often each PLOVER type is right where the program tells it, as rows of
// Markdown for docs/guide/events.md. Of a sentence the event is judged that the scorer takes (../shared/score/events.mjs);
// the set has 15 types, CONCEDE and RETREAT being one.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = path.join(root, '..', 'shared')
const gold = process.argv[2] ?? path.join(shared, 'data/events/plv-dev')
const { chooseEvent } = await import(pathToFileURL(path.join(shared, 'score/events.mjs')).href)

const lines = text =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
const said = execFileSync(
  process.execPath,
  [path.join(root, 'bin/theatrum.js'), 'read', path.join(gold, 'texts'), '--jsonl'],
  { encoding: 'utf8', maxBuffer: 2 ** 30, stdio: ['ignore', 'pipe', 'ignore'] },
)
const readings = new Map(lines(said).map(reading => [path.basename(reading.file, '.txt'), reading]))
const asInSet = type => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type)

const told = new Map()
for (const row of lines(fs.readFileSync(path.join(gold, 'gold.jsonl'), 'utf8'))) {
  const event = chooseEvent(readings.get(row.id)?.events ?? [], row)
  if (event === null) continue
  const type = asInSet(event.type)
  const count = told.get(type) ?? { right: 0, all: 0 }
  told.set(type, { right: count.right + Number(type === row.label), all: count.all + 1 })
}
const rows = [...told].sort(([a], [b]) => a.localeCompare(b))
const sum = key => rows.reduce((total, [, count]) => total + count[key], 0)
for (const [type, { right, all }] of [...rows, ['all', { right: sum('right'), all: sum('all') }]])
  process.stdout.write(`| \`${type}\` | ${Math.round((100 * right) / all)} | ${all} |\n`)
