import type { Slots } from './clause/arguments.ts'
import type { Found } from './find-actor.ts'
import type { Frame } from './frame.ts'

/** An event as a clause tells it, before time, place and statement are added. Token range of its trigger, half-open. */
export interface ToldEvent {
  readonly frame: Pick<Frame, 'type' | 'mode' | 'contexts'>
  readonly trigger: readonly [first: number, end: number]
  readonly actors: readonly Found[]
  readonly recipients: readonly Found[]
  /** Set where the frame itself says so; else the tree does. */
  readonly status: 'happened' | null
  readonly slots: Slots
  /** Index of the phrase that it hangs on. */
  readonly phrase: number
}
