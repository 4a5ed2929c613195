import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { StoryDetail } from '../../../src/model/api.ts'
import { ListBox } from '../parts/list-box.tsx'
import { MarginNote } from '../parts/margin-note.tsx'
import { Empty, ProblemNotice, SkeletonRows } from '../parts/notices.tsx'
import { PaneHead } from '../parts/pane-head.tsx'
import { describeRow, heightOfRow, RowLines } from '../parts/rows.tsx'
import { Numbers } from '../parts/small-parts.tsx'
import { keyOf, type Row, type Section } from '../state/rows.ts'

export interface RowsPaneProps {
  readonly title: string
  readonly storyId: string | null
  readonly sections: readonly Section[]
  readonly result: UseQueryResult<StoryDetail>
  readonly selected: Row | undefined
  readonly onMove: (row: Row) => void
  readonly onOpen: (row: Row) => void
  readonly back: { readonly label: string; readonly go: () => void }
  /** Between the headline and the rows. */
  readonly band?: ReactNode
}

/** What a story holds: where accounts differ, what was said, what was done, and by whom it was told. */
export function RowsPane({
  title,
  storyId,
  sections,
  result,
  selected,
  onMove,
  onOpen,
  back,
  band,
}: RowsPaneProps): ReactNode {
  const { data, error, refetch } = result
  return (
    <section className="pane" data-pane="rows" aria-label="Statements and events of the story">
      <PaneHead title={title} back={back} prose>
        {data === undefined ? null : <Numbers articles={data.articleCount} origins={data.originCount} />}
      </PaneHead>
      {band}
      {storyId === null ? (
        <Empty title="No story is open" why="Open a story to see what was said and done in it." />
      ) : error !== null ? (
        <ProblemNotice error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <SkeletonRows />
      ) : (
        <ListBox
          pane="rows"
          label="Disagreements, statements, events and articles"
          sections={sections}
          keyOf={keyOf}
          heightOf={heightOfRow}
          render={row => <RowLines row={row} />}
          selectedKey={selected === undefined ? null : keyOf(selected)}
          onMove={onMove}
          onOpen={onOpen}
          describe={describeRow}
        />
      )}
      <MarginNote names={['rows']} />
    </section>
  )
}
