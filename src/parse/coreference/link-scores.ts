import { type Doc, UPOS } from '../../model/doc.ts'
import type { DecoderWeights } from '../../model/encoding.ts'
import type { LinkVectors } from '../decode/link-vectors.ts'
import { DISTANCE_BUCKETS, distanceBucket, WORD_CLASSES, wordClass } from './word-class.ts'

/** The reader's tables that links need. */
export type LinkWeights = Pick<DecoderWeights, 'pairs' | 'same'>

/** Candidates that one looks back over, as in training (train/heads/coreference.py, FAR). */
export const LOOK_BACK = 250

const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')

/**
 * Scores of links between candidates, a subset of the words that may head mentions, in order of text: how likely each
 * refers to the same as an earlier one, by the reader's vectors and its tables over classes, distance and shared words.
 * Choosing no antecedent scores 0 (Lee et al. 2017; between head words: Dobrovolskii 2021).
 */
export class LinkScores {
  /** Absolute word of each candidate, ascending. */
  readonly words: Int32Array
  readonly mention: Float32Array
  readonly #width: number
  readonly #late: Float32Array
  readonly #early: Float32Array
  readonly #class: Uint8Array
  /** Ids of the name words of each candidate, the head word's first; none for what is no noun or name. */
  readonly #names: readonly (readonly number[])[]
  readonly #pairs: Float32Array
  readonly #same: Float32Array

  /** `rows`: which words of `links` are candidates, ascending. */
  constructor(doc: Doc, links: LinkVectors, weights: LinkWeights, rows: readonly number[]) {
    const { width } = links
    this.#width = width
    this.words = Int32Array.from(rows, row => links.words[row]!)
    this.mention = Float32Array.from(rows, row => links.mention[row]!)
    this.#late = new Float32Array(rows.length * width)
    this.#early = new Float32Array(rows.length * width)
    const scale = 1 / Math.sqrt(width)
    rows.forEach((row, i) => {
      for (let k = 0; k < width; k++) this.#late[i * width + k] = links.late[row * width + k]! * scale
      this.#early.set(links.early.subarray(row * width, (row + 1) * width), i * width)
    })
    this.#class = Uint8Array.from(this.words, word => wordClass(formOf(doc, word), doc.tokens.upos[word]!))
    this.#names = nameWords(doc, this.words)
    this.#pairs = weights.pairs
    this.#same = weights.same
  }

  /** Writes the scores of candidate `i` with those before it into `out`, from the first within reach, which is returned. */
  fill(i: number, out: Float32Array): number {
    const from = Math.max(0, i - LOOK_BACK)
    const word = this.words[i]!
    const row = this.#class[i]! * WORD_CLASSES
    const names = this.#names[i]!
    const late = this.#late.subarray(i * this.#width, (i + 1) * this.#width)
    const own = this.mention[i]!
    for (let j = from; j < i; j++) {
      const bucket = distanceBucket(word - this.words[j]!)
      const same = names.length === 0 ? 0 : shared(names, this.#names[j]!)
      out[j - from] =
        dot(late, this.#early, j * this.#width) +
        own +
        this.mention[j]! +
        this.#pairs[(row + this.#class[j]!) * DISTANCE_BUCKETS + bucket]! +
        this.#same[this.#class[i]! * 3 + same]!
    }
    return from
  }
}

function dot(a: Float32Array, b: Float32Array, at: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let k = 0; k < a.length; k += 4) {
    s0 += a[k]! * b[at + k]!
    s1 += a[k + 1]! * b[at + k + 1]!
    s2 += a[k + 2]! * b[at + k + 2]!
    s3 += a[k + 3]! * b[at + k + 3]!
  }
  return s0 + s1 + (s2 + s3)
}

/** 2 for the same word, 1 for a name word in common, 0 for nothing. */
function shared(a: readonly number[], b: readonly number[]): number {
  if (b.length === 0) return 0
  if (a[0] === b[0]) return 2
  return a.some(id => b.includes(id)) ? 1 : 0
}

function formOf(doc: Doc, word: number): string {
  return doc.text.slice(doc.tokens.start[word], doc.tokens.end[word]).toLowerCase()
}

/** As in train/examples.py: the word itself, for a proper noun also the proper nouns joined to it as one name. */
function nameWords(doc: Doc, words: Int32Array): readonly (readonly number[])[] {
  const { tokens } = doc
  const ids = new Map<string, number>()
  const idOf = (word: number): number => {
    const form = formOf(doc, word)
    const known = ids.get(form) ?? ids.size
    ids.set(form, known)
    return known
  }
  const place = new Map<number, number>()
  const out: number[][] = []
  words.forEach((word, i) => {
    place.set(word, i)
    const tag = tokens.upos[word]
    out.push(tag === NOUN || tag === PROPN ? [idOf(word)] : [])
  })
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.upos[i] !== PROPN || !/^(?:flat|compound|flat:name)$/.test(tokens.deprel[i]!)) continue
    const head = place.get(tokens.head[i]!)
    if (head !== undefined && tokens.upos[tokens.head[i]!] === PROPN) out[head]!.push(idOf(i))
  }
  return out
}
