import type { ReactNode } from 'react'
import type { EventStatus } from '../../../src/model/reading.ts'

/** Shape of each status, as a path around 0,0 in a box of 10 by 10. */
export const STATUS_PATH: Readonly<Record<EventStatus, string>> = {
  happened: 'M4.6 0A4.6 4.6 0 1 1 -4.6 0A4.6 4.6 0 1 1 4.6 0Z',
  ongoing: 'M-3.6 -4.6L4.8 0L-3.6 4.6Z',
  planned: 'M-4 -4H4V4H-4Z',
  requested: 'M0 -5L4.8 -0.4H2V4.6H-2V-0.4H-4.8Z',
  threatened: 'M0 -5.4L1.5 -1.5L5.4 0L1.5 1.5L0 5.4L-1.5 1.5L-5.4 0L-1.5 -1.5Z',
  conditional: 'M0 -5L5 0L0 5L-5 0Z',
  denied: 'M-3.2 -4.8L0 -1.6L3.2 -4.8L4.8 -3.2L1.6 0L4.8 3.2L3.2 4.8L0 1.6L-3.2 4.8L-4.8 3.2L-1.6 0L-4.8 -3.2Z',
  hypothetical: 'M-1.5 -4.8H1.5V-1.5H4.8V1.5H1.5V4.8H-1.5V1.5H-4.8V-1.5H-1.5Z',
  habitual: 'M-4.4 -4.6H4.4L0 0L4.4 4.6H-4.4L0 0Z',
}

interface StatusSignProps {
  readonly status: EventStatus
  /** Hollow: somebody claims it; filled: the article tells it in its own voice. */
  readonly claimed: boolean
  /** Struck through: told not to have happened. */
  readonly negated?: boolean
}

/** The sign of an event inside an SVG, around 0,0, in the current colour. */
export function StatusSign({ status, claimed, negated = false }: StatusSignProps): ReactNode {
  return (
    <>
      <path className={claimed ? 'sign hollow' : 'sign'} d={STATUS_PATH[status]} />
      {negated ? <path className="strike" d="M-6 5L6 -5" /> : null}
    </>
  )
}

/** The same sign for running text. */
export function StatusIcon(props: StatusSignProps): ReactNode {
  return (
    <svg className="statusicon" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <StatusSign {...props} />
    </svg>
  )
}
