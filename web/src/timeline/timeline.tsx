import { type MouseEvent, type ReactNode, useMemo, useRef } from 'react'
import type { EventTimeline } from '../../../src/model/api.ts'
import { announce } from '../state/announcer.ts'
import { useMedia } from '../state/use-media.ts'
import { count } from '../text/show-date.ts'
import { type DayRange, dayText } from './days.ts'
import { countIn, datedDays, EDGE_SIGNS, extentOf, layOut } from './layout.ts'
import { TimelineLegend } from './legend.tsx'
import { rangeWords } from './mark-words.ts'
import { brushWords, Plot, plotHeight } from './plot.tsx'
import { coreOf, scaleFor, type TimeScale, xOf } from './scale.ts'
import { UndatedStrip } from './undated-strip.tsx'
import { useBrush } from './use-brush.ts'
import { useRoving } from './use-roving.ts'
import { useWidth } from './use-width.ts'

/** Where the signs lead. */
export interface TimelineLinks {
  /** Event that is selected beside the timeline. */
  readonly selected: string | null
  readonly hrefOf: (eventId: string) => string
  readonly follow: (event: MouseEvent, eventId: string) => void
  readonly hrefOfDays: (days: DayRange) => string
  readonly followDays: (event: MouseEvent, days: DayRange) => void
}

export interface TimelineProps {
  readonly timeline: EventTimeline
  /** Days that are chosen; null: all. */
  readonly range: DayRange | null
  readonly onRange: (range: DayRange | null) => void
  /** The list below shows events without a date alone. */
  readonly undatedAlone: boolean
  readonly onUndatedAlone: (alone: boolean) => void
  readonly selected: string | null
  /** Address of an event's words, and of these days. */
  readonly hrefOf: (eventId: string) => string
  readonly hrefOfDays: (days: DayRange) => string
  readonly onPick: (eventId: string) => void
  readonly rows: number
  /** Makes the chosen days the whole of the timeline. */
  readonly onZoom?: (range: DayRange) => void
}

/** A click that the browser should follow by itself: into a new window, or saved. */
const isSpecial = (event: MouseEvent): boolean =>
  event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey

/**
 * Events over time: co-operation above the line, conflict below, a sign's shape says whether it happened, its filling who
 * says so. Dragging over it, or arrows, choose days for the list below it; every sign leads to its words.
 */
