// `npm run bench [-- part …] [--articles N]`: measures the built program on this machine, in one run, and writes
// bench/results.json and docs/benchmarks.md. Numbers of different runs or machines are not to be compared; ratios are.
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
const run = {
  date: new Date().toISOString().slice(0, 10),
  revision: git('rev-parse', '--short', 'HEAD'),
  machine: {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    load: os.loadavg()[0].toFixed(1),
  },
  rows: [],
}
const kept = path.join(root, 'bench', 'results.json')
if (wanted.length > 0 && fs.existsSync(kept))
  run.rows = JSON.parse(fs.readFileSync(kept, 'utf8')).rows.filter(row => !wanted.includes(row.part))

for (const [part, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue
  process.stderr.write(`bench ${part} …\n`)
  for (const row of await measure({ articles })) {
    run.rows.push({ part, ...row })
    process.stdout.write(
      `${part.padEnd(8)} ${row.what.padEnd(58)} ${String(row.value).padStart(9)} ${row.unit}${row.note ? `   ${row.note}` : ''}\n`,
    )
  }
}
fs.writeFileSync(kept, `${JSON.stringify(run, null, 1)}\n`)
fs.writeFileSync(path.join(root, 'docs', 'benchmarks.md'), page(run))

function page({ date, revision, machine, rows }) {
  const lines = rows.map(row => `| ${row.part} | ${row.what} | ${row.value} ${row.unit} | ${row.note ?? ''} |`)
  return `# Benchmarks

Written by \`npm run bench\`; do not edit. Compare rows of one run with each other, never numbers of two machines.

${date}, revision ${revision}, ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, load at start ${machine.load}.

| part | what | value | note |
|---|---|---|---|
${lines.join('\n')}
`
}
