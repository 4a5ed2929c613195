// node eval/score-chains.js GOLD PREDICTIONS [--json] [--details N]: chains of hops of statements (docs/guide/chains.md).
// GOLD: eval/gold/chains.jsonl. PREDICTIONS: Readings, one a line, of `theatrum read eval/gold/chains.jsonl --jsonl`.
//
// A gold statement is found when a predicted one has its content (Dice of characters >= .5) and its speaker (one's words
// hold the other's), best pairs first. Hops of a pair match in order (longest common subsequence): same kind, spans that
// touch, and the same name: equal without case, marks and articles for outlets and agencies, one's words within the
// other's for the rest. Hops of a gold statement that is not found are missed; hops of a predicted statement that
// touches no gold content are wrong; a predicted one that only nests in, or around, a gold one counts for nothing.
// Cases put aside are scored and never shown. Intervals: 95 % bootstrap by case, 1,000 resamples, fixed seed.
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** @typedef {[number, number]} Span */
/** @typedef {{name: string, kind: string, span: Span}} Hop */
/** @typedef {{content: Span, speaker: string | null, hops: Hop[], denied?: boolean, addressee?: Span | null, occasion?: Span | null, saidIn?: Span | null, saidOn?: Span | null}} GoldStatement */
/** @typedef {{id: string, text: string, aside: boolean, statements: GoldStatement[]}} Case */
/** @typedef {{source: {span: Span} | null, content: Span[], denied: boolean, addressee: {span: Span} | null, occasion: Span | null, saidIn?: Span | null, saidOn?: Span | null, chain: Hop[]}} Predicted */
/** @typedef {{right: number, got: number, want: number}} Count */
/** @typedef {{aside: boolean, counts: Record<string, Count>, wrong: string[]}} Marked */

const KINDS = ['outlet', 'agency', 'official', 'document', 'anonymous']
const FIELDS = /** @type {const} */ (['addressee', 'occasion', 'saidIn', 'saidOn'])

