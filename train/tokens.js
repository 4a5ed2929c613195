// Learns where words end, from the treebanks, and writes src/parse/tokens/cut-weights.ts.
//
//   npm run build && node train/tokens.js [--data FOLDER] [--code FOLDER] [--folds N]
//
// FOLDER of data holds ewt.conllu, gum.conllu and gum-sbc.conllu (default ../shared/data/parse/train); FOLDER of code is the
// compiled reader's folder (default dist/parse). --folds N writes nothing and prints the F1 of words and tokens of N-fold
// cross-validation over documents. The model is multinomial logistic regression over hashed features of each place between
// two atoms (src/parse/tokens/cut-features.ts), trained by AdaGrad with weight decay, and rounded to signed bytes. The same
// data and code give the same bytes.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const data = path.resolve(option('data', path.join(root, '../shared/data/parse/train')))
const code = path.resolve(option('code', path.join(root, 'dist/parse')))
const folds = Number(option('folds', 0))
const load = file => import(pathToFileURL(path.join(code, file)))
const { eachRun } = await load('tokens/each-run.js')
const { decideCuts } = await load('tokens/decide-cuts.js')
const { startRun, cutFeatures, noteCut, FEATURES, FEATURE_BITS } = await load('tokens/cut-features.js')

const EPOCHS = Number(option('epochs', 8))
const RATE = Number(option('rate', 0.15))
const DECAY = Number(option('decay', 3e-6))
const SIZE = 3 << FEATURE_BITS

/** Documents of a CoNLL-U file: text as the file spaces it, and what is decided at the start of each word but the first. */
function documents(file) {
  const docs = []
  let doc
  let paragraph = false
  // Of the token of several words that is being read: its first and last word, where the next begins, where it ends.
  let opened = 0
  let covered = 0
  let inside = 0
  let tokenEnd = 0
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newdoc')) {
      doc = { text: '', cuts: new Map() }
      docs.push(doc)
    } else if (/^#\s*newpar/.test(line)) paragraph = true
    else if (line === '') covered = 0
    if (line === '' || line[0] === '#' || doc === undefined) continue
    const [id, form, , , , , , , , misc] = line.split('\t')
    if (id.includes('.')) continue
    if (Number(id) <= covered) {
      if (Number(id) > opened && inside < tokenEnd) doc.cuts.set(inside, 2)
      inside += form.length
      continue
    }
    if (paragraph && doc.text !== '') doc.text = `${doc.text.trimEnd()}\n\n`
    paragraph = false
    doc.cuts.set(doc.text.length, 1)
    if (id.includes('-')) [opened, covered] = id.split('-').map(Number)
    inside = doc.text.length
    doc.text += form
    tokenEnd = doc.text.length
    if (!/SpaceAfter=No/.test(misc)) doc.text += ' '
  }
  return docs
}

/** Every place of the documents: features and the decision, in two flat arrays. */
function places(docs) {
  const rows = []
  const gold = []
  const features = new Int32Array(FEATURES)
  const lists = new Int32Array(256)
  for (const { text, cuts } of docs)
    eachRun(text, text.length, (around, atoms) => {
      const run = startRun(atoms, around, lists)
      for (let i = 1; i < atoms.count; i++) {
        cutFeatures(run, i, features)
        rows.push(...features)
        const decision = cuts.get(atoms.start[i]) ?? 0
        gold.push(decision)
        noteCut(run, i, decision)
      }
    })
  return { rows: Int32Array.from(rows), gold: Uint8Array.from(gold) }
}

