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
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : process.argv[at + 1]
}
const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const data = path.resolve(option('data', path.join(root, '../shared/data')))
const code = path.resolve(option('code', path.join(root, 'dist')))
const keep = option('keep', null)
const folds = Number(option('folds', 0))
const out = path.resolve(option('out', path.join(root, 'models')))
const load = file => import(pathToFileURL(path.join(code, file)))
const { judge } = await load('events/learned/linear-model.js')
const { candidatesOf } = await load('events/sides/candidates.js')
const { sideFeatures } = await load('events/sides/side-features.js')
const { bestSides } = await load('events/sides/choose-sides.js')
const { typeFeatures, pathOf } = await load('events/types/type-features.js')
const { treeOf } = await load('events/predicates/tree.js')
const { findEvents } = await load('events/find-events.js')

// Chosen by five-fold cross-validation.
const SIDES = { bits: 14, penalty: Number(option('sides-l2', 2)) }
const TOLD = { bits: 14, penalty: Number(option('told-l2', 2)) }
const TYPES = { bits: 15, penalty: Number(option('types-l2', 0.3)) }
const STEPS = 120
/** Weight of a PLV sentence among the sides, and of a sentence without events. */
const PAIRS = Number(option('pairs', 0.3))
const NOTHING = Number(option('nothing', 0.2))
/** Weight of an example of a frame among the types. */
const OWN = Number(option('own', 0.5))
const QUIET = Number(option('quiet', 1200))
/** Articles of PolNeAR's train part, and the weight of what their sentences tell without a frame: nearly all of it no event. */
const NEWS = Number(option('news', 120))
const TOLD_OF_NEWS = Number(option('news-weight', 0.3))
const EAGER = option('eager', null)
const eager = EAGER === null ? undefined : Object.fromEntries(EAGER.split(',').map((one, k) => ['STR'[k], Number(one)]))

