import type { ReactNode } from 'react'
import { EVENT_STATUSES, QUAD_NAME, STATUS_MEANS } from '../../../src/model/event-words.ts'
import { StatusIcon } from './status-sign.tsx'

/** What place, colour, shape and filling of a sign say. */
export function TimelineLegend(): ReactNode {
  return (
    <dl className="timelegend">
      <dt>Shape</dt>
      <dd>
        {EVENT_STATUSES.map(status => (
          <span key={status} title={STATUS_MEANS[status]}>
            <StatusIcon status={status} claimed={false} /> {status}
          </span>
        ))}
      </dd>
      <dt>Filling</dt>
      <dd>
        <span>
          <StatusIcon status="happened" claimed={false} /> told by an article in its own voice
        </span>
        <span>
          <StatusIcon status="happened" claimed /> claimed by somebody
        </span>
        <span>
          <StatusIcon status="happened" claimed={false} negated /> told not to have happened
        </span>
      </dd>
      <dt>Place</dt>
      <dd>
        {([2, 1, 3, 4] as const).map(quad => (
          <span key={quad}>
            <span className={`swatch quad-${quad}`} aria-hidden="true" /> {QUAD_NAME[quad]}
          </span>
        ))}
        <span>co-operation above the line, conflict below, what is only said nearer to it</span>
      </dd>
      <dt>Line</dt>
      <dd>
        <span>behind a sign: the days that the text leaves open</span>
      </dd>
    </dl>
  )
}
