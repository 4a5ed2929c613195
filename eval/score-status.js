// node eval/score-status.js GOLD PREDICTIONS [--json] [--details N]: whether predicates happened, are planned, denied …
// GOLD: eval/gold/status.jsonl, one sentence a line: {id, text, trigger: [start, end], status, aside?}, UTF-16 offsets.
// PREDICTIONS: Readings, one a line, of `theatrum read eval/gold/status.jsonl --jsonl`.
//
// The answer is the status of the predicate whose trigger shares most characters with the gold trigger; no such predicate
// is a wrong answer. Accuracy over the sentences in view and over those put aside (a fifth, chosen before tuning: scored,
// never shown), and per status over both. Intervals: 95 % bootstrap by sentence, 1,000 resamples, fixed seed.
import { byText, linesOf, runAsProgram } from './own-scorer.js'
import { interval } from './resample.js'

/** @typedef {[number, number]} Span */
/** @typedef {{id: string, text: string, trigger: Span, status: string, aside?: boolean}} Case */
/** @typedef {{trigger: Span, status: string}} Predicted */
/** @typedef {{gold: Case, said: string | null}} Marked */

const STATUSES = 'happened ongoing planned requested threatened conditional denied hypothetical habitual'.split(' ')

/** The sentences of a gold file. Throws an Error that names the line that is not sound. @param {string} text @returns {Case[]} */
export function readGold(text) {
  return linesOf(text).map((line, index) => {
    /** @type {Case} */
    const one = JSON.parse(line)
    const [start, end] = one.trigger
    if (!STATUSES.includes(one.status)) throw new Error(`line ${index + 1}: no status "${one.status}"`)
    if (!(start >= 0 && start < end && end <= one.text.length)) throw new Error(`line ${index + 1}: trigger outside`)
    return one
  })
}

/** Predicates by the id of their sentence. @param {string} text @returns {Map<string, Predicted[]>} */
export const readPredictions = text => byText(text, ({ predicates }) => predicates ?? [])

/** @param {readonly Case[]} gold @param {ReadonlyMap<string, readonly Predicted[]>} said @returns {Marked[]} */
export function mark(gold, said) {
  return gold.map(one => {
    let best = 0
    let status = null
    for (const predicate of said.get(one.id) ?? []) {
      const shared = Math.min(one.trigger[1], predicate.trigger[1]) - Math.max(one.trigger[0], predicate.trigger[0])
      if (shared > best) [best, status] = [shared, predicate.status]
    }
    return { gold: one, said: status }
  })
}

/** Share of right answers, x100. @param {readonly Marked[]} marked */
const accuracy = marked => (100 * marked.filter(one => one.said === one.gold.status).length) / (marked.length || 1)

/** Rows as shares from 0 to 1 under their names. @param {readonly {name: unknown, accuracy: number, interval: number[], of: number}[]} rows */
const byName = rows =>
  Object.fromEntries(
    rows.map(row => [
      row.name,
      { value: row.accuracy / 100, low: (row.interval[0] ?? 0) / 100, high: (row.interval[1] ?? 0) / 100, of: row.of },
    ]),
  )

/** @param {string} gold @param {string} predictions @param {{json: boolean, details: number, missed: number}} options */
function main(gold, predictions, options) {
  const marked = mark(readGold(gold), readPredictions(predictions))
  const view = marked.filter(one => !one.gold.aside)
  const aside = marked.filter(one => one.gold.aside)
  const rows = [
    ['in view', view],
    ['put aside', aside],
    ...STATUSES.map(status => [status, marked.filter(one => one.gold.status === status)]),
  ].map(([name, part]) => {
    const list = /** @type {Marked[]} */ (part)
    return { name, accuracy: accuracy(list), interval: interval(list, accuracy), of: list.length }
  })
  if (options.json) return console.log(JSON.stringify({ task: 'status', ...byName(rows) }))
  for (const row of rows)
    console.log(
      `${String(row.name).padEnd(14)} ${row.accuracy.toFixed(1).padStart(5)}   ${row.interval.map(one => one.toFixed(1)).join(' - ')}   of ${row.of}`,
    )
  const wrong = view.filter(one => one.said !== one.gold.status).slice(0, options.details)
  for (const { gold: one, said } of wrong)
    console.log(
      `  ${one.status} -> ${said ?? 'no predicate'}: ${one.text.slice(0, one.trigger[0])}[${one.text.slice(...one.trigger)}]${one.text.slice(one.trigger[1])}`,
    )
}

runAsProgram(import.meta.url, main)
