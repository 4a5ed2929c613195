import type { Span } from './span.ts'

/** What `stories` needs to know of an article: small enough to keep for every article of the store. */
export interface StoryInput {
  readonly articleId: string
  readonly outletId: string | null
  /** Display name of the outlet; the id stands in for it when absent. */
  readonly outletName?: string | null
  readonly title: string | null
  /** ISO 8601; null when the date is unknown. */
  readonly published: string | null
  /** Sparse term weights of body and headline, by 32-bit hash of the term, ascending. */
  readonly terms: TermVector
  /** Fingerprints for finding copies. */
  readonly prints: Fingerprints
  /** Outlets and agencies that the article names as where it has its reporting from, the nearest to the speaker first. */
  readonly relays: readonly string[]
}

/** Term counts: `hash[i]` occurs `count[i]` times; hashes ascend. */
export interface TermVector {
  readonly hash: readonly number[]
  readonly count: readonly number[]
}

/** Winnowing fingerprints (Schleimer et al. 2003; 5 words, window 6) and a MinHash signature over 3-word shingles. */
export interface Fingerprints {
  /** Hashes with the span of words that each stands for, in order of text. */
  readonly winnow: readonly {
    readonly hash: number
    readonly span: Span
    /** Set when it lies inside quotation marks: what two reporters heard alike shows no copying. */
    readonly quoted?: true
  }[]
  readonly minhash: readonly number[]
}

/** How an article hangs on another in its story. */
export type ReuseKind = 'copy' | 'rewrite' | 'relay'

/** `article` reuses `of`; `share` is the part of the article's fingerprints found there, 0 to 1 (null for relays). */
export interface Reuse {
  readonly article: string
  readonly of: string
  readonly kind: ReuseKind
  readonly share: number | null
  /** Passages in `article` that show it. */
  readonly passages: readonly Span[]
}

/** An independent root of reporting: the article or outlet it starts from and those that hang on it. */
export interface Origin {
  readonly id: string
  /** Display: the outlet where the reporting began, as far as the texts show. */
  readonly name: string
  readonly articles: readonly string[]
}

/** Articles about one train of events. */
export interface Story {
  readonly id: string
  readonly articles: readonly string[]
  readonly origins: readonly Origin[]
  readonly reuse: readonly Reuse[]
}
