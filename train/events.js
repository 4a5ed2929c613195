// Learns which phrases of a sentence are an event's sides and of which type a pair is; writes models/events.json and its line in
// models/manifest.json.
//
//   npm run build && python train/words.py scratch/words.json && node train/events.js --words scratch/words.json
//     [--data FOLDER] [--code FOLDER] [--keep FOLDER] [--folds N] [--out FOLDER]
//
// FOLDER of data is ../shared/data, of code dist. --keep keeps what the reader makes of each text there, so that a second run does not
// read again (remove it when the reader's weights change). --folds N writes nothing and prints N-fold cross-validation
// over sentences beside dev.
//
// Both models are multinomial logistic regression (L-BFGS, L2) over the hashed features of src/events/sides and src/events/types.
// Sides: cameo_ner's train sentences, every candidate phrase an example; PLV's train sentences at a fraction of the weight; sentences
// of EWT and GUM that are no news, in which no phrase is a side. Types: PLV's train pairs. Dev is never trained on. The same
// data, weights and code give the same bytes.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  frameExamples,
  newsTellings,
  quietTellings,
  quietTexts,
  rows,
  sideExamples,
  typeExample,
  words,
} from './event-examples.js'
import { fitModel } from './log-linear.js'
import { load, option, root } from './setting.js'

const { judge } = await load('events/learned/linear-model.js')
const { bestSides } = await load('events/sides/choose-sides.js')

const folds = Number(option('folds', 0))
const out = path.resolve(option('out', path.join(root, 'models')))

// Chosen by five-fold cross-validation.
const SIDES = { bits: 14, penalty: 2 }
const TYPES = { bits: 15, penalty: 0.3 }
/** Weight of a PLV sentence among the sides, and of a sentence without events. */
const PAIRS = 0.3
const NOTHING = 0.2

const SIDE_CLASSES = ['O', 'S', 'T', 'R']
const fitSides = docs =>
  fitModel(
    docs.flatMap(({ sentences, weight }) =>
      sentences.flatMap(({ features, labels }) =>
        features.map((each, k) => ({ features: each, label: labels[k], weight })),
      ),
    ),
    SIDE_CLASSES,
    SIDES,
  )
const fitTypes = examples => fitModel([...examples, ...own], [...new Set(examples.map(one => one.label))].sort(), TYPES)

/**
 * The lemmas that tell a type: in at least so many of its pairs, in at least this share of all pairs that they tell, and at
 * least this often for one telling of nothing.
 */
const TELLING = { pairs: 1, share: 0.3, odds: 0.15 }

function tellingLemmas(examples, silent) {
  const count = list => {
    const counts = new Map()
    for (const { told } of list) for (const lemma of new Set(told)) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
    return counts
  }
  const [all, none] = [count(examples), count(silent)]
  return Object.fromEntries(
    [...new Set(examples.map(one => one.label))].sort().map(label => {
      const own = [...count(examples.filter(one => one.label === label))]
      const known = own.filter(
        ([lemma, n]) =>
          n >= TELLING.pairs && n >= TELLING.share * all.get(lemma) && n >= TELLING.odds * (none.get(lemma) ?? 0),
      )
      return [label, known.map(([lemma]) => lemma).sort()]
    }),
  )
}

const QUADS =
  'AGREE CONSULT SUPPORT|COOPERATE AID YIELD|REQUEST ACCUSE REJECT THREATEN|PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    '|',
  )
const quad = type => QUADS.findIndex(group => group.split(' ').includes(type))
const percent = value => (100 * value).toFixed(1)

function sideScore(docs, modelOf) {
  let [tp, said, gold, bare] = [0, 0, 0, 0]
  for (const doc of docs) {
    const model = modelOf(doc)
    gold += doc.gold.size
    for (const sentence of doc.sentences) {
      const scores = sentence.features.map(each => judge(model, each))
      for (const side of bestSides(sentence, sentence.candidates, scores, model.classes)) {
        said++
        const label = doc.gold.get(sentence.spanOf(side))
        if (label) bare++
        if (label === side.label) tp++
      }
    }
  }
  return `P ${percent(tp / said)} R ${percent(tp / gold)} F ${percent((2 * tp) / (said + gold))}, any label ${percent((2 * bare) / (said + gold))}`
}

