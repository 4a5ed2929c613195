/** Words of a text before anything is known about them, as parallel arrays in order of text. */
export interface WordSpans {
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
}

/** Labels of the encoder's heads; an index in a WindowScores points here. */
export interface ReaderLabels {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** UD features as one string, "Mood=Ind|Tense=Past", "_" for none. */
  readonly feats: readonly string[]
  /** How to make a lemma from a form: see `parse/decode/lemma-script.ts`. */
  readonly script: readonly string[]
  /** UD relations with their subtypes ("nsubj:pass"). */
  readonly deprel: readonly string[]
  /** BIOES tags: O, B-PER, I-PER, E-PER, S-PER, B-ORG … S-LOC. */
  readonly name: readonly string[]
  /** What a word is to a cue: O, cue, B-source, I-source, B-content, I-content. */
  readonly role: readonly string[]
  /** BIOES tags of an event's sides: O, B-S … S-R (S does, T undergoes, R both). */
  readonly part: readonly string[]
}

/** The small weights that decoding applies outside the network, row-major. */
export interface DecoderWeights {
  /** relations × `pairWidth` and relations: scores of relations from ReLU(relDep[word] + relHead[head]). */
  readonly relation: Float32Array
  readonly relationBias: Float32Array
  readonly pairWidth: number
  /** classes × classes × distance buckets: what a pair of referring words adds to its link (later, earlier, bucket). */
  readonly pairs: Float32Array
  /** classes × 3: what it adds that the pair shares nothing, a name word, the same word. */
  readonly same: Float32Array
  /** 20 × role width: what the signed distance from a cue adds (10: the cue itself; then 1, 2, 3–4, 5–8 … words on each side). */
  readonly place: Float32Array
  /**
   * roles × role width and roles: scores of roles from ReLU(roleWord[word] + roleAnchor[cue] + place[distance]). What the
   * vectors have beyond the role width is matched: a product over its first half adds to a source's, over its second to a content's.
   */
  readonly role: Float32Array
  readonly roleBias: Float32Array
}

/**
 * What the encoder's heads say of the words [first, first + size) of a text, read as one window. Row-major.
 * Plain numbers: the same words in the same window give the same bytes, whatever was read before.
 */
export interface WindowScores {
  readonly first: number
  readonly size: number
  /** Best label of each word, as an index into ReaderLabels. */
  readonly upos: Int32Array
  readonly xpos: Int32Array
  readonly feats: Int32Array
  readonly script: Int32Array
  /** Log-odds that a sentence begins with the word. */
  readonly begins: Float32Array
  /** size × name tags. */
  readonly name: Float32Array
  /** size × (1 + size): score of each head for each word; column 0 is the root, column 1 + j the window's word j. */
  readonly arcs: Float32Array
  /** size × pairWidth. */
  readonly relDep: Float32Array
  /** (1 + size) × pairWidth; row 0 is the root. */
  readonly relHead: Float32Array
  /** Log-odds that the word is the head of a mention that has co-referents. */
  readonly mention: Float32Array
  /** size × linkWidth: the word as one that refers back. */
  readonly late: Float32Array
  /** size × linkWidth: the word as one that is referred to. The score of a link is late · early / √linkWidth + … */
  readonly early: Float32Array
  readonly linkWidth: number
  /** Log-odds that an attribution cue begins with the word. */
  readonly anchor: Float32Array
  /** size × (role width and what is matched): the word as one that has a role in a relation. */
  readonly roleWord: Float32Array
  /** The same of the word as the first of a cue. */
  readonly roleAnchor: Float32Array
  /** size × part tags: the word as part of a side of an event. */
  readonly part: Float32Array
}

/** The neural reader, loaded. One a worker thread: `read` computes on the calling thread. */
export interface Encoder {
  /** Name and version of the weights, for instance `theatrum-reader-1`. */
  readonly made: string
  readonly labels: ReaderLabels
  readonly weights: DecoderWeights
  /**
   * The word after the last that fits into a window beginning with word `first`; at least `first + 1`. `wide`: for a
   * sentence that the usual window does not hold, as far as the network can see at all.
   */
  readonly reach: (text: string, words: WordSpans, first: number, wide: boolean) => number
  /** Reads the words [first, end) as one window. */
  readonly read: (text: string, words: WordSpans, first: number, end: number) => Promise<WindowScores>
}
