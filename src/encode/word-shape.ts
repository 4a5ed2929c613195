/** Features that `shapeOf` writes for a word. */
export const SHAPES = 14
/** Numbers that `spellingOf` writes for a word. */
export const CHARS = 14

const HALF = 7
const ENDS = '.!?"”:'

/**
 * Writes what an uncased encoder cannot see of a word to `out` from `at` on: case, digits, spacing (SHAPES numbers of 0
 * or 1). `gap` is the white space before it, null at the text's beginning; `before` the word before. The same function
 * as `shape` in train/data.py.
 */
export function shapeOf(form: string, gap: string | null, before: string | null, out: Float32Array, at: number): void {
  const capital = /^\p{Uppercase}/u.test(form)
  const letters = /\p{L}/u.test(form)
  const lower = /\p{Lowercase}/u.test(form)
  const upper = capital || /\p{Uppercase}/u.test(form)
  const one = form.length === 1 || (form.length === 2 && form.codePointAt(0)! > 0xffff)
  set(out, at, capital)
  set(out, at + 1, upper && /^(?:\P{L}|\p{Uppercase})*$/u.test(form) && /\p{L}.*\p{L}/su.test(form))
  set(out, at + 2, lower && !upper && !/\p{Lt}/u.test(form))
  const digit = /\p{Nd}/u.test(form)
  set(out, at + 3, digit)
  set(out, at + 4, digit && /^\p{Nd}+$/u.test(form))
  set(out, at + 5, !letters)
  set(out, at + 6, one)
  set(out, at + 7, lower && /^.+\p{Uppercase}/su.test(form))
  set(out, at + 8, form.length > 1 && form.includes('.'))
  set(out, at + 9, gap === '')
  set(out, at + 10, before === null || ENDS.includes(before))
  set(out, at + 11, form.length > 1 && form.includes('-'))
  // Nothing at 12: a lone line break is read as a space, for no text with trees that was trained on has one.
  set(out, at + 13, gap === null || breaksIn(gap) > 1)
}

function set(out: Float32Array, at: number, yes: boolean): void {
  out[at] = yes ? 1 : 0
}

function breaksIn(gap: string): number {
  let n = 0
  for (let i = 0; i < gap.length; i++) if (gap.charCodeAt(i) === 10) n++
  return n
}

/** Writes the first and last seven characters as numbers from 1 to 510, 0 where there is none, to `out` from `at` on. */
export function spellingOf(form: string, out: Int32Array, at: number): void {
  let n = 0
  for (let i = 0; i < form.length && n < HALF; n++) {
    const code = form.codePointAt(i)!
    out[at + n] = 1 + (code % 510)
    i += code > 0xffff ? 2 : 1
  }
  let from = form.length
  let m = 0
  for (; from > 0 && m < HALF; m++) from -= from > 1 && isPair(form, from - 2) ? 2 : 1
  for (let i = from, k = HALF; i < form.length; k++) {
    const code = form.codePointAt(i)!
    out[at + k] = 1 + (code % 510)
    i += code > 0xffff ? 2 : 1
  }
}

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at)
  const low = text.charCodeAt(at + 1)
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000
}
