import type { TimeExpression } from '../../model/expressions.ts'
import type { Span } from '../../model/span.ts'
import { formOf, lemmaOf, tokenAt, uposOf } from '../doc-cursor.ts'
import { isClause } from '../predicates/own-status.ts'
import type { Scene } from '../predicates/participants.ts'
import { caseOf, childBy, relationOf } from '../predicates/tree.ts'
import { headOf } from '../sides/candidates.ts'
import { joinedTimes } from './joined-times.ts'
import { rootOf, sentenceAt } from './sentences.ts'
import { tenseOf } from './tense.ts'

/** A time expression with the word of a predicate that it hangs on, and whether it says when that was. */
export interface AnchoredTime {
  readonly expression: TimeExpression
  /** Token of the clause or the noun of an event. */
  readonly predicate: number
  /** Relation of its head word, with the preposition: whether it stands before a noun ("the 1951 treaty") or after. */
  readonly before: boolean
  /** Whether a noun of an event stands between the verb and it, so that it may be that event's. */
  readonly past: boolean
  /** `bound`: "since 2022", "by Monday" give no day; `vague`: no days are known; `again`: "every Tuesday". */
  readonly use: 'point' | 'aim' | 'bound' | 'vague' | 'again'
}

/** The times of a text by the predicate that they hang on, in order of text. */
export type TimeAnchors = ReadonlyMap<number, readonly AnchoredTime[]>

/** Words that say that what they mark is an end of the time, or another time, not the time. */
const BOUNDS =
  /^(?:since|until|till|by|before|after|following|ahead|prior|through|to|past|than|beyond|up|within|from|as|despite|because|due|given|pending|about|like)$/
/** Prepositions with which a time that the parser hangs on a noun may be the clause's. */
const PLACING = /^(?:on|in|at|during|over|around|early|late|for|from|by|since|until|till|before|after)$/
/** Words between a verb and a time that are searched for the noun of an event. */
const WIDE = 40
/** Words of a sentence that is a time alone, at most. */
const SHORT = 5
/** Nouns between a time and its predicate, at most. */
const DEEPEST = 10

/**
 * Which predicate each time modifies, by the tree. A time on a noun that tells nothing itself is the clause's where it
 * stands there like one ("with Norway in 2024"), and nobody's where it belongs to the name ("the 1951 treaty"). `heads` are
 * the words of events. Linear but for the depth of noun phrases, which is bounded.
 */
export function timeAnchors(scene: Scene, times: readonly TimeExpression[], heads: ReadonlySet<number>): TimeAnchors {
  const { doc } = scene
  const out = new Map<number, AnchoredTime[]>()
  for (const expression of joinedTimes(doc.text, times)) {
    if (expression.timex === 'DURATION' || isDateline(doc.text, expression.span)) continue
    const first = tokenAt(doc, expression.span[0])
    const token = headOf(doc, first, Math.max(first + 1, tokenAt(doc, expression.span[1] - 1) + 1))
    const over = predicateOver(scene, token, expression.span[1], heads)
    if (over < 0) continue
    const noun = nounBetween(scene, over, token, heads)
    const predicate = noun >= 0 && isOfNoun(scene, over, noun) ? noun : sayingBefore(scene, over, first)
    const before = token < predicate && doc.tokens.head[token] === predicate && !isOblique(scene, token)
    const list = out.get(predicate) ?? []
    const past = noun >= 0 && predicate !== noun
    list.push({ expression, predicate, before, past, use: purposeOf(scene, token, expression) })
    out.set(predicate, list)
  }
  return out
}

function purposeOf(scene: Scene, token: number, expression: TimeExpression): AnchoredTime['use'] {
  if (expression.timex === 'SET') return 'again'
  const marker = markerOutside(scene, token, expression.span)
  const words = scene.doc.text.slice(...expression.span)
  const bound = marker !== null && BOUNDS.test(marker) && marker !== 'from'
  // "from 3 May" is when a ban begins; "from 3 May to 5 June" is the whole of it
  if (bound || /^(?:by|until|since)\b/i.test(words)) return 'bound'
  if (expression.interval === null) return 'vague'
  return marker === 'for' || (marker === 'from' && expression.precision !== 'range') ? 'aim' : 'point'
}

