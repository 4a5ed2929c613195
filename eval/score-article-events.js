// node eval/score-article-events.js GOLD PREDICTIONS [--json] [--details N] [--missed N]: every event of whole articles.
// GOLD: eval/gold/article-events.jsonl, one article a line: {id, part, text, published, sentences, events: [{trigger, type,
//   status, actors, recipients, orTypes?, orStatus?, orActors?, orRecipients?, mutual?}], also: [{trigger, types}]}. Spans
//   are UTF-16; `or…` is right as well; `mutual`: who stands on which side does not matter (they met); `also` are
//   borderline events, which may be told or left out. How they were annotated: eval/README.md.
// PREDICTIONS: Readings, one a line, of `theatrum read eval/gold/article-events.jsonl --jsonl`.
//
// A told event answers the gold event of its sentence whose trigger it touches, or that has its type and one of its
// sides; pairs of one type first, then those that share more of the trigger; each answers one. What touches an `also` of
// its type, and no event of its type, counts for nothing. Scores: precision and recall of events (answered with the
// right type); precision as an analyst counts (type right, no side wrong or in the other place); status of those
// found. Intervals: 95 % bootstrap by article, 1,000 resamples, fixed seed. Of the part "aside" no line is ever shown.
import { byText, linesOf, runAsProgram, shared } from './own-scorer.js'
import { interval } from './resample.js'

/** @typedef {[number, number]} Span */
/** @typedef {{trigger: Span, type: string, status: string, actors: Span[], recipients: Span[], orTypes?: string[], orStatus?: string[], orActors?: Span[], orRecipients?: Span[], mutual?: boolean}} GoldEvent */
/** @typedef {{id: string, part: string, text: string, published: string, sentences: Span[], events: GoldEvent[], also: {trigger: Span, types: string[]}[]}} Case */
/** @typedef {{trigger: Span, type: string, status: string, actors: Span[], recipients: Span[]}} Told */
/** @typedef {'right' | 'side' | 'type' | 'none' | 'also'} Verdict */
/** @typedef {{told: Told, verdict: Verdict, gold: GoldEvent | null}} Judged */
/** @typedef {{gold: Case, judged: Judged[], missed: GoldEvent[]}} Marked */

const TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  )
const STATUSES = 'happened ongoing planned requested threatened conditional denied hypothetical habitual'.split(' ')

/** The articles of a gold file. Throws an Error that names the line that is not sound. @param {string} text @returns {Case[]} */
export function readGold(text) {
  const seen = new Set()
  return linesOf(text).map((line, index) => {
    /** @type {Case} */
    const one = JSON.parse(line)
    const bad = seen.has(one.id) ? 'the id stands twice' : whyUnsound(one)
    if (bad !== null) throw new Error(`line ${index + 1} (${one.id}): ${bad}`)
    seen.add(one.id)
    return one
  })
}

/** @param {Case} one @returns {string | null} */
function whyUnsound({ part, text, sentences, events, also }) {
  if (part !== 'dev' && part !== 'aside') return `no part "${part}"`
  for (const { type, orTypes = [], status, orStatus = [] } of events) {
    const wrong = [type, ...orTypes].find(name => !TYPES.includes(name))
    if (wrong !== undefined) return `no type "${wrong}"`
    const odd = [status, ...orStatus].find(name => !STATUSES.includes(name))
    if (odd !== undefined) return `no status "${odd}"`
  }
  if (also.some(({ types }) => types.length === 0 || types.some(name => !TYPES.includes(name)))) return 'an odd type'
  const within = (/** @type {Span} */ a, /** @type {Span} */ b) => a[0] >= b[0] && a[0] < a[1] && a[1] <= b[1]
  if (sentences.some(span => !within(span, [0, text.length]))) return 'a sentence outside the text'
  for (const event of [...events, ...also]) {
    const home = sentences.find(span => within(event.trigger, span))
    if (home === undefined) return 'a trigger outside the sentences'
    if ('actors' in event && [...mayAct(event), ...mayReceive(event)].some(span => !within(span, home)))
      return 'a side outside its sentence'
  }
  return null
}

