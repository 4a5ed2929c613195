// npm run eval [-- NAME… --raise --lower --list]: scores the built program on every gold set that is there, writes
// docs/scores.md, and fails when a score is below what was reached before (eval/floors.json). See eval/README.md.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { breaches, newFloors } from './gate.js'
import { runSet, whyAbsent } from './run-set.js'
import { scoreTable } from './score-table.js'
import { evalSets } from './sets.js'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** @param {string[]} argv @returns {number} the exit code */
export function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      raise: { type: 'boolean', default: false },
      lower: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      shared: { type: 'string', default: path.join(root, '..', 'shared') },
      program: { type: 'string', default: path.join(root, 'bin/theatrum.js') },
      scratch: { type: 'string', default: path.join(root, 'scratch/eval') },
      floors: { type: 'string', default: path.join(root, 'eval/floors.json') },
      table: { type: 'string', default: path.join(root, 'docs/scores.md') },
    },
  })
  const sets = evalSets().filter(
    ({ id }) => positionals.length === 0 || positionals.some(name => id === name || id.startsWith(`${name}/`)),
  )
  if (sets.length === 0) {
    say(
      `error  no set is called ${positionals.join(', ')}; there are ${evalSets()
        .map(set => set.id)
        .join(', ')}`,
    )
    return 2
  }
  if (values.list) {
    for (const set of sets) process.stdout.write(`${set.id}\n`)
    return 0
  }
  const floors = fs.existsSync(values.floors) ? JSON.parse(fs.readFileSync(values.floors, 'utf8')) : {}
  const { scored, failed } = scoreAll(sets, values)
  const next = newFloors(floors, scored, values)
  if (values.raise || values.lower) fs.writeFileSync(values.floors, `${JSON.stringify(next, null, 2)}\n`)
  const before = fs.existsSync(values.table) ? fs.readFileSync(values.table, 'utf8') : ''
  fs.mkdirSync(path.dirname(values.table), { recursive: true })
  fs.writeFileSync(
    values.table,
    scoreTable(before, scored, next, { date: new Date().toISOString().slice(0, 10), revision: revision() }),
  )
  const below = scored.flatMap(one => breaches(one, next))
  for (const line of below) say(`FAILED ${line}`)
  if (below.length > 0) say('       lower a floor with --lower, and say why in docs/decisions')
  return below.length > 0 || failed > 0 ? 1 : 0
}

/** @param {import('./sets.js').EvalSet[]} sets @param {import('./run-set.js').Places} places */
function scoreAll(sets, places) {
  /** @type {import('./gate.js').Scored[]} */
  const scored = []
  let failed = 0
  for (const set of sets) {
    const absent = whyAbsent(set, places)
    if (absent !== null) {
      say(`skipped  ${set.id}: ${absent}`)
      continue
    }
    const start = Date.now()
    try {
      const one = runSet(set, places)
      scored.push(one)
      const numbers = one.scores.map(score => `${score.label} ${score.value.toFixed(3)}`).join(', ')
      say(`scored   ${set.id}: ${numbers}  (${((Date.now() - start) / 1000).toFixed(0)} s)`)
    } catch (error) {
      failed++
      say(`FAILED   ${set.id}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return { scored, failed }
}

/** The revision that was scored; `+` when files of the program differ from it. */
function revision() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    return (
      git('rev-parse', '--short', 'HEAD') +
      (git('status', '--porcelain', '--', 'src', 'knowledge', 'models') === '' ? '' : '+')
    )
  } catch {
    return 'unknown'
  }
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2))
