import type { Doc } from '../model/doc.ts'
import type { AmountExpression, TimeExpression } from '../model/expressions.ts'
import type { Capability, EventMention, Predicate, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { amountTree } from './amounts/amounts-under.ts'
import { findAmounts } from './amounts/find-amounts.ts'
import { findCapabilities } from './capabilities/find-capabilities.ts'
import { chunkSentence, type TokenMarks } from './clause/chunk-sentence.ts'
import type { Clauses } from './clause/phrase.ts'
import { withoutDatelines } from './datelines.ts'
import { tokenAt } from './doc-cursor.ts'
import { amountsOfEvent } from './event-amounts.ts'
import type { EventTools } from './event-tools.ts'
import type { Frames } from './frame.ts'
import { treeEvents } from './framed/tree-events.ts'
import { guardedArticle, guardedSentence } from './guarded-sentence.ts'
import { firstFrom } from './in-order.ts'
import { mentionOf, type Telling, withRelation } from './mention-of.ts'
import { withNominalWords } from './nominal-words.ts'
import { nounEvents } from './noun-events.ts'
import { readPredicates } from './predicates/find-predicates.ts'
import type { Scene } from './predicates/participants.ts'
import { predicateStatus } from './predicates/predicate-status.ts'
import type { Status } from './predicates/status-values.ts'
import { mainRelation } from './relation.ts'
import { findTimes } from './times/find-times.ts'
import type { ToldEvent } from './told-event.ts'
import { verbEvents } from './verb-events.ts'
import { datedEvents } from './when/date-events.ts'
import { withoutSelf } from './without-self.ts'

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
  const told: EventMention[] = []
  const clausesOf = new Map<number, Clauses>()
  const elsewhere = guardedArticle(doc, tools.frames)
  for (let s = 0; s < doc.sentences.length; s++) {
    const [first, end] = wordsOf(doc, s)
    if (elsewhere || end <= first || guardedSentence(doc, first, end, tools.frames)) continue
    const clauses = chunkSentence(doc, first, end, marks)
    clausesOf.set(s, clauses)
    for (const one of toldIn({ ...scene, doc }, clauses, tools.frames)) {
      const status = statusOf(scene, clauses, one)
      told.push(mentionOf({ doc, tree: scene.tree, clauses, sentence: doc.sentences[s]!, statements }, one, status))
    }
  }
  const framed = withoutRepeats(told).sort((a, b) => a.trigger[0] - b.trigger[0])
  const place = { doc, tree: scene.tree, statements }
  const main = withRelations(read, scene, framed, withTypes(predicates, framed), { clausesOf, place, tools })
  const related = withoutDatelines(doc.text, withoutSelf(doc, main))
  const kept = datedEvents(scene, related, predicates, times, published).map(event => {
    const own = amountsOfEvent(scene, event, under, amounts)
    return own.length === 0 ? event : { ...event, amounts: own }
  })
  const capabilities = findCapabilities({ scene, amounts: under, statements }, tools)
  return { events: kept, predicates: withTypes(predicates, [...framed, ...kept]), times, amounts, capabilities }
}

/** What the frames tell in a sentence: over its chunks, and over the tree what these do not reach. */
function toldIn(scene: Scene, clauses: Clauses, frames: Frames): ToldEvent[] {
  const used = new Set<number>()
  const told = [...verbEvents(scene.doc, clauses, frames, used), ...nounEvents(scene.doc, clauses, frames, used)]
  const byTree = treeEvents(scene, clauses, frames)
  const words = new Set<number>()
  // the noun that a verb has told already: "held talks"
  for (const index of used) {
    const phrase = clauses.phrases[index]
    if (phrase?.kind === 'np') words.add(phrase.head)
  }
  for (const { trigger } of told) for (let k = trigger[0]; k < trigger[1]; k++) words.add(k)
  const isNew = ({ trigger: [first, end] }: ToldEvent): boolean => {
    for (let k = first; k < end; k++) if (words.has(k)) return false
    return true
  }
  return [...withSubjects(told, byTree), ...byTree.filter(isNew)]
}

