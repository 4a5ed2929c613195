// Runs the built program on one set, and its scorer on what the program printed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expandArgument, ownOr } from './sets.js'

/** @typedef {import('./sets.js').EvalSet} EvalSet */
/** @typedef {import('./gate.js').Scored} Scored */
/** @typedef {{shared: string, program: string, scratch: string}} Places */

/** A set may take the program this long, in milliseconds. */
const TIME_LIMIT = 60 * 60_000

/** Why a set cannot be scored here, or null. @param {EvalSet} set @param {Places} places */
export function whyAbsent(set, { shared }) {
  for (const need of [scorerAt(set), set.gold, ...(set.needs ?? [])]) {
    if (!fs.existsSync(ownOr(shared, need))) return `${ownOr(shared, need)} is not there`
  }
  return null
}

/** @param {EvalSet} set */
const scorerAt = ({ scorer }) => (scorer.endsWith('.js') ? scorer : `score/${scorer}.mjs`)

/**
 * Scores one set. Throws an Error with one line of explanation when the program or the scorer fails.
 * @param {EvalSet} set @param {Places} places @returns {Scored}
 */
export function runSet(set, places) {
  const out = path.join(places.scratch, set.id.replaceAll('/', '-'))
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out, { recursive: true })
  const predictions = path.join(out, 'predictions')
  for (const step of set.steps) {
    const args = step.args.flatMap(arg => expandArgument(arg, places.shared, out))
    runProgram(places.program, args, step.silent ? path.join(out, 'silent') : predictions, path.join(out, 'stderr'))
  }
  const scorer = ownOr(places.shared, scorerAt(set))
  const gold = ownOr(places.shared, set.gold)
  const run = spawnSync(process.execPath, [scorer, gold, predictions, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(`the scorer says: ${firstLine(run.stderr)}`)
  const line = JSON.parse(run.stdout)
  fs.writeFileSync(path.join(out, 'score.json'), run.stdout)
  return { set: set.id, digest: goldDigest(gold), scores: set.metrics.map(metric => readMetric(line, metric)) }
}

/** @param {string} program @param {string[]} args @param {string} output @param {string} errors */
function runProgram(program, args, output, errors) {
  const out = fs.openSync(output, 'a')
  const err = fs.openSync(errors, 'a')
  const env = { ...process.env }
  // A score is of the embedded store in a fresh folder, never of a database that is around.
  delete env['DATABASE_URL']
  const run = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', out, err], timeout: TIME_LIMIT, env })
  fs.closeSync(out)
  fs.closeSync(err)
  if (run.status === 0) return
  const how = run.signal ? `was ended by ${run.signal}` : `ended with ${run.status}`
  throw new Error(
    `\`${path.basename(program)} ${args.slice(0, 3).join(' ')} …\` ${how}: ${firstLine(fs.readFileSync(errors, 'utf8'))} (${errors})`,
  )
}

/** @param {string} text */
function firstLine(text) {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.find(line => /error/i.test(line))?.trim() ?? lines.at(-1)?.trim() ?? 'it said nothing'
}

/**
 * A number of a scorer's line with its interval: beside it as lo and hi or low and high, or under `interval`.
 * @param {any} line @param {import('./sets.js').Metric} metric @returns {import('./gate.js').Score}
 */
function readMetric(line, metric) {
  const keys = metric.path.split('/')
  const name = keys.pop() ?? ''
  const parent = keys.reduce((value, key) => value?.[key], line)
  const value = parent?.[name]
  if (typeof value !== 'number') throw new Error(`the scorer's line has no number at ${metric.path}`)
  const [low, high] =
    parent.interval?.[name] ?? (name === 'p' || name === 'r' ? [] : [parent.lo ?? parent.low, parent.hi ?? parent.high])
  return { label: metric.label, value, low: low ?? null, high: high ?? null, down: metric.down === true }
}

/**
 * SHA-256 over the gold: the file itself, or the *.jsonl and *.conllu files of the folder by name.
 * @param {string} gold
 */
function goldDigest(gold) {
  const hash = createHash('sha256')
  const files = fs.statSync(gold).isDirectory()
    ? fs
        .readdirSync(gold)
        .filter(name => name.endsWith('.jsonl'))
        .sort()
        .map(name => path.join(gold, name))
    : [gold]
  for (const file of files) hash.update(`${path.basename(file)}\n`).update(fs.readFileSync(file))
  return hash.digest('hex')
}
