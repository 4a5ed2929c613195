import type { Actor } from '../model/actor.ts'
import type { EventActor } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { contains } from '../text/spans.ts'
import { officesOn } from './as-of.ts'
import { codeInWords, codeOfBody, onlyCountry } from './code-in-words.ts'
import { type Meaning, type Resolved, type Scene, unresolved } from './meaning.ts'
import type { SpanIndex } from './span-index.ts'

/** Heads behind which a body speaks or acts through people it does not name. */
const SPEAKS_FOR =
  /\b(spokes(?:man|woman|person|people)|officials?|sources?|statement|ministry|government|authorities|office|department|police|army|military|forces?|troops|navy|delegation|report|diplomats?|ministers|leaders|envoys|negotiators|commanders|lawmakers|chiefs|generals|ambassadors|presidents)\b/i

/**
 * What the words for a side of an event mean: the mention that they are, else the mention that is their head. In "a spokesman
 * for the ministry" and "Japanese officials" the body acts through people who are not named; it is the actor, and the
 * words stand as the role.
 */
export function meaningOfSpan(span: Span, mentions: SpanIndex<Resolved>, scene: Scene): Meaning {
  const inside = mentions.overlapping(span).filter(m => contains(span, m.ent.span) || contains(m.ent.span, span))
  const same = inside.find(m => m.ent.span[0] === span[0] && m.ent.span[1] === span[1])
  if (same !== undefined && same.meaning.actorId !== null) return same.meaning
  const last = endingPerson(span, inside, scene)
  if (last !== undefined) return last.meaning
  const headEnd = endOfHead(span, scene)
  const head = inside.filter(m => m.ent.span[0] < headEnd)
  const persons = head.filter(m => m.ent.kind === 'person' && m.meaning.actorId !== null)
  if (persons.length > 0 && persons[0] !== undefined) return persons[0].meaning
  const final = head.filter(m => m.meaning.actorId !== null).sort((a, b) => b.ent.span[1] - a.ent.span[1])[0]
  if (final !== undefined && final.ent.span[1] >= headEnd - 1) return final.meaning
  return throughOthers(span, inside, scene) ?? same?.meaning ?? unresolved('the words name no actor that is known')
}

/** The person whose name ends the words, behind a title ("the secretary of state Ana Example"), not behind a preposition. */
function endingPerson(span: Span, inside: readonly Resolved[], scene: Scene): Resolved | undefined {
  return inside.find(m => {
    if (m.ent.kind !== 'person' || m.ent.span[1] !== span[1] || m.meaning.actorId === null) return false
    const lead = scene.doc.text.slice(span[0], m.ent.span[0])
    return (
      !/(?:,|\b(?:of|for|from|with|to|by|and|or|near|against|under|like|than|who))\s*$/.test(lead) && !/[,;]/.test(lead)
    )
  })
}

/** Where the head of a noun phrase ends: before its first preposition, comma or relative pronoun. */
function endOfHead(span: Span, scene: Scene): number {
  const words = scene.doc.text.slice(span[0], span[1])
  const cut = /(?:,|\s(?:of|for|from|in|at|with|on|to|who|which|that|near|under|behind)\s)/.exec(words)
  return cut === null || cut.index === 0 ? span[1] : span[0] + cut.index
}

function throughOthers(span: Span, inside: readonly Resolved[], scene: Scene): Meaning | null {
  const words = scene.doc.text.slice(span[0], span[1])
  const body = inside.find(m => m.meaning.actorId !== null && m.ent.kind !== 'pronoun' && m.ent.kind !== 'person')
  const head = SPEAKS_FOR.exec(words)?.[0]
  if (body === undefined || head === undefined) return null
  return { ...body.meaning, role: head.toLowerCase(), place: null }
}

/** An event's side with actor, id and code: of the country or body it acts for on the article's day. */
export function resolveEventActor(
  found: EventActor,
  sentence: Span,
  mentions: SpanIndex<Resolved>,
  scene: Scene,
): EventActor {
  const meaning = meaningOfSpan(found.span, mentions, scene)
  const known = meaning.actorId === null ? null : codeOf(meaning.actorId, scene)
  const own = known ?? codeInWords(found.span, endOfHead(found.span, scene), mentions, scene)
  const { actor, actorId } = meaning
  if (own !== null || isNamed(found.span, mentions)) return { span: found.span, actor, actorId, code: own }
  const code = onlyCountry(sentence, mentions, scene)
  return { span: found.span, actor, actorId, code, ...(code === null ? {} : { codeFrom: 'sentence' as const }) }
}

/** Whether the words name somebody or something, or point at somebody: then no country is lent to them. */
function isNamed(span: Span, mentions: SpanIndex<Resolved>): boolean {
  return mentions
    .overlapping(span)
    .some(({ ent }) => contains(span, ent.span) && !['role', 'group', 'time', 'amount'].includes(ent.kind))
}

/** ISO alpha-3 of the country that an actor is or acts for on a day, or its kind of body (IGO, NGO, IMG, MNC). */
export function codeOf(actorId: string, scene: Scene): string | null {
  const actor: Actor | undefined = scene.knowledge.actors.get(actorId)
  if (actor === undefined) return null
  if (actor.kind !== 'person') return codeOfBody(actor)
  const office = officesOn(scene.knowledge, actorId, scene.day)[0]
  const of = office === undefined ? undefined : scene.knowledge.actors.get(office.of)
  return of?.code ?? actor.country
}
