import type { EventStatus } from '../../model/reading.ts'
import type { Scene } from './participants.ts'
import { ASKING, DENYING, DOUBTING, PLANNING, THREATENING } from './status-words.ts'

/** How a predicate stands to the world, whether it is denied, and whether it lies, or would lie, in the future. */
export interface Status {
  readonly status: EventStatus
  readonly negated: boolean
  readonly future: boolean
}

const FUTURE: ReadonlySet<EventStatus> = new Set(['planned', 'requested', 'threatened', 'conditional'])

/** A status that is not a denial; `future` where it does not follow from it. */
export function as(status: EventStatus, future: boolean = FUTURE.has(status)): Status {
  return { status, negated: false, future }
}

export const HAPPENED: Status = as('happened')
export const DENIED: Status = { status: 'denied', negated: true, future: false }
/** What was to be and will not be, or not yet. */
export const DENIED_FUTURE: Status = { status: 'denied', negated: true, future: true }

/** The status of a word, at a depth of clauses looked through. */
export type StatusOf = (scene: Scene, token: number, depth: number) => Status

/** Clauses looked through, at most. */
export const DEEPEST = 8

/** What a class of governing words says of what they govern; null for words of none. */
export function classStatus(lemma: string): Status | null {
  if (DENYING.has(lemma)) return DENIED
  if (THREATENING.has(lemma)) return as('threatened')
  if (DOUBTING.has(lemma)) return as('hypothetical')
  if (ASKING.has(lemma)) return as('requested')
  if (PLANNING.has(lemma)) return as('planned')
  return null
}
