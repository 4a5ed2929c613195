import type { StoredReading } from '../model/picture.ts'
import type { Mention } from '../model/reading.ts'
import type { Row, TableShape } from './put-rows.ts'
import { markedOf } from './reading-rows.ts'

export const CAPABILITIES: TableShape = {
  name: 'capabilities',
  key: ['article_id', 'id'],
  columns: {
    ...{ article_id: 'text', id: 'text', ord: 'int', kind: 'text', status: 'text', who_id: 'text', who: 'text' },
    ...{ what: 'text', value: 'float8', low: 'float8', high: 'float8', unit: 'text', class: 'text' },
    ...{ claimed_in: 'text', quote: 'text', detail: 'jsonb', tlp: 'smallint', groups: 'text[]' },
  },
}

/** Orders, build-ups, deployments with their numbers, one row each. */
export function capabilityRows(stored: StoredReading): Row[] {
  const { article, capabilities, mentions } = stored.reading
  const marked = markedOf(stored)
  const amounts = new Map<string, Mention>()
  for (const one of mentions) if (one.kind === 'amount') amounts.set(String(one.span), one)
  return (capabilities ?? []).map((one, ord) => {
    const amount = one.amount === null ? undefined : amounts.get(String(one.amount))
    return {
      ...{ article_id: article.id, id: one.id, ord, kind: one.kind, status: one.status },
      who_id: one.who?.actorId ?? null,
      who: one.who === null ? null : (one.who.actor ?? article.text.slice(...one.who.span)),
      what: article.text.slice(...one.what),
      value: typeof amount?.value === 'number' ? amount.value : null,
      low: amount?.low ?? null,
      high: amount?.high ?? null,
      unit: amount?.unit ?? null,
      class: amount?.class ?? null,
      claimed_in: one.claimedIn,
      quote: article.text.slice(...one.evidence),
      detail: one,
      ...marked,
    }
  })
}
