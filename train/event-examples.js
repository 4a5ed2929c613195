// The gold sets of events as examples for train/events.js: what a sentence has of phrases and predicates, and what each is.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { keptIn, load, option, root } from './setting.js'

const { candidatesOf } = await load('events/sides/candidates.js')
const { sideFeatures } = await load('events/sides/side-features.js')
const { typeFeatures, pathOf } = await load('events/types/type-features.js')
const { tellingWords } = await load('events/types/telling-words.js')
const { treeOf } = await load('events/predicates/tree.js')
const { findEvents } = await load('events/find-events.js')

const data = path.resolve(option('data', path.join(root, '../shared/data')))
const keep = option('keep', null)
/** Sentences of EWT and GUM, at most about so many. */
const QUIET = 1200
/** Weight of an example of a frame among the types. */
const OWN = 0.5
/** Articles of PolNeAR's train part, and the weight of what their sentences tell without a frame: nearly all of it no event. */
const NEWS = 120
const TOLD_OF_NEWS = 0.3

/** Rows of a set's gold. */
export const rows = folder =>
  fs
    .readFileSync(path.join(data, folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

/** Meanings of lemmas, as train/words.py writes them. */
export const words = (() => {
  const { size, lemmas, table } = JSON.parse(fs.readFileSync(option('words', 'scratch/words.json'), 'utf8'))
  const bytes = new Int8Array(Buffer.from(table, 'base64'))
  return { size, index: new Map(lemmas.split(' ').map((lemma, k) => [lemma, k])), table: bytes }
})()

let tools = null
let facts = null
/** A text as the reader sees it: the Doc, and what the frames and trees make of it. */
async function readDoc(id, text) {
  const doc = await keptIn(keep, id, async () => {
    tools ??= await (await load('pipeline/load-tools.js')).loadTools()
    return await (await load('parse/parse-article.js')).parseText(text, tools)
  })
  facts ??= (await load('pipeline/load-tools.js')).loadFacts()
  const { events, predicates } = findEvents(doc, [], null, facts)
  return { doc, tree: treeOf(doc), events, predicates }
}

/** Sentences of EWT and GUM that are neither news nor politics. */
export function quietTexts() {
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
export async function sideExamples(row, weight) {
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

export async function typeExample(row) {
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
  return { id: row.id, ...telling(pair, way), label: row.label, others: otherTellings(pair, way) }
}

/** What a model sees of a pair, and the words that tell what happens. */
function telling(pair, way) {
  return { features: typeFeatures(pair, way, words), told: tellingWords(pair.doc, pair.tree, way.trigger) }
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
    return near.has(way.trigger) ? [] : [{ ...telling(other, way), label: 'none' }]
  })
}

/** The same of a sentence that tells no event at all. */
export async function quietTellings(row) {
  const read = await readDoc(row.id, row.text)
  return read.doc.sentences.flatMap((_, s) =>
    otherTellings(
      { ...read, first: read.doc.firstToken[s], end: read.doc.firstToken[s + 1], actors: [], recipients: [] },
      null,
    ),
  )
}

/** The same of articles of news, where a sentence in which no frame tells an event seldom tells one. */
export async function newsTellings() {
  const folder = path.join(data, 'attribution/train/texts')
  const files = fs.readdirSync(folder).sort()
  const every = Math.max(1, Math.floor(files.length / NEWS))
  const done = []
  for (const file of files.filter((_, k) => k % every === 0)) {
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
export async function frameExamples() {
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
