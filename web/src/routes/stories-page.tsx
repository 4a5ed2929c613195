import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { StoryRow } from '../../../src/model/api.ts'
import { storiesQuery, storyQuery } from '../api/queries.ts'
import { EvidencePane } from '../panes/evidence-pane.tsx'
import { ListPane, type ListResult, rowsOf, totalOf } from '../panes/list-pane.tsx'
import { RowsPane } from '../panes/rows-pane.tsx'
import { rangeOf, TimelineBand } from '../panes/timeline-band.tsx'
import { FilterBar, type FilterField } from '../parts/filter-bar.tsx'
import { MarginNote } from '../parts/margin-note.tsx'
import { Empty } from '../parts/notices.tsx'
import { PaneHead } from '../parts/pane-head.tsx'
import { ROW_HEIGHT, StoryLines } from '../parts/rows.tsx'
import { OriginLegend } from '../parts/small-parts.tsx'
import { stepPane } from '../state/panes.ts'
import { findRow, firstRow, keyOf, narrowed, type Row, sectionsOf } from '../state/rows.ts'
import { useWide } from '../state/use-media.ts'
import { useTitle } from '../state/use-title.ts'
import { type UrlPatch, useUrlState } from '../state/use-url-state.ts'
import { count } from '../text/show-date.ts'
import { firstDayOf } from '../timeline/days.ts'

const FILTERS: readonly FilterField[] = [
  { key: 'q', label: 'words' },
  { key: 'actor', label: 'actor', hint: 'name or id' },
  { key: 'from', label: 'from', hint: '2025-04-01' },
  { key: 'to', label: 'to', hint: '2025-04-30' },
  { key: 'minOrigins', label: 'origins ≥', options: ['2', '3', '4', '5'] },
]

const NO_SELECTION: UrlPatch = { sel: undefined, article: undefined, span: undefined }
const ALL_EVENTS: UrlPatch = { since: undefined, until: undefined, dated: undefined }
const same = (story: StoryRow): StoryRow => story

/** Where to begin when the address names no story: where accounts differ if all is sample, else at the newest. */
function startingStory(rows: readonly StoryRow[]): StoryRow | undefined {
  const samples = rows.every(row => row.sample)
  return (samples ? rows.find(row => row.disagreementCount > 0) : undefined) ?? rows[0]
}

export function StoriesPage(): ReactNode {
  const [url, change] = useUrlState()
  const wide = useWide()
  const { q, actor, from, to, minOrigins } = url
  const result = useInfiniteQuery(storiesQuery({ q, actor, from, to, minOrigins }))
  const rows = rowsOf(result)
  const storyId = url.story ?? (wide ? startingStory(rows)?.id : undefined) ?? null
  const detail = useQuery(storyQuery(storyId))
  const known = rows.find(row => row.id === storyId)
  const { since, until, dated } = url
  const sections = useMemo(() => {
    const range = rangeOf(
      { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) },
      { first: firstDayOf('0001')!, last: firstDayOf('9999')! },
    )
    return detail.data === undefined ? [] : narrowed(sectionsOf(detail.data), range, dated === 'no')
  }, [detail.data, since, until, dated])
  const row = findRow(sections, url.sel) ?? (wide && url.sel === undefined ? firstRow(sections) : undefined)
  const shown =
    url.sel !== undefined || url.article !== undefined ? 'evidence' : url.story === undefined ? 'list' : 'rows'
  const filtered = FILTERS.some(({ key }) => url[key] !== undefined)
  const total = totalOf(result)
  useTitle(detail.data?.headline ?? 'Stories')

  const openStory = (story: StoryRow, replace: boolean) =>
    change({ ...NO_SELECTION, ...ALL_EVENTS, story: story.id }, { replace })
  const openRow = (next: Row, replace: boolean) =>
    change({ ...NO_SELECTION, story: storyId ?? undefined, sel: keyOf(next) }, { replace })
  return (
    <>
      <FilterBar
        fields={FILTERS}
        url={url}
        change={patch => change({ ...NO_SELECTION, story: undefined, ...patch })}
        total={total === null ? '' : count(total, 'story', 'stories')}
      />
      <main className="main three" data-shown={shown}>
        <StoryList
          result={result}
          storyId={storyId}
          open={openStory}
          step={story => {
            if (story.id !== url.story) openStory(story, false)
            if (story.id === storyId) stepPane('list', 1)
          }}
          empty={<NoStories filtered={filtered} clear={() => change(emptied())} />}
        />
        <RowsPane
          title={
            detail.data?.headline ??
            known?.headline ??
            (detail.data === undefined && known === undefined ? 'Story' : 'No headline')
          }
          storyId={storyId}
          sections={sections}
          result={detail}
          selected={row}
          band={
            storyId === null ? null : (
              <TimelineBand
                place={{ filters: { story: storyId }, with: { ...NO_SELECTION, story: storyId } }}
                rows={4}
              />
            )
          }
          onMove={next => openRow(next, true)}
          onOpen={next => {
            if (keyOf(next) !== url.sel || url.article !== undefined || url.span !== undefined) openRow(next, false)
            if (row !== undefined && keyOf(next) === keyOf(row)) stepPane('rows', 1)
          }}
          back={{ label: 'Stories', go: () => change({ ...NO_SELECTION, story: undefined }) }}
        />
        <EvidencePane
          row={row}
          url={url}
          change={patch =>
            change({ story: storyId ?? undefined, ...(row === undefined ? {} : { sel: keyOf(row) }), ...patch })
          }
          back={{ label: 'Story', go: () => change(NO_SELECTION) }}
          note={<MarginNote names={['evidence', 'keys']} />}
        />
      </main>
    </>
  )
}

interface StoryListProps {
  readonly result: ListResult<StoryRow>
  readonly storyId: string | null
  readonly open: (story: StoryRow, replace: boolean) => void
  readonly step: (story: StoryRow) => void
  readonly empty: ReactNode
}

/** The pane of all stories; `open` shows one, `step` goes into it. */
function StoryList({ result, storyId, open, step, empty }: StoryListProps): ReactNode {
  return (
    <section className="pane" data-pane="list" aria-label="Stories">
      <PaneHead title="Stories" level={1} />
      <ListPane
        result={result}
        toItem={same}
        pane="list"
        label="Stories, newest first"
        keyOf={story => story.id}
        heightOf={() => ROW_HEIGHT}
        render={story => <StoryLines story={story} />}
        selectedKey={storyId}
        onMove={story => open(story, true)}
        onOpen={step}
        describe={story =>
          `${story.headline ?? 'no headline'}, ${count(story.articleCount, 'article')}, ${count(story.originCount, 'origin')}`
        }
        empty={empty}
      />
      <OriginLegend />
      <MarginNote names={['numbers', 'bar']} />
    </section>
  )
}

function emptied(): UrlPatch {
  return Object.fromEntries(FILTERS.map(({ key }) => [key, undefined]))
}

function NoStories({ filtered, clear }: { filtered: boolean; clear: () => void }): ReactNode {
  if (filtered)
    return (
      <Empty title="No story passes these filters" why="Each filter above narrows the list; take one away to see more.">
        <button type="button" className="button" onClick={clear}>
          Remove all filters
        </button>
      </Empty>
    )
  return (
    <Empty
      title="Nothing has been read yet"
      why={
        <>
          Stories stand here once articles are in. Read some with <code>theatrum ingest PATH</code>: files, folders,
          feeds and addresses all do.
        </>
      }
    >
      <a className="button" href="/collect">
        See what was turned away
      </a>
    </Empty>
  )
}
