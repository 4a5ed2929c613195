// A headline, a standfirst and a byline can stand before the line that opens with the dateline.
const LINES_BEFORE = 5

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
const DAY = `(?:, ${MONTH} \\d{1,2}(?:, \\d{4})?|, \\d{1,2} ${MONTH}(?: \\d{4})?)?`
const AGENCY = '\\([A-Z][^()\\n]{1,40}\\)'
const PLACE = "[A-Z][A-Z.'’/ -]+(?:, [A-Z][\\w.'’ ]{1,25})?"
const MIXED_PLACE = "[A-Z][\\w.'’/ -]{1,40}(?:, [A-Z][\\w.'’ ]{1,25})?"
const DASH = ' {0,2}(?:-{1,2}|[–—]) +'

// A place in capitals needs no agency behind it; one in small letters does, for "Talks - what we know" is a headline.
const DATELINE = new RegExp(`^(?:${PLACE}${DAY}(?: ?${AGENCY})?|${MIXED_PLACE}${DAY} ?${AGENCY}|${AGENCY})${DASH}`)

/**
 * Where the dateline at the beginning of a text ends ("LONDON, May 1 (Example) - ", "LONDON - ", "(Example) - "), in UTF-16
 * code units, its dash and the space behind included; 0 when there is none in the first lines.
 */
export function datelineEnd(text: string): number {
  let at = 0
  for (let line = 0; line < LINES_BEFORE * 2 && at < text.length; line++) {
    const found = DATELINE.exec(text.slice(at, at + 160))
    if (found !== null) return at + found[0].length
    const next = text.indexOf('\n', at)
    if (next < 0) return 0
    at = next + 1
  }
  return 0
}

/** The agency in a text's dateline ("Example Wire"); null without one. What it carries itself, it does not relay. */
export function datelineAgency(text: string): string | null {
  return /\(([^()\n]{2,41})\)[^\n()]{0,8}$/.exec(text.slice(0, datelineEnd(text)))?.[1] ?? null
}
