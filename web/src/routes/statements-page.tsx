import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { EntryRow } from '../../../src/model/api.ts'
import { PLOVER_TYPES } from '../../../src/model/event-words.ts'
import { statementsQuery } from '../api/queries.ts'
import { TablePage } from '../panes/table-page.tsx'
import type { FilterField } from '../parts/filter-bar.tsx'
import type { ListTree } from '../parts/list-box.tsx'
import { entryRows, keyOf, type Row } from '../state/rows.ts'
import { useUrlState } from '../state/use-url-state.ts'

const FILTERS: readonly FilterField[] = [
  { key: 'speaker', label: 'speaker', hint: 'name or id' },
  { key: 'about', label: 'about', hint: 'actor or place' },
  { key: 'q', label: 'words' },
  { key: 'kind', label: 'kind', options: ['direct', 'indirect', 'mixed'] },
  { key: 'stance', label: 'stance', options: PLOVER_TYPES },
  { key: 'from', label: 'from', hint: '2025-04-01' },
  { key: 'to', label: 'to', hint: '2025-04-30' },
  { key: 'story', label: 'story', hint: 'id' },
]

const toRow = (row: EntryRow): Row => ({ t: 'entry', row, open: false })

/** The ledger: an utterance a row, its wordings below it where they are asked for. */
export function StatementsPage(): ReactNode {
  const [{ speaker, about, q, kind, stance, from, to, story, open, sel }, change] = useUrlState()
  const result = useInfiniteQuery(statementsQuery({ speaker, about, q, kind, stance, from, to, story }))
  const toRows = useCallback(
    (row: EntryRow) =>
      entryRows(row, { ...(open === undefined ? {} : { open }), ...(sel === undefined ? {} : { sel }) }),
    [open, sel],
  )
  const tree = useMemo(
    (): ListTree<Row> => ({
      levelOf: row => (row.t === 'wording' ? 2 : 1),
      isOpen: row => (row.t === 'entry' && row.row.wordings.length > 1 ? row.open : null),
      setOpen: (row, isOpen) => {
        if (row.t !== 'entry') return
        // Hidden wordings cannot stay selected: their entry is. Where panes are shown one at a time nothing is selected.
        const hides = !isOpen && row.row.wordings.some(one => keyOf({ t: 'wording', row: one }) === sel)
        const selection = hides ? { sel: `en.${row.row.entry}`, article: undefined, span: undefined } : {}
        change({ open: isOpen ? row.row.entry : undefined, ...selection }, { replace: true })
      },
    }),
    [change, sel],
  )
  return (
    <TablePage
      title="Statements"
      one="statement"
      many="statements"
      filters={FILTERS}
      result={result}
      toRow={toRow}
      toRows={toRows}
      tree={tree}
      emptyWhy="Statements stand here once articles that quote or report somebody have been read."
    />
  )
}
