// node bench/language-shares.js TEXTS.jsonl FOLDER: where the reader's time goes, as JSON. Outside the network by V8's own
// sampling profiler, inside it by onnxruntime's, so that nothing under src/ has to measure itself.
import fs from 'node:fs'
import { Session } from 'node:inspector/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SYSTEMS } from './peers/systems.js'

/** Texts are profiled inside the network up to this many words: every one of its 400 operators writes a line a window. */
const INSIDE_WORDS = 6_000

const PARTS = [
  ['the network (session.run)', /onnxruntime-node\/dist\/backend/],
  ['its inputs and outputs', /dist\/encode\//],
  ['splitting words', /dist\/parse\/(tokenise|tokens\/|abbreviations)/],
  ['attribution relations', /dist\/parse\/decode\/attribution/],
  ['decoding: sentences, tags, lemmas, trees, names', /dist\/parse\/decode\//],
  ['entities', /dist\/parse\/entities\//],
  ['references', /dist\/parse\/coreference\//],
]
const OTHER = 'the rest'

const [textsFile, folder] = process.argv.slice(2)
const lines = fs.readFileSync(textsFile, 'utf8').trim().split('\n')
const texts = lines.map(line => JSON.parse(line).text)
const { outside, again } = await profileOutside()
process.stdout.write(`${JSON.stringify({ outside, again, inside: await profileInside() })}\n`)

async function profileOutside() {
  const { read, windowWords } = await SYSTEMS.ours()
  for (const text of texts.slice(0, 60)) await read(text)
  const before = windowWords()
  let words = 0
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 250 })
  await session.post('Profiler.start')
  for (const text of texts) words += (await read(text)).tokens.length
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return { outside: shares(profile), again: (windowWords() - before) / words }
}

/** Microseconds of each part: a sample counts for the outermost function that belongs to one. */
function shares({ nodes, samples, timeDeltas }) {
  const parts = new Map()
  const visit = (id, part) => {
    const { callFrame, children = [] } = byId.get(id)
    const own = part ?? partOf(callFrame)
    parts.set(id, own)
    for (const child of children) visit(child, own)
  }
  const byId = new Map(nodes.map(node => [node.id, node]))
  visit(nodes[0].id, null)
  const sums = {}
  samples.forEach((id, i) => {
    const part = parts.get(id) ?? OTHER
    if (part !== 'idle') sums[part] = (sums[part] ?? 0) + timeDeltas[i]
  })
  return sums
}

function partOf({ url, functionName }) {
  if (functionName === '(idle)') return 'idle'
  if (functionName === '(garbage collector)') return 'collecting garbage'
  return PARTS.find(([, pattern]) => pattern.test(url))?.[0] ?? null
}

/** Microseconds of each part of the network, by the first name of an operator's path ("/trees/head/MatMul"). */
async function profileInside() {
  const { InferenceSession } = createRequire(import.meta.url)('onnxruntime-node')
  const create = InferenceSession.create
  let opened = null
  InferenceSession.create = async (model, options) => {
    const profileFilePrefix = path.join(folder, 'network')
    opened = await create.call(InferenceSession, model, { ...options, enableProfiling: true, profileFilePrefix })
    return opened
  }
  const { read } = await SYSTEMS.ours()
  let words = 0
  for (const text of texts) {
    if (words > INSIDE_WORDS) break
    words += text.split(/\s+/).length
    await read(text)
  }
  opened.endProfiling()
  const file = fs.readdirSync(folder).find(name => name.startsWith('network') && name.endsWith('.json'))
  const sums = {}
  for (const event of JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))) {
    if (event.cat !== 'Node' || !event.name.endsWith('_kernel_time')) continue
    const part = headOf(event.name)
    sums[part] = (sums[part] ?? 0) + event.dur
  }
  return sums
}

/** onnxruntime gives the operators that it fuses in the encoder names of their own. */
function headOf(name) {
  if (/^(SkipLayerNormalization|Gelu)/.test(name)) return 'encoder'
  return /^\/?(encoder|tags|trees|names|coreference|attribution|events)\b/.exec(name)?.[1] ?? 'words'
}
