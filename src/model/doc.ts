import type { Span } from './span.ts'

/** Universal POS tags (universaldependencies.org/u/pos) in the order of their codes in `Doc.tokens.upos`. */
export const UPOS: readonly string[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]

/** What an entity span names. `role` is a title or office ("the NATO chief"), `group` a collective ("the four partners"). */
export type EntKind =
  | 'person'
  | 'organisation'
  | 'country'
  | 'bloc'
  | 'nationality'
  | 'place'
  | 'facility'
  | 'role'
  | 'group'
  | 'pronoun'
  | 'time'
  | 'amount'

/** An entity: a span that names, describes or points at something, flat except that a role may hold names. */
export interface Ent {
  readonly span: Span
  readonly kind: EntKind
  /** First and last word of the span, as token indices, half-open. */
  readonly tokens: readonly [first: number, end: number]
}

/**
 * Words (Universal Dependencies words) as parallel arrays, in order of text. A multiword token ("don't") is two words
 * whose spans touch; `multiword` lists such tokens.
 */
export interface Tokens {
  readonly length: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Index into UPOS. */
  readonly upos: Uint8Array
  readonly lemma: readonly string[]
  /** Penn Treebank tag ("VBD"). */
  readonly xpos: readonly string[]
  /** UD features as one string, sorted ("Mood=Ind|Tense=Past"); "_" for none. */
  readonly feats: readonly string[]
  /** Absolute index of the head word, -1 for a root. Every sentence is one tree with one root. */
  readonly head: Int32Array
  /** UD relation to the head, with its subtype ("nsubj:pass"). */
  readonly deprel: readonly string[]
}

/** A range of words, half-open. */
export type WordRange = readonly [first: number, end: number]

/**
 * An attribution relation (source, cue, content; PolNeAR's scheme) as the reader's network sees it, in ranges of words in
 * order of text. The statements stage corrects these by quotation marks and trees.
 */
export interface Attribution {
  readonly cue: readonly WordRange[]
  readonly source: readonly WordRange[]
  readonly content: readonly WordRange[]
  /** Log-odds that there is a cue. */
  readonly score: number
}

/** A span that the network tags as who does (S), who or what undergoes (T), or both in one (R: "the two countries agreed"). */
export type SideLabel = 'S' | 'T' | 'R'

/**
 * What the network's head for events says: log-probabilities of BIOES tags of sides, and the spans of the best path.
 * The events stage chooses among the phrases of the tree with the help of these.
 */
export interface SideScores {
  /** O, B-S, I-S, E-S, S-S, B-T … S-R. */
  readonly tags: readonly string[]
  /** words × tags. */
  readonly scores: Float32Array
  readonly spans: readonly { readonly tokens: WordRange; readonly label: SideLabel }[]
}

/** An article's text with its linguistic layers. Read-only: a stage adds, none edits. */
export interface Doc {
  readonly text: string
  /** Name and version of the engine that made the layers, for instance `theatrum-reader-1`. */
  readonly made: string
  /** Sentence spans in order, not overlapping; what lies between is white space or a heading's break. */
  readonly sentences: readonly Span[]
  /** First token of each sentence, and one more entry: `tokens.length`. */
  readonly firstToken: Int32Array
  readonly tokens: Tokens
  /** [first, end) token ranges of multiword tokens. */
  readonly multiword: readonly (readonly [number, number])[]
  readonly ents: readonly Ent[]
  /** Clusters of spans of one referent inside the article, each with at least two spans. */
  readonly chains: readonly (readonly Span[])[]
  /** Who said what as the network sees it, by cue in order of text. */
  readonly attributions: readonly Attribution[]
  /** Sides of events by the network; null in a Doc that no network made. */
  readonly sides: SideScores | null
  /** Set when the text was longer than the reader reads: where it stopped. */
  readonly readTo: number | null
}