/** A pronoun that chunks take for the actor ("punished what they did and demanded"): the tree knows whose verb it is. */
function withSubjects(told: readonly ToldEvent[], byTree: readonly ToldEvent[]): ToldEvent[] {
  const known = new Map(byTree.map(one => [`${one.trigger[0]} ${one.frame.type}`, one]))
  return told.map(one => {
    const other = known.get(`${one.trigger[0]} ${one.frame.type}`)
    if (other === undefined || other.actors.length === 0 || one.actors.some(({ kind }) => kind !== 'pronoun'))
      return one
    const taken = new Set(other.actors.map(({ span }) => span[0]))
    return { ...one, actors: other.actors, recipients: one.recipients.filter(({ span }) => !taken.has(span[0])) }
  })
}

/** The frames' events with each sentence's main event as it is learned; as they are where nothing is learned. */
function withRelations(
  read: Doc,
  scene: Scene,
  framed: readonly EventMention[],
  predicates: readonly Predicate[],
  told: {
    readonly clausesOf: ReadonlyMap<number, Clauses>
    readonly place: Omit<Telling, 'clauses' | 'sentence'>
    readonly tools: EventTools
  },
): EventMention[] {
  const { frames, learned } = told.tools
  if (learned === undefined || read.sides === null) return [...framed]
  const events: EventMention[] = []
  for (const [s, clauses] of told.clausesOf) {
    const [first, end] = wordsOf(read, s)
    const sentence = read.sentences[s]!
    const within = <One extends { readonly trigger: Span }>(list: readonly One[]): One[] => inSentence(list, sentence)
    const own = { doc: read, tree: scene.tree, first, end, events: within(framed), predicates: within(predicates) }
    const relation = mainRelation(own, frames, learned)
    const telling = { ...told.place, clauses, sentence }
    events.push(...(relation === null ? own.events : withRelation(telling, scene, own.events, relation)))
  }
  return withoutRepeats(events)
}

/** A sentence's words, half-open; of one that is too long the first. */
function wordsOf(doc: Doc, sentence: number): readonly [number, number] {
  const first = doc.firstToken[sentence] ?? 0
  return [first, Math.min(doc.firstToken[sentence + 1] ?? doc.tokens.length, first + LONGEST)]
}

/** Of a list in order of triggers, those in a sentence. */
function inSentence<One extends { readonly trigger: Span }>(list: readonly One[], sentence: Span): One[] {
  const out: One[] = []
  const first = firstFrom(list, sentence[0], one => one.trigger[0])
  for (let k = first; k < list.length && list[k]!.trigger[0] < sentence[1]; k++) out.push(list[k]!)
  return out
}

function statusOf(scene: Scene, clauses: Clauses, told: ToldEvent): Pick<Status, 'status' | 'negated'> {
  if (told.status !== null) return { status: told.status, negated: false }
  const phrase = clauses.phrases[told.phrase]
  const head = phrase?.kind === 'np' || phrase?.kind === 'vg' ? phrase.head : told.trigger[0]
  return predicateStatus(scene, head)
}

/** Predicates with the types of the events that have the same words as trigger, and with these events' phrases. */
function withTypes(predicates: readonly Predicate[], events: readonly EventMention[]): Predicate[] {
  const told = new Map(events.map(event => [event.trigger[0], event]))
  return predicates.map(one => {
    const event = told.get(one.trigger[0])
    if (event === undefined) return { ...one, type: null }
    const actors = withPhrases(one.actors, event.actors)
    return { ...one, type: event.type, actors, recipients: withPhrases(one.recipients, event.recipients) }
  })
}

/** Sides whose words an event's side covers in part are that side, once. */
function withPhrases(sides: Predicate['actors'], told: EventMention['actors']): Predicate['actors'] {
  const spans = sides.map(
    ({ span }) => told.find(other => span[0] < other.span[1] && other.span[0] < span[1])?.span ?? span,
  )
  return [...new Map(spans.map(span => [String(span), { span }])).values()]
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

/** One event for one trigger and type. */
function withoutRepeats(events: readonly EventMention[]): EventMention[] {
  const seen = new Set<string>()
  return events.filter(event => {
    const key = `${event.type} ${event.trigger[0]}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
