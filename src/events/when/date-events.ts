import type { TimeExpression } from '../../model/expressions.ts'
import type { EventMention, Predicate, When } from '../../model/reading.ts'
import { isClause } from '../predicates/own-status.ts'
import type { Scene } from '../predicates/participants.ts'
import { isoDay, parseIsoDay } from '../times/calendar.ts'
import { ownTime } from './own-time.ts'
import { chainsByHead, headOfSpan, referentOf } from './referents.ts'
import { sceneGoesOn } from './scene-goes-on.ts'
import { sentenceAt } from './sentences.ts'
import { tenseOf } from './tense.ts'
import { type TimeAnchors, timeAnchors } from './time-anchors.ts'
import { type DatedEvent, isHeld, type Told, toldAgain } from './told-again.ts'
import { unknownWhy } from './unknown-why.ts'

type ToldEvent = Told & { readonly event: EventMention }

/** What is read of the times of one text. */
interface Line {
  readonly anchors: TimeAnchors
  readonly chains: ReadonlyMap<number, number>
  readonly published: string | null
  /** No later day passes for what has happened: that after publication, for time zones. */
  readonly lastDay: string | null
  /** Sentences with a time in them. */
  readonly timed: ReadonlySet<number>
}

/**
 * Events with when they were: by the words that hang on them, else by the article's line of time (the same event told
 * elsewhere with its day, a scene that goes on), else unknown with why. The article's own day is never taken for theirs.
 * Linear but for the sentences' length: each is compared with a bounded number of others.
 */
export function datedEvents(
  scene: Scene,
  events: readonly EventMention[],
  predicates: readonly Predicate[],
  times: readonly TimeExpression[],
  published: string | null,
): EventMention[] {
  const { doc } = scene
  const chains = chainsByHead(doc)
  const all = events.map((event): ToldEvent => ({ ...toldOf(scene, chains, event), event }))
  const anchors = timeAnchors(scene, times, new Set(all.map(({ head }) => head)))
  const timed = new Set(
    times.filter(time => time.timex !== 'DURATION').map(time => sentenceAt(doc, headOfSpan(doc, time.span))),
  )
  const line: Line = { anchors, chains, published, lastDay: dayAfter(published), timed }
  const own = all.map(told => ownTime(scene, anchors, told.head, lastDayOf(scene, line, told)))
  const dated = new Map<string | null, DatedEvent[]>()
  const heads = new Set(all.map(({ head }) => head))
  all.forEach((told, k) => {
    addDated(dated, told, own[k]!.when)
  })
  for (const one of predicates) {
    const head = headOfSpan(doc, one.trigger)
    if (!anchors.has(head) || heads.has(head)) continue
    const told = toldOf(scene, chains, { ...one, type: null, mode: null })
    addDated(dated, told, ownTime(scene, anchors, head, lastDayOf(scene, line, told)).when)
  }
  return all.map((told, k) => {
    const time = own[k]!
    if (time.when !== null) return withWhen(told.event, time.when, time.by)
    if (time.said) return { ...told.event, when: null, whenWhy: time.why }
    return byTheLine(scene, line, told, [...(dated.get(told.event.type) ?? []), ...(dated.get(null) ?? [])])
  })
}

/** The time of an event whose own sentence does not give it. */
function byTheLine(scene: Scene, line: Line, told: ToldEvent, dated: readonly DatedEvent[]): EventMention {
  const { event } = told
  const again = mayRepeat(event) ? toldAgain(scene, told, dated) : null
  if (again?.when) return withWhen(event, again.when, 'again')
  const going = again === null ? sceneGoesOn(scene, told, line.anchors, line.timed, line) : null
  if (going !== null) return withWhen(event, going, 'scene')
  return { ...event, when: null, whenWhy: again?.why ?? unknownWhy(scene, line.anchors, told, line.published) }
}

function toldOf(
  { doc }: Scene,
  chains: ReadonlyMap<number, number>,
  one: Told['event'] & Pick<Predicate, 'trigger' | 'actors' | 'recipients'>,
): Told {
  const side = (list: Predicate['actors']): Told['actors'] => list.map(({ span }) => referentOf(doc, chains, span))
  return {
    ...{ event: one, head: headOfSpan(doc, one.trigger) },
    ...{ actors: side(one.actors), recipients: side(one.recipients) },
  }
}

/** What has happened was not still to come; "is to meet" is, whatever else was read of it. */
function lastDayOf(scene: Scene, { lastDay }: Line, { event, head }: Told): string | null {
  return isHeld(event) && !(isClause(scene, head) && tenseOf(scene, head) === 'ahead') ? lastDay : null
}

function withWhen(
  { whenWhy: _, ...event }: EventMention,
  when: When,
  whenBy: NonNullable<EventMention['whenBy']>,
): EventMention {
  return { ...event, when, whenBy }
}

/** What is told as done, under way or planned is one thing; what is habitual, denied or only thought of is not. */
function mayRepeat({ status }: Told['event']): boolean {
  return status === 'happened' || status === 'ongoing' || status === 'planned'
}

function addDated(dated: Map<string | null, DatedEvent[]>, told: Told, when: When | null): void {
  if (when === null || !mayRepeat(told.event)) return
  const list = dated.get(told.event.type) ?? []
  list.push({ ...told, when })
  dated.set(told.event.type, list)
}

/** The day after that of publication: time zones. Null when it is unknown. */
function dayAfter(published: string | null): string | null {
  const day = published === null ? null : parseIsoDay(published)
  return day === null ? null : isoDay(day + 1)
}