/** @param {string} name */
const plain = name =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}.'-]+/gu, ' ')
    .replace(/\b(?:the|an?)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
/** @param {Span} a @param {Span} b */
const shared = (a, b) => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
/** @param {string} a @param {string} b */
const holds = (a, b) => plain(b) !== '' && ` ${plain(a)} `.includes(` ${plain(b)} `)

/** The cases of a gold file. Throws an Error that names the line that is not sound. @param {string} text @returns {Case[]} */
export function readGold(text) {
  const seen = new Set()
  return text
    .split('\n')
    .filter(line => line !== '')
    .map((line, i) => {
      /** @type {Case} */
      const one = JSON.parse(line)
      const bad = whyUnsound(one) ?? (seen.has(one.id) ? 'the id stands twice' : null)
      if (bad !== null) throw new Error(`line ${i + 1} (${one.id}): ${bad}`)
      seen.add(one.id)
      return one
    })
}

/** @param {Case} one @returns {string | null} */
function whyUnsound({ id, text, aside, statements }) {
  if (typeof id !== 'string' || typeof text !== 'string' || typeof aside !== 'boolean' || !Array.isArray(statements))
    return 'id, text, aside and statements are wanted'
  /** @param {unknown} span */
  const sound = span => {
    if (!Array.isArray(span) || !span.every(Number.isInteger)) return false
    return 0 <= span[0] && span[0] < span[1] && span[1] <= text.length && !/^\s|\s$/.test(text.slice(span[0], span[1]))
  }
  for (const statement of statements) {
    if (!sound(statement.content)) return 'a content span does not fit the text'
    if (statement.speaker !== null && !text.includes(statement.speaker)) return `the text has no “${statement.speaker}”`
    for (const field of FIELDS)
      if (statement[field] != null && !sound(statement[field])) return `${field} does not fit the text`
    for (const hop of statement.hops) {
      if (!sound(hop.span)) return `the span of “${hop.name}” does not fit the text`
      if (!KINDS.includes(hop.kind)) return `no kind of hop is called ${hop.kind}`
      if (hop.name === '') return 'a hop has no name'
    }
  }
  return null
}

/** Marks one case against what was read of it. @param {Case} gold @param {Predicted[]} predicted @returns {Marked} */
export function markCase(gold, predicted) {
  /** @type {Record<string, Count>} */
  const counts = {}
  /** @param {string} key @param {Count} by */
  const add = (key, by) => {
    counts[key] ??= { right: 0, got: 0, want: 0 }
    for (const part of /** @type {const} */ (['right', 'got', 'want'])) counts[key][part] += by[part]
  }
  /** @type {string[]} */
  const wrong = []
  const pairs = pairUp(gold, predicted)
  gold.statements.forEach((want, g) => {
    const got = pairs.get(g) ?? null
    const chain = got?.chain ?? []
    const matched = alignHops(want.hops, chain)
    add('hops', { right: matched.length, got: chain.length, want: want.hops.length })
    for (const kind of KINDS)
      add(kind, {
        right: matched.filter(hop => hop.kind === kind).length,
        got: chain.filter(hop => hop.kind === kind).length,
        want: want.hops.filter(hop => hop.kind === kind).length,
      })
    const whole = got !== null && matched.length === want.hops.length && matched.length === chain.length
    add('found', { right: got === null ? 0 : 1, got: 1, want: 1 })
    add('whole', { right: whole ? 1 : 0, got: 1, want: 1 })
    const denied = want.denied === true
    const said = got?.denied === true
    add('denied', { right: denied && said ? 1 : 0, got: said ? 1 : 0, want: denied ? 1 : 0 })
    for (const field of FIELDS) markField(field, want, got, add)
    if (!whole || denied !== said) wrong.push(explain(gold, want, got))
  })
  const spurious = predicted.filter(
    one => one.chain.length > 0 && !one.content.some(span => gold.statements.some(s => shared(s.content, span) > 0)),
  )
  for (const one of spurious) {
    add('hops', { right: 0, got: one.chain.length, want: 0 })
    for (const hop of one.chain) add(hop.kind, { right: 0, got: 1, want: 0 })
    wrong.push(`${gold.id} spurious: ${showHops(one.chain)}  in “${gold.text}”`)
  }
  return { aside: gold.aside, counts, wrong }
}

/** @param {typeof FIELDS[number]} field @param {GoldStatement} want @param {Predicted | null} got @param {(key: string, by: Count) => void} add */
function markField(field, want, got, add) {
  if (!(field in want)) return
  const span = want[field] ?? null
  const found = field === 'addressee' ? (got?.addressee?.span ?? null) : (got?.[field] ?? null)
  const right = span !== null && found !== null && shared(span, found) >= (span[1] - span[0]) / 2
  add(field, { right: right ? 1 : 0, got: found === null ? 0 : 1, want: span === null ? 0 : 1 })
}

/** Gold statement to prediction, best first. @param {Case} gold @param {Predicted[]} predicted @returns {Map<number, Predicted>} */
function pairUp(gold, predicted) {
  const candidates = gold.statements.flatMap((want, g) =>
    predicted.flatMap((one, p) => {
      const both = one.content.reduce((sum, span) => sum + shared(span, want.content), 0)
      const size = one.content.reduce((sum, [start, end]) => sum + end - start, 0)
      const dice = (2 * both) / (size + want.content[1] - want.content[0])
      return dice >= 0.5 && sameSpeaker(gold.text, want.speaker, one) ? [{ g, p, dice }] : []
    }),
  )
  /** @type {Map<number, Predicted>} */
  const pairs = new Map()
  const taken = new Set()
  for (const { g, p } of candidates.sort((a, b) => b.dice - a.dice)) {
    const one = predicted[p]
    if (one === undefined || pairs.has(g) || taken.has(p)) continue
    pairs.set(g, one)
    taken.add(p)
  }
  return pairs
}

/** @param {string} text @param {string | null} speaker @param {Predicted} one */
function sameSpeaker(text, speaker, one) {
  if (speaker === null || one.source === null) return speaker === null && one.source === null
  const words = text.slice(one.source.span[0], one.source.span[1])
  return holds(words, speaker) || holds(speaker, words)
}

/** Hops of `got` that match `want` in order. @param {Hop[]} want @param {Hop[]} got @returns {Hop[]} */
function alignHops(want, got) {
  /** @type {Hop[][][]} */
  const best = Array.from({ length: want.length + 1 }, () => Array.from({ length: got.length + 1 }, () => []))
  for (let i = want.length - 1; i >= 0; i--) {
    for (let j = got.length - 1; j >= 0; j--) {
      const [a, b] = [want[i], got[j]]
      if (a === undefined || b === undefined) continue
      const skip = [best[i + 1]?.[j] ?? [], best[i]?.[j + 1] ?? []].sort((x, y) => y.length - x.length)[0] ?? []
      const both = sameHop(a, b) ? [a, ...(best[i + 1]?.[j + 1] ?? [])] : []
      const row = best[i]
      if (row) row[j] = both.length > skip.length ? both : skip
    }
  }
  return best[0]?.[0] ?? []
}

/** @param {Hop} want @param {Hop} got */
function sameHop(want, got) {
  if (want.kind !== got.kind || shared(want.span, got.span) === 0) return false
  if (want.kind === 'outlet' || want.kind === 'agency') return plain(want.name) === plain(got.name)
  return holds(want.name, got.name) || holds(got.name, want.name)
}

/** @param {Hop[]} hops */
const showHops = hops => hops.map(hop => `${hop.name} (${hop.kind})`).join(' > ') || 'none'

/** @param {Case} gold @param {GoldStatement} want @param {Predicted | null} got */
function explain(gold, want, got) {
  const is = got === null ? 'not found' : `${showHops(got.chain)}${got.denied ? ', denied' : ''}`
  return `${gold.id} wanted: ${showHops(want.hops)}${want.denied ? ', denied' : ''}  got: ${is}\n     “${gold.text}”`
}

/** @param {Count[]} counts */
function measure(counts) {
  const [right, got, want] = /** @type {const} */ (['right', 'got', 'want']).map(part =>
    counts.reduce((sum, one) => sum + one[part], 0),
  )
  const p = got ? (right ?? 0) / got : 1
  const r = want ? (right ?? 0) / want : 1
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0, n: want ?? 0 }
}

