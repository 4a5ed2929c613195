// node bench/peers/speak.js SYSTEM TEXTS.jsonl: one reader in a process of its own. Says on a line of JSON when it is ready
// (seconds since the process began), then answers each line of standard input: {"do": "pass"} reads all texts and gives
// seconds and CPU seconds; {"do": "analyse", "texts": FILE, "out": FILE} writes what was found.
import fs from 'node:fs'
import readline from 'node:readline'
import { SYSTEMS } from './systems.js'

const [name, textsFile] = process.argv.slice(2)
const system = await SYSTEMS[name]()
const ready = performance.now() / 1000
const rows = file =>
  fs
    .readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
const texts = rows(textsFile).map(row => row.text)
const say = value => process.stdout.write(`${JSON.stringify(value)}\n`)

const ANSWERS = {
  pass: async () => {
    const cpu = process.cpuUsage()
    const start = performance.now()
    for (const text of texts) await system.read(text)
    const seconds = (performance.now() - start) / 1000
    const { user, system: kernel } = process.cpuUsage(cpu)
    return { seconds, cpu: (user + kernel) / 1e6 }
  },
  analyse: async ({ texts: from, out }) => {
    const lines = []
    for (const { id, text } of rows(from)) lines.push(JSON.stringify({ id, ...(await system.analyse(id, text)) }))
    fs.writeFileSync(out, `${lines.join('\n')}\n`)
    return { done: lines.length }
  },
}

say({ ready, weights: system.weights ?? null })
for await (const line of readline.createInterface({ input: process.stdin })) {
  const message = JSON.parse(line)
  say(await ANSWERS[message.do](message))
}
