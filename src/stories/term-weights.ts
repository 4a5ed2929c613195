import type { TermVector } from '../model/story.ts'
import { hashOfTerm } from '../text/term.ts'
import { COMMON_WORDS } from './common-words.ts'

// A collection of two articles must tell "minister" from "Yokosuka" as well as one of ten thousand: common words begin with
// the counts of a background of documents, at half weight. Chosen with the numbers below on ecb-dev and basil-dev.
const BACKGROUND_WEIGHT = 0.5
/** Terms of each kind (words, pairs of words) by which an article is compared. */
const TERMS = 40
/** Terms of each kind that are kept, of which the best 40 are chosen anew when the collection has grown. */
const KEPT = 64
/** Part of the similarity that pairs of words decide. */
const PAIR_SHARE = 0.4

/** Term weights of one article: unit length, so that the dot product of two is their similarity, 0 to 1. */
export interface WeightedTerms {
  /** Ascending. */
  readonly hash: Float64Array
  readonly weight: Float64Array
}

/** Document counts of terms, running; begins with the background. */
export class TermCounts {
  readonly #counts: Map<number, number>
  #documents: number

  constructor() {
    this.#counts = new Map(backgroundCounts())
    this.#documents = COMMON_WORDS.documents * BACKGROUND_WEIGHT
  }

  /** Documents counted, the background included at its weight. */
  get documents(): number {
    return this.#documents
  }

  add(terms: TermVector): void {
    this.#documents++
    for (const hash of terms.hash) this.#counts.set(hash, (this.#counts.get(hash) ?? 0) + 1)
  }

  /** Inverse document frequency as of now. */
  idf(hash: number): number {
    return Math.max(0, Math.log((this.#documents + 1) / ((this.#counts.get(hash) ?? 0) + 0.5)))
  }

  /** The terms worth keeping of an article: at most 64 of each kind. */
  keep(terms: TermVector): TermVector {
    const kept = [...this.#best(terms, 0, KEPT), ...this.#best(terms, 1, KEPT)].sort((a, b) => a.hash - b.hash)
    return { hash: kept.map(term => term.hash), count: kept.map(term => term.count) }
  }

  /** Weights as of now. */
  weigh(terms: TermVector): WeightedTerms {
    const words = scaled(this.#best(terms, 0, TERMS), 1 - PAIR_SHARE)
    const pairs = scaled(this.#best(terms, 1, TERMS), PAIR_SHARE)
    const all = [...words, ...pairs].sort((a, b) => a.hash - b.hash)
    return {
      hash: Float64Array.from(all, term => term.hash),
      weight: Float64Array.from(all, term => term.weight),
    }
  }

  #best(terms: TermVector, kind: 0 | 1, limit: number): Term[] {
    const all: Term[] = []
    for (let i = 0; i < terms.hash.length; i++) {
      const hash = terms.hash[i]!
      if (hash % 2 !== kind) continue
      const count = terms.count[i]!
      const weight = (1 + Math.log(Math.max(1, count))) * this.idf(hash)
      if (weight > 0) all.push({ hash, count, weight })
    }
    return all.sort((a, b) => b.weight - a.weight || a.hash - b.hash).slice(0, limit)
  }
}

interface Term {
  readonly hash: number
  readonly count: number
  readonly weight: number
}

function scaled(terms: readonly Term[], share: number): { hash: number; weight: number }[] {
  const length = Math.hypot(...terms.map(term => term.weight))
  return terms.map(({ hash, weight }) => ({ hash, weight: (weight / length) * Math.sqrt(share) }))
}

/** Similarity of two articles, 0 to 1; linear in their terms. */
export function similarity(a: WeightedTerms, b: WeightedTerms): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.hash.length && j < b.hash.length; ) {
    const x = a.hash[i]!
    const y = b.hash[j]!
    if (x === y) sum += a.weight[i]! * b.weight[j]!
    if (x <= y) i++
    if (y <= x) j++
  }
  return sum
}

let background: readonly (readonly [number, number])[] | null = null

function backgroundCounts(): readonly (readonly [number, number])[] {
  background ??= parseCounts(COMMON_WORDS.counts)
  return background
}

function parseCounts(counts: string): [number, number][] {
  const parsed: [number, number][] = []
  let count = 0
  for (const item of counts.split(/\s+/)) {
    if (/^\d/.test(item)) count = Number(item) * BACKGROUND_WEIGHT
    else parsed.push([hashOfTerm(item), count])
  }
  return parsed
}
