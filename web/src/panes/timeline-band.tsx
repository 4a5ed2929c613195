import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EventTimeline } from '../../../src/model/api.ts'
import type { Query } from '../api/client.ts'
import { timelineQuery } from '../api/queries.ts'
import { ProblemNotice } from '../parts/notices.tsx'
import { patchUrlState, readUrlState, type UrlState } from '../state/url-state.ts'
import { useMedia } from '../state/use-media.ts'
import { type UrlPatch, useUrlState } from '../state/use-url-state.ts'
import { count } from '../text/show-date.ts'
import { type DayRange, dayText, firstDayOf, lastDayOf } from '../timeline/days.ts'
import { extentOf } from '../timeline/layout.ts'
import { Timeline } from '../timeline/timeline.tsx'
import { undatedCount } from '../timeline/undated-strip.tsx'

/** What a page makes of the address when days or an event are chosen on its timeline. */
export interface TimelinePlace {
  /** What to ask for, without the days that are chosen. */
  readonly filters: Query
  /** Laid over the address with every choice: which story is meant, what is no longer selected. */
  readonly with: UrlPatch
  /** Page that shows the words of an event; this one unless told otherwise. */
  readonly words?: { readonly to: '/events'; readonly search: UrlState }
  readonly canZoom?: boolean
}

/** The days that an address names: `since` and `until`, one of them alone up to the end of the events. */
export function rangeOf({ since, until }: UrlState, extent: DayRange | null): DayRange | null {
  if (since === undefined && until === undefined) return null
  const first = firstDayOf(since) ?? extent?.first ?? null
  const last = lastDayOf(until) ?? extent?.last ?? null
  return first === null || last === null ? null : { first, last: Math.max(first, last) }
}

const daysOf = ({ first, last }: DayRange): UrlPatch => ({
  since: dayText(first),
  until: dayText(last),
  dated: undefined,
})
const ALL_DAYS: UrlPatch = { since: undefined, until: undefined }

/** The timeline of a page, folded where the window is low. Nothing where nothing happened. */
export function TimelineBand({ place, rows }: { place: TimelinePlace; rows: number }): ReactNode {
  const { data, error } = useQuery(timelineQuery(place.filters))
  const tall = useMedia('(min-height: 600px)')
  if (error !== null) return <ProblemNotice error={error} />
  if (data === undefined || data.total === 0) return null
  const undated = undatedCount(data)
  return (
    <details className="timeband" open={tall}>
      <summary>
        Timeline: {count(data.total, 'event')}
        {undated === 0 ? '' : `, ${undated.toLocaleString('en-GB')} without a date`}
      </summary>
      <PlacedTimeline place={place} rows={rows} timeline={data} />
    </details>
  )
}

interface PlacedTimelineProps {
  readonly place: TimelinePlace
  readonly rows: number
  readonly timeline: EventTimeline
}

/** A timeline whose choices are the page's address. */
export function PlacedTimeline({ place, rows, timeline }: PlacedTimelineProps): ReactNode {
  const [url, change] = useUrlState()
  const router = useRouter()
  const navigate = useNavigate()
  const { words, canZoom = false } = place
  const addressOf = (patch: UrlPatch): string =>
    router.buildLocation({ to: '.', search: old => patchUrlState(readUrlState(old), { ...place.with, ...patch }) }).href
  const wordsOf = (id: string) => ({
    to: words?.to ?? ('.' as const),
    search: (old: Readonly<Record<string, unknown>>): UrlState =>
      words === undefined
        ? patchUrlState(readUrlState(old), { ...place.with, sel: `ev.${id}` })
        : patchUrlState(words.search, { sel: `ev.${id}` }),
  })
  const choose = (patch: UrlPatch) => change({ ...place.with, ...patch }, { replace: true })
  return (
    <Timeline
      timeline={timeline}
      rows={rows}
      range={rangeOf(url, extentOf(timeline))}
      onRange={range => choose(range === null ? ALL_DAYS : daysOf(range))}
      undatedAlone={url.dated === 'no'}
      onUndatedAlone={alone => choose({ ...ALL_DAYS, dated: alone ? 'no' : undefined })}
      selected={url.sel?.startsWith('ev.') ? url.sel.slice(3) : null}
      hrefOf={id => router.buildLocation(wordsOf(id)).href}
      hrefOfDays={days => addressOf(daysOf(days))}
      onPick={id => void navigate(wordsOf(id))}
      {...(canZoom
        ? { onZoom: range => choose({ from: dayText(range.first), to: dayText(range.last), ...ALL_DAYS }) }
        : {})}
    />
  )
}
