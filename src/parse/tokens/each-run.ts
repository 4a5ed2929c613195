import { type Atoms, atomBuffers, readAtoms } from './atoms.ts'
import { classAt, SPACE } from './char-class.ts'
import type { Surroundings } from './cut-features.ts'
import { lowerHash } from './hash.ts'

// One of each, filled anew for every run: objects of their own cost more than all the rest.
const atoms = atomBuffers()
const around: Surroundings = {
  gapBefore: 2,
  gapAfter: 2,
  before: 0,
  kindBefore: 0,
  after: 0,
  endingAfter: 0,
  classAfter: 0,
  quoted: 0,
}

/**
 * Calls `visit` for every run of characters without white space of the text up to `limit`, in order, with its atoms and
 * what stands around it. A run of more than MAX_ATOMS atoms comes in pieces. Both arguments are buffers: the next run
 * overwrites them, and `visit` may not begin another walk.
 */
export function eachRun(text: string, limit: number, visit: (around: Surroundings, run: Atoms) => void): void {
  around.gapBefore = 2
  around.before = 0
  around.kindBefore = 0
  around.quoted = 0
  let at = afterSpace(text, 0, limit)
  while (at < limit) {
    const stop = readAtoms(text, at, limit, atoms)
    const next = afterSpace(text, stop, limit)
    const gap = next >= limit ? 2 : gapBetween(text, stop, next)
    around.gapAfter = gap
    const { count } = atoms
    if (count > 1) lookAhead(text, next, limit)
    visit(around, atoms)
    around.quoted = gap === 2 ? 0 : quotedAfter(text)
    around.gapBefore = gap
    around.before = atoms.hash[count - 1]!
    around.kindBefore = atoms.kind[count - 1]!
    at = next
  }
}

function afterSpace(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && classAt(text, at) === SPACE) at++
  return at
}

/** 0 no gap, 1 white space, 2 an empty line. */
function gapBetween(text: string, from: number, to: number): number {
  let lines = 0
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) lines++
  return lines > 1 ? 2 : to > from ? 1 : 0
}

/** What the next run begins with: enough of it to know the word, not to read it. */
function lookAhead(text: string, at: number, limit: number): void {
  if (at >= limit) {
    around.after = 0
    around.endingAfter = 0
    around.classAfter = 0
    return
  }
  let end = at + 1
  while (end < limit && end - at < 24 && isLower(text.charCodeAt(end))) end++
  around.after = lowerHash(text, at, end)
  around.endingAfter = lowerHash(text, Math.max(at, end - 3), end)
  around.classAfter = classAt(text, at)
}

function isLower(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

/** Whether a single quotation mark is open after the run: it opens before letters, it closes after anything. */
function quotedAfter(text: string): number {
  const { count, start, kind } = atoms
  let open = around.quoted
  for (let i = 0; i < 2 && i + 1 < count; i++) if (isSingleQuote(text.charCodeAt(start[i]!))) open = 1
  for (let i = Math.max(1, count - 3); i < count; i++) {
    const lettersFollow = i + 1 < count && kind[i + 1]! >= 16 && kind[i + 1]! < 64
    if (!lettersFollow && isSingleQuote(text.charCodeAt(start[i]!))) open = 0
  }
  return open
}

function isSingleQuote(unit: number): boolean {
  return unit === 0x27 || unit === 0x2018 || unit === 0x2019 || unit === 0x60
}
