import { CLITICS, PREFIXES, TITLES, UNENDING, UNITS } from '../abbreviations.ts'
import type { Atoms } from './atoms.ts'
import { lowerHash, mix } from './hash.ts'

/** How many features each place between two atoms has. */
export const FEATURES = 38

/** Bits of a feature's number: features share 2^FEATURE_BITS weights, whose collisions training sees as they are. */
export const FEATURE_BITS = 16

/** What stands around a run of characters without white space. */
export interface Surroundings {
  /** 0 where the run goes on, 1 white space, 2 a paragraph's or the text's edge. */
  gapBefore: number
  gapAfter: number
  /** Hash and kind of the last atom before; 0 at the text's edge. */
  before: number
  kindBefore: number
  /** Hash of the word after, of its last three letters, and class of its first character; 0 at the text's edge. */
  after: number
  endingAfter: number
  classAfter: number
  /** 1 where a single quotation mark was opened before the run and none closed since, else 0. */
  quoted: number
}

/** A run being cut: what all its places share, and what was decided so far. */
export interface Run {
  readonly atoms: Atoms
  readonly around: Surroundings
  readonly hash: number
  readonly shape: number
  /** Last decision: 0 joined, 1 cut, 2 cut in one token; 3 at the run's start. */
  last: number
  /** Hash of the word that is open. */
  word: number
  /** Properties of the atoms: bits of the lists they are in. */
  readonly lists: Int32Array
}

const EDGE = 0x51ed270b

// Atoms that are on a list of abbreviations or prefixes, by the hash of their letters as written.
const LISTS = new Map<number, number>()
for (const [words, bit] of [
  [TITLES, 1],
  [UNENDING, 2],
  [PREFIXES, 4],
  [CLITICS, 8],
  [UNITS, 16],
] as const)
  for (const word of words) {
    const hash = lowerHash(word, 0, word.length)
    LISTS.set(hash, (LISTS.get(hash) ?? 0) | bit)
  }

/**
 * Bits of the lists that each atom is on, into `lists`: 1 titles, 2 other abbreviations, 4 prefixes, 8 what follows an
 * apostrophe, 16 units, 32 no vowel. */
export function readLists(atoms: Atoms, lists: Int32Array): void {
  for (let i = 0; i < atoms.count; i++) lists[i] = LISTS.get(atoms.hash[i]!) ?? 0
}

/** Begins a run: its hashes, nothing decided. `lists` is a buffer that the run keeps. */
export function startRun(atoms: Atoms, around: Surroundings, lists: Int32Array): Run {
  let hash = 1
  let shape = 1
  for (let i = 0; i < atoms.count; i++) {
    hash = mix(hash, atoms.hash[i]!)
    shape = mix(shape, shapeInRun(atoms, i))
  }
  readLists(atoms, lists)
  return { atoms, around, hash, shape, last: 3, word: mix(7, atoms.hash[0]!), lists }
}

/** Letters by case alone, digits by how many, signs as they are. */
function shapeInRun(atoms: Atoms, i: number): number {
  const kind = atoms.kind[i]!
  return kind >= 16 ? kind : kind === 5 ? atoms.shape[i]! : mix(kind, atoms.hash[i]!)
}

/** The numbers of the features of the place before atom `i` (from 1), into `out`. */
export function cutFeatures(run: Run, i: number, out: Int32Array): void {
  const { atoms, around, lists } = run
  const { hash, kind, shape, count } = atoms
  const a = hash[i - 1]!
  const b = hash[i]!
  const ka = shapeInRun(atoms, i - 1)
  const kb = shapeInRun(atoms, i)
  const a2 = i > 1 ? hash[i - 2]! : EDGE
  const ka2 = i > 1 ? shapeInRun(atoms, i - 2) : EDGE + around.gapBefore
  const b2 = i + 1 < count ? hash[i + 1]! : EDGE
  const kb2 = i + 1 < count ? shapeInRun(atoms, i + 1) : EDGE + around.gapAfter
  const b3 = i + 2 < count ? hash[i + 2]! : EDGE
  const ab = mix(a, b)
  const kab = mix(kind[i - 1]!, kind[i]!)
  const kkab = mix(ka, kb)
  const ending = i + 1 === count ? around.gapAfter * 16 + around.classAfter : 99
  let n = 0
  const add = (x: number, y: number): void => {
    out[n] = mix(mix(x, n + 1), y) >>> (32 - FEATURE_BITS)
    n++
  }
  add(0, 0)
  add(a, 0)
  add(b, 0)
  add(a, b)
  add(shape[i - 1]!, shape[i]!)
  add(kkab, 0)
  add(mix(ka2, ka), kb)
  add(mix(ka, kb), kb2)
  add(mix(ka2, ka), mix(kb, kb2))
  add(mix(a2, a), kb)
  add(mix(a2, a), b)
  add(mix(ka, b), b2)
  add(mix(a, b), b2)
  add(mix(ka2, a), b)
  add(run.shape, i)
  add(run.hash, i)
  add(kkab, run.last)
  add(mix(ka2, run.last), kkab)
  add(mix(a2, run.last), ab)
  add(run.word, b)
  add(ab, ending)
  add(mix(shape[i - 1]!, b), ending)
  add(ab, around.after)
  add(ab, around.before)
  add(ab, around.endingAfter)
  add(mix(lists[i - 1]!, kkab), ending)
  add(mix(i > 1 ? lists[i - 2]! : 0, kab), mix(a, run.last))
  add(mix(i, count), kkab)
  add(ab, mix(around.gapBefore, i))
  add(mix(ab, i), around.kindBefore)
  add(mix(b, b2), mix(b3, ka))
  add(lists[i - 1]!, b)
  add(mix(lists[i - 1]!, b), ending)
  add(mix(ka, b), mix(i + 1 < count ? lists[i + 1]! : 64, b3 === EDGE ? 1 : 0))
  add(mix(ka, lists[i]!), kb)
  add(mix(kab, lists[i]!), mix(ka2, kb2))
  add(mix(atoms.final[i - 1]!, b), mix(ending, around.quoted))
  add(mix(ab, around.quoted), ending)
}

/** Notes what was decided for the place before atom `i`. */
export function noteCut(run: Run, i: number, decision: number): void {
  run.last = decision
  run.word = mix(decision === 0 ? run.word : 7, run.atoms.hash[i]!)
}
