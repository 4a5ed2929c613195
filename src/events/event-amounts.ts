import type { AmountOf, EventMention } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { AmountTree } from './amounts/amounts-under.ts'
import type { FoundAmount } from './amounts/find-amounts.ts'
import { tokenAt } from './doc-cursor.ts'
import { firstFrom } from './in-order.ts'
import type { Scene } from './predicates/participants.ts'

/** Deeds that people come to harm by. */
const HARMFUL: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST'])

/**
 * The amounts of an event, in order of text: those that hang under its trigger, those inside its sides, and those killed,
 * wounded, driven out or arrested in the clause that an assault, a protest or a use of force belongs to.
 */
export function amountsOfEvent(
  scene: Scene,
  event: EventMention,
  amounts: AmountTree,
  all: readonly FoundAmount[],
): AmountOf[] {
  const found = new Set<FoundAmount>()
  for (
    let k = tokenAt(scene.doc, event.trigger[0]);
    k < scene.doc.tokens.length && scene.doc.tokens.start[k]! < event.trigger[1];
    k++
  ) {
    for (const one of amounts.under.get(k) ?? []) found.add(one)
    if (HARMFUL.has(event.type)) for (const one of amounts.harmed.get(k) ?? []) found.add(one)
  }
  for (const { span } of [...event.actors, ...event.recipients]) for (const one of inside(all, span)) found.add(one)
  return [...found]
    .filter(one => event.evidence[0] <= one.span[0] && one.span[1] <= event.evidence[1])
    .sort((a, b) => a.span[0] - b.span[0])
    .map(one => ({ span: one.span, class: one.class }))
}

/** Amounts of an ordered list that lie in a span. */
function inside(all: readonly FoundAmount[], span: Span): readonly FoundAmount[] {
  const out: FoundAmount[] = []
  for (let k = firstFrom(all, span[0], one => one.span[0]); k < all.length && all[k]!.span[1] <= span[1]; k++)
    out.push(all[k]!)
  return out
}
