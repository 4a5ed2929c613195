// What the scorers of our own gold share: lines, Readings by text, overlap, and the command around them.
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** @param {string} text */
export const linesOf = text => text.split('\n').filter(line => line !== '')

/**
 * What `take` takes of each Reading in a file of lines, by the id of its text ("gold.jsonl#7" and "texts/7.txt" are 7).
 * @template Taken
 * @param {string} text
 * @param {(reading: any) => Taken} take
 * @returns {Map<string, Taken>}
 */
export function byText(text, take) {
  return new Map(
    linesOf(text).map(line => {
      const reading = JSON.parse(line)
      const id = String(reading.file).split(/[/#:]/).at(-1) ?? ''
      return [id.replace(/\.txt$/, ''), take(reading)]
    }),
  )
}

/** Characters that two spans share. @param {[number, number]} a @param {[number, number]} b */
export const shared = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))

/**
 * Runs a scorer when its module is the program: `node MODULE GOLD PREDICTIONS [--json] [--details N] [--missed N]`. An
 * error ends it with one line and exit code 2.
 * @param {string} url the module's own
 * @param {(gold: string, predictions: string, options: {json: boolean, details: number, missed: number}) => void} score
 */
export function runAsProgram(url, score) {
  const program = process.argv[1] ?? ''
  if (url !== pathToFileURL(program).href) return
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { json: { type: 'boolean' }, details: { type: 'string' }, missed: { type: 'string' } },
    })
    const [gold, predictions] = positionals
    if (!gold || !predictions)
      throw new Error(`node ${program} GOLD PREDICTIONS [--json] [--details N]: two files expected`)
    const read = (/** @type {string} */ file) => fs.readFileSync(file, 'utf8')
    const { json = false, details, missed } = values
    score(read(gold), read(predictions), { json, details: Number(details ?? 0), missed: Number(missed ?? 0) })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