/** @param {GoldEvent} event */
const mayAct = ({ actors, orActors = [] }) => [...actors, ...orActors]
/** @param {GoldEvent} event */
const mayReceive = ({ recipients, orRecipients = [] }) => [...recipients, ...orRecipients]

/** Told events by the id of their article. @param {string} text @returns {Map<string, Told[]>} */
export const readPredictions = text =>
  byText(text, ({ events }) => {
    const spans = (/** @type {{span: Span}[]} */ sides) => sides.map(side => side.span)
    return (events ?? []).map((/** @type {any} */ event) => ({
      ...event,
      actors: spans(event.actors),
      recipients: spans(event.recipients),
    }))
  })

/** @param {readonly Span[]} some @param {readonly Span[]} others */
const touch = (some, others) => some.some(a => others.some(b => shared(a, b) > 0))
/** @param {Told} told @param {GoldEvent} gold */
const sameType = (told, gold) => told.type === gold.type || (gold.orTypes ?? []).includes(told.type)

/** No side that was told is another's, or nobody's. @param {Told} told @param {GoldEvent} gold */
function sidesRight(told, gold) {
  const [act, receive] = [mayAct(gold), mayReceive(gold)]
  const both = [...act, ...receive]
  return (
    told.actors.every(span => touch([span], gold.mutual ? both : act)) &&
    told.recipients.every(span => touch([span], gold.mutual ? both : receive))
  )
}

/**
 * How well a told event answers a gold one; 0: not at all. Its type is worth more than all of a trigger.
 * @param {Told} told @param {GoldEvent} gold @param {readonly Span[]} sentences
 */
function answers(told, gold, sentences) {
  const trigger = shared(told.trigger, gold.trigger)
  if (trigger > 0) return trigger + (sameType(told, gold) ? SAME_TYPE : 0)
  const together = sentences.some(one => shared(one, told.trigger) > 0 && shared(one, gold.trigger) > 0)
  const side = touch(told.actors, gold.actors) || touch(told.recipients, gold.recipients)
  return together && side && sameType(told, gold) ? SAME_TYPE / 2 : 0
}

/** What shares a trigger and the type is above it: beyond any length of a trigger. */
const SAME_TYPE = 2000

/** @param {readonly Case[]} gold @param {ReadonlyMap<string, readonly Told[]>} said @returns {Marked[]} */
export function mark(gold, said) {
  return gold.map(one => {
    const told = said.get(one.id) ?? []
    const pairs = told
      .flatMap(event => one.events.map(want => ({ event, want, score: answers(event, want, one.sentences) })))
      .filter(({ event, score }) => score > (isAlso(event, one) ? SAME_TYPE : 0))
      .sort((a, b) => b.score - a.score)
    const answered = new Map()
    const taken = new Map()
    for (const { event, want } of pairs) {
      if (answered.has(event) || taken.has(want)) continue
      answered.set(event, want)
      taken.set(want, event)
    }
    const judged = told.map(event => judge(event, answered.get(event) ?? null, one))
    const missed = one.events.filter(want => !taken.has(want) || !sameType(taken.get(want), want))
    return { gold: one, judged, missed }
  })
}

/** @param {Told} told @param {Case} one */
const isAlso = (told, { also }) =>
  also.some(({ trigger, types }) => shared(trigger, told.trigger) > 0 && types.includes(told.type))

/** @param {Told} told @param {GoldEvent | null} gold @param {Case} one @returns {Judged} */
function judge(told, gold, one) {
  if (gold === null) return { told, gold, verdict: isAlso(told, one) ? 'also' : 'none' }
  if (!sameType(told, gold)) return { told, gold, verdict: 'type' }
  return { told, gold, verdict: sidesRight(told, gold) ? 'right' : 'side' }
}

/** @param {Judged} one */
const statusRight = ({ told, gold }) => gold !== null && [gold.status, ...(gold.orStatus ?? [])].includes(told.status)
/** @param {Judged} one */
const found = ({ verdict }) => verdict === 'right' || verdict === 'side'

