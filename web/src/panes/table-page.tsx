import type { ReactNode } from 'react'
import { FilterBar, type FilterField } from '../parts/filter-bar.tsx'
import type { ListTree } from '../parts/list-box.tsx'
import { Empty } from '../parts/notices.tsx'
import { PaneHead } from '../parts/pane-head.tsx'
import { describeRow, heightOfRow, RowLines } from '../parts/rows.tsx'
import { stepPane } from '../state/panes.ts'
import { keyOf, type Row, rowNamed } from '../state/rows.ts'
import { useWide } from '../state/use-media.ts'
import { useTitle } from '../state/use-title.ts'
import { type UrlPatch, useUrlState } from '../state/use-url-state.ts'
import { count } from '../text/show-date.ts'
import { EvidencePane } from './evidence-pane.tsx'
import { ListPane, type ListResult, rowsOf, totalOf } from './list-pane.tsx'

const NO_SELECTION: UrlPatch = { sel: undefined, article: undefined, span: undefined }

export interface TablePageProps<Data> {
  readonly title: string
  readonly one: string
  readonly many: string
  readonly filters: readonly FilterField[]
  readonly result: ListResult<Data>
  readonly toRow: (row: Data) => Row
  readonly emptyWhy: string
  /** For rows with rows below them: all that one row of the answer makes, and how they are shown and hidden. */
  readonly toRows?: (row: Data) => readonly Row[]
  readonly tree?: ListTree<Row>
  /** Above the panes, over the whole width. */
  readonly band?: ReactNode
  /** Shown beside the list in place of the evidence, for rows that are no words of an article. */
  readonly aside?: (row: Row | undefined, back: { readonly label: string; readonly go: () => void }) => ReactNode
}

/** A page of one list and the evidence of its selected row. */
export function TablePage<Data>(props: TablePageProps<Data>): ReactNode {
  const { title, one, many, filters, result, toRow, toRows, tree, emptyWhy, aside, band } = props
  const [url, change] = useUrlState()
  useTitle(title)
  const wide = useWide()
  const rows = rowsOf(result).flatMap(toRows ?? (data => [toRow(data)]))
  const row = rowNamed(rows, url.sel) ?? (wide && url.sel === undefined ? rows[0] : undefined)
  const total = totalOf(result)
  const filtered = filters.some(({ key }) => url[key] !== undefined)
  const select = (next: Row, replace: boolean) => change({ ...NO_SELECTION, sel: keyOf(next) }, { replace })
  const back = { label: title, go: () => change(NO_SELECTION) }
  return (
    <>
      <FilterBar
        fields={filters}
        url={url}
        change={patch => change({ ...NO_SELECTION, ...patch })}
        total={total === null ? '' : count(total, one, many)}
      />
      {band}
      <main className="main two" data-shown={url.sel === undefined && url.article === undefined ? 'rows' : 'evidence'}>
        <section className="pane" data-pane="rows" aria-label={title}>
          <PaneHead title={title} level={1} />
          <ListPane
            result={result}
            toItem={toRow}
            {...(toRows === undefined ? {} : { toItems: toRows })}
            {...(tree === undefined ? {} : { tree })}
            pane="rows"
            label={title}
            keyOf={keyOf}
            heightOf={heightOfRow}
            render={item => <RowLines row={item} />}
            selectedKey={row === undefined ? null : keyOf(row)}
            onMove={next => select(next, true)}
            onOpen={next => {
              if (keyOf(next) !== url.sel || url.article !== undefined || url.span !== undefined) select(next, false)
              if (row !== undefined && keyOf(next) === keyOf(row)) stepPane('rows', 1)
            }}
            describe={describeRow}
            empty={
              filtered ? (
                <Empty title={`No ${one} passes these filters`} why="Take a filter away to see more.">
                  <button
                    type="button"
                    className="button"
                    onClick={() => change(Object.fromEntries(filters.map(({ key }) => [key, undefined])))}
                  >
                    Remove all filters
                  </button>
                </Empty>
              ) : (
                <Empty title={`No ${many} yet`} why={emptyWhy} />
              )
            }
          />
        </section>
        {aside === undefined ? (
          <EvidencePane
            row={row}
            url={url}
            change={patch => change({ ...(row === undefined ? {} : { sel: keyOf(row) }), ...patch })}
            back={back}
          />
        ) : (
          aside(row, back)
        )}
      </main>
    </>
  )
}
