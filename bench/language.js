// The reader beside others on the same texts in one run: words a second, where the time goes, memory, and what is found.
// bench/peers/README.md says how it is measured and compared.

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { accuracyRows } from './language-accuracy.js'
import { timedTexts, wordsIn } from './language-texts.js'
import { Child } from './peers/child.js'
import { prepareSpacy, startSpacy } from './peers/spacy.js'
import { root, round, scratchFolder } from './places.js'

const ROUNDS = 3
const NAMES = { ours: 'theatrum', wink: 'wink-nlp', compromise: 'compromise', spacy: 'spaCy small' }

export async function benchLanguage() {
  const folder = scratchFolder('language')
  const { from, texts } = timedTexts()
  const file = path.join(folder, 'texts.jsonl')
  fs.writeFileSync(file, `${texts.map(row => JSON.stringify(row)).join('\n')}\n`)
  const words = wordsIn(texts)
  const { systems, started, why } = await startSystems(file)
  try {
    const speeds = await timed(systems, words)
    const rows = [
      ...speedRows(speeds, `${from}, ${texts.length} texts, ${words} words`),
      ...(why === null ? [] : [{ what: 'spaCy small', value: 'not measured', unit: '', note: why }]),
      ...(await threadRows(file, words)),
      ...readyRows(started),
      ...shareRows(file, folder),
    ]
    return [...rows, ...(await accuracyRows(systems, folder, NAMES))]
  } finally {
    await Promise.all(Object.values(systems).map(child => child.end()))
  }
}

/** The readers' processes, one loading after the other so that its time is its own. */
async function startSystems(file) {
  const speak = name =>
    new Child(process.execPath, [path.join(root, 'bench/peers/speak.js'), name, file], { pinned: true })
  const why = prepareSpacy()
  const starts = { ours: () => speak('ours'), wink: () => speak('wink'), compromise: () => speak('compromise') }
  if (why === null) starts.spacy = () => startSpacy(file)
  const systems = {}
  const started = {}
  for (const [name, start] of Object.entries(starts)) {
    systems[name] = start()
    started[name] = await systems[name].ready()
  }
  return { systems, started, why }
}

/** Words a second of each, by the clock and by CPU time: medians of passes that the readers take in turn. */
async function timed(systems, words) {
  const passes = Object.fromEntries(Object.keys(systems).map(name => [name, []]))
  for (let i = 0; i <= ROUNDS; i++) {
    for (const [name, child] of Object.entries(systems)) {
      const pass = await child.ask({ do: 'pass' })
      if (i > 0) passes[name].push(pass)
    }
  }
  return Object.entries(passes).map(([name, list]) => ({
    name,
    clock: words / median(list.map(pass => pass.seconds)),
    cpu: words / median(list.map(pass => pass.cpu)),
    memoryMb: memoryOf(systems[name].pid).now,
  }))
}

function speedRows(speeds, texts) {
  const ours = speeds[0]
  return speeds.map(({ name, clock, cpu, memoryMb }) => ({
    what: `${NAMES[name]}: words read, one core`,
    value: Math.round(clock),
    unit: 'words/s',
    note: [
      `${Math.round(cpu)} a CPU second`,
      name === 'ours' ? texts : `ours is ${round(ours.cpu / cpu, 2)} times this by CPU time`,
      `${Math.round(memoryMb)} MB`,
    ].join(', '),
  }))
}

async function threadRows(file, words) {
  const script = path.join(root, 'bench/language-threads.js')
  const children = [1, 2].map(count => new Child(process.execPath, [script, String(count), file]))
  try {
    await Promise.all(children.map(child => child.ready()))
    const seconds = [[], []]
    for (let i = 0; i <= ROUNDS; i++) {
      for (const [k, child] of children.entries()) {
        const pass = await child.ask({ do: 'pass' })
        if (i > 0) seconds[k].push(pass.seconds)
      }
    }
    const [one, two] = seconds.map(list => words / median(list))
    const [first, both] = children.map(child => memoryOf(child.pid))
    return [
      { what: 'theatrum: words read, one worker thread', value: Math.round(one), unit: 'words/s' },
      {
        what: 'theatrum: words read, two worker threads',
        value: Math.round(two),
        unit: 'words/s',
        note: `${round(two / one, 2)} times one`,
      },
      {
        what: 'memory with one worker',
        value: Math.round(first.now),
        unit: 'MB',
        note: `peak ${Math.round(first.peak)} MB`,
      },
      {
        what: 'memory of one worker more',
        value: Math.round(both.now - first.now),
        unit: 'MB',
        note: `by peaks ${Math.round(both.peak - first.peak)} MB`,
      },
    ]
  } finally {
    await Promise.all(children.map(child => child.end()))
  }
}

function readyRows({ ours, ...peers }) {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'models/manifest.json'), 'utf8'))
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0)
  const others = Object.entries(peers).map(([name, { ready }]) => `${NAMES[name]} ${round(ready, 2)} s`)
  return [
    {
      what: 'theatrum: weights loaded',
      value: round(ours.weights, 2),
      unit: 's',
      note: 'code, check of hashes, session',
    },
    {
      what: 'theatrum: process start to ready to read',
      value: round(ours.ready, 2),
      unit: 's',
      note: `with knowledge; ${others.join(', ')}`,
    },
    { what: 'weights on disk', value: round(bytes / 1e6), unit: 'MB', note: manifest.made },
  ]
}

function shareRows(file, folder) {
  const script = path.join(root, 'bench/language-shares.js')
  const run = spawnSync(process.execPath, [script, file, folder], { encoding: 'utf8', maxBuffer: 1 << 24 })
  if (run.status !== 0) throw new Error(`bench language: shares: ${run.stderr.trim()}`)
  const { outside, inside, again } = JSON.parse(run.stdout)
  const rows = (of, label, note) => {
    const total = Object.values(of).reduce((a, b) => a + b, 0)
    const sorted = Object.entries(of).sort((a, b) => b[1] - a[1])
    return sorted.map(([part, time]) => ({ what: label(part), value: round((100 * time) / total), unit: '%', note }))
  }
  return [
    { what: 'words the network reads for one of the text', value: round(again, 2), unit: '', note: 'windows overlap' },
    ...rows(outside, part => `share of ${part}`, 'of reading'),
    ...rows(inside, part => `inside the network: ${part}`, 'of session.run'),
  ]
}

/** Resident memory of a process in MB, now and at its peak; 0 where /proc is not there. */
function memoryOf(pid) {
  const status = fs.existsSync(`/proc/${pid}/status`) ? fs.readFileSync(`/proc/${pid}/status`, 'utf8') : ''
  const mb = key => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024
  return { now: mb('VmRSS'), peak: mb('VmHWM') }
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
