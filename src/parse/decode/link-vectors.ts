/** What the reader says of the words of a Doc that may be heads of mentions, in order of text; row-major. */
export interface LinkVectors {
  /** Absolute index of each such word, ascending. */
  readonly words: Int32Array
  /** Log-odds of each that it is the head of a mention that has co-referents. */
  readonly mention: Float32Array
  /** words × width: each as one that refers back. */
  readonly late: Float32Array
  /** words × width: each as one that is referred to. */
  readonly early: Float32Array
  readonly width: number
}
