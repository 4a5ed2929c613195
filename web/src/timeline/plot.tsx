import type { ReactNode } from 'react'
import type { EventTimeline } from '../../../src/model/api.ts'
import { count } from '../text/show-date.ts'
import type { DayRange } from './days.ts'
import { type Layout, overlaps, type PlacedMark, SIDES, type Side, sideCount, type TimeBin } from './layout.ts'
import { binWords, markWords, rangeWords } from './mark-words.ts'
import { type TimeScale, ticksOf, xOf } from './scale.ts'
import { StatusSign } from './status-sign.tsx'
import type { TimelineLinks } from './timeline.tsx'

/** Sizes of the drawing, in CSS pixels. */
export interface PlotSize {
  readonly width: number
  readonly cell: number
  readonly rows: number
}

const LABELS = 16
/** Row for the name of each side, free of signs. */
const SIDE_NAME = 13

function halfOf({ cell, rows }: Pick<PlotSize, 'cell' | 'rows'>): number {
  return rows * cell + SIDE_NAME
}

export function plotHeight({ cell, rows }: Pick<PlotSize, 'cell' | 'rows'>): number {
  return 2 * halfOf({ cell, rows }) + LABELS
}

interface PlotProps {
  readonly timeline: EventTimeline
  readonly layout: Layout
  readonly scale: TimeScale
  readonly size: PlotSize
  readonly range: DayRange | null
  readonly links: TimelineLinks
}

/** Axis, line, and the events above and below it. */
export function Plot({ layout, scale, size, range, links }: PlotProps): ReactNode {
  const half = halfOf(size)
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g className="axis" aria-hidden="true">
        {ticksOf(scale).map(({ day, label }) => (
          <g key={day} transform={`translate(${xOf(scale, day)} 0)`}>
            <line y2={half * 2} />
            {/* What would be cut off at the right says nothing. */}
            {xOf(scale, day) > scale.right - 7 * label.length ? null : (
              <text x="3" y={half * 2 + 12}>
                {label}
              </text>
            )}
          </g>
        ))}
        <line className="zero" x1={0} x2={size.width} y1={half} y2={half} />
        {layout.bins.map(({ edge, left, right }) =>
          edge === null ? null : (
            <g key={edge} className="edge">
              <line x1={edge === 'earlier' ? right : left} x2={edge === 'earlier' ? right : left} y2={half * 2} />
              <text x={edge === 'earlier' ? left + 1 : left + 3} y={half * 2 + 12}>
                {edge}
              </text>
            </g>
          ),
        )}
        <text className="side" x={scale.left + 2} y="10">
          co-operation ↑
        </text>
        <text className="side" x={scale.left + 2} y={half * 2 - 3}>
          conflict ↓
        </text>
      </g>
      {layout.bins.map(bin =>
        layout.drawn === 'bars' ? (
          <Bars key={bin.first} {...{ bin, half, range, links }} most={layout.most} />
        ) : (
          <Signs key={bin.first} {...{ bin, half, size, range, links }} />
        ),
      )}
    </>
  )
}

interface BinProps {
  readonly bin: TimeBin
  /** Height of a side. */
  readonly half: number
  readonly range: DayRange | null
  readonly links: TimelineLinks
}

const upOrDown = (side: Side): 1 | -1 => (side === 'up' ? -1 : 1)

function Signs({ bin, half, size, range, links }: BinProps & { readonly size: PlotSize }): ReactNode {
  const yOf = (side: Side, row: number): number => half + upOrDown(side) * (row * size.cell + size.cell / 2 + 2)
  const middle = (bin.left + bin.right) / 2
  return (
    <>
      {bin.marks.map(one => (
        <MarkLink
          key={one.mark.id}
          one={one}
          y={yOf(one.mark.quad <= 2 ? 'up' : 'down', one.row)}
          {...{ range, links, size }}
        />
      ))}
      {(['up', 'down'] as const).map(side =>
        bin.more[side] === 0 ? null : (
          <DaysLink key={side} bin={bin} links={links} className="more" shown={`+${bin.more[side]}`}>
            <rect
              x={middle - size.cell}
              width={size.cell * 2}
              y={yOf(side, size.rows - 1) - size.cell / 2}
              height={size.cell}
            />
            <text x={middle} y={yOf(side, size.rows - 1) + 4}>
              {`+${bin.more[side]}`}
            </text>
          </DaysLink>
        ),
      )}
    </>
  )
}

