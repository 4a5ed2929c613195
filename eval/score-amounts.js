// node eval/score-amounts.js GOLD PREDICTIONS [--json] [--details N]: numbers with their units, and changes of capability.
// GOLD: eval/gold/amounts.jsonl, one text a line: {id, text, amounts: [{span, value?, low?, high?, approximate?, unit,
//   counted, class, fate?, per?, of, whose}], capabilities: [{kind, trigger, who, what, amount, status}], aside?}.
// PREDICTIONS: Readings, one a line, of `theatrum read eval/gold/amounts.jsonl --jsonl`.
//
// An amount answers the gold amount that it shares most characters with; each answers one. Right in value and unit: value,
// both bounds, the flag "approximate" and the unit are equal. F1 over amounts; "whole" is the share of texts with every
// amount right in value and unit and none too many. Spans (counted, of, whose, who, what) agree when they share half of
// their characters; counted, class, fate, per, of and whose are shares of the gold amounts found, missing ones wrong.
// Intervals: 95 % bootstrap by text, 1,000 resamples, fixed seed. A fifth of the texts is put aside: scored, never shown.
import { byText, linesOf, runAsProgram, shared } from './own-scorer.js'
import { interval } from './resample.js'

/** @typedef {[number, number]} Span */
/** @typedef {{span: Span, value?: number, low?: number, high?: number, approximate?: boolean, unit?: string | null, counted?: Span | null, class?: string, fate?: string, per?: string, of?: Span | null, whose?: Span | null}} Amount */
/** @typedef {{kind: string, trigger: Span, who: Span | null, what: Span, amount: Span | null, status: string}} Capability */
/** @typedef {{id: string, text: string, amounts: Amount[], capabilities: Capability[], aside?: boolean}} Case */
/** @typedef {{amounts: Amount[], capabilities: Capability[]}} Said */
/** @typedef {{of: number, right: number, said: number}} Counts */
/** @typedef {{gold: Case, counts: Record<string, Counts>, lines: string[]}} Marked */

/** The texts of a gold file. Throws an Error that names the line that is not sound. @param {string} text @returns {Case[]} */
export function readGold(text) {
  return linesOf(text).map((line, index) => {
    /** @type {Case} */
    const one = JSON.parse(line)
    for (const span of [...one.amounts.map(a => a.span), ...one.capabilities.map(c => c.trigger)])
      if (!(span[0] >= 0 && span[0] < span[1] && span[1] <= one.text.length))
        throw new Error(`line ${index + 1}: a span outside the text`)
    return one
  })
}

/** What was read by the id of its text. @param {string} text @returns {Map<string, Said>} */
export const readPredictions = text =>
  byText(text, ({ mentions, capabilities }) => ({
    amounts: (mentions ?? []).filter((/** @type {{kind: string}} */ one) => one.kind === 'amount'),
    capabilities: (capabilities ?? []).map((/** @type {any} */ one) => ({ ...one, who: one.who?.span ?? null })),
  }))

/** @param {Span | null | undefined} a @param {Span | null | undefined} b */
const agree = (a, b) => (a && b ? 2 * shared(a, b) >= Math.max(a[1] - a[0], b[1] - b[0]) : !a && !b)
/** @param {number | undefined} a @param {number | undefined} b */
const same = (a, b) =>
  a === undefined || b === undefined ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))

/** @param {Amount} a @param {Amount} b */
const sameValue = (a, b) =>
  same(a.value, b.value) &&
  same(a.low, b.low) &&
  same(a.high, b.high) &&
  (a.approximate ?? false) === (b.approximate ?? false) &&
  (a.unit ?? null) === (b.unit ?? null)

const FIELDS = /** @type {const} */ (['counted', 'class', 'fate', 'per', 'of', 'whose'])

/** @param {Amount} a @param {Amount} b @param {(typeof FIELDS)[number]} field */
function sameField(a, b, field) {
  if (field === 'class' || field === 'fate' || field === 'per') return (a[field] ?? null) === (b[field] ?? null)
  return agree(a[field], b[field])
}

/** Pairs by most shared characters, each once. @template {Amount | Capability} T @param {T[]} gold @param {T[]} said @param {(one: T) => Span} at */
function pairs(gold, said, at) {
  const free = new Set(said)
  return gold.map(one => {
    let best = null
    for (const other of free) if (shared(at(one), at(other)) > (best ? shared(at(one), at(best)) : 0)) best = other
    if (best) free.delete(best)
    return { one, other: best }
  })
}