/** Each score as [right, of] of one article. @type {Record<string, (one: Marked) => [number, number]>} */
const SCORES = {
  precision: ({ judged }) => [judged.filter(found).length, judged.filter(one => one.verdict !== 'also').length],
  recall: ({ judged, gold }) => [judged.filter(found).length, gold.events.length],
  'wholly right': ({ judged }) => [
    judged.filter(one => one.verdict === 'right').length,
    judged.filter(one => one.verdict !== 'also').length,
  ],
  status: ({ judged }) => [judged.filter(one => found(one) && statusRight(one)).length, judged.filter(found).length],
}

/**
 * Scores of one part, as shares from 0 to 1.
 * @param {readonly Marked[]} marked @returns {Record<string, {value: number, low: number, high: number, of: number}>}
 */
export function scores(marked) {
  return Object.fromEntries(
    Object.entries(SCORES).map(([name, count]) => {
      const counts = marked.map(count)
      const share = (/** @type {[number, number][]} */ some) =>
        some.reduce((sum, [right]) => sum + right, 0) / (some.reduce((sum, [, of]) => sum + of, 0) || 1)
      const [low, high] = interval(counts, share)
      return [name, { value: share(counts), low, high, of: counts.reduce((sum, [, of]) => sum + of, 0) }]
    }),
  )
}

/** The sentence of an event, its trigger in brackets. @param {Case} one @param {Span} trigger */
function shown({ text, sentences }, trigger) {
  const [start, end] = sentences.find(span => shared(span, trigger) > 0) ?? trigger
  return `${text.slice(start, trigger[0])}[${text.slice(...trigger)}]${text.slice(trigger[1], end)}`
}

/** @param {string} text @param {readonly Span[]} some */
const words = (text, some) => some.map(span => text.slice(...span)).join(' + ') || '-'
/** @param {string} text @param {Told | GoldEvent} event */
const sides = (text, { actors, recipients }) => `${words(text, actors)} > ${words(text, recipients)}`

/** What went wrong in an article, a line each, under the kind of it. @param {Marked} marked @returns {string[]} */
function wrongLines({ gold: one, judged }) {
  return judged.flatMap(({ told, gold, verdict }) => {
    const said = `${told.type} ${told.status} ${sides(one.text, told)}`
    const want = gold === null ? '' : `   gold: ${gold.type} ${gold.status} ${sides(one.text, gold)}`
    const kind =
      found({ told, gold, verdict }) && !statusRight({ told, gold, verdict }) ? `${verdict}, status` : verdict
    if (kind === 'right' || kind === 'also') return []
    return [`${one.id} ${kind}: ${said}${want}\n    ${shown(one, told.trigger)}`]
  })
}

/** @param {Marked} marked @returns {string[]} */
const missedLines = ({ gold: one, missed }) =>
  missed.map(
    event =>
      `${one.id} missed: ${event.type} ${event.status} ${sides(one.text, event)}\n    ${shown(one, event.trigger)}`,
  )

/** @param {string} gold @param {string} predictions @param {{json: boolean, details: number, missed: number}} options */
function main(gold, predictions, options) {
  const marked = mark(readGold(gold), readPredictions(predictions))
  const dev = marked.filter(one => one.gold.part === 'dev')
  const parts = { dev: scores(dev), aside: scores(marked.filter(one => one.gold.part === 'aside')) }
  if (options.json) return console.log(JSON.stringify({ task: 'article-events', ...parts }))
  for (const [part, rows] of Object.entries(parts))
    for (const [name, { value, low, high, of }] of Object.entries(rows))
      console.log(
        `${part.padEnd(6)} ${name.padEnd(13)} ${percent(value).padStart(5)}   ${percent(low)} - ${percent(high)}   of ${of}`,
      )
  for (const line of dev.flatMap(wrongLines).slice(0, options.details)) console.log(line)
  for (const line of dev.flatMap(missedLines).slice(0, options.missed)) console.log(line)
}

/** @param {number} share */
const percent = share => (100 * share).toFixed(1)

runAsProgram(import.meta.url, main)
