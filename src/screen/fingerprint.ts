import type { Fingerprints } from '../model/story.ts'
import { hash32 } from '../text/hash.ts'
import { quotationsOf } from './quotations.ts'
import { wordsOf } from './words.ts'

// 5 words and a window of 6 find every shared run of 10 words or more; of six kinds of copy they missed none but the
// heavily re-worded, which MinHash over 3 words finds (docs/guide/stories.md has the measurements).
const RUN = 5
const WINDOW = 6
const SHINGLE = 3
const SIGNATURE = 128
/** Shingles outside quotation marks below which the signature takes all: a transcript is compared as a whole. */
const LEAST_TOLD = 40

/** Odd multipliers and offsets of the 128 hash functions: xorshift32 from a fixed seed, the same on every machine. */
const MULTIPLIERS = new Int32Array(SIGNATURE)
const OFFSETS = new Int32Array(SIGNATURE)
let seed = 0x9e3779b9
for (let i = 0; i < SIGNATURE * 2; i++) {
  seed ^= seed << 13
  seed ^= seed >>> 17
  seed ^= seed << 5
  if (i < SIGNATURE) MULTIPLIERS[i] = seed | 1
  else OFFSETS[i - SIGNATURE] = seed
}

/**
 * What a text is compared by when copies are looked for: winnowing fingerprints (Schleimer, Wilkerson, Aiken, SIGMOD
 * 2003; runs of 5 words, window of 6), each with the span of its words, and a MinHash signature of 128 minima over
 * shingles of 3 words (Broder 1997). Fingerprints inside quotation marks are marked, and the signature leaves quotations
 * out (unless little else is there): a speech that two reporters quote makes neither a copy. A text of fewer than 3 words
 * has neither. Linear in the text; the hashes do not depend on the machine.
 */
export function fingerprint(text: string): Fingerprints {
  const { forms, starts, ends } = wordsOf(text)
  const words = Int32Array.from(forms, form => hash32(form))
  const quoted = quotedWords(text, starts)
  const winnowed = winnow(runHashes(words, RUN)).map(({ at, hash }) => {
    const span = [starts[at]!, ends[at + RUN - 1]!] as const
    return quoted[at] === 1 && quoted[at + RUN - 1] === 1 ? { hash, span, quoted: true as const } : { hash, span }
  })
  const shingles = runHashes(words, SHINGLE)
  const told = shingles.filter((_, at) => quoted[at] === 0)
  return { winnow: winnowed, minhash: signature(told.length >= LEAST_TOLD ? told : shingles) }
}

/** 1 for each word that stands inside quotation marks. */
function quotedWords(text: string, starts: readonly number[]): Uint8Array {
  const quoted = new Uint8Array(starts.length)
  let at = 0
  for (const [start, end] of quotationsOf(text)) {
    while (at < starts.length && starts[at]! < start) at++
    for (; at < starts.length && starts[at]! < end; at++) quoted[at] = 1
  }
  return quoted
}

/** Hash of every run of `length` words; order within the run matters. */
function runHashes(words: Int32Array, length: number): Uint32Array {
  const runs = new Uint32Array(Math.max(0, words.length - length + 1))
  for (let i = 0; i < runs.length; i++) {
    let hash = 0x811c9dc5
    for (let j = 0; j < length; j++) hash = mix(Math.imul(hash, 31) ^ words[i + j]!)
    runs[i] = hash >>> 0
  }
  return runs
}

/** The least hash of each window, the rightmost of equals; every hash once for the window positions it serves. */
function winnow(runs: Uint32Array): { at: number; hash: number }[] {
  const picked: { at: number; hash: number }[] = []
  const width = Math.min(WINDOW, runs.length)
  if (width === 0) return picked
  let last = -1
  for (let left = 0; left + width <= runs.length; left++) {
    let least = left
    for (let i = left + 1; i < left + width; i++) if (runs[i]! <= runs[least]!) least = i
    if (least !== last) picked.push({ at: least, hash: runs[least]! })
    last = least
  }
  return picked
}

function signature(shingles: Uint32Array): number[] {
  if (shingles.length === 0) return []
  const minima = new Uint32Array(SIGNATURE).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let i = 0; i < SIGNATURE; i++) {
      const value = Math.imul(shingle ^ OFFSETS[i]!, MULTIPLIERS[i]!)
      const hash = (value ^ (value >>> 15)) >>> 0
      if (hash < minima[i]!) minima[i] = hash
    }
  }
  return Array.from(minima)
}

/** Finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
