// kill -9 in the middle of `theatrum ingest`, again and again: nothing lost, nothing double.
//
//   node test/faults/kill-nine.js TARGET [--rounds 20]
//
// Every other round kills the database server's processes too. At the end the run is finished, and the picture must equal
// that of one undisturbed run: the same articles, statements, events and stories, every span equal to its quote.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const program = path.join(root, 'bin/theatrum.js')
const target = process.argv[2]
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 20
if (target === undefined) {
  process.stderr.write('usage: node test/faults/kill-nine.js TARGET [--rounds 20]\n')
  process.exit(2)
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-kill-'))
fs.chmodSync(scratch, 0o755)
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }))

const theatrum = (data, ...args) =>
  execFileSync(process.execPath, [program, ...args, '--data', data], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  })

/** Everything the picture holds, in an order that does not depend on when it was stored. */
function pictureOf(data) {
  const ask = name => JSON.parse(theatrum(data, name, '--json'))
  const stories = ask('stories')
    .map(story =>
      story.articles
        .map(article => article.id)
        .sort()
        .join(' '),
    )
    .sort()
  const statements = ask('statements')
    .map(row => row.id)
    .sort()
  const events = ask('events')
    .flatMap(row => row.mentions.map(mention => `${mention.articleId} ${mention.id}`))
    .sort()
  return { stories, statements, events }
}

/** Process ids whose command line names the data directory: the server of the embedded store and its keeper. */
function processesOf(data) {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(name => {
      try {
        return fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(data)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Starts an ingest and kills it once it has seen `count` inputs (0: after a moment of its start). */
async function killAfter(data, count, serverToo) {
  const child = spawn(
    process.execPath,
    [program, 'ingest', target, '--data', data, '--progress-json', '--batch-size', '5'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise(resolve => child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)))
  const kill = () => {
    for (const pid of serverToo ? processesOf(data) : []) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended by itself between the look and the kill.
      }
    }
    child.kill('SIGKILL')
  }
  if (count === 0) setTimeout(kill, 1500 * Math.random())
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
    const seen = Number(/.*"seen":(\d+)/s.exec(said)?.[1] ?? -1)
    if (count > 0 && seen >= count) kill()
  })
  const how = await ended
  if (how !== 'SIGKILL' && how !== 'exit code 0')
    process.stdout.write(`a round ended with ${how}: ${said.slice(-400)}\n`)
  return how
}

const steady = path.join(scratch, 'steady')
const { seen } = JSON.parse(theatrum(steady, 'ingest', target, '--json'))
const wanted = pictureOf(steady)

const shaken = path.join(scratch, 'shaken')
let killed = 0
for (let round = 0; round < rounds; round++) {
  // What earlier rounds stored is passed over at once, so later kills come later in the list, with luck in the middle.
  const count = Math.floor(Math.random() * (seen + 1))
  if ((await killAfter(shaken, count, round % 2 === 1)) === 'SIGKILL') killed++
}
theatrum(shaken, 'ingest', target)
const got = pictureOf(shaken)
const verified = JSON.parse(theatrum(shaken, 'verify', '--json'))

const differences = Object.keys(wanted).filter(key => JSON.stringify(wanted[key]) !== JSON.stringify(got[key]))
const counts = key => `${key} ${got[key].length} of ${wanted[key].length}, ${new Set(got[key]).size} different`
process.stdout.write(
  `${rounds} rounds, ${killed} killed under way: ${Object.keys(wanted).map(counts).join('; ')}; ${verified.faults.length} faults of ${verified.spans} spans\n`,
)
for (const key of differences) process.stdout.write(`DIFFERENT: ${key}\n`)
process.exit(differences.length === 0 && verified.faults.length === 0 ? 0 : 1)
