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
import { setTimeout as wait } from 'node:timers/promises'
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

async function killOnce(data, afterMs, serverToo) {
  const child = spawn(process.execPath, [program, 'ingest', target, '--data', data, '--quiet'], { stdio: 'ignore' })
  const ended = new Promise(resolve => child.once('exit', (code, signal) => resolve(signal ?? code)))
  await wait(afterMs)
  for (const pid of serverToo ? processesOf(data) : []) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself between the look and the kill.
    }
  }
  child.kill('SIGKILL')
  return ended
}

const steady = path.join(scratch, 'steady')
const began = performance.now()
theatrum(steady, 'ingest', target)
const wholeMs = performance.now() - began
const wanted = pictureOf(steady)

const shaken = path.join(scratch, 'shaken')
let killed = 0
for (let round = 0; round < rounds; round++) {
  const outcome = await killOnce(shaken, wholeMs * (0.15 + 0.8 * Math.random()), round % 2 === 1)
  if (outcome === 'SIGKILL') killed++
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
