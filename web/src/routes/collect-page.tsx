import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RejectionRow, StoryRow } from '../../../src/model/api.ts'
import { rejectionsQuery, statusQuery, storiesQuery } from '../api/queries.ts'
import { EvidencePane } from '../panes/evidence-pane.tsx'
import { rowsOf, totalOf } from '../panes/list-pane.tsx'
import { ListBox } from '../parts/list-box.tsx'
import { Empty, ProblemNotice, SkeletonRows } from '../parts/notices.tsx'
import { PaneHead } from '../parts/pane-head.tsx'
import { describeRow, heightOfRow, RowLines } from '../parts/rows.tsx'
import { stepPane } from '../state/panes.ts'
import { keyOf, type Row } from '../state/rows.ts'
import { useTitle } from '../state/use-title.ts'
import { useUrlState } from '../state/use-url-state.ts'
import { count, showDay, showTime } from '../text/show-date.ts'

/** What was read, and what was turned away and why: "why is this page not in my picture?" */
export function CollectPage(): ReactNode {
  const [url, change] = useUrlState()
  const stories = useInfiniteQuery(storiesQuery({}))
  const turnedAway = useInfiniteQuery(rejectionsQuery())
  const { data: status } = useQuery(statusQuery())
  const rows = rowsOf(stories).flatMap(articleRows)
  const rejections = rowsOf(turnedAway)
  const selected = rows.find(row => keyOf(row) === url.sel)
  useTitle('Collect')
  const reading = url.sel !== undefined || url.article !== undefined
  const more = (): void => {
    if (stories.hasNextPage && !stories.isFetchingNextPage) void stories.fetchNextPage()
  }
  return (
    <main className="main two" data-shown={reading || url.show === 'rejected' ? 'evidence' : 'rows'}>
      <section className="pane" data-pane="rows" aria-label="What was read">
        <PaneHead title={`Read: ${status === undefined ? '…' : count(status.articles, 'article')}`} level={1}>
          <span className="spacer" />
          <button type="button" className="backbutton" onClick={() => change({ show: 'rejected' })}>
            {totalOf(turnedAway) ?? '…'} turned away ›
          </button>
        </PaneHead>
        {stories.error !== null ? (
          <ProblemNotice error={stories.error} retry={() => void stories.refetch()} />
        ) : stories.data === undefined ? (
          <SkeletonRows />
        ) : rows.length === 0 ? (
          <Empty
            title="Nothing has been read yet"
            why={
              <>
                Read something with <code>theatrum ingest PATH</code>: a file, a folder, a feed, an archive or an
                address.
              </>
            }
          />
        ) : (
          <ListBox
            pane="rows"
            label="Articles that were read"
            sections={[{ id: 'read', label: null, rows }]}
            keyOf={keyOf}
            heightOf={heightOfRow}
            render={row => <RowLines row={row} />}
            selectedKey={selected === undefined ? null : keyOf(selected)}
            onMove={row => change({ sel: keyOf(row), article: undefined, span: undefined }, { replace: true })}
            onOpen={row => {
              if (keyOf(row) === url.sel) stepPane('rows', 1)
              else change({ sel: keyOf(row), article: undefined, span: undefined })
            }}
            describe={describeRow}
            onNearEnd={more}
          />
        )}
      </section>
      {reading ? (
        <EvidencePane
          row={selected}
          url={url}
          change={change}
          back={{ label: 'Collect', go: () => change({ sel: undefined, article: undefined, span: undefined }) }}
        />
      ) : (
        <section className="pane" data-pane="evidence" aria-label="What was turned away">
          <PaneHead
            title={`Turned away: ${totalOf(turnedAway) ?? '…'}`}
            back={{ label: 'Read', go: () => change({ show: undefined }) }}
          />
          <Rejections rows={rejections} result={turnedAway} />
        </section>
      )}
    </main>
  )
}

function articleRows({ articles }: StoryRow): readonly Row[] {
  const outletOf = new Map(articles.map(card => [card.id, card.outlet]))
  return articles.map(card => ({
    t: 'article',
    card,
    copyOf: card.reuse === null ? null : (outletOf.get(card.reuse.of) ?? null),
  }))
}

interface RejectionsProps {
  readonly rows: readonly RejectionRow[]
  readonly result: {
    readonly data: unknown
    readonly error: unknown
    readonly hasNextPage: boolean
    readonly refetch: () => unknown
    readonly fetchNextPage: () => unknown
  }
}

function Rejections({ rows, result }: RejectionsProps): ReactNode {
  if (result.error !== null) return <ProblemNotice error={result.error} retry={() => void result.refetch()} />
  if (result.data === undefined) return <SkeletonRows rows={4} />
  if (rows.length === 0)
    return <Empty title="Nothing was turned away" why="Every page that was asked for is in the picture." />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
    <section className="card" tabIndex={0} aria-label="Pages that were turned away">
      <table>
        <thead>
          <tr>
            <th>Page</th>
            <th>Why</th>
            <th>When</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.file} ${row.at}`}>
              <td>{row.url ?? row.file}</td>
              <td>
                <strong>{row.reason}</strong> <span className="muted">while reading ({row.stage})</span>
                <br />
                {row.detail}
              </td>
              <td className="num muted">
                {showDay(row.at)} {showTime(row.at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.hasNextPage ? (
        <p>
          <button type="button" className="button" onClick={() => void result.fetchNextPage()}>
            Show more than {count(rows.length, 'page')}
          </button>
        </p>
      ) : null}
    </section>
  )
}
