import type { AmountWords } from './amounts/amount-words.ts'
import type { CapabilityFrames } from './capabilities/capability-frames.ts'
import type { Frames } from './frame.ts'

/** The tables of `knowledge/events/`, read: what the events stage is handed. */
export interface EventTools {
  readonly frames: Frames
  readonly amounts: AmountWords
  readonly capabilities: CapabilityFrames
}
