import type { Doc } from '../model/doc.ts'
import type { EventMention } from '../model/reading.ts'
import { uposOf } from './doc-cursor.ts'
import { chainsByHead, headOfSpan } from './when/referents.ts'

/** "The union promised its members a vote": "its" is the union again, no other side. Other words for one side stay. */
export function withoutSelf(doc: Doc, events: readonly EventMention[]): EventMention[] {
  const chains = chainsByHead(doc)
  const chainOf = (side: EventMention['actors'][number]): number => chains.get(headOfSpan(doc, side.span)) ?? -1
  return events.map(event => {
    const actors = new Set(event.actors.map(chainOf))
    const recipients = event.recipients.filter(
      side => uposOf(doc, headOfSpan(doc, side.span)) !== 'PRON' || chainOf(side) < 0 || !actors.has(chainOf(side)),
    )
    return recipients.length === event.recipients.length ? event : { ...event, recipients }
  })
}
