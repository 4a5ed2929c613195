// node eval/score-event-times.js GOLD PREDICTIONS [--json] [--details N]: when events happened, and whether the text says so.
// GOLD: eval/gold/event-times.jsonl, one passage a line: {id, title?, text, published: day | null,
//   events: [{trigger: [start, end], when: {start, end, span} | null}], aside?}; UTF-16 offsets into title, blank line, text.
// PREDICTIONS: Readings, one a line, of `theatrum read eval/gold/event-times.jsonl --jsonl`.
//
// A gold date is the days in which the text puts the event itself; null where it gives none: where the day is that of the
// saying, of another event, or only a bound ("since", "by", "before"). Clauses joined under one subject, or told as one
// moment ("when", "as"), share a day, and a scene told on in the next sentence does; a second telling has the first one's.
//
// The answer is the event whose trigger shares most characters with the gold trigger; no such event is a wrong answer.
// "right": both ends of the interval equal, or no date in both. "dates right": the same, of the dates given (precision);
// "dates found", of the gold's (recall). "words": of the right dates, those shown by the gold's words. Of the passages in
// view and of those put aside (a fifth, written first and never shown). Intervals: 95 % bootstrap by passage, 1,000
// resamples, fixed seed.
import { byText, linesOf, runAsProgram, shared } from './own-scorer.js'
import { interval } from './resample.js'

/** @typedef {[number, number]} Span */
/** @typedef {{start: string, end: string, span: Span}} Days */
/** @typedef {{id: string, title?: string, text: string, published: string | null, events: {trigger: Span, when: Days | null}[], aside?: boolean}} Case */
/** @typedef {{trigger: Span, when: {start: string, end: string, span: Span | null} | null, whenWhy?: string, whenBy?: string}} Event */
/** @typedef {{trigger: Span, gold: Days | null, said: Event | null}} Answer */
/** @typedef {{gold: Case, answers: Answer[]}} Marked */

/** The text that the spans of a case count in. @param {Case} one */
export const textOf = one => (one.title === undefined ? one.text : `${one.title}\n\n${one.text}`)

/** The passages of a gold file. Throws an Error that names the line that is not sound. @param {string} text @returns {Case[]} */
export function readGold(text) {
  return linesOf(text).map((line, index) => {
    /** @type {Case} */
    const one = JSON.parse(line)
    const { length } = textOf(one)
    for (const { trigger, when } of one.events) {
      for (const [start, end] of when === null ? [trigger] : [trigger, when.span])
        if (!(start >= 0 && start < end && end <= length)) throw new Error(`line ${index + 1}: a span outside the text`)
      if (when !== null && !(when.start <= when.end)) throw new Error(`line ${index + 1}: days that run backwards`)
    }
    return one
  })
}

/** Events by the id of their passage. @param {string} text @returns {Map<string, Event[]>} */
export const readPredictions = text => byText(text, ({ events }) => events ?? [])

/** @param {readonly Case[]} gold @param {ReadonlyMap<string, readonly Event[]>} said @returns {Marked[]} */
export function mark(gold, said) {
  return gold.map(one => ({
    gold: one,
    answers: one.events.map(({ trigger, when }) => {
      let best = 0
      let answer = null
      for (const event of said.get(one.id) ?? []) {
        const common = shared(trigger, event.trigger)
        if (common > best) [best, answer] = [common, event]
      }
      return { trigger, gold: when, said: answer }
    }),
  }))
}

/** @param {Answer} answer */
function isRight({ gold, said }) {
  if (said === null) return false
  if (gold === null || said.when === null) return gold === said.when
  return gold.start === said.when.start && gold.end === said.when.end
}

/** @type {Record<string, {of: (answer: Answer) => boolean, is: (answer: Answer) => boolean}>} */
const MEASURES = {
  right: { of: () => true, is: isRight },
  'dates right': { of: ({ said }) => said !== null && said.when !== null, is: isRight },
  'dates found': { of: ({ gold }) => gold !== null, is: isRight },
  words: {
    of: answer => answer.gold !== null && isRight(answer),
    is: ({ gold, said }) => gold !== null && said?.when?.span != null && shared(gold.span, said.when.span) > 0,
  },
}

/** Share of a measure over passages, from 0 to 1; 1 of nothing. @param {readonly Marked[]} marked @param {string} name */
function share(marked, name) {
  const measure = MEASURES[name]
  let [of, is] = [0, 0]
  for (const { answers } of marked)
    for (const answer of answers) {
      if (!measure?.of(answer)) continue
      of++
      if (measure.is(answer)) is++
    }
  return of === 0 ? 1 : is / of
}

/** Scores by part and measure. @param {readonly Marked[]} marked */
export function scoresOf(marked) {
  const parts = /** @type {const} */ ([
    ['in view', marked.filter(one => !one.gold.aside)],
    ['put aside', marked.filter(one => one.gold.aside)],
  ])
  return Object.fromEntries(
    parts.map(([part, list]) => [
      part,
      {
        ...Object.fromEntries(
          Object.keys(MEASURES).map(name => {
            const [low, high] = interval(list, sample => share(sample, name))
            return [name, { value: share(list, name), low, high }]
          }),
        ),
        of: list.reduce((sum, one) => sum + one.answers.length, 0),
      },
    ]),
  )
}

/** Wrong answers in view, for a reader. @param {readonly Marked[]} marked */
function wrongLines(marked) {
  return marked
    .filter(one => !one.gold.aside)
    .flatMap(({ gold, answers }) => {
      const text = textOf(gold)
      /** @param {{start: string, end: string} | null} days */
      const show = days => (days === null ? 'none' : `${days.start}..${days.end}`)
      return answers
        .filter(answer => !isRight(answer))
        .map(({ trigger, gold: days, said }) => {
          const read = said === null ? 'no event' : `${show(said.when)} ${said.whenBy ?? said.whenWhy ?? ''}`
          const words = `${text.slice(0, trigger[0])}[${text.slice(...trigger)}]${text.slice(trigger[1])}`
          return `  ${gold.id} ${gold.published} gold ${show(days)}, said ${read}: ${words.replaceAll('\n', ' ')}`
        })
    })
}

/** @param {string} gold @param {string} predictions @param {{json: boolean, details: number, missed: number}} options */
function main(gold, predictions, options) {
  const marked = mark(readGold(gold), readPredictions(predictions))
  const scores = scoresOf(marked)
  if (options.json) return console.log(JSON.stringify({ task: 'event times', ...scores }))
  for (const [part, { of, ...measures }] of Object.entries(scores)) {
    console.log(`${part}, ${of} events`)
    for (const [name, { value, low, high }] of Object.entries(measures))
      console.log(
        `  ${name.padEnd(12)} ${[value, low, high].map(one => (100 * one).toFixed(1).padStart(5)).join('  ')}`,
      )
  }
  for (const line of wrongLines(marked).slice(0, options.details)) console.log(line)
}

runAsProgram(import.meta.url, main)
