/** Number words; tens and units join by a hyphen or a space. */
export const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
export const LARGE: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mln: 1e6,
  bln: 1e9,
  bn: 1e9,
  mn: 1e6,
  tn: 1e12,
  m: 1e6,
  k: 1e3,
}

const word = `(?:${Object.keys(SMALL).join('|')}|hundred|thousand|million|billion)`

/**
 * Digits with optional thousands commas and decimals. It begins only where a number begins, and takes at most fifteen
 * digits: longer runs are serial numbers, not quantities, and no double holds them.
 */
export const DIGITS: string =
  '(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,6})?(?![\\d]|,\\d{3}(?!\\d))'

/** A number in words, at most seven of them ("two hundred and fifty thousand"). */
export const NUMBER_WORDS: string = `(?:${word}(?:(?:[ -]| and )${word}){0,6})`

/** Digits or words, with "and a half" and fractions ("2 1/2"). */
export const NUMBER: string = `(?:(?:${DIGITS}(?: \\d/\\d)?|\\b${NUMBER_WORDS})(?: and a half)?)`

/**
 * The number that digits or words spell, null when they spell none: "1,200", "2.5", "2 1/2", "twenty-one", "two hundred
 * and fifty thousand", "two and a half". Digits may be followed by one scale word ("3.5 million").
 */
export function readNumber(text: string): number | null {
  const plain = text.toLowerCase().trim()
  const half = / and a half$/.test(plain)
  const body = half ? plain.slice(0, -11) : plain
  const value = /^\d/.test(body) ? readDigits(body) : readWords(body)
  return value === null ? null : value + (half ? 0.5 : 0)
}

function readDigits(text: string): number | null {
  const match =
    /^(\d[\d,]*(?:\.\d+)?)(?: (\d)\/(\d))?(?:[ -]?(hundred|thousand|million|billion|trillion|mln|bln|bn|mn|tn|m|k))?$/.exec(
      text,
    )
  if (!match) return null
  const base = Number((match[1] ?? '').replaceAll(',', ''))
  const part = match[2] && match[3] !== '0' ? Number(match[2]) / Number(match[3]) : 0
  const value = (base + part) * (match[4] ? (LARGE[match[4]] ?? 1) : 1)
  return Number.isFinite(value) && value < 1e21 ? Number(value.toPrecision(15)) : null
}

function readWords(text: string): number | null {
  let total = 0
  let current = 0
  let seen = false
  for (const part of text.split(/[ -]+/)) {
    if (part === 'and') continue
    if ((part === 'a' || part === 'an') && !seen) {
      current = 1
      continue
    }
    const small = SMALL[part]
    const large = LARGE[part]
    if (small !== undefined) current += small
    else if (large === 100) current = (current || 1) * 100
    else if (large !== undefined) {
      total += (current || 1) * large
      current = 0
    } else return null
    seen = true
  }
  return seen ? total + current : null
}
