import type { AmountWords } from './amounts/amount-words.ts'
import type { CapabilityFrames } from './capabilities/capability-frames.ts'
import type { Frames } from './frame.ts'
import type { LearnedEvents } from './learned/load-learned.ts'

/** What the events stage is handed: the tables of `knowledge/events/`, read, and what is learned beside them. */
export interface EventTools {
  readonly frames: Frames
  readonly amounts: AmountWords
  readonly capabilities: CapabilityFrames
  /** Weights for the sides and types of events; without them the frames alone tell. */
  readonly learned?: LearnedEvents
}
