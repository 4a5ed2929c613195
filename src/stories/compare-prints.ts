import type { Span } from '../model/span.ts'
import type { Fingerprints } from '../model/story.ts'

/** Fingerprints made ready for comparing: sets as ascending arrays. */
export interface ReadyPrints {
  readonly prints: Fingerprints
  /** All distinct winnowing hashes, ascending. */
  readonly all: Uint32Array
  /** Those that stand outside quotation marks somewhere in the text, ascending. */
  readonly told: Uint32Array
  readonly minhash: Uint32Array
}

/** What two texts have in common. Shares are of the one text's distinct fingerprints, 0 to 1. */
export interface Likeness {
  readonly shared: number
  readonly shareOfA: number
  readonly shareOfB: number
  /** The same, counting only what stands outside quotation marks in both. */
  readonly told: number
  readonly toldShareOfA: number
  readonly toldShareOfB: number
  /** Estimated Jaccard similarity of the 3-word shingles outside quotation marks, standard error below .045. */
  readonly jaccard: number
}

/** Prepares fingerprints for `comparePrints`; n log n in their number. */
export function readyPrints(prints: Fingerprints): ReadyPrints {
  const told = prints.winnow.filter(print => print.quoted !== true)
  return {
    prints,
    all: distinct(prints.winnow.map(print => print.hash)),
    told: distinct(told.map(print => print.hash)),
    minhash: Uint32Array.from(prints.minhash),
  }
}

/** Compares two texts by their fingerprints; linear in their number. */
export function comparePrints(a: ReadyPrints, b: ReadyPrints): Likeness {
  const shared = common(a.all, b.all)
  const told = shared === 0 ? 0 : common(a.told, b.told)
  return {
    shared,
    shareOfA: share(shared, a.all.length),
    shareOfB: share(shared, b.all.length),
    told,
    toldShareOfA: share(told, a.told.length),
    toldShareOfB: share(told, b.told.length),
    jaccard: agreement(a.minhash, b.minhash),
  }
}

/** Passages of `a` that stand in `b` as well, in order; neighbouring ones are joined. */
export function sharedPassages(a: ReadyPrints, b: ReadyPrints): Span[] {
  const there = new Set(b.all)
  const passages: [number, number][] = []
  for (const { hash, span } of a.prints.winnow) {
    if (!there.has(hash)) continue
    const last = passages.at(-1)
    // Fingerprints of one run lie at most a window apart; a gap of a few characters is the space between two words.
    if (last !== undefined && span[0] <= last[1] + JOIN) last[1] = Math.max(last[1], span[1])
    else passages.push([span[0], span[1]])
  }
  return passages
}

const JOIN = 2

function distinct(hashes: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(hashes)).sort()
}

function common(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) count++
    if (x <= y) i++
    if (y <= x) j++
  }
  return count
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function agreement(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let same = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++
  return same / a.length
}
