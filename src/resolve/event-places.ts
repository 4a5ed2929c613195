import type { EventMention } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import { contains } from '../text/spans.ts'
import type { Resolved, Scene } from './meaning.ts'
import type { SpanIndex } from './span-index.ts'

const LOCATIVE =
  /(?:^|\s)(?:in|at|near|off|around|outside|over|across|along|inside|within|throughout|into|to|from|of|on)\s(?:the\s)?(?:[\p{L}-]+\s){0,2}$/iu
const NEAR =
  /(?:^|\s)(?:in|at|near|off|around|outside|over|across|along|inside|within|throughout)\s(?:the\s)?(?:[\p{L}-]+\s){0,2}$/iu

/**
 * Where an event happened: the place the event stage points at, resolved; else the place nearest to the trigger in the
 * evidence that a preposition of place leads in ("exercises near Taiwan"). Null and why when the words say none.
 */
export function placeOfEvent(event: EventMention, mentions: SpanIndex<Resolved>, scene: Scene): EventMention {
  const { place: found, placeWhy, ...rest } = event
  if (found !== null) {
    const there = mentions.overlapping(found.span)
    const mention = there
      .filter(m => m.meaning.place !== null && (contains(found.span, m.ent.span) || contains(m.ent.span, found.span)))
      .sort((a, b) => b.ent.span[1] - a.ent.span[1])[0]
    if (mention?.meaning.place) return { ...rest, place: { ...mention.meaning.place, span: mention.ent.span } }
    const why = there.find(m => contains(found.span, m.ent.span))?.meaning.why
    return { ...rest, place: null, placeWhy: why || placeWhy || 'the words for the place name none that is known' }
  }
  const near = nearestPlace(event, mentions, scene)
  if (near?.meaning.place) return { ...rest, place: { ...near.meaning.place, span: near.ent.span } }
  return { ...rest, place: null, placeWhy: placeWhy || 'the sentence names no place for it' }
}

function nearestPlace(event: EventMention, mentions: SpanIndex<Resolved>, scene: Scene): Resolved | null {
  const sides: readonly Span[] = [...event.actors, ...event.recipients].map(side => side.span)
  const candidates = mentions
    .overlapping(event.evidence)
    .filter(m => m.meaning.place !== null && m.ent.kind !== 'nationality' && contains(event.evidence, m.ent.span))
    // A visit's recipient is also where it goes; any other side of the event is no place of it.
    .filter(m => event.mode === 'visit' || !sides.some(side => contains(side, m.ent.span)))
    .filter(m => {
      const lead = scene.doc.text.slice(Math.max(event.evidence[0], m.ent.span[0] - 40), m.ent.span[0])
      return (event.mode === 'visit' ? LOCATIVE : NEAR).test(lead) && isSameClause(event.trigger, m.ent.span, scene)
    })
  // Places behind the trigger belong to it more often than those before.
  const distance = (m: Resolved): number =>
    m.ent.span[0] >= event.trigger[1] ? m.ent.span[0] - event.trigger[1] : 40 + event.trigger[0] - m.ent.span[1]
  // Sixty characters are about a clause: what stands farther off tells of something else.
  return candidates.filter(m => distance(m) <= 60).sort((a, b) => distance(a) - distance(b))[0] ?? null
}

/** True when neither punctuation nor a conjunction stands between the trigger and the place behind or before it. */
function isSameClause(trigger: Span, place: Span, scene: Scene): boolean {
  const [from, to] = place[0] >= trigger[1] ? [trigger[1], place[0]] : [place[1], trigger[0]]
  return !/[,;:—–"“”()]|\s(?:and|but|as|that|which|who|while|after|before|when|if)\s/.test(
    scene.doc.text.slice(from, to),
  )
}
