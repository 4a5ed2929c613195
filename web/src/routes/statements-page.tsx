import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { StatementRow } from '../../../src/model/api.ts'
import { statementsQuery } from '../api/queries.ts'
import { TablePage } from '../panes/table-page.tsx'
import type { FilterField } from '../parts/filter-bar.tsx'
import type { Row } from '../state/rows.ts'
import { useUrlState } from '../state/use-url-state.ts'

const FILTERS: readonly FilterField[] = [
  { key: 'speaker', label: 'speaker', hint: 'name or id' },
  { key: 'about', label: 'about', hint: 'actor or place' },
  { key: 'q', label: 'words' },
  { key: 'kind', label: 'kind', options: ['direct', 'indirect', 'mixed'] },
  { key: 'from', label: 'from', hint: '2025-04-01' },
  { key: 'to', label: 'to', hint: '2025-04-30' },
  { key: 'story', label: 'story', hint: 'id' },
]

const toRow = (row: StatementRow): Row => ({ t: 'statement', row })

export function StatementsPage(): ReactNode {
  const [{ speaker, about, q, kind, from, to, story }] = useUrlState()
  const result = useInfiniteQuery(statementsQuery({ speaker, about, q, kind, from, to, story }))
  return (
    <TablePage
      title="Statements"
      one="statement"
      many="statements"
      filters={FILTERS}
      result={result}
      toRow={toRow}
      emptyWhy="Statements stand here once articles that quote or report somebody have been read."
    />
  )
}
