/** Stages in which an input can be turned away. */
export type RejectingStage = 'collect' | 'extract' | 'screen' | 'parse' | 'statements' | 'events' | 'resolve' | 'worker'

/** Why an input is not in the picture: a value that is stored and shown, never an exception. */
export interface Rejection {
  readonly stage: RejectingStage
  /** Stable kebab-case word, for instance `no-article`, `too-large`, `not-text`, `timed-out`, `language`. */
  readonly reason: string
  /** One sentence for a person: what was expected, what came. */
  readonly detail: string
}

/** The outcome of a stage that can turn its input away. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection }

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function reject<T>(stage: RejectingStage, reason: string, detail: string): Outcome<T> {
  return { ok: false, rejection: { stage, reason, detail } }
}
