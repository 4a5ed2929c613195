/** A name as the reader found it: words [first, end) of a Doc. */
export interface NameSpan {
  readonly first: number
  readonly end: number
  readonly type: 'PER' | 'ORG' | 'LOC'
  /** Log-odds: how much the best path with this name outscores the best in which its words are no name's. */
  readonly score: number
}
