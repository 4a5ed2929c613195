import type { ReactNode } from 'react'
import type { EventTimeline } from '../../../src/model/api.ts'
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

export function plotHeight({ cell, rows }: PlotSize): number {
  return 2 * (rows * cell + 4) + LABELS
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
  const half = size.rows * size.cell + 4
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
          <DaysLink key={side} bin={bin} links={links} className="more">
            <rect
              x={middle - size.cell}
              width={size.cell * 2}
              y={yOf(side, size.rows - 1) - size.cell / 2}
              height={size.cell}
            />
            <text x={middle} y={yOf(side, size.rows - 1) + 4}>
              +{bin.more[side]}
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

/** A link that chooses the days of a bin. */
function DaysLink({
  bin,
  links,
  className,
  children,
}: Pick<BinProps, 'bin' | 'links'> & { className: string; children: ReactNode }): ReactNode {
  const words = binWords(bin)
  return (
    <a
      href={links.hrefOfDays(bin)}
      className={className}
      aria-label={`${words}; show these`}
      data-item={`bin${bin.first}`}
      tabIndex={-1}
      onClick={event => links.followDays(event, bin)}
    >
      <title>{words}</title>
      {children}
    </a>
  )
}

/** Numbers as bars: from the line outwards the verbal class, then the material one, in the scale of the fullest side. */
function Bars({ bin, half, range, links, most }: BinProps & { readonly most: number }): ReactNode {
  const height = (count: number): number => ((half - 12) * count) / Math.max(1, most)
  const width = Math.max(2, bin.right - bin.left - 1)
  return (
    <DaysLink bin={bin} links={links} className={overlaps(bin, range) ? 'bars' : 'bars out'}>
      <rect className="hit" x={bin.left} width={width} y={0} height={half * 2} />
      {(['up', 'down'] as const).map(side => {
        const total = sideCount(bin.counts, side)
        let at = 0
        return (
          <g key={side}>
            {SIDES[side].map(quad => {
              const tall = height(bin.counts[quad])
              const y = side === 'up' ? half - at - tall : half + at
              at += tall
              return tall === 0 ? null : (
                <rect
                  key={quad}
                  className={`bar quad-${quad}`}
                  x={bin.left}
                  width={width}
                  y={y}
                  height={Math.max(1, tall)}
                />
              )
            })}
            {total > 0 && width >= 7 * String(total).length ? (
              <text
                className="number"
                x={bin.left + width / 2}
                y={half + upOrDown(side) * (height(total) + (side === 'up' ? 3 : 10))}
              >
                {total}
              </text>
            ) : null}
          </g>
        )
      })}
    </DaysLink>
  )
}

/** What the brush tells a screen reader. */
export function brushWords(range: DayRange | null, inside: number): string {
  return range === null ? 'all days' : `${rangeWords(range)}, ${inside} events`
}