function predicateOver(scene: Scene, time: number, after: number, heads: ReadonlySet<number>): number {
  const { doc, tree } = scene
  if (/^['’]s\b/.test(doc.text.slice(after, after + 3))) return possessed(scene, time, heads)
  // "the meeting was on Monday"
  if (childBy(tree, time, 'cop') >= 0) return time
  let token = time
  for (let depth = 0; depth < DEEPEST; depth++) {
    const head = doc.tokens.head[token] ?? -1
    if (head < 0) return nextRoot(scene, token)
    if (isClause(scene, head) || scene.nominal[head] === 1 || heads.has(head)) return head
    const within = scene.time[head] === 1 || relationOf(doc, token) === 'conj'
    if (token === time && !within && !isOblique(scene, token)) return -1
    if (within && token === time) time = head
    token = head
  }
  return -1
}

/** "In 2024 | Samplia signed …": a time that was cut off as a sentence of its own is that of the next one's main word. */
function nextRoot({ doc }: Scene, root: number): number {
  const at = sentenceAt(doc, root)
  const [own, next] = [doc.sentences[at], doc.sentences[at + 1]]
  if (!own || !next || doc.firstToken[at + 1]! - doc.firstToken[at]! > SHORT) return -1
  if (/[.!?:;"”]$/.test(doc.text.slice(...own)) || doc.text.slice(own[1], next[0]).includes('\n')) return -1
  return rootOf(doc, at + 1)
}

/** "Monday's attack", "last week's deadly attack": the noun, where it is one of an event. */
function possessed(scene: Scene, time: number, heads: ReadonlySet<number>): number {
  const { doc } = scene
  let noun = time + 1
  while (noun < time + DEEPEST && /^(?:PART|ADJ|NUM)$/.test(uposOf(doc, noun))) noun++
  while (relationOf(doc, noun) === 'compound' && doc.tokens.head[noun]! > noun) noun = doc.tokens.head[noun]!
  return scene.nominal[noun] === 1 || heads.has(noun) ? noun : -1
}

/** The preposition of a time where it is no part of the expression ("2 to 6 June"). */
function markerOutside({ tree, doc }: Scene, token: number, span: Span): string | null {
  const marker = childBy(tree, token, 'case')
  return marker < 0 || doc.tokens.start[marker]! >= span[0] ? null : caseOf(tree, token)
}

/** The last noun of an event between a verb and a time after it, within the verb's own phrases; -1 when none. */
function nounBetween(scene: Scene, verb: number, time: number, heads: ReadonlySet<number>): number {
  if (!isClause(scene, verb) || time < verb) return -1
  for (let k = time - 1; k > verb && time - k < WIDE; k--) {
    if (isClause(scene, k) && !heads.has(k)) return -1
    if (scene.nominal[k] === 1 || (heads.has(k) && !isClause(scene, k))) return k
  }
  return -1
}

/**
 * Whether a time that the parser hangs on the verb is that of the noun before it: "came days before a meeting on Friday",
 * and "has condemned the attack on Sunday", since a perfect has no day of the past beside it.
 */
function isOfNoun(scene: Scene, verb: number, noun: number): boolean {
  if (scene.doc.tokens.head[noun] !== verb) return false
  const marker = childBy(scene.tree, noun, 'case')
  if (marker >= 0) {
    const words = `${formOf(scene.doc, marker - 1)} ${formOf(scene.doc, marker)}`.toLowerCase()
    return /(?:\b(?:before|after|since|until|following|over|about|for|despite)|ahead of|prior to)$/.test(words)
  }
  return /^(?:follow|precede|await|recall)$/.test(lemmaOf(scene.doc, verb)) || /perfect$/.test(tenseOf(scene, verb))
}

/** "Said today conditions are worse": what stands right behind the verb of saying is its time, wherever it was hung. */
function sayingBefore({ doc }: Scene, clause: number, time: number): number {
  const saying = doc.tokens.head[clause] ?? -1
  if (relationOf(doc, clause) !== 'ccomp' || saying < 0 || time > clause) return clause
  const last = uposOf(doc, time - 1) === 'ADP' ? time - 2 : time - 1
  return last === saying ? saying : clause
}

/** Whether a time stands like the adverbial of a clause: bare ("last week"), or with "on", "in", "at". */
function isOblique(scene: Scene, token: number): boolean {
  const full = scene.doc.tokens.deprel[token] ?? ''
  if (full.endsWith(':unmarked') || relationOf(scene.doc, token) === 'advmod') return true
  const marker = caseOf(scene.tree, token)
  return marker !== null && /^(?:nmod|obl)$/.test(full) && PLACING.test(marker)
}

const CITY = /^\p{Lu}[\p{L} .,'’/-]*[, ]\s*$/u
const AGENCY = /^(?:,? \d{4})?\s*(?:\([^)\n]{1,40}\)\s*)?[-–—]{1,2}\s/

/** "PORT KARST, June 26 (Example Wire) -": the day of writing, not of what is told. */
function isDateline(text: string, span: Span): boolean {
  const line = text.lastIndexOf('\n', span[0]) + 1
  if (span[0] - line > 60 || span[0] === line) return false
  return CITY.test(text.slice(line, span[0])) && AGENCY.test(text.slice(span[1], span[1] + 60))
}