/** @param {readonly Case[]} gold @param {ReadonlyMap<string, Said>} said @returns {Marked[]} */
export function mark(gold, said) {
  return gold.map(one => {
    const read = said.get(one.id) ?? { amounts: [], capabilities: [] }
    const amounts = pairs(one.amounts, read.amounts, a => a.span)
    const right = amounts.filter(({ one: a, other: b }) => b && sameValue(a, b)).length
    const told = pairs(one.capabilities, read.capabilities, c => c.trigger)
    const kinds = told.filter(({ one: a, other: b }) => b?.kind === a.kind)
    /** @type {Record<string, Counts>} */
    const counts = {
      found: { of: one.amounts.length, right: amounts.filter(p => p.other).length, said: read.amounts.length },
      'value and unit': { of: one.amounts.length, right, said: read.amounts.length },
      whole: { of: 1, right: Number(right === one.amounts.length && right === read.amounts.length), said: 1 },
      capabilities: { of: one.capabilities.length, right: kinds.length, said: read.capabilities.length },
    }
    for (const field of FIELDS) {
      const hits = amounts.filter(({ one: a, other: b }) => b && sameField(a, b, field)).length
      counts[field] = { of: one.amounts.length, right: hits, said: one.amounts.length }
    }
    for (const field of /** @type {const} */ (['who', 'what', 'amount', 'status'])) {
      const hits = kinds.filter(({ one: a, other: b }) => {
        if (!b) return false
        if (field === 'status') return a.status === b.status
        // an amount's mention may take in what is counted
        if (field === 'amount') return a.amount && b.amount ? shared(a.amount, b.amount) > 0 : !a.amount && !b.amount
        return agree(a[field], b[field])
      }).length
      counts[`capability: ${field}`] = { of: one.capabilities.length, right: hits, said: one.capabilities.length }
    }
    return { gold: one, counts, lines: faultsOf(one, amounts, told, read) }
  })
}

/** What is wrong, for a reader. @param {Case} one @param {any[]} amounts @param {any[]} told @param {Said} read */
function faultsOf(one, amounts, told, read) {
  /** @param {Span | null | undefined} span */
  const words = span => (span ? `"${one.text.slice(...span)}"` : '-')
  /** @param {Amount | null} a */
  const show = a =>
    a
      ? `${words(a.span)} ${a.value ?? '-'} [${a.low ?? ''},${a.high ?? ''}]${a.approximate ? '~' : ''} ${a.unit ?? '-'} | counted ${words(a.counted)} ${a.class} ${a.fate ?? ''} per ${a.per ?? '-'} of ${words(a.of)} whose ${words(a.whose)}`
      : 'nothing'
  /** @param {Capability | null} c */
  const showTold = c =>
    c
      ? `${c.kind} ${words(c.trigger)} who ${words(c.who)} what ${words(c.what)} amount ${words(c.amount)} ${c.status}`
      : 'nothing'
  const lines = []
  for (const { one: a, other: b } of amounts)
    if (!b || !sameValue(a, b) || FIELDS.some(field => !sameField(a, b, field)))
      lines.push(`  gold ${show(a)}\n  said ${show(b)}`)
  const met = new Set(amounts.map(pair => pair.other))
  for (const b of read.amounts) if (!met.has(b)) lines.push(`  too many: ${show(b)}`)
  for (const { one: a, other: b } of told)
    if (!b || showTold(a).replace(/amount .* /, '') !== showTold(b).replace(/amount .* /, ''))
      lines.push(`  gold ${showTold(a)}\n  said ${showTold(b)}`)
  const toldMet = new Set(told.map(pair => pair.other))
  for (const b of read.capabilities) if (!toldMet.has(b)) lines.push(`  too many: ${showTold(b)}`)
  return lines.length > 0 ? [`${one.id} ${one.text}`, ...lines] : []
}

/** F1 of a measure over texts, from 0 to 1. @param {readonly Marked[]} marked @param {string} name */
function f1(marked, name) {
  let [of, right, said] = [0, 0, 0]
  for (const { counts } of marked) {
    of += counts[name]?.of ?? 0
    right += counts[name]?.right ?? 0
    said += counts[name]?.said ?? 0
  }
  return of + said === 0 ? 1 : (2 * right) / (of + said)
}

/** @param {string} gold @param {string} predictions @param {{json: boolean, details: number, missed: number}} options */
function main(gold, predictions, options) {
  const marked = mark(readGold(gold), readPredictions(predictions))
  const parts = /** @type {const} */ ([
    ['in view', marked.filter(one => !one.gold.aside)],
    ['put aside', marked.filter(one => one.gold.aside)],
  ])
  const names = Object.keys(marked[0]?.counts ?? {})
  const scores = Object.fromEntries(
    parts.map(([part, list]) => [
      part,
      Object.fromEntries(
        names.map(name => {
          const [low, high] = interval(list, sample => f1(sample, name))
          return [name, { value: f1(list, name), low, high }]
        }),
      ),
    ]),
  )
  if (options.json) return console.log(JSON.stringify({ task: 'amounts', texts: marked.length, ...scores }))
  for (const name of names)
    console.log(
      `${name.padEnd(20)} ${parts
        .map(([part]) => {
          const score = scores[part]?.[name] ?? { value: 0, low: 0, high: 0 }
          return `${part} ${(100 * score.value).toFixed(1).padStart(5)}  (${(100 * score.low).toFixed(1)} - ${(100 * score.high).toFixed(1)})`
        })
        .join('   ')}`,
    )
  const wrong = marked.filter(one => !one.gold.aside && one.lines.length > 0).slice(0, options.details)
  for (const { lines } of wrong) console.log(lines.join('\n'))
}

runAsProgram(import.meta.url, main)
