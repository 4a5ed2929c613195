import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { ArticleDetail } from '../../../src/model/api.ts'
import { articleQuery } from '../api/queries.ts'
import { Empty, ProblemNotice, SkeletonRows } from '../parts/notices.tsx'
import { SampleTag } from '../parts/small-parts.tsx'
import { announce } from '../state/announcer.ts'
import { focusOf, shownArticle, type Telling, tellingsOf } from '../state/evidence-target.ts'
import { registerPane } from '../state/panes.ts'
import type { Row } from '../state/rows.ts'
import type { UrlState } from '../state/url-state.ts'
import type { UrlPatch } from '../state/use-url-state.ts'
import { showDay, showTime } from '../text/show-date.ts'
import { MarkedText } from './marked-text.tsx'
import { Trail } from './trail.tsx'

export interface EvidencePaneProps {
  readonly row: Row | undefined
  readonly url: UrlState
  readonly change: (patch: UrlPatch) => void
  /** Goes back where panes are shown one at a time. */
  readonly back: { readonly label: string; readonly go: () => void }
  readonly note?: ReactNode
}

/** The product: whatever is selected, the words it came from, in the article that holds them. */
export function EvidencePane({ row, url, change, back, note }: EvidencePaneProps): ReactNode {
  const tellings = useMemo(() => tellingsOf(row), [row])
  const articleId = shownArticle(url, tellings)
  const { data: article, error, refetch } = useQuery(articleQuery(articleId))
  const region = useRef<HTMLElement>(null)
  const at = tellings.findIndex(telling => telling.articleId === articleId)

  const latest = useRef({ tellings, at, change })
  latest.current = { tellings, at, change }
  useEffect(
    () =>
      registerPane('evidence', {
        move: to => {
          const now = latest.current
          const next = now.tellings[now.at + (to === 'next' ? 1 : -1)]
          if (next === undefined) return
          now.change({ article: next.articleId, span: undefined })
          announce(`same words in ${next.outlet ?? 'another article'}`)
        },
        open: () => {},
        focus: () => region.current?.focus(),
      }),
    [],
  )
  return (
    <section className="pane evidence" data-pane="evidence" aria-label="Evidence">
      <div className="panehead evidencehead">
        <button type="button" className="backbutton" onClick={back.go}>
          ‹ {back.label}
        </button>
        <h2>{article === undefined ? 'Source' : sourceLine(article)}</h2>
        <SampleTag sample={article?.sample ?? false} />
        <SourceSteps tellings={tellings} at={at} change={change} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keys (WCAG 2.1.1) */}
      <section className="scroll" ref={region} aria-label="Text of the article" tabIndex={0}>
        {articleId === null ? (
          <Empty title="Nothing is selected" why="Select a row, and the words it was read from stand here." />
        ) : error !== null ? (
          <ProblemNotice error={error} retry={() => void refetch()} />
        ) : article === undefined ? (
          <SkeletonRows rows={5} />
        ) : (
          <FocusedText row={row} article={article} url={url} change={change} region={region} />
        )}
      </section>
      {article === undefined ? null : (
        <Trail row={row} article={article} url={url} change={change} tellings={tellings} />
      )}
      {note}
    </section>
  )
}

function sourceLine({ outlet, published, fetchedAt }: ArticleDetail): string {
  const fetched = fetchedAt === null ? null : `fetched ${showDay(fetchedAt)} ${showTime(fetchedAt) ?? ''}`.trim()
  return ['Source', outlet ?? 'outlet unknown', published === null ? 'date unknown' : showDay(published), fetched]
    .filter(part => part !== null)
    .join(' · ')
}

function SourceSteps({
  tellings,
  at,
  change,
}: {
  tellings: readonly Telling[]
  at: number
  change: EvidencePaneProps['change']
}): ReactNode {
  if (tellings.length < 2) return null
  const go = (by: number) => {
    const next = tellings[at + by]
    if (next !== undefined) change({ article: next.articleId, span: undefined })
  }
  return (
    <span className="sources">
      <button type="button" aria-label="Previous source" disabled={at <= 0} onClick={() => go(-1)}>
        [
      </button>
      <span className="num">
        {at < 0 ? '–' : at + 1} of {tellings.length}
      </span>
      <button type="button" aria-label="Next source" disabled={at >= tellings.length - 1} onClick={() => go(1)}>
        ]
      </button>
    </span>
  )
}

/** Room kept above the words that are scrolled to, as a share of the pane. */
const ABOVE = 0.28

function FocusedText({
  row,
  article,
  url,
  change,
  region,
}: Omit<EvidencePaneProps, 'back' | 'note'> & {
  article: ArticleDetail
  region: { readonly current: HTMLElement | null }
}): ReactNode {
  const focus = useMemo(() => focusOf(row, article, url), [row, article, url])
  useEffect(() => {
    const scroller = region.current
    if (scroller === null) return
    const mark = scroller.querySelector(`[data-focus="${focus.kind}"]`) ?? scroller.querySelector('[data-focus]')
    if (mark === null) {
      scroller.scrollTop = 0
      return
    }
    const offset = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top
    // Words that are well in sight stay where they are: the text does not jump from row to row.
    if (offset > 20 && offset < scroller.clientHeight * 0.75) return
    scroller.scrollTop += offset - scroller.clientHeight * ABOVE
  }, [focus, region])
  return (
    <MarkedText article={article} focus={focus} q={url.q ?? null} onPick={id => change({ sel: id, span: undefined })} />
  )
}
