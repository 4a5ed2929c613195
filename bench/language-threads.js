// node bench/language-threads.js WORKERS TEXTS.jsonl: a process with so many worker threads that each hold a reader. Answers
// {"do": "pass"} with the seconds that all texts took; the parent reads its memory from /proc.
import fs from 'node:fs'
import readline from 'node:readline'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { SYSTEMS } from './peers/systems.js'

/** The heap limit that the program's own pool gives a worker, in MB (src/pipeline/reader-pool.ts). */
const HEAP_MB = 768

async function lead(count, textsFile) {
  const lines = fs.readFileSync(textsFile, 'utf8').trim().split('\n')
  const texts = lines.map(line => JSON.parse(line).text)
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB, stackSizeMb: 8 }
  const workers = Array.from({ length: count }, () => new Worker(new URL(import.meta.url), { resourceLimits }))
  await Promise.all(workers.map(heard))
  const say = value => process.stdout.write(`${JSON.stringify(value)}\n`)
  say({ ready: performance.now() / 1000 })
  for await (const _ of readline.createInterface({ input: process.stdin })) {
    const start = performance.now()
    let next = 0
    await Promise.all(
      workers.map(async worker => {
        while (next < texts.length) {
          const answer = heard(worker)
          worker.postMessage(texts[next++])
          await answer
        }
      }),
    )
    say({ seconds: (performance.now() - start) / 1000 })
  }
  await Promise.all(workers.map(worker => worker.terminate()))
}

async function follow() {
  const { read } = await SYSTEMS.ours()
  parentPort.on('message', async text => parentPort.postMessage((await read(text)).tokens.length))
  parentPort.postMessage('ready')
}

function heard(worker) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', message => {
      worker.off('error', reject)
      resolve(message)
    })
  })
}

if (isMainThread) await lead(Number(process.argv[2]), process.argv[3])
else await follow()
