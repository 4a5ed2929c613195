import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EventRow } from '../../../src/model/api.ts'
import { eventsQuery } from '../api/queries.ts'
import { TablePage } from '../panes/table-page.tsx'
import type { FilterField } from '../parts/filter-bar.tsx'
import type { Row } from '../state/rows.ts'
import { useUrlState } from '../state/use-url-state.ts'

const TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'RETREAT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]
const STATUSES = [
  'happened',
  'ongoing',
  'planned',
  'requested',
  'threatened',
  'conditional',
  'denied',
  'hypothetical',
  'habitual',
]

const FILTERS: readonly FilterField[] = [
  { key: 'type', label: 'type', options: TYPES },
  { key: 'actor', label: 'done by', hint: 'name or id' },
  { key: 'recipient', label: 'done to', hint: 'name or id' },
  { key: 'status', label: 'status', options: STATUSES },
  { key: 'claimedBy', label: 'claimed by', hint: 'name or id' },
  { key: 'place', label: 'place' },
  { key: 'from', label: 'from', hint: '2025-04-01' },
  { key: 'to', label: 'to', hint: '2025-04-30' },
  { key: 'story', label: 'story', hint: 'id' },
]

const toRow = (row: EventRow): Row => ({ t: 'event', row })

export function EventsPage(): ReactNode {
  const [{ type, actor, recipient, status, claimedBy, place, from, to, story }] = useUrlState()
  const filters = { type, actor, recipient, status, claimedBy, place, from, to, story }
  const result = useInfiniteQuery(eventsQuery(filters))
  return (
    <TablePage
      title="Events"
      one="event"
      many="events"
      filters={FILTERS}
      result={result}
      toRow={toRow}
      emptyWhy="Events stand here once articles that tell of one have been read."
    />
  )
}
