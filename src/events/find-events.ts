import type { Doc } from '../model/doc.ts'
import type { AmountExpression, TimeExpression } from '../model/expressions.ts'
import {
  type Capability,
  type EventActor,
  type EventMention,
  type Predicate,
  quadOf,
  type Statement,
} from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { contentId } from '../text/hash.ts'
import { trimSpan } from '../text/spans.ts'
import { amountTree } from './amounts/amounts-under.ts'
import { findAmounts } from './amounts/find-amounts.ts'
import { findCapabilities } from './capabilities/find-capabilities.ts'
import { chunkSentence, type TokenMarks } from './clause/chunk-sentence.ts'
import type { Clauses } from './clause/phrase.ts'
import { tokenAt } from './doc-cursor.ts'
import { amountsOfEvent } from './event-amounts.ts'
import { contextsOf } from './event-contexts.ts'
import { placeOf } from './event-place.ts'
import type { EventTools } from './event-tools.ts'
import { whenOf } from './event-when.ts'
import { type Found, spanOf } from './find-actor.ts'
import { guardedSentence } from './guarded-sentence.ts'
import { withNominalWords } from './nominal-words.ts'
import { nounEvents } from './noun-events.ts'
import { readPredicates } from './predicates/find-predicates.ts'
import { fullPhrase } from './predicates/full-phrase.ts'
import type { Scene } from './predicates/participants.ts'
import { predicateStatus } from './predicates/predicate-status.ts'
import type { Status } from './predicates/status-values.ts'
import type { Tree } from './predicates/tree.ts'
import { findTimes } from './times/find-times.ts'
import type { ToldEvent } from './told-event.ts'
import { verbEvents } from './verb-events.ts'

/** Sentences longer than this are lists or damage; only their first words are read. In tokens. */
const LONGEST = 1200

/** What is found of events in one article. */
export interface FoundEvents {
  readonly events: EventMention[]
  readonly predicates: Predicate[]
  readonly times: TimeExpression[]
  readonly amounts: AmountExpression[]
  readonly capabilities: Capability[]
}

/**
 * Who did what to whom, where and when, and whether it happened: PLOVER events (2021) by the frames of
 * `knowledge/events/frames.tsv` over noun phrases and verb groups. Actors and places are spans alone here; resolving
 * gives them names. `published` (ISO 8601) anchors relative times. An event inside a statement's content is claimed.
 *
 * Linear in the text but for the length of a sentence, which is bounded.
 */
export function findEvents(
  read: Doc,
  statements: readonly Statement[],
  published: string | null,
  tools: EventTools,
): FoundEvents {
  const doc = withNominalWords(read, tools.frames)
  const times = findTimes(doc, published)
  const { scene, predicates } = readPredicates(read, times)
  const amounts = findAmounts(
    scene,
    tools.amounts,
    times.map(time => time.span),
  )
  const under = amountTree(scene, amounts)
  const marks = tokenMarks(doc, times)
  const past = times.filter(time => !isAfter(time, published))
  const events: EventMention[] = []
  for (let s = 0; s < doc.sentences.length; s++) {
    const first = doc.firstToken[s] ?? 0
    const end = Math.min(doc.firstToken[s + 1] ?? doc.tokens.length, first + LONGEST)
    const sentence = doc.sentences[s]
    if (!sentence || end <= first || guardedSentence(doc, first, end, tools.frames)) continue
    const clauses = chunkSentence(doc, first, end, marks)
    const used = new Set<number>()
    const told = [...verbEvents(doc, clauses, tools.frames, used), ...nounEvents(doc, clauses, tools.frames, used)]
    for (const one of told)
      events.push(
        mentionOf(doc, scene.tree, clauses, one, statusOf(scene, clauses, one), sentence, statements, {
          past,
          all: times,
        }),
      )
  }
  const kept = withoutRepeats(events).map(event => {
    const own = amountsOfEvent(scene, event, under, amounts)
    return own.length === 0 ? event : { ...event, amounts: own }
  })
  const capabilities = findCapabilities({ scene, amounts: under, statements }, tools)
  return { events: kept, predicates: withTypes(predicates, kept), times, amounts, capabilities }
}

