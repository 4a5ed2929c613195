import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { SearchAnswer } from '../../../src/model/api.ts'
import { searchQuery } from '../api/queries.ts'
import { EvidencePane } from '../panes/evidence-pane.tsx'
import { ListBox } from '../parts/list-box.tsx'
import { Empty, ProblemNotice, SkeletonRows } from '../parts/notices.tsx'
import { PaneHead } from '../parts/pane-head.tsx'
import { describeRow, heightOfRow, RowLines } from '../parts/rows.tsx'
import { stepPane } from '../state/panes.ts'
import { findRow, firstRow, keyOf, type Row, type Section } from '../state/rows.ts'
import { useWide } from '../state/use-media.ts'
import { useTitle } from '../state/use-title.ts'
import { type UrlPatch, useUrlState } from '../state/use-url-state.ts'
import { count } from '../text/show-date.ts'
import { ActorPane } from './actors-page.tsx'

const NO_SELECTION: UrlPatch = { sel: undefined, article: undefined, span: undefined }

function sectionsOf(answer: SearchAnswer): readonly Section[] {
  const sections: readonly Section[] = [
    {
      id: 'articles',
      label: count(answer.articles.length, 'article'),
      rows: answer.articles.map(({ snippet, hits, storyId: _, ...card }) => ({
        t: 'article',
        card,
        snippet: { text: snippet, hits },
      })),
    },
    {
      id: 'statements',
      label: count(answer.statements.length, 'statement'),
      rows: answer.statements.map(row => ({ t: 'statement', row })),
    },
    {
      id: 'actors',
      label: count(answer.actors.length, 'actor'),
      rows: answer.actors.map(row => ({ t: 'actor', row })),
    },
  ]
  return sections.filter(section => section.rows.length > 0)
}

export function SearchPage(): ReactNode {
  const [url, change] = useUrlState()
  const wide = useWide()
  const q = url.q ?? ''
  useTitle(q === '' ? 'Search' : `Search: ${q}`)
  const { data, error, isPlaceholderData, refetch } = useQuery(searchQuery(q))
  const sections = useMemo(() => (data === undefined ? [] : sectionsOf(data)), [data])
  const row =
    findRow(sections, url.sel) ??
    (wide && url.sel === undefined ? (sections[0]?.rows[0] ?? firstRow(sections)) : undefined)
  const back = { label: 'Results', go: () => change(NO_SELECTION) }
  const select = (next: Row, replace: boolean) => change({ ...NO_SELECTION, sel: keyOf(next) }, { replace })
  return (
    <main className="main two" data-shown={url.sel === undefined && url.article === undefined ? 'rows' : 'evidence'}>
      <section className="pane" data-pane="rows" aria-label="Search results">
        <PaneHead title={q === '' ? 'Search' : `Search: ${q}`} level={1} />
        {q === '' ? (
          <Empty title="What are you looking for?" why="Words in articles, in what was said, and in actors’ names." />
        ) : error !== null ? (
          <ProblemNotice error={error} retry={() => void refetch()} />
        ) : data === undefined ? (
          <SkeletonRows />
        ) : sections.length === 0 ? (
          <Empty
            title={`Nothing holds “${q}”`}
            why="Neither an article, nor a statement, nor an actor’s name. Fewer or shorter words find more."
          />
        ) : (
          <ListBox
            pane="rows"
            label="Search results"
            sections={sections}
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
            stale={isPlaceholderData}
          />
        )}
      </section>
      {row?.t === 'actor' ? (
        <ActorPane actor={row.row} back={back} />
      ) : (
        <EvidencePane
          row={row}
          url={url}
          change={patch => change({ ...(row === undefined ? {} : { sel: keyOf(row) }), ...patch })}
          back={back}
        />
      )}
    </main>
  )
}