function random(seed) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function train({ rows, gold }) {
  const weights = new Float64Array(SIZE)
  const squares = new Float64Array(SIZE).fill(1e-2)
  const order = Uint32Array.from(gold, (_, i) => i)
  const next = random(20040401)
  const score = new Float64Array(3)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const row of order) {
      const from = row * FEATURES
      score.fill(0)
      for (let f = 0; f < FEATURES; f++) for (let c = 0; c < 3; c++) score[c] += weights[rows[from + f] * 3 + c]
      const top = Math.max(...score)
      let sum = 0
      for (let c = 0; c < 3; c++) sum += score[c] = Math.exp(score[c] - top)
      for (let c = 0; c < 3; c++) score[c] = score[c] / sum - (gold[row] === c ? 1 : 0)
      for (let f = 0; f < FEATURES; f++)
        for (let c = 0; c < 3; c++) {
          const at = rows[from + f] * 3 + c
          const slope = score[c] + DECAY * weights[at] * 100
          squares[at] += slope * slope
          weights[at] -= (RATE * slope) / Math.sqrt(squares[at])
        }
    }
  }
  return weights
}

/** Rounds to signed bytes: the largest weights are cut off at 127, so that small ones keep their differences. */
function round(weights) {
  const sizes = Float64Array.from(weights, Math.abs).sort()
  const largest = sizes[Math.floor(sizes.length * 0.9999)] || 1
  return Int8Array.from(weights, w => Math.max(-127, Math.min(127, Math.round((w * 127) / largest))))
}

const sets = ['ewt', 'gum', 'gum-sbc'].map(name => [name, documents(path.join(data, `${name}.conllu`))])
if (folds > 0) crossValidate()
else {
  const bytes = round(train(places(sets.flatMap(([, docs]) => docs))))
  const base64 = Buffer.from(bytes.buffer).toString('base64')
  fs.writeFileSync(
    option('out', path.join(root, 'src/parse/tokens/cut-weights.ts')),
    `// Written by train/tokens.js from UD English EWT and GUM; do not edit.\n\n/** Weights of the places where words end: base64 of one signed byte for each feature and decision. */\nexport const CUT_WEIGHTS: string =\n  '${base64}'\n`,
  )
  console.log(`${bytes.length} weights, ${bytes.filter(w => w !== 0).length} of them not 0`)
}

/**
 * Words and tokens that are whole: both ends where the treebank has them. The scorer's F1 is a little kinder around tokens
 * of several words, where it compares forms.
 */
function measure(docs, weights, sum) {
  const lists = new Int32Array(256)
  const decisions = new Uint8Array(256)
  for (const { text, cuts } of docs) {
    const found = new Map()
    eachRun(text, text.length, (around, atoms) => {
      found.set(atoms.start[0], 1)
      if (atoms.count < 2) return
      decideCuts(startRun(atoms, around, lists), weights, decisions)
      for (let i = 1; i < atoms.count; i++) if (decisions[i] > 0) found.set(atoms.start[i], decisions[i])
    })
    const starts = map => [...map.keys()].sort((a, b) => a - b)
    for (const [at, keep] of [
      [0, () => true],
      [3, kind => kind === 1],
    ]) {
      const gold = starts(new Map([...cuts].filter(([, kind]) => keep(kind))))
      const mine = starts(new Map([...found].filter(([, kind]) => keep(kind))))
      const spans = new Set(gold.map((start, i) => `${start} ${gold[i + 1]}`))
      sum[at] += mine.filter((start, i) => spans.has(`${start} ${mine[i + 1]}`)).length
      sum[at + 1] += mine.length
      sum[at + 2] += gold.length
    }
  }
}

function crossValidate() {
  const sums = sets.map(() => [0, 0, 0, 0, 0, 0])
  for (let fold = 0; fold < folds; fold++) {
    const weights = round(train(places(sets.flatMap(([, docs]) => docs.filter((_, i) => i % folds !== fold)))))
    for (const [k, [, docs]] of sets.entries()) {
      const held = docs.filter((_, i) => i % folds === fold)
      measure(held, weights, sums[k])
    }
  }
  const f1 = (right, mine, gold) => ((200 * right) / (mine + gold)).toFixed(3)
  for (const [k, [name]] of sets.entries())
    console.log(`${name}: words ${f1(...sums[k].slice(0, 3))}, tokens ${f1(...sums[k].slice(3))}`)
}