const rows = folder =>
  fs
    .readFileSync(path.join(data, folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

const words = (() => {
  const { size, lemmas, table } = JSON.parse(fs.readFileSync(option('words', 'scratch/words.json'), 'utf8'))
  const bytes = new Int8Array(Buffer.from(table, 'base64'))
  return { size, index: new Map(lemmas.split(' ').map((lemma, k) => [lemma, k])), table: bytes }
})()

let tools = null
/** A text as the reader sees it: the Doc, and what the frames and trees make of it. */
async function readDoc(id, text) {
  const kept = keep === null ? null : path.join(keep, `${id}.v8`)
  let doc
  if (kept !== null && fs.existsSync(kept)) doc = v8.deserialize(fs.readFileSync(kept))
  else {
    tools ??= await (await load('pipeline/load-tools.js')).loadTools()
    doc = await (await load('parse/parse-article.js')).parseText(text, tools)
    if (kept !== null) {
      fs.mkdirSync(keep, { recursive: true })
      fs.writeFileSync(kept, v8.serialize(doc))
    }
  }
  facts ??= (await load('pipeline/load-tools.js')).loadFacts()
  const { events, predicates } = findEvents(doc, [], null, facts)
  return { doc, tree: treeOf(doc), events, predicates }
}
let facts = null

/** Sentences of EWT and GUM that are neither news nor politics. */
function quietTexts() {
  const texts = []
  for (const name of ['ewt', 'gum']) {
    const docs = new Map(
      fs
        .readFileSync(path.join(data, 'parse/train/docs.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
        .map(one => [one.id, one.genre]),
    )
    let genre = ''
    for (const line of fs.readFileSync(path.join(data, `parse/train/${name}.conllu`), 'utf8').split('\n')) {
      if (line.startsWith('# newdoc')) genre = docs.get(line.split('=').at(-1).trim()) ?? ''
      if (
        line.startsWith('# text = ') &&
        /^(?:reviews?|answers?|email|academic|textbook|vlog|conversation|voyage)/.test(genre)
      )
        texts.push({ id: `quiet-${name}-${texts.length}`, text: line.slice(9) })
    }
  }
  const every = Math.max(1, Math.floor(texts.length / QUIET))
  return texts
    .filter(({ text }, k) => k % every === 0 && text.length > 40)
    .map(({ id, text }) => ({ id, text, spans: [] }))
}

/** A sentence of any set as side examples: candidates, features, the label of each. */
async function sideExamples(row, weight) {
  const read = await readDoc(row.id, row.text)
  const gold = new Map()
  if (row.spans) for (const { span, label } of row.spans) gold.set(String(span), label)
  else
    for (const [side, label] of [
      ['source', 'S'],
      ['target', 'T'],
    ])
      for (const span of row[side]?.spans ?? []) gold.set(String(span), label)
  const { doc } = read
  const sentences = []
  for (let s = 0; s < doc.sentences.length; s++) {
    const [first, end] = [doc.firstToken[s], doc.firstToken[s + 1]]
    const within = list =>
      list.filter(({ trigger }) => trigger[0] >= doc.sentences[s][0] && trigger[0] < doc.sentences[s][1])
    const scene = {
      ...read,
      sides: doc.sides,
      first,
      end,
      events: within(read.events),
      predicates: within(read.predicates),
    }
    const candidates = candidatesOf(doc, read.tree, first, end)
    const features = sideFeatures(scene, candidates)
    const spanOf = one => `${doc.tokens.start[one.first]},${doc.tokens.end[one.end - 1]}`
    const labels = candidates.map(one => gold.get(spanOf(one)) ?? 'O')
    sentences.push({ first, end, candidates, features, labels, spanOf })
  }
  return { id: row.id, gold, sentences, weight }
}

async function typeExample(row) {
  const read = await readDoc(row.id, row.text)
  const { doc } = read
  const ranges = side =>
    (side?.spans ?? []).map(([from, to]) => {
      const inside = Array.from({ length: doc.tokens.length }, (_, k) => k).filter(
        k => doc.tokens.start[k] < to && from < doc.tokens.end[k],
      )
      return [inside[0], inside.at(-1) + 1]
    })
  const [actors, recipients] = [ranges(row.source), ranges(row.target)]
  const at = actors[0]?.[0] ?? recipients[0]?.[0] ?? 0
  const s = doc.sentences.findIndex((_, k) => at >= doc.firstToken[k] && at < doc.firstToken[k + 1])
  const pair = { ...read, first: doc.firstToken[s], end: doc.firstToken[s + 1], actors, recipients }
  const way = pathOf(pair)
  return { id: row.id, features: typeFeatures(pair, way, words), label: row.label, others: otherTellings(pair, way) }
}

/** What else the predicates of a sentence tell, in which its makers saw no event: examples of none. */
function otherTellings(pair, own) {
  const { doc } = pair
  const near = new Set(own === null ? [] : [own.trigger, ...own.up, ...own.down])
  const rangeOf = ({ span }) => {
    let first = pair.first
    while (doc.tokens.end[first] <= span[0]) first++
    let end = first
    while (end < pair.end && doc.tokens.start[end] < span[1]) end++
    return [first, end]
  }
  return pair.predicates.flatMap(one => {
    const token = rangeOf({ span: one.trigger })[0]
    if (token < pair.first || token >= pair.end || near.has(token) || one.actors.length === 0) return []
    const other = {
      ...pair,
      actors: one.actors.slice(0, 1).map(rangeOf),
      recipients: one.recipients.slice(0, 1).map(rangeOf),
    }
    const way = pathOf(other)
    return near.has(way.trigger) ? [] : [{ features: typeFeatures(other, way, words), label: 'none' }]
  })
}

/** The same of a sentence that tells no event at all. */
async function quietTellings(row) {
  const read = await readDoc(row.id, row.text)
  return read.doc.sentences.flatMap((_, s) =>
    otherTellings(
      { ...read, first: read.doc.firstToken[s], end: read.doc.firstToken[s + 1], actors: [], recipients: [] },
      null,
    ),
  )
}

/** The same of articles of news, where a sentence in which no frame tells an event seldom tells one. */
async function newsTellings() {
  const folder = path.join(data, 'attribution/train/texts')
  const files = fs.readdirSync(folder).sort()
  const every = Math.max(1, Math.floor(files.length / Math.max(1, NEWS)))
  const done = []
  for (const file of files.filter((_, k) => NEWS > 0 && k % every === 0)) {
    const read = await readDoc(`news-${path.basename(file, '.txt')}`, fs.readFileSync(path.join(folder, file), 'utf8'))
    for (let s = 0; s < read.doc.sentences.length; s++) {
      const [from, to] = read.doc.sentences[s]
      const within = ({ trigger }) => trigger[0] >= from && trigger[0] < to
      if (read.events.some(within)) continue
      const predicates = read.predicates.filter(within)
      const pair = {
        ...read,
        predicates,
        first: read.doc.firstToken[s],
        end: read.doc.firstToken[s + 1],
        actors: [],
        recipients: [],
      }
      done.push(...otherTellings(pair, null).map(one => ({ ...one, weight: TOLD_OF_NEWS })))
    }
  }
  return done
}

/** The frames' examples, sentences of our own: each with the sides that its frame gives them. */
async function frameExamples() {
  const rows = fs
    .readFileSync(path.join(root, 'knowledge/events/frames.tsv'), 'utf8')
    .split('\n')
    .map(line => line.split('\t'))
    .filter(cells => cells.length === 7 && (cells[1] === 'V' || cells[1] === 'N'))
  const done = []
  for (const [k, cells] of rows.entries()) {
    const read = await readDoc(
      `frame-${k}-${crypto.createHash('sha1').update(cells[6]).digest('hex').slice(0, 8)}`,
      cells[6],
    )
    const event = read.events.find(one => one.type === cells[2])
    if (event === undefined) continue
    const { doc } = read
    const rangesOf = sides =>
      sides.map(({ span }) => {
        const inside = Array.from({ length: doc.tokens.length }, (_, w) => w).filter(
          w => doc.tokens.start[w] < span[1] && span[0] < doc.tokens.end[w],
        )
        return [inside[0], inside.at(-1) + 1]
      })
    const pair = {
      ...read,
      first: 0,
      end: doc.tokens.length,
      actors: rangesOf(event.actors),
      recipients: rangesOf(event.recipients),
    }
    const label = event.type === 'CONCEDE' || event.type === 'RETREAT' ? 'YIELD' : event.type
    done.push({ id: `frame-${k}`, features: typeFeatures(pair, pathOf(pair), words), label, weight: OWN })
  }
  return done
}

/** Examples {features, label, weight} -> a model with plain numbers. */
function fitModel(examples, classes, { bits, penalty }) {
  const buckets = 2 ** bits
  const count = classes.length
  // only buckets that are used, so that the vectors of L-BFGS stay short
  const place = new Map()
  const coded = examples.map(({ features, label, weight }) => ({
    keys: features.keys.map(key => {
      const bucket = key & (buckets - 1)
      if (!place.has(bucket)) place.set(bucket, place.size)
      return place.get(bucket) * count
    }),
    values: features.values,
    label: classes.indexOf(label),
    weight: weight ?? 1,
  }))
  const size = place.size * count
  const value = (x, gradient) => {
    let loss = 0
    for (let k = 0; k < size; k++) {
      loss += 0.5 * penalty * x[k] * x[k]
      gradient[k] = penalty * x[k]
    }
    for (let c = 0; c < count; c++) gradient[size + c] = 0
    const scores = new Float64Array(count)
    for (const { keys, values, label, weight } of coded) {
      for (let c = 0; c < count; c++) scores[c] = x[size + c]
      for (let k = 0; k < keys.length; k++) for (let c = 0; c < count; c++) scores[c] += x[keys[k] + c] * values[k]
      const most = Math.max(...scores)
      let sum = 0
      for (let c = 0; c < count; c++) sum += Math.exp(scores[c] - most)
      const norm = most + Math.log(sum)
      loss -= weight * (scores[label] - norm)
      for (let c = 0; c < count; c++) scores[c] = weight * (Math.exp(scores[c] - norm) - (c === label ? 1 : 0))
      for (let k = 0; k < keys.length; k++)
        for (let c = 0; c < count; c++) gradient[keys[k] + c] += scores[c] * values[k]
      for (let c = 0; c < count; c++) gradient[size + c] += scores[c]
    }
    return loss
  }
  const x = minimise(value, size + count)
  const scale = new Float32Array(count)
  for (let k = 0; k < size; k++) scale[k % count] = Math.max(scale[k % count], Math.abs(x[k]) / 127)
  const weights = new Int8Array(buckets * count)
  for (const [bucket, at] of place)
    for (let c = 0; c < count; c++) weights[bucket * count + c] = Math.round(x[at * count + c] / (scale[c] || 1))
  return { classes, buckets, weights, scale, bias: Float32Array.from(x.subarray(size)) }
}

/** L-BFGS (Nocedal and Wright, algorithm 7.5) with halving steps. */
function minimise(value, size) {
  let x = new Float64Array(size)
  let gradient = new Float64Array(size)
  let loss = value(x, gradient)
  const past = []
  const dot = (a, b) => {
    let sum = 0
    for (let k = 0; k < size; k++) sum += a[k] * b[k]
    return sum
  }
  for (let step = 0; step < STEPS; step++) {
    const way = gradient.map(g => -g)
    const alphas = []
    for (const { s, y, rho } of [...past].reverse()) {
      const alpha = rho * dot(s, way)
      alphas.push(alpha)
      for (let k = 0; k < size; k++) way[k] -= alpha * y[k]
    }
    const last = past.at(-1)
    const first = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1 / Math.sqrt(dot(gradient, gradient))
    for (let k = 0; k < size; k++) way[k] *= first
    past.forEach(({ s, y, rho }, n) => {
      const beta = rho * dot(y, way)
      const alpha = alphas[past.length - 1 - n]
      for (let k = 0; k < size; k++) way[k] += s[k] * (alpha - beta)
    })
    const slope = dot(gradient, way)
    let length = 1
    let next
    const found = new Float64Array(size)
    let lower
    for (;;) {
      next = x.map((each, k) => each + length * way[k])
      lower = value(next, found)
      if (lower <= loss + 1e-4 * length * slope || length < 1e-6) break
      length /= 2
    }
    const s = next.map((each, k) => each - x[k])
    const y = found.map((each, k) => each - gradient[k])
    const curve = dot(s, y)
    if (curve > 1e-10) past.push({ s, y, rho: 1 / curve })
    if (past.length > 8) past.shift()
    const gain = loss - lower
    x = next
    gradient = found
    loss = lower
    if (gain < 1e-5 * Math.abs(loss)) break
  }
  return x
}

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
const fitTold = (examples, silent) =>
  fitModel(
    [...examples.flatMap(({ features, others }) => [{ features, label: 'event' }, ...others]), ...silent],
    ['none', 'event'],
    TOLD,
  )
const fitTypes = examples => fitModel([...examples, ...own], [...new Set(examples.map(one => one.label))].sort(), TYPES)

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
      for (const side of bestSides(sentence, sentence.candidates, scores, model.classes, eager)) {
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
const pairs = PAIRS > 0 ? await each(rows('events/plv-train'), row => sideExamples(row, PAIRS)) : []
const quiet = NOTHING > 0 ? await each(quietTexts(), row => sideExamples(row, NOTHING)) : []
const types = await each(rows('events/plv-train'), typeExample)
const own = OWN > 0 ? await frameExamples() : []
console.log(`${spans.length} + ${pairs.length} + ${quiet.length} sentences, ${types.length} pairs`)
if (folds > 0) {
  const other = [...pairs, ...quiet]
  const fold = list => new Map(list.map((one, k) => [one.id, k % folds]))
  const [ofSpans, ofTypes] = [fold(spans), fold(types)]
  const parts = Array.from({ length: folds }, (_, k) => k)
  if (!process.argv.includes('--no-sides')) {
    const sideModels = parts.map(k => fitSides([...spans.filter(one => ofSpans.get(one.id) !== k), ...other]))
    console.log(`sides, ${folds} folds: ${sideScore(spans, one => sideModels[ofSpans.get(one.id)])}`)
  }
  if (!process.argv.includes('--no-types')) {
    const typeModels = parts.map(k => fitTypes(types.filter(one => ofTypes.get(one.id) !== k)))
    console.log(`types, ${folds} folds: ${typeScore(types, one => typeModels[ofTypes.get(one.id)])}`)
  }
}
const sides = process.argv.includes('--no-sides') ? null : fitSides([...spans, ...pairs, ...quiet])
if (sides)
  console.log(
    `sides, dev: ${sideScore(await each(rows('events/spans-dev'), row => sideExamples(row, 1)), () => sides)}`,
  )
if (sides && quiet.length) {
  let n = 0,
    s = 0
  for (const d of quiet)
    for (const sent of d.sentences) {
      n++
      if (
        bestSides(
          sent,
          sent.candidates,
          sent.features.map(f => judge(sides, f)),
          sides.classes,
          eager,
        ).length
      )
        s++
    }
  console.log('quiet sentences with a side', s, n)
}
const kinds = fitTypes(types)
console.log(`types, dev: ${typeScore(await each(rows('events/plv-dev'), typeExample), () => kinds)}`)
const silent = (await each(quiet.length > 0 ? quietTexts() : [], quietTellings)).flat()
const news = await newsTellings()
const told = fitTold(types, [...silent, ...news])
console.log(`${silent.length} + ${news.length} tellings of none`)
{
  const dev = await each(rows('events/plv-dev'), typeExample)
  const odds = features => judge(told, features)[1]
  const sure = Math.log(0.5)
  const kept = dev.filter(({ features }) => odds(features) > sure).length
  const none = dev.flatMap(({ others }) => others)
  const wrong = none.filter(({ features }) => odds(features) > sure).length
  console.log(`told, dev: ${kept} of ${dev.length} events kept, ${wrong} of ${none.length} other predicates`)
}
if (folds === 0) {
  const text = ({ weights, scale, bias, classes, buckets }) => ({
    classes,
    bits: Math.log2(buckets),
    scale: [...scale].map(one => Number(one.toPrecision(6))),
    bias: [...bias].map(one => Number(one.toPrecision(6))),
    weights: Buffer.from(weights.buffer).toString('base64'),
  })
  const table = Buffer.from(words.table).toString('base64')
  const file = JSON.stringify({
    sides: text(sides),
    types: text(kinds),
    told: text(told),
    words: { size: words.size, lemmas: [...words.index.keys()].join(' '), table },
  })
  fs.writeFileSync(path.join(out, 'events.json'), file)
  const list = path.join(out, 'manifest.json')
  const manifest = JSON.parse(fs.readFileSync(list, 'utf8'))
  const bytes = Buffer.from(file)
  const sha256 = crypto.createHash('sha256').update(bytes).digest('hex')
  manifest.files['events.json'] = { bytes: bytes.length, sha256, licence: 'CC-BY-SA-4.0' }
  fs.writeFileSync(list, `${JSON.stringify(manifest, null, 2)}\n`)
  console.log(`${out}/events.json: ${bytes.length} bytes`)
}
