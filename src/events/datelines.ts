import type { EventMention } from '../model/reading.ts'
import type { Span } from '../model/span.ts'

/** "PORT SPECIMEN, Samplia, April 8 (Sample Wire) - ": a town in capitals at the beginning of a paragraph, up to the dash. */
const DATELINE = /^\p{Lu}[\p{Lu}.'’ -]{2,39}(?:, [^\n(–—]{1,40}?)?(?: \([^)\n]{1,40}\))? ?[-–—]+ /gmu

/** The datelines of a text. */
export function datelinesOf(text: string): Span[] {
  return [...text.matchAll(DATELINE)].map(({ index, 0: line }) => [index, index + line.length])
}

/** Events without sides that are only where a report was written; one of which nobody is left is none. */
export function withoutDatelines(text: string, events: readonly EventMention[]): EventMention[] {
  const datelines = datelinesOf(text)
  if (datelines.length === 0) return [...events]
  const isOutside = ({ span }: { readonly span: Span }): boolean =>
    !datelines.some(([start, end]) => start <= span[0] && span[1] <= end)
  return events.flatMap(event => {
    const [actors, recipients] = [event.actors.filter(isOutside), event.recipients.filter(isOutside)]
    if (actors.length === event.actors.length && recipients.length === event.recipients.length) return [event]
    return actors.length + recipients.length === 0 ? [] : [{ ...event, actors, recipients }]
  })
}