interface MarkLinkProps {
  readonly one: PlacedMark
  readonly y: number
  readonly size: PlotSize
  readonly range: DayRange | null
  readonly links: TimelineLinks
}

/** The days that a telling leaves open are a line behind its sign, where they are wider than it. */
function MarkLink({ one, y, size, range, links }: MarkLinkProps): ReactNode {
  const { mark, x, reach } = one
  const words = markWords(mark)
  const classes = [
    'mark',
    `quad-${mark.quad}`,
    overlaps(one, range) ? '' : 'out',
    links.selected === mark.id ? 'on' : '',
  ]
  return (
    <a
      href={links.hrefOf(mark.id)}
      className={classes.filter(name => name !== '').join(' ')}
      aria-label={words}
      {...(links.selected === mark.id ? { 'aria-current': 'true' as const } : {})}
      data-item={mark.id}
      tabIndex={-1}
      onClick={event => links.follow(event, mark.id)}
    >
      <title>{words}</title>
      {reach === null ? null : <line className="reach" x1={reach[0]} x2={reach[1]} y1={y} y2={y} />}
      <g transform={`translate(${x} ${y})`}>
        <rect className="hit" x={-size.cell / 2} y={-size.cell / 2} width={size.cell} height={size.cell} />
        <StatusSign status={mark.status} claimed={mark.claimed} negated={mark.negated} />
      </g>
    </a>
  )
}

interface DaysLinkProps extends Pick<BinProps, 'bin' | 'links'> {
  readonly className: string
  /** Words on the link itself: its name begins with them. */
  readonly shown?: string
  readonly children: ReactNode
}

/** A link that chooses the days of a bin. */
function DaysLink({ bin, links, className, shown, children }: DaysLinkProps): ReactNode {
  const words = binWords(bin)
  return (
    <a
      href={links.hrefOfDays(bin)}
      className={className}
      aria-label={`${shown === undefined ? '' : `${shown}, `}${words}; show these`}
      data-item={`bin${bin.first}`}
      tabIndex={-1}
      onClick={event => links.followDays(event, bin)}
    >
      <title>{words}</title>
      {children}
    </a>
  )
}

interface BarsProps extends BinProps {
  /** Most events on one side of any bin: its bar is as tall as a side. */
  readonly most: number
}

/** Numbers as bars: from the line outwards the verbal class, then the material one. */
function Bars({ bin, half, range, links, most }: BarsProps): ReactNode {
  const height = (count: number): number => ((half - SIDE_NAME - 12) * count) / Math.max(1, most)
  const width = Math.max(2, bin.right - bin.left - 1)
  const stacks = (['up', 'down'] as const).map(side => ({ side, total: sideCount(bin.counts, side) }))
  return (
    <>
      <DaysLink bin={bin} links={links} className={overlaps(bin, range) ? 'bars' : 'bars out'}>
        <rect className="hit" x={bin.left} width={width} y={0} height={half * 2} />
        {stacks.map(({ side }) => (
          <Stack key={side} {...{ side, bin, half, width, height }} />
        ))}
      </DaysLink>
      {/* Beside the link, whose name has the numbers already. */}
      {stacks.map(({ side, total }) =>
        total > 0 && width >= 7 * String(total).length ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a text takes no focus
          <text
            key={side}
            className="number"
            aria-hidden="true"
            x={bin.left + width / 2}
            y={half + upOrDown(side) * (height(total) + (side === 'up' ? 3 : 10))}
          >
            {total}
          </text>
        ) : null,
      )}
    </>
  )
}

interface StackProps {
  readonly side: Side
  readonly bin: TimeBin
  readonly half: number
  readonly width: number
  readonly height: (count: number) => number
}

function Stack({ side, bin, half, width, height }: StackProps): ReactNode {
  const [near, far] = SIDES[side]
  const tall = { [near]: height(bin.counts[near]), [far]: height(bin.counts[far]) }
  return [near, far].map(quad => {
    const own = tall[quad] ?? 0
    if (own === 0) return null
    const from = quad === near ? 0 : (tall[near] ?? 0)
    const y = side === 'up' ? half - from - own : half + from
    return (
      <rect key={quad} className={`stackbar quad-${quad}`} x={bin.left} width={width} y={y} height={Math.max(1, own)} />
    )
  })
}

/** What the brush tells a screen reader. */
export function brushWords(range: DayRange | null, inside: number): string {
  return range === null ? 'all days' : `${rangeWords(range)}, ${count(inside, 'event')}`
}
