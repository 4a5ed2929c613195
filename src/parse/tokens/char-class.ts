/** White space of Unicode: in no word. */
export const SPACE = 1
/** A letter in lower case. */
export const LOWER = 2
/** A letter in upper or title case. */
export const UPPER = 3
/** A letter of a script without case. */
export const CASELESS = 4
/** A number of any kind: "7", "²", "½", "Ⅳ". */
export const DIGIT = 5
/** What belongs to the character before it: a combining mark, a joiner, a variation selector, a soft hyphen. */
export const EXTENDER = 6
/** A pictograph. */
export const PICTOGRAPH = 7
/** Everything from here on stands by itself: opening, closing and other punctuation, dashes, signs, the rest. */
export const OPENING = 8
const CLOSING = 9
const DASH = 10
const PUNCTUATION = 11
const CURRENCY = 12
const MATH = 13
const SYMBOL = 14
const REST = 15

// In order; the first that fits.
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\s\x85]/u, SPACE],
  [/\p{M}|\u200d|\u00ad|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/u, EXTENDER],
  [/\p{Ll}/u, LOWER],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  [/\p{L}/u, CASELESS],
  [/\p{N}/u, DIGIT],
  // Not the likes of © and ™, which the property holds too.
  [/(?=[\u2600-\u{1ffff}])\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]/u, PICTOGRAPH],
  [/[\p{Ps}\p{Pi}]/u, OPENING],
  [/[\p{Pe}\p{Pf}]/u, CLOSING],
  [/\p{Pd}/u, DASH],
  [/\p{P}/u, PUNCTUATION],
  [/\p{Sc}/u, CURRENCY],
  [/\p{Sm}/u, MATH],
  [/\p{S}/u, SYMBOL],
]

// Filled as characters are met: 65,536 tests at the start would cost every short run 10 ms.
const known = new Uint8Array(0x10000)

/** The class of the character at `at`: one of the constants of this file, 1 to 15. A half of a surrogate pair is 15. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const class_ = known[unit]!
  if (class_ !== 0) return class_
  if (unit >= 0xd800 && unit < 0xdc00) {
    const point = text.codePointAt(at)!
    return point > 0xffff ? classify(String.fromCodePoint(point)) : REST
  }
  const fresh = classify(text.charAt(at))
  known[unit] = fresh
  return fresh
}

function classify(character: string): number {
  for (const [pattern, kind] of KINDS) if (pattern.test(character)) return kind
  return REST
}

/** How many UTF-16 units the character at `at` has: 1 or 2. */
export function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