export function Timeline(props: TimelineProps): ReactNode {
  const { timeline, range, onRange, selected } = props
  const root = useRef<HTMLElement>(null)
  const width = useWidth(root)
  const coarse = useMedia('(pointer: coarse)')
  const extent = useMemo(() => extentOf(timeline), [timeline])
  const cell = coarse ? 18 : 13
  const size = { width, cell, rows: props.rows }
  const scale = useMemo(() => placedScale(timeline, width, cell), [timeline, width, cell])
  const layout = useMemo(() => layOut(timeline, scale, { cell, rows: props.rows }), [timeline, scale, cell, props.rows])
  const bounds = {
    first: Math.max(scale.first, extent?.first ?? scale.first),
    last: Math.min(scale.last, extent?.last ?? scale.last),
  }
  const choose = (next: DayRange | null): void => {
    onRange(next)
    announce(brushWords(next, countIn(timeline, next)))
  }
  const brush = useBrush({ scale, range, step: layout.step, bounds, onRange: choose })
  const links: TimelineLinks = {
    selected,
    hrefOf: props.hrefOf,
    hrefOfDays: props.hrefOfDays,
    follow: (event, id) => {
      if (isSpecial(event)) return
      event.preventDefault()
      props.onPick(id)
    },
    followDays: (event, days) => {
      if (isSpecial(event)) return
      event.preventDefault()
      choose(days)
    },
  }
  const onKeys = useRoving(root, selected, layout)
  return (
    <section ref={root} className="timeline" aria-label="Timeline" onKeyDown={onKeys}>
      {extent === null || width === 0 ? null : (
        <div className="plot">
          {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
          <svg width={width} height={plotHeight(size)} role="group" aria-label="Events over time" {...brush.pointer}>
            <BrushWindow
              {...{ scale, bounds, timeline }}
              range={brush.shown}
              height={plotHeight(size)}
              onKeyDown={brush.onKeyDown}
            />
            <Plot {...{ timeline, layout, scale, size, links }} range={brush.shown} />
          </svg>
        </div>
      )}
      <UndatedStrip timeline={timeline} links={links} alone={props.undatedAlone} onAlone={props.onUndatedAlone} />
      <TimelineFoot {...{ timeline, range, choose }} dated={extent !== null} onZoom={props.onZoom} />
    </section>
  )
}

interface TimelineFootProps {
  readonly timeline: EventTimeline
  readonly range: DayRange | null
  readonly choose: (range: DayRange | null) => void
  /** Some event has a date. */
  readonly dated: boolean
  readonly onZoom: TimelineProps['onZoom'] | undefined
}

/** The chosen days in words, the ways out of them, and what the signs mean. */
function TimelineFoot({ timeline, range, choose, dated, onZoom }: TimelineFootProps): ReactNode {
  return (
    <div className="timefoot">
      {range === null && dated ? <span className="muted">drag over days to choose them</span> : null}
      {range === null ? null : (
        <>
          <span>
            <span className="num">{rangeWords(range)}</span>: {count(countIn(timeline, range), 'event')}
          </span>
          <button type="button" className="linklike" onClick={() => choose(null)}>
            show all days
          </button>
          {onZoom === undefined ? null : (
            <button type="button" className="linklike" onClick={() => onZoom?.(range)}>
              zoom in
            </button>
          )}
        </>
      )}
      <span className="spacer" />
      <details>
        <summary>Signs</summary>
        <TimelineLegend />
      </details>
    </div>
  )
}

/** The scale of a timeline, with room at an edge for what lies off it. */
function placedScale(timeline: EventTimeline, width: number, cell: number): TimeScale {
  const days = datedDays(timeline)
  const scale = scaleFor(coreOf(days) ?? { first: 0, last: 0 }, 0, width)
  const early = days.some(({ first, last }) => (first + last) / 2 < scale.first)
  const late = days.some(({ first, last }) => (first + last) / 2 >= scale.last + 1)
  const room = EDGE_SIGNS * cell
  // Half a sign at the ends, so that none is cut off.
  const [left, right] = [early ? room : cell / 2, width - (late ? room : cell / 2)]
  return { ...scale, left, right: Math.max(left + 1, right) }
}

interface BrushWindowProps {
  readonly scale: ReturnType<typeof scaleFor>
  readonly bounds: DayRange
  readonly timeline: EventTimeline
  readonly range: DayRange | null
  readonly height: number
  readonly onKeyDown: ReturnType<typeof useBrush>['onKeyDown']
}

/** The chosen days as a window behind the signs, and as a slider for keys: arrows move it, with Shift its end alone. */
function BrushWindow({ scale, bounds, timeline, range, height, onKeyDown }: BrushWindowProps): ReactNode {
  const within = (x: number): number => Math.min(scale.right, Math.max(scale.left, x))
  const [left, right] =
    range === null ? [scale.left, scale.right] : [within(xOf(scale, range.first)), within(xOf(scale, range.last + 1))]
  return (
    <g
      className={range === null ? 'brush' : 'brush set'}
      role="slider"
      tabIndex={0}
      aria-label="Days shown: arrows move, with Shift the end alone, Escape shows all"
      aria-valuemin={bounds.first}
      aria-valuemax={bounds.last}
      aria-valuenow={range?.first ?? bounds.first}
      aria-valuetext={brushWords(range, countIn(timeline, range))}
      data-since={range === null ? undefined : dayText(range.first)}
      onKeyDown={onKeyDown}
    >
      <rect className="ground" x={scale.left} width={scale.right - scale.left} y={0} height={height} />
      <rect className="window" x={left} width={Math.max(1, right - left)} y={0} height={height} />
      {range === null ? null : (
        <>
          <line className="edge" x1={left} x2={left} y1={0} y2={height} />
          <line className="edge" x1={right} x2={right} y1={0} y2={height} />
        </>
      )}
    </g>
  )
}
