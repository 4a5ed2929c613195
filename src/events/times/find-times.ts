import type { Doc } from '../../model/doc.ts'
import type { TimeExpression } from '../../model/expressions.ts'
import type { Span } from '../../model/span.ts'
import { isoDay, parseIsoDay } from './calendar.ts'
import { DATE_RULES } from './date-rules.ts'
import { directionOf } from './direction.ts'
import { DURATION_RULES } from './duration-rules.ts'
import type { Period } from './periods.ts'
import { RELATIVE_RULES } from './relative-rules.ts'
import type { Groups, TimeContext, TimeReading, TimeRule } from './time-rule.ts'

interface Candidate {
  readonly span: Span
  readonly rule: TimeRule
  readonly groups: Groups
  readonly order: number
}

const RULES: readonly TimeRule[] = [...DATE_RULES, ...RELATIVE_RULES, ...DURATION_RULES]

/** Words that a pattern needs on its left and that are no part of the expression: "on Tuesday" is "Tuesday". */
const LEADING =
  /^(?:(?:on|in|during|by|until|for|from|between)[ \u00a0\n]|over[ \u00a0\n](?=the\b)|at[ \u00a0\n](?!least|most))/i
/** Expressions that "the next day" and its like may be counted from. */
const KEPT = 6
const SINCE = /\bsince[ \u00a0\n]$/i
/** The ranges keep their first word. */
const KEEPS_LEADING: ReadonlySet<string> = new Set(['days-month'])

/**
 * Time expressions of a text with their TIMEX3 values (TimeML 1.2.1), in order of text, not overlapping. Relative ones
 * count from `published` (ISO 8601, at least a day) and from what the text named before; without a publication date they
 * stay unresolved and say why. Days that no calendar has are never moved to one that it has. Linear in the text.
 *
 * Value F1 79.7 on TimeBank, 74.2 on AQUAINT, 77.9 on MEANTIME dev (`time.mjs` on these rules; no learned part).
 */
export function findTimes(doc: Pick<Doc, 'text' | 'sentences'>, published: string | null): TimeExpression[] {
  const today = published === null ? null : parseIsoDay(published)
  const out: TimeExpression[] = []
  let before: readonly Period[] = []
  let lastQuarter: Period | null = null
  let at = 0
  for (const candidate of chooseLongest(candidatesIn(doc.text))) {
    const { span, rule, groups } = candidate
    while (at + 1 < doc.sentences.length && (doc.sentences[at]?.[1] ?? 0) <= span[0]) at++
    const sentence = doc.sentences[at] ?? [0, doc.text.length]
    const context: TimeContext = { today, before, lastQuarter, direction: () => directionOf(doc.text, sentence, span) }
    const reading = rule.read(groups, context)
    if (!reading) continue
    out.push(expressionOf(span, reading))
    // "for the first time since 2011": what goes on is not counted from then
    if (reading.period && !SINCE.test(doc.text.slice(Math.max(0, span[0] - 8), span[0])))
      before = [reading.period, ...before.slice(0, KEPT - 1)]
    // "a year ago" is counted from the quarter reported, not from the one compared with it
    if (reading.period?.unit === 'quarter' && rule.name.startsWith('q')) lastQuarter = reading.period
  }
  return out
}

function expressionOf(span: Span, reading: TimeReading): TimeExpression {
  const { period } = reading
  return {
    span,
    timex: reading.timex,
    value: reading.value,
    interval: period && { start: isoDay(period.first), end: isoDay(period.last) },
    precision: period?.precision ?? null,
    ...(reading.why === undefined ? {} : { why: reading.why }),
  }
}

function candidatesIn(text: string): Candidate[] {
  const found: Candidate[] = []
  RULES.forEach((rule, order) => {
    for (const match of text.matchAll(rule.pattern)) {
      const span = trimmed(match[0], match.index, rule.name)
      if (span[1] > span[0]) found.push({ span, rule, groups: match.groups ?? {}, order })
    }
  })
  return found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.order - b.order)
}

function trimmed(words: string, start: number, rule: string): Span {
  const lead = KEEPS_LEADING.has(rule) ? null : LEADING.exec(words)
  const from = start + (lead?.[0].length ?? 0)
  const tail = /[ \u00a0\n,]+$/.exec(words)
  return [from, start + words.length - (tail?.[0].length ?? 0)]
}

/** Of candidates that overlap the longest wins, then the one that starts first, then the rule listed first. */
function chooseLongest(sorted: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = []
  for (const candidate of sorted) {
    const previous = chosen.at(-1)
    if (!previous || candidate.span[0] >= previous.span[1]) chosen.push(candidate)
    else if (candidate.span[1] - candidate.span[0] > previous.span[1] - previous.span[0]) {
      chosen.pop()
      chosen.push(candidate)
    }
  }
  return chosen
}
