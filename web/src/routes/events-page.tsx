import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EventRow } from '../../../src/model/api.ts'
import { EVENT_STATUSES, PLOVER_TYPES } from '../../../src/model/event-words.ts'
import { eventsQuery } from '../api/queries.ts'
import { TablePage } from '../panes/table-page.tsx'
import { TimelineBand } from '../panes/timeline-band.tsx'
import type { FilterField } from '../parts/filter-bar.tsx'
import type { Row } from '../state/rows.ts'
import { type UrlPatch, useUrlState } from '../state/use-url-state.ts'

const FILTERS: readonly FilterField[] = [
  { key: 'type', label: 'type', options: PLOVER_TYPES },
  { key: 'actor', label: 'done by', hint: 'name or id' },
  { key: 'recipient', label: 'done to', hint: 'name or id' },
  { key: 'party', label: 'either side', hint: 'name or id' },
  { key: 'status', label: 'status', options: EVENT_STATUSES },
  { key: 'claimedBy', label: 'claimed by', hint: 'name or id' },
  { key: 'place', label: 'place' },
  { key: 'from', label: 'from', hint: '2025-04-01' },
  { key: 'to', label: 'to', hint: '2025-04-30' },
  { key: 'since', label: 'event since', hint: '2025-04-01' },
  { key: 'until', label: 'event until', hint: '2025-04-30' },
  { key: 'dated', label: 'has a date', options: ['yes', 'no'] },
  { key: 'story', label: 'story', hint: 'id' },
]

const NO_SELECTION: UrlPatch = { sel: undefined, article: undefined, span: undefined }
const toRow = (row: EventRow): Row => ({ t: 'event', row })

export function EventsPage(): ReactNode {
  const [{ type, actor, recipient, party, status, claimedBy, place, from, to, story, since, until, dated }] =
    useUrlState()
  const filters = { type, actor, recipient, party, status, claimedBy, place, from, to, story }
  const result = useInfiniteQuery(eventsQuery({ ...filters, since, until, dated }))
  return (
    <TablePage
      title="Events"
      one="event"
      many="events"
      filters={FILTERS}
      result={result}
      toRow={toRow}
      emptyWhy="Events stand here once articles that tell of one have been read."
      band={<TimelineBand place={{ filters, with: NO_SELECTION, canZoom: true }} rows={5} />}
    />
  )
}
