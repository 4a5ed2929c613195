import { CASELESS, classAt, DIGIT, EXTENDER, LOWER, OPENING, PICTOGRAPH, SPACE, UPPER, unitsAt } from './char-class.ts'
import { GLUED } from './glued-forms.ts'
import { lowerHash } from './hash.ts'
import { nothingSeen, wholeAt } from './wholes.ts'

/** Atoms that one call reads at most. A run of more atoms without white space is read in pieces of this many. */
export const MAX_ATOMS = 256

/**
 * The smallest pieces that a run of characters without white space may be cut into: letters, digits, an address, a run
 * of one sign ("..."), or one sign. Buffers that are filled anew for every run; the first `count` entries count.
 */
export interface Atoms {
  count: number
  /** Offsets in the text, in UTF-16 units. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Hash of the atom's characters, lower-cased, with quotation marks made alike. */
  readonly hash: Int32Array
  /** What kind of atom: letters by their case, digits, one sign; without and with its length. */
  readonly kind: Int32Array
  readonly shape: Int32Array
  /** Last UTF-16 unit. */
  readonly final: Int32Array
}

/** Buffers for the atoms of one run. */
export function atomBuffers(): Atoms {
  const room = (): Int32Array => new Int32Array(MAX_ATOMS)
  return { count: 0, start: room(), end: room(), hash: room(), kind: room(), shape: room(), final: room() }
}

const seen = nothingSeen()

/**
 * Reads the atoms of the run that begins at `from`, up to white space, `limit` or MAX_ATOMS atoms, into `atoms`.
 * Returns the offset after the last.
 */
export function readAtoms(text: string, from: number, limit: number, atoms: Atoms): number {
  atoms.count = 0
  let at = from
  seen.stop = -1
  while (at < limit && atoms.count < MAX_ATOMS - 3) {
    const first = classAt(text, at)
    if (first === SPACE) break
    const whole = wholeAt(text, at, limit, first, seen)
    if (whole !== undefined) {
      push(atoms, text, at, whole.end, whole.kind, 0)
      at = whole.end
    } else if (isLetter(first)) at = letters(text, at, limit, atoms)
    else at = first === DIGIT ? digits(text, at, limit, atoms) : signs(text, at, limit, first, atoms)
  }
  return at
}

function isLetter(class_: number): boolean {
  return class_ === LOWER || class_ === UPPER || class_ === CASELESS
}

function push(atoms: Atoms, text: string, start: number, end: number, kind: number, length: number): void {
  const i = atoms.count++
  atoms.start[i] = start
  atoms.end[i] = end
  atoms.hash[i] = lowerHash(text, start, end)
  atoms.kind[i] = kind
  atoms.shape[i] = kind * 32 + length
  atoms.final[i] = text.charCodeAt(end - 1)
}

function digits(text: string, at: number, limit: number, atoms: Atoms): number {
  let end = at + unitsAt(text, at)
  while (end < limit) {
    const next = classAt(text, end)
    if (next !== DIGIT && next !== EXTENDER) break
    end += unitsAt(text, end)
  }
  push(atoms, text, at, Math.min(end, limit), DIGIT, Math.min(end - at, 8))
  return Math.min(end, limit)
}

// Kinds of letter atoms, beside the classes: what is capital.
const SMALL = 16
const CAPITAL = 17
const CAPITALISED = 18
const CAPITALS = 19
const MIXED = 20
const OTHER = 21

function letters(text: string, at: number, limit: number, atoms: Atoms): number {
  let end = at
  let upper = 0
  let lower = 0
  let last = 0
  while (end < limit) {
    const next = classAt(text, end)
    if (next === UPPER) {
      upper++
      last = end
    } else if (next === LOWER) lower++
    else if (next !== CASELESS && next !== EXTENDER) break
    end += unitsAt(text, end)
  }
  end = Math.min(end, limit)
  const place = gluedAt(text, at, end, limit)
  if (place > 0) {
    const kind = lower > 0 ? SMALL : CAPITALS
    push(atoms, text, at, at + place, kind, place)
    push(atoms, text, at + place, end, kind, end - at - place)
    return end
  }
  push(atoms, text, at, end, letterKind(at, upper, lower, last), lengthClass(end - at))
  return end
}

function letterKind(at: number, upper: number, lower: number, lastUpper: number): number {
  if (upper === 0) return lower > 0 ? SMALL : OTHER
  if (lower === 0) return upper === 1 ? CAPITAL : CAPITALS
  return upper === 1 && lastUpper === at ? CAPITALISED : MIXED
}

function lengthClass(length: number): number {
  return length < 5 ? length : length < 8 ? 5 : 6
}

const gluedHashes = new Map<number, number>()
const mayBeGlued = new Uint8Array(1024)
for (const [form, place] of GLUED) {
  const hash = lowerHash(form, 0, form.length)
  gluedHashes.set(hash, place)
  mayBeGlued[hash & 1023] = 1
}
const LONGEST_GLUED = Math.max(...[...GLUED.keys()].map(form => form.length))

/** Where the letters from `at` to `end` may be cut in two: "do|n't", "can|not"; 0 where they may not. */
function gluedAt(text: string, at: number, end: number, limit: number): number {
  const length = end - at
  if (length > 1 && end + 1 < limit && isNegation(text, end, limit)) return length - 1
  if (length < 2 || length > LONGEST_GLUED) return 0
  const hash = lowerHash(text, at, end)
  if (mayBeGlued[hash & 1023] === 0) return 0
  const place = gluedHashes.get(hash)
  return place !== undefined && GLUED.get(text.slice(at, end).toLowerCase()) === place ? place : 0
}

/** Whether an apostrophe and the "t" of "n't" stand at `end`, after an "n". */
function isNegation(text: string, end: number, limit: number): boolean {
  const mark = text.charCodeAt(end)
  if (mark !== 0x27 && mark !== 0x2019 && mark !== 0x60 && mark !== 0xb4) return false
  return (
    (text.charCodeAt(end - 1) | 32) === 0x6e &&
    (text.charCodeAt(end + 1) | 32) === 0x74 &&
    (end + 2 >= limit || !isLetter(classAt(text, end + 2)))
  )
}

/** Signs that may be doubled without being one: brackets and quotation marks are atoms each. */
const SINGLE = new Set([...'()[]{}<>"\'`´‘’‚“”„«»#@&$%'].map(sign => sign.charCodeAt(0)))

function signs(text: string, at: number, limit: number, first: number, atoms: Atoms): number {
  const unit = text.charCodeAt(at)
  let end = at + unitsAt(text, at)
  const many = first !== EXTENDER && first < OPENING ? first === PICTOGRAPH : !SINGLE.has(unit) && end === at + 1
  let count = 1
  while (end < limit) {
    const next = classAt(text, end)
    if (next !== EXTENDER) {
      if (!many) break
      if (first === PICTOGRAPH ? next !== PICTOGRAPH : text.charCodeAt(end) !== unit) break
      count++
    }
    end += unitsAt(text, end)
  }
  end = Math.min(end, limit)
  push(atoms, text, at, end, first, Math.min(count, 5))
  return end
}
