import type { ReactNode } from 'react'
import type { EventTimeline, TimelineMark } from '../../../src/model/api.ts'
import { count } from '../text/show-date.ts'
import { datedMarks } from './layout.ts'
import { markWords } from './mark-words.ts'
import { StatusSign } from './status-sign.tsx'
import type { TimelineLinks } from './timeline.tsx'

/** Signs that the strip draws, and of one reason; the others are in the list behind its number. */
const MOST_SIGNS = 120
const MOST_OF_A_REASON = 30

interface Reason {
  readonly why: string
  readonly total: number
  readonly marks: readonly TimelineMark[]
}

/** Events without a date by why they have none, the most frequent reason first. */
function reasonsOf(timeline: EventTimeline): readonly Reason[] {
  const reasons = new Map<string, { total: number; marks: TimelineMark[] }>()
  const reasonOf = (why: string | null) => {
    const name = why ?? 'the text gives no date'
    const there = reasons.get(name) ?? { total: 0, marks: [] }
    reasons.set(name, there)
    return there
  }
  const dated = new Set(datedMarks(timeline.marks ?? []).map(({ mark }) => mark.id))
  for (const mark of timeline.marks ?? [])
    if (!dated.has(mark.id)) {
      const reason = reasonOf(mark.why)
      reason.total++
      reason.marks.push(mark)
    }
  for (const { at, why, count: total } of timeline.bins ?? []) if (at === null) reasonOf(why).total += total
  return [...reasons].map(([why, reason]) => ({ why, ...reason })).sort((a, b) => b.total - a.total)
}

export function undatedCount(timeline: EventTimeline): number {
  return reasonsOf(timeline).reduce((sum, { total }) => sum + total, 0)
}

interface UndatedStripProps {
  readonly timeline: EventTimeline
  readonly links: TimelineLinks
  /** The list shows these alone. */
  readonly alone: boolean
  readonly onAlone: (alone: boolean) => void
}

/** Events that stand nowhere on the line, each with its sign and with why: none is dropped. */
export function UndatedStrip({ timeline, links, alone, onAlone }: UndatedStripProps): ReactNode {
  const reasons = reasonsOf(timeline)
  const total = reasons.reduce((sum, reason) => sum + reason.total, 0)
  if (total === 0) return null
  let room = MOST_SIGNS
  return (
    <div className="undated">
      <button type="button" className="chip" aria-pressed={alone} onClick={() => onAlone(!alone)}>
        no date: {total.toLocaleString('en-GB')}
      </button>
      {reasons.map(({ why, total: own, marks }) => {
        const shown = marks.slice(0, Math.max(0, Math.min(room, MOST_OF_A_REASON)))
        room -= shown.length
        if (shown.length === 0 && marks.length > 0) return null
        return (
          <span key={why} className="reason" title={count(own, 'event')}>
            <span className="why">{why}</span>
            {shown.map(mark => (
              <UndatedSign key={mark.id} mark={mark} links={links} />
            ))}
            {own > shown.length ? <span className="muted">+{own - shown.length}</span> : null}
          </span>
        )
      })}
    </div>
  )
}

function UndatedSign({ mark, links }: { readonly mark: TimelineMark; readonly links: TimelineLinks }): ReactNode {
  const words = markWords(mark)
  return (
    <a
      href={links.hrefOf(mark.id)}
      className={`mark quad-${mark.quad}${links.selected === mark.id ? ' on' : ''}`}
      aria-label={words}
      title={words}
      {...(links.selected === mark.id ? { 'aria-current': 'true' as const } : {})}
      data-item={mark.id}
      tabIndex={-1}
      onClick={event => links.follow(event, mark.id)}
    >
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <StatusSign status={mark.status} claimed={mark.claimed} negated={mark.negated} />
      </svg>
    </a>
  )
}
