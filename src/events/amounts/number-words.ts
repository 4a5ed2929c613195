import { LARGE, SMALL } from '../numbers.ts'

/** A number read from words, and how many of them it took. */
export interface WordNumber {
  readonly value: number
  readonly used: number
}

/** Words at most that one number is read from; nobody writes longer ones. */
const LONGEST = 16

/**
 * The number that the words from `from` on spell, as far as they are one number: "two hundred and fifty thousand" is one,
 * "two three" and "twenty thirty" are two. `words` are lower case, split at spaces and hyphens. Null when the first word
 * is none. Linear.
 */
export function readNumberWords(words: readonly string[], from: number = 0): WordNumber | null {
  let total = 0
  let group = 0
  let ceiling = Number.POSITIVE_INFINITY
  let room = 0
  let used = 0
  for (let k = from; k < words.length && k - from < LONGEST; k++) {
    const word = words[k] ?? ''
    const small = SMALL[word]
    const large = LARGE[word]
    if (word === 'and') {
      // "two hundred and fifty", never "two and fifty"
      const next = SMALL[words[k + 1] ?? '']
      if (used === 0 || next === undefined || next === 0 || next >= room || room < 100) break
      continue
    }
    if (small !== undefined) {
      if (used > 0 && (small === 0 || small >= room)) break
      group += small
      room = small >= 20 && small % 10 === 0 ? 10 : 0
    } else if (word === 'hundred') {
      if (used > 0 && (group === 0 || group >= 100)) break
      group = (group || 1) * 100
      room = 100
    } else if (large !== undefined && word.length > 4) {
      if (used > 0 && (group === 0 || large >= ceiling)) break
      total += (group || 1) * large
      group = 0
      ceiling = large
      room = Math.min(large, 1000)
    } else break
    used = k - from + 1
  }
  return used === 0 ? null : { value: total + group, used }
}