/** Precision, recall, F1 with interval of one key over cases. @param {Marked[]} marked @param {string} key */
function score(marked, key) {
  const counts = marked.flatMap(one => one.counts[key] ?? [])
  let seed = 1
  const random = () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const tries = Array.from(
    { length: 1000 },
    () => measure(counts.map(() => counts[Math.floor(random() * counts.length)] ?? { right: 0, got: 0, want: 0 })).f1,
  ).sort((a, b) => a - b)
  return { ...measure(counts), lo: tries[25] ?? 0, hi: tries[974] ?? 0 }
}

/** @param {Marked[]} marked */
function scores(marked) {
  const keys = ['hops', ...KINDS, 'found', 'whole', 'denied', ...FIELDS]
  return Object.fromEntries(keys.map(key => [key, score(marked, key)]))
}

/** @param {string[]} argv @returns {number} the exit code */
function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, details: { type: 'string', default: '0' } },
  })
  const [goldFile, predictedFile] = positionals
  if (goldFile === undefined || predictedFile === undefined) {
    process.stderr.write('usage: node eval/score-chains.js GOLD PREDICTIONS [--json] [--details N]\n')
    return 2
  }
  const gold = readGold(fs.readFileSync(goldFile, 'utf8'))
  /** @type {Map<string, Predicted[]>} */
  const byText = new Map()
  for (const line of fs.readFileSync(predictedFile, 'utf8').split('\n')) {
    const reading = line === '' ? null : JSON.parse(line)
    if (reading?.article && !reading.rejected) byText.set(reading.article.text, reading.statements)
  }
  const missing = gold.filter(one => !byText.has(one.text))
  if (missing.length > 0) process.stderr.write(`no Reading for ${missing.map(one => one.id).join(', ')}\n`)
  const marked = gold.map(one => markCase(one, byText.get(one.text) ?? []))
  const parts = {
    tuned: scores(marked.filter(one => !one.aside)),
    aside: scores(marked.filter(one => one.aside)),
    all: scores(marked),
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ metrics: parts })}\n`)
  else print(parts, marked, Number(values.details))
  return missing.length > 0 ? 1 : 0
}

/** @param {Record<string, Record<string, ReturnType<typeof score>>>} parts @param {Marked[]} marked @param {number} details */
function print(parts, marked, details) {
  const percent = (/** @type {number} */ value) => (100 * value).toFixed(1).padStart(6)
  for (const [part, rows] of Object.entries(parts)) {
    process.stdout.write(`${part.padEnd(10)}     n      P      R     F1\n`)
    for (const [key, { n, p, r, f1, lo, hi }] of Object.entries(rows)) {
      const interval = key === 'hops' ? `  ${percent(lo)} to ${percent(hi).trim()}` : ''
      process.stdout.write(
        `${key.padEnd(10)}${String(n).padStart(6)} ${percent(p)} ${percent(r)} ${percent(f1)}${interval}\n`,
      )
    }
  }
  const wrong = marked.filter(one => !one.aside).flatMap(one => one.wrong)
  for (const line of wrong.slice(0, details)) process.stdout.write(`\n${line}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.slice(2))
