// `npm run bench [-- part …] [--articles N]`: measures the built program on this machine, in one run, and writes
// bench/results.json and docs/benchmarks.md; other parts keep their rows. Numbers of different runs or machines are not to be compared; ratios are.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { benchExtract } from './extract.js'
import { benchIngest } from './ingest.js'
import { benchLanguage } from './language.js'
import { root } from './places.js'
import { benchRead } from './read.js'
import { benchStart } from './start.js'

const PARTS = {
  extract: benchExtract,
  read: benchRead,
  language: benchLanguage,
  ingest: benchIngest,
  start: benchStart,
}

const wanted = process.argv.slice(2).filter(word => word in PARTS)
const articles = Number(process.argv[process.argv.indexOf('--articles') + 1]) || 10_000
const unknown = process.argv
  .slice(2)
  .filter((word, i, all) => !word.startsWith('--') && !(word in PARTS) && all[i - 1] !== '--articles')
if (unknown.length > 0) {
  process.stderr.write(`unknown part "${unknown[0]}"; known: ${Object.keys(PARTS).join(', ')}\n`)
  process.exit(2)
}

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
const about = {
  date: new Date().toISOString().slice(0, 10),
  revision: git('rev-parse', '--short', 'HEAD'),
  machine: {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    instructions: instructions(),
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    load: os.loadavg()[0].toFixed(1),
  },
}
const kept = path.join(root, 'bench', 'results.json')
const before = fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')).parts : {}
const parts = {}
for (const [part, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(part)) {
    if (before[part]) parts[part] = before[part]
    continue
  }
  process.stderr.write(`bench ${part} …\n`)
  const rows = await measure({ articles })
  for (const row of rows)
    process.stdout.write(
      `${part.padEnd(8)} ${row.what.padEnd(58)} ${String(row.value).padStart(9)} ${row.unit}${row.note ? `   ${row.note}` : ''}\n`,
    )
  parts[part] = { ...about, rows }
}
fs.writeFileSync(kept, `${JSON.stringify({ parts }, null, 1)}\n`)
fs.writeFileSync(path.join(root, 'docs', 'benchmarks.md'), page(parts))

/** What the processor has for int8 products, which are slow without VNNI; null where the system does not say. */
function instructions() {
  if (!fs.existsSync('/proc/cpuinfo')) return null
  const flags = fs.readFileSync('/proc/cpuinfo', 'utf8')
  return ['avx2', 'avx512_vnni', 'avx_vnni'].filter(name => new RegExp(`\\b${name}\\b`).test(flags)).join(', ')
}

function page(measured) {
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Compare rows of one part with each other, never numbers of two parts or machines.
${Object.entries(measured).map(section).join('')}`
}

function section([part, { date, revision, machine, rows }]) {
  const { cpu, cores, memoryGb, node, load } = machine
  const has = machine.instructions ? ` (${machine.instructions})` : ''
  const busy = load === null ? '' : `, load at start ${load}`
  const lines = rows.map(row => `| ${row.what} | ${row.value} ${row.unit} | ${row.note ?? ''} |`)
  return `
## ${part}

${date}, revision ${revision}, ${cpu}${has}, ${cores} cores, ${memoryGb} GB, Node ${node}${busy}.

| what | value | note |
|---|---|---|
${lines.join('\n')}
`
}
