import type { EventActor, EventMention } from '../model/reading.ts'
import { contentId } from '../text/hash.ts'

/** One telling of an event, in an article of a story. */
export interface Telling {
  readonly articleId: string
  /** ISO 8601; null when unknown. Orders the tellings. */
  readonly published: string | null
  readonly event: EventMention
  /** Lemma of the trigger, or its words where there is none. */
  readonly trigger: string
}

/** Tellings that speak of one happening. */
export interface EventGroup {
  /** Hash of its first telling. */
  readonly id: string
  readonly mentions: readonly { readonly articleId: string; readonly eventId: string }[]
}

// Points of evidence that two tellings are of one happening; three are asked for. An equal verb and one equal side, or
// both sides equal and a day or place, make a pair. Chosen for precision of links: a wrong link hides a disagreement.
const ENOUGH = 3
const SAME_TRIGGER = 2
/** Members of a group that a telling is compared with: the newest. */
const COMPARED = 12
/** Days by which two reports may differ on one happening: time zones, and "on Monday" told on Tuesday. */
const SLACK_DAYS = 1

/** What a telling is compared by. */
interface Features {
  readonly telling: Telling
  readonly trigger: string
  readonly actors: ReadonlySet<string>
  readonly recipients: ReadonlySet<string>
  /** Days since 1970. */
  readonly days: readonly [first: number, last: number] | null
  /** Two tellings without a common key are never of one happening: by type, and trigger or both sides. */
  readonly keys: readonly string[]
}

/**
 * Groups the event mentions of one story by happening: same PLOVER type; actors, recipients, time and place that do not
 * contradict each other; and enough that is the same (trigger, sides, day, place). Status does not part: a visit planned
 * on Sunday and held on Tuesday is one event with a life. Every telling is in exactly one group; the result does not
 * depend on the order of the input. Groups in order of their first telling.
 */
export function groupEvents(tellings: readonly Telling[]): EventGroup[] {
  const groups: Features[][] = []
  const byKey = new Map<string, Set<Features[]>>()
  for (const telling of [...tellings].sort(inTime)) {
    const features = featuresOf(telling)
    const near = new Set(features.keys.flatMap(key => [...(byKey.get(key) ?? [])]))
    let group = bestGroup(near, features)
    if (group === null) {
      group = []
      groups.push(group)
    }
    group.push(features)
    for (const key of features.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(group))
  }
  return groups.map(group => ({
    id: contentId('event', group[0]!.telling.articleId, group[0]!.telling.event.id),
    mentions: group.map(({ telling }) => ({ articleId: telling.articleId, eventId: telling.event.id })),
  }))
}

/** The group with most evidence, of those in which no telling contradicts this one. */
function bestGroup(groups: ReadonlySet<Features[]>, features: Features): Features[] | null {
  let best: Features[] | null = null
  let most = ENOUGH - 1
  for (const group of groups) {
    const compared = group.slice(-COMPARED)
    const evidence = Math.max(...compared.map(member => evidenceFor(member, features)))
    if (evidence <= most || compared.some(member => contradict(member, features))) continue
    most = evidence
    best = group
  }
  return best
}

function featuresOf(telling: Telling): Features {
  const { event } = telling
  const trigger = telling.trigger.toLowerCase().trim()
  const [actors, recipients] = [sidesOf(event.actors), sidesOf(event.recipients)]
  const pairs = [...actors].flatMap(actor => [...recipients].map(recipient => [actor, recipient].sort().join(' ')))
  const days = event.when === null ? null : daysOf(event.when.start, event.when.end)
  const keys = [...new Set(pairs), ...(trigger === '' ? [] : [trigger])].map(key => `${event.type} ${key}`)
  return { telling, trigger, actors, recipients, days, keys }
}

/** Ids of a side, and the country that each acts for, so that a minister meets his country. */
function sidesOf(side: readonly EventActor[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { actorId, code } of side) {
    if (actorId !== null) keys.add(actorId)
    if (code !== null && !/^(?:IGO|NGO|IMG|MNC)/.test(code)) keys.add(`country:${code.slice(0, 3)}`)
  }
  return keys
}

function daysOf(start: string, end: string): readonly [number, number] | null {
  const [first, last] = [Date.parse(start) / 86_400_000, Date.parse(end) / 86_400_000]
  return Number.isNaN(first) || Number.isNaN(last) ? null : [first, last]
}

function contradict(a: Features, b: Features): boolean {
  if (a.telling.event.negated !== b.telling.event.negated) return true
  if (a.days !== null && b.days !== null && !near(a.days, b.days)) return true
  if (placesDiffer(a.telling.event, b.telling.event)) return true
  // Sides may be told the other way round ("A met B", "B met A").
  const straight = clash(a.actors, b.actors) || clash(a.recipients, b.recipients)
  return straight && (clash(a.actors, b.recipients) || clash(a.recipients, b.actors))
}

/** Both are named, by names of one kind, and nobody is in both. */
function clash(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && sameKinds(a, b) && !meet(a, b)
}

/** Countries contradict countries; a person and an organisation may stand for each other. */
function sameKinds(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const kinds = new Set([...a].map(key => key.split(':')[0]))
  return [...b].some(key => kinds.has(key.split(':')[0]))
}

function near(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] <= b[1] + SLACK_DAYS && b[0] <= a[1] + SLACK_DAYS
}

const EXACT_PLACES: ReadonlySet<string> = new Set(['town', 'site'])

/** Two places contradict when they lie in two countries, or are two towns. */
function placesDiffer(a: EventMention, b: EventMention): boolean {
  if (a.place === null || b.place === null || a.place.id === b.place.id) return false
  if (a.place.country !== null && b.place.country !== null && a.place.country !== b.place.country) return true
  return EXACT_PLACES.has(a.place.precision) && EXACT_PLACES.has(b.place.precision)
}

function evidenceFor(a: Features, b: Features): number {
  const sides = Math.max(
    Number(meet(a.actors, b.actors)) + Number(meet(a.recipients, b.recipients)),
    Number(meet(a.actors, b.recipients)) + Number(meet(a.recipients, b.actors)),
  )
  const sameTrigger = a.trigger === b.trigger && a.trigger !== ''
  if (!sameTrigger && sides < 2) return 0
  let evidence = sides + (sameTrigger ? SAME_TRIGGER : 0)
  if (a.days !== null && b.days !== null && isNarrow(a.days) && isNarrow(b.days)) evidence++
  const [x, y] = [a.telling.event.place, b.telling.event.place]
  if (x !== null && y !== null && x.id === y.id && x.precision !== 'unspecified') evidence++
  return evidence
}

/** A week or less: "in recent years" says nothing about one happening. */
function isNarrow([first, last]: readonly [number, number]): boolean {
  return last - first <= 7
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}

function inTime(a: Telling, b: Telling): number {
  return (
    compare(a.published ?? '9999', b.published ?? '9999') ||
    compare(a.articleId, b.articleId) ||
    a.event.trigger[0] - b.event.trigger[0] ||
    compare(a.event.id, b.event.id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
