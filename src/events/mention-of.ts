import type { Doc } from '../model/doc.ts'
import { type EventActor, type EventMention, quadOf, type Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { contentId } from '../text/hash.ts'
import { trimSpan } from '../text/spans.ts'
import { argumentsAfter } from './clause/arguments.ts'
import type { Clauses } from './clause/phrase.ts'
import { tokenAt } from './doc-cursor.ts'
import { contextsOf } from './event-contexts.ts'
import { placeOf } from './event-place.ts'
import { type Found, spanOf } from './find-actor.ts'
import { fullPhrase } from './predicates/full-phrase.ts'
import type { Scene } from './predicates/participants.ts'
import { predicateStatus } from './predicates/predicate-status.ts'
import type { Status } from './predicates/status-values.ts'
import type { Tree } from './predicates/tree.ts'
import type { Relation } from './relation.ts'
import { entsIn } from './sides/candidates.ts'
import { isParty } from './sides/is-party.ts'
import type { ToldEvent } from './told-event.ts'

/** The sentence that an event is told in, and what surrounds it. */
export interface Telling {
  readonly doc: Doc
  readonly tree: Tree
  readonly clauses: Clauses
  readonly sentence: Span
  readonly statements: readonly Statement[]
}

/** An event of a frame with its place and statement, its time still to be read; its sides are full phrases. */
export function mentionOf(telling: Telling, told: ToldEvent, status: Pick<Status, 'status' | 'negated'>): EventMention {
  const side = (found: Found): EventActor => actorOf(fullPhrase(telling.tree, found.span))
  return placed(telling, told, { actors: told.actors.map(side), recipients: told.recipients.map(side) }, status)
}

/**
 * The events of a sentence, its main event first, as it was learned: that of a frame which tells the same with the learned
 * sides, or one of its own. Of the other frames' events those stay whose words tell something else.
 */
export function withRelation(
  telling: Telling,
  scene: Scene,
  events: readonly EventMention[],
  relation: Relation,
): EventMention[] {
  const sides = { actors: relation.actors.map(actorOf), recipients: relation.recipients.map(actorOf) }
  const { frame } = relation
  const main =
    frame === null ? ownEvent(telling, scene, relation, sides) : { ...frame, ...agreed(telling.doc, frame, sides) }
  const rest = events
    .filter(event => event !== frame)
    .map(event => ({ ...event, recipients: event.recipients.filter(({ span }) => isParty(telling.doc, span)) }))
    .filter(event => staysBeside(telling.doc, event, main))
    .map(event => ({ ...event, actors: inWordsOf(event.actors, main), recipients: inWordsOf(event.recipients, main) }))
  const named = { ...main, id: idOf(main.type, main.trigger, main.actors) }
  return [named, ...rest]
}

/**
 * The sides of a frame's event by what was learned: a side that one of the two leaves empty is the other's; where both name
 * it, the frame says who belongs to it ("Finland and Sweden", not who is named further on) and what was learned with which
 * words.
 */
function agreed(doc: Doc, frame: Sides, learned: Sides): Sides {
  const side = (told: readonly EventActor[], found: readonly EventActor[]): readonly EventActor[] => {
    if (found.length === 0) return told
    if (!meet(told, found)) return named(doc, told, NAMES) && !named(doc, found, ACTING) ? told : found
    const both = told.flatMap(one => {
      const same = found.filter(other => meet([one], [other]))
      return same.length > 0 ? same : [one]
    })
    return [...new Map(both.map(one => [String(one.span), one])).values()]
  }
  // whom the frame has on the other side is one of the actors: they met
  if (learned.recipients.length === 0 && meet(frame.recipients, learned.actors)) return learned
  const recipients = frame.recipients.filter(({ span }) => learned.recipients.length > 0 || isParty(doc, span))
  return { actors: side(frame.actors, learned.actors), recipients: side(recipients, learned.recipients) }
}

/** Sides that the main event has too, with its words for them: one phrase for one party in a sentence. */
function inWordsOf(sides: readonly EventActor[], main: Sides): readonly EventActor[] {
  const known = [...main.actors, ...main.recipients]
  return sides.map(side => known.find(other => meet([side], [other])) ?? side)
}

type Sides = Pick<EventMention, 'actors' | 'recipients'>

/**
 * Whether a frame's event is told beside the sentence's main event: other words tell it, not both sides are the main
 * event's, and either all of its sides are parties of the main event ("condemned the raid and offered to repair the boat") or
 * its actor is a name and its recipient a name, a group or an office. Of what is asked for ("demanded that Testonia release the sailors") who is to do
 * it is enough. A capital acts for its state, but what is done in it is not done to it.
 */
function staysBeside(doc: Doc, event: EventMention, main: EventMention): boolean {
  if (event.trigger[0] === main.trigger[0]) return false
  if (meet(event.actors, main.actors) && meet(event.recipients, main.recipients)) return false
  const parties = [...event.actors, ...event.recipients]
  const known = [...main.actors, ...main.recipients]
  if (parties.length > 0 && parties.every(side => meet([side], known))) return true
  const asked = event.status === 'requested' && event.recipients.length > 0
  return named(doc, event.actors, ACTING) && (asked || named(doc, event.recipients, ADDRESSED))
}

function named(doc: Doc, sides: readonly EventActor[], kinds: ReadonlySet<string>): boolean {
  return sides.some(({ span }) =>
    entsIn(doc, tokenAt(doc, span[0]), tokenAt(doc, span[1] - 1) + 1).some(({ kind }) => kinds.has(kind)),
  )
}

const NAMES: ReadonlySet<string> = new Set(['country', 'bloc', 'organisation', 'person', 'nationality'])
const ACTING: ReadonlySet<string> = new Set([...NAMES, 'place'])
const ADDRESSED: ReadonlySet<string> = new Set([...NAMES, 'group', 'role'])

function meet(one: readonly EventActor[], other: readonly EventActor[]): boolean {
  return one.some(({ span }) => other.some(each => span[0] < each.span[1] && each.span[0] < span[1]))
}

function ownEvent(
  telling: Telling,
  scene: Scene,
  { type, trigger }: Relation,
  sides: Pick<EventMention, 'actors' | 'recipients'>,
): EventMention {
  const { clauses } = telling
  const phrase = clauses.at[trigger - clauses.first] ?? -1
  const verbal = clauses.phrases[phrase]?.kind === 'vg'
  const told: Placing = {
    frame: { type, mode: null, contexts: [] },
    trigger: [trigger, trigger + 1],
    slots: phrase < 0 ? new Map() : argumentsAfter(clauses, phrase + 1, null, verbal),
    phrase,
  }
  return placed(telling, told, sides, predicateStatus(scene, trigger))
}

type Placing = Pick<ToldEvent, 'frame' | 'trigger' | 'slots' | 'phrase'>

function placed(
  { doc, clauses, sentence, statements }: Telling,
  told: Placing,
  sides: Pick<EventMention, 'actors' | 'recipients'>,
  { status, negated }: Pick<Status, 'status' | 'negated'>,
): EventMention {
  const trigger = spanOf(doc, told.trigger[0], told.trigger[1])
  const { type, mode } = told.frame
  return {
    id: idOf(type, trigger, sides.actors),
    type,
    mode,
    contexts: contextsOf(doc, told.frame.contexts, trigger, sentence),
    quad: quadOf(type),
    ...sides,
    ...placeOf(doc, clauses, told.slots, mode === 'visit'),
    when: null,
    status,
    negated,
    claimedIn:
      statements.find(statement => statement.content.some(([start, end]) => start <= trigger[0] && trigger[1] <= end))
        ?.id ?? null,
    evidence: trimSpan(doc.text, sentence),
    trigger,
  }
}

function idOf(type: string, trigger: Span, actors: readonly EventActor[]): string {
  return contentId(type, String(trigger), actors.map(actor => String(actor.span)).join(';'))
}

function actorOf(span: Span): EventActor {
  return { span, actor: null, actorId: null, code: null }
}