function typeScore(examples, modelOf) {
  const labels = [...new Set(examples.map(one => one.label))]
  const counts = Object.fromEntries(labels.map(label => [label, { hit: 0, all: 0 }]))
  let [right, quads] = [0, 0]
  for (const one of examples) {
    const model = modelOf(one)
    const scores = judge(model, one.features)
    const said = model.classes[scores.indexOf(Math.max(...scores))]
    if (said === one.label) {
      right++
      counts[said].hit += 2
    }
    if (quad(said) === quad(one.label)) quads++
    counts[one.label].all++
    if (counts[said]) counts[said].all++
  }
  const macro = Object.values(counts).reduce((sum, { hit, all }) => sum + hit / all, 0) / labels.length
  return `accuracy ${percent(right / examples.length)} macro-F1 ${percent(macro)} quad ${percent(quads / examples.length)}`
}

async function each(list, make) {
  const done = []
  for (const one of list) done.push(await make(one))
  return done
}
const spans = await each(rows('events/spans-train'), row => sideExamples(row, 1))
const pairs = await each(rows('events/plv-train'), row => sideExamples(row, PAIRS))
const quiet = await each(quietTexts(), row => sideExamples(row, NOTHING))
const types = await each(rows('events/plv-train'), typeExample)
const own = await frameExamples()
console.log(`${spans.length} + ${pairs.length} + ${quiet.length} sentences, ${types.length} pairs`)
if (folds > 0) crossValidate()
const sides = fitSides([...spans, ...pairs, ...quiet])
const kinds = fitTypes(types)
const none = [...(await each(quietTexts(), quietTellings)).flat(), ...(await newsTellings())]
const telling = tellingLemmas(types, none)
console.log(`${none.length} tellings of none, ${Object.values(telling).flat().length} telling lemmas`)
await scoreDev()
if (folds === 0) write()

/** Prints the scores of models that did not see what they judge. */
function crossValidate() {
  const other = [...pairs, ...quiet]
  const fold = list => new Map(list.map((one, k) => [one.id, k % folds]))
  const [ofSpans, ofTypes] = [fold(spans), fold(types)]
  const parts = Array.from({ length: folds }, (_, k) => k)
  const sideModels = parts.map(k => fitSides([...spans.filter(one => ofSpans.get(one.id) !== k), ...other]))
  console.log(`sides, ${folds} folds: ${sideScore(spans, one => sideModels[ofSpans.get(one.id)])}`)
  const typeModels = parts.map(k => fitTypes(types.filter(one => ofTypes.get(one.id) !== k)))
  console.log(`types, ${folds} folds: ${typeScore(types, one => typeModels[ofTypes.get(one.id)])}`)
}

async function scoreDev() {
  const spansOfDev = await each(rows('events/spans-dev'), row => sideExamples(row, 1))
  const pairsOfDev = await each(rows('events/plv-dev'), typeExample)
  console.log(`sides, dev: ${sideScore(spansOfDev, () => sides)}`)
  console.log(`types, dev: ${typeScore(pairsOfDev, () => kinds)}`)
  const sure = ({ told, label }, type = label) => told.some(lemma => telling[type].includes(lemma))
  const others = pairsOfDev.flatMap(one => one.others)
  const kept = pairsOfDev.filter(one => sure(one)).length
  const wrong = others.filter(one => kinds.classes.some(type => sure(one, type))).length
  console.log(`telling, dev: ${kept} of ${pairsOfDev.length} events, ${wrong} of ${others.length} other predicates`)
}

/** Writes the weights, and their size and hash into the manifest. */
function write() {
  const text = ({ weights, scale, bias, classes, buckets }) => ({
    classes,
    bits: Math.log2(buckets),
    scale: [...scale].map(one => Number(one.toPrecision(6))),
    bias: [...bias].map(one => Number(one.toPrecision(6))),
    weights: Buffer.from(weights.buffer).toString('base64'),
  })
  const table = Buffer.from(words.table).toString('base64')
  const meanings = { size: words.size, lemmas: [...words.index.keys()].join(' '), table }
  const bytes = Buffer.from(JSON.stringify({ sides: text(sides), types: text(kinds), telling, words: meanings }))
  fs.writeFileSync(path.join(out, 'events.json'), bytes)
  const list = path.join(out, 'manifest.json')
  const manifest = JSON.parse(fs.readFileSync(list, 'utf8'))
  const sha256 = crypto.createHash('sha256').update(bytes).digest('hex')
  manifest.files['events.json'] = { bytes: bytes.length, sha256, licence: 'CC-BY-SA-4.0' }
  fs.writeFileSync(list, `${JSON.stringify(manifest, null, 2)}\n`)
  console.log(`${out}/events.json: ${bytes.length} bytes`)
}
