import type { EventTools } from '../events/event-tools.ts'
import type { Article } from '../model/article.ts'
import type { Doc } from '../model/doc.ts'
import type { Encoder } from '../model/encoding.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Page } from '../model/page.ts'
import type { Capability, EventMention, Mention, Predicate, Statement } from '../model/reading.ts'
import type { Outcome } from '../model/rejection.ts'
import type { StoryInput } from '../model/story.ts'

/** What the pure stages are handed: weights and dated facts, already loaded, read-only. */
export interface Tools extends EventTools {
  readonly knowledge: Knowledge
  /** The neural reader of this thread. */
  readonly encoder: Encoder
}

/** Everything that reading one article makes, by name. A stage reads some of it and writes some of it. */
export interface Work {
  readonly page: Page
  readonly article: Article
  readonly story: StoryInput
  readonly doc: Doc
  /** Statements as found, speakers not yet resolved. */
  readonly foundStatements: readonly Statement[]
  /** Events as found, actors and places not yet resolved. */
  readonly foundEvents: readonly EventMention[]
  /** Every predicate, whether or not it is an event of a type. */
  readonly predicates: readonly Predicate[]
  /** Build-ups, orders, deployments as found, actors not yet resolved. */
  readonly foundCapabilities: readonly Capability[]
  /** Mentions of times and amounts. */
  readonly expressions: readonly Mention[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly events: readonly EventMention[]
  readonly capabilities: readonly Capability[]
}

/**
 * An outcome, or a promise of one. Only `parse` gives a promise: the encoder's `run()` hands its result through one, and
 * it cannot be run for all windows beforehand, because where a window begins depends on the sentence ends that the
 * window before it found. Every other stage stays synchronous, so that nothing but the encoder is ever waited for.
 */
export type Soon<T> = T | Promise<T>

/** One step of reading: a pure function from parts of the work to further parts, or a rejection. */
export interface Stage<Reads extends keyof Work, Writes extends keyof Work> {
  readonly name: 'extract' | 'screen' | 'parse' | 'statements' | 'events' | 'resolve'
  /** Raised when the output for some input can change: older readings are then found and redone. */
  readonly version: number
  readonly reads: readonly Reads[]
  readonly writes: readonly Writes[]
  readonly run: (work: Pick<Work, Reads>, tools: Tools) => Soon<Outcome<Pick<Work, Writes>>>
}

/** Any stage, for lists of stages. */
export interface AnyStage {
  readonly name: Stage<never, never>['name']
  readonly version: number
  readonly reads: readonly (keyof Work)[]
  readonly writes: readonly (keyof Work)[]
  readonly run: (work: Work, tools: Tools) => Soon<Outcome<Partial<Work>>>
}

/** Checks a stage's function against what it says it reads and writes, at compile time. */
export function stage<Reads extends keyof Work, Writes extends keyof Work>(definition: Stage<Reads, Writes>): AnyStage {
  return definition
}