function statusOf(scene: Scene, clauses: Clauses, told: ToldEvent): Pick<Status, 'status' | 'negated'> {
  if (told.status !== null) return { status: told.status, negated: false }
  const phrase = clauses.phrases[told.phrase]
  const head = phrase?.kind === 'np' || phrase?.kind === 'vg' ? phrase.head : told.trigger[0]
  return predicateStatus(scene, head)
}

/** Predicates with the types of the events that have the same words as trigger. */
function withTypes(predicates: readonly Predicate[], events: readonly EventMention[]): Predicate[] {
  const types = new Map(events.map(event => [event.trigger[0], event.type]))
  return predicates.map(one => ({ ...one, type: types.get(one.trigger[0]) ?? null }))
}

function tokenMarks(doc: Doc, times: readonly TimeExpression[]): TokenMarks {
  const ent = new Int32Array(doc.tokens.length).fill(-1)
  const time = new Uint8Array(doc.tokens.length)
  doc.ents.forEach((one, index) => {
    if (one.kind === 'time' || one.kind === 'amount' || one.kind === 'pronoun') return
    // a name inside a role belongs to the role's span, which is the longer and comes first
    for (let k = one.tokens[0]; k < one.tokens[1]; k++) if (ent[k] === -1) ent[k] = index
  })
  for (const { span, timex } of times) {
    if (timex === 'DURATION' && /-/.test(doc.text.slice(span[0], span[1]))) continue
    for (let k = tokenAt(doc, span[0]); k < doc.tokens.length && (doc.tokens.start[k] ?? 0) < span[1]; k++) time[k] = 1
  }
  return { ent, time }
}

function mentionOf(
  doc: Doc,
  tree: Tree,
  clauses: Clauses,
  told: ToldEvent,
  { status, negated }: Pick<Status, 'status' | 'negated'>,
  sentence: Span,
  statements: readonly Statement[],
  times: { readonly past: readonly TimeExpression[]; readonly all: readonly TimeExpression[] },
): EventMention {
  const trigger = spanOf(doc, told.trigger[0], told.trigger[1])
  const side = (found: Found): EventActor => actorOf(fullPhrase(tree, found.span))
  const actors = told.actors.map(side)
  const recipients = told.recipients.map(side)
  const { type, mode } = told.frame
  // What has happened did not happen on a day that was still to come ("agreed to double it by 2035").
  const held = status === 'happened' || status === 'ongoing'
  const days = held ? times.past : times.all
  const timed = whenOf(doc.text, trigger, sentence, days, (a, b) => verbsBetween(doc, clauses, told.phrase, a, b))
  return {
    id: contentId(type, String(trigger), actors.map(actor => String(actor.span)).join(';')),
    type,
    mode,
    contexts: contextsOf(doc, told.frame.contexts, trigger, sentence),
    quad: quadOf(type),
    actors,
    recipients,
    ...placeOf(doc, clauses, told.slots, mode === 'visit'),
    ...timed,
    status,
    negated,
    claimedIn:
      statements.find(statement => statement.content.some(([start, end]) => start <= trigger[0] && trigger[1] <= end))
        ?.id ?? null,
    evidence: trimSpan(doc.text, sentence),
    trigger,
  }
}

/** Whether all the days of an expression lie after the day of publication and the day after it (time zones). */
function isAfter(time: TimeExpression, published: string | null): boolean {
  if (published === null || time.interval === null) return false
  const day = new Date(`${published.slice(0, 10)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return time.interval.start > day.toISOString().slice(0, 10)
}

function actorOf(span: Span): EventActor {
  return { span, actor: null, actorId: null, code: null }
}

/** Verb groups that start between two offsets, without the event's own. */
function verbsBetween(doc: Doc, clauses: Clauses, own: number, from: number, to: number): number {
  let count = 0
  clauses.phrases.forEach((phrase, index) => {
    if (phrase.kind !== 'vg' || index === own) return
    const start = doc.tokens.start[phrase.head] ?? 0
    if (start > from && start < to) count++
  })
  return count
}

/** One event for one trigger and type. */
function withoutRepeats(events: readonly EventMention[]): EventMention[] {
  const seen = new Set<string>()
  return events
    .filter(event => {
      const key = `${event.type} ${event.trigger[0]}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .sort((a, b) => a.trigger[0] - b.trigger[0])
}
