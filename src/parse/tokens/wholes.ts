import { classAt, DIGIT, SPACE } from './char-class.ts'

/** Kinds of runs of characters that are never cut: addresses, numbers, names with signs in them, faces. */
export const ADDRESS = 64
const NUMBER = 65
const NAME = 66
const FACE = 67

// Every quantifier is bounded, so that no text costs more than a constant number of looks at each character. In the
// treebanks' training parts each of these is one word wherever it stands (of NUMBER: 830 of 830; of FILE: 133 of 133).
const TAIL = String.raw`(?:[^\s<>"“”]{0,400}[^\s<>"“”.,;:!?)'’\]}])?`
const WEB = new RegExp(String.raw`(?:(?:https?|ftp):\/\/|www\.)[^\s<>"“”]${TAIL}`, 'iuy')
const MAIL = /[\p{L}\p{N}_.+%-]{1,64}@[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){1,6}/uy
// A site's name in running text: "Caliber.Az".
const SITE = new RegExp(
  String.raw`[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{1,40}){0,4}\.(?:com|org|net|info|news|gov|edu|mil|eu|uk|az|ru|ua|tv|io|Com|Az|Net|Org)` +
    String.raw`(?:\.\p{Ll}{2})?(?![\p{L}\p{N}@])(?:\/${TAIL})?`,
  'uy',
)
const FILE =
  /[\p{L}\p{N}_#%-]{1,64}\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|zip|exe|html?|jpe?g|png|gif|url|mp[34]|js|php)(?![\p{L}\p{N}])/iuy
const IDENTIFIER = /[\p{L}\p{N}]{1,64}(?:_[\p{L}\p{N}]{1,64}){1,16}/uy
const SIGNED = /(?<![\p{L}\p{N}])[@#]\p{L}[\p{L}\p{N}_]{0,64}/uy
// "d'Ivoire", "O'Brien": the apostrophe of a name.
const ELIDED = /(?<![\p{L}\p{N}])[dDlLO]['’]\p{Lu}\p{Ll}{1,40}(?![\p{L}\p{N}])/uy
const SMILE = /(?<![\p{L}\p{N}])[:;=][-^'’~]?[)(DPp\][]{1,8}(?!\S)/uy
const YEAR = /(?<![^\s(])['’‘]\d\ds?(?![\p{L}\p{N}])/uy
const SIGNED_NUMBER = /(?<![^\s(])(?:\+\d[\d-]{0,24}\d|\.\d{1,12})(?![\p{L}\p{N}])/uy
const NUMBERS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?:${[
    // Thousands; decimals; times of day.
    String.raw`\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,12})?(?!\p{N}|[.,]\d)`,
    String.raw`\d{1,15}\.\d{1,12}(?!\p{N}|[.,]\d)`,
    String.raw`\d{1,2}:\d\d(?::\d\d)?(?!\p{N}|:\d)`,
    // Dates; telephone numbers as North America writes them; "21st", "1990s".
    String.raw`\d{1,2}(?:\/\d{1,2}\/|-\d{1,2}-|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\p{L}\p{N}]|[-/.]\d)`,
    String.raw`\d{4}-\d\d-\d\d(?![\p{L}\p{N}]|-\d)`,
    String.raw`(?:\d[-.])?\d{3}[-./]\d{3}[-.]\d{4}(?![\p{L}\p{N}]|-\d)`,
    String.raw`\d{3}-\d{4}(?![\p{L}\p{N}]|-\d)`,
    String.raw`\d{1,9}(?:st|nd|rd|th|s|ST|ND|RD|TH)(?![\p{L}\p{N}])`,
  ].join('|')})`,
  'uy',
)

const WEB_INITIALS = unitsOf('hHfFwW')
const ELIDING = unitsOf('dDlLO')
const FACES = unitsOf(':;=')
const TAGS = unitsOf('@#')
const APOSTROPHES = unitsOf("'’‘")
const NUMBER_SIGNS = unitsOf('+.')

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map(character => character.charCodeAt(0)))
}

/** What a run holds of what a whole must have, up to `stop`; looked up once a run. */
export interface Seen {
  stop: number
  dot: boolean
  mail: boolean
  slash: boolean
  underscore: boolean
}

/** Nothing seen yet. */
export function nothingSeen(): Seen {
  return { stop: -1, dot: false, mail: false, slash: false, underscore: false }
}

/** What kind of whole ends at `end`. */
export interface Whole {
  end: number
  kind: number
}

const whole: Whole = { end: 0, kind: 0 }

/**
 * The whole that begins at `at`, before `limit`, or undefined. `class_` is the class of its first character. The answer is
 * a buffer: the next call overwrites it.
 */
export function wholeAt(text: string, at: number, limit: number, class_: number, seen: Seen): Whole | undefined {
  whole.end = at
  if (class_ > DIGIT) signedWhole(text, at)
  else {
    if (at >= seen.stop) look(text, at, limit, seen)
    if (seen.dot || seen.slash) addressWhole(text, at, seen)
    if (whole.end === at && ELIDING.has(text.charCodeAt(at))) found(ELIDED, text, at, NAME)
    if (whole.end === at && seen.underscore) found(IDENTIFIER, text, at, NAME)
    if (whole.end === at && class_ === DIGIT) found(NUMBERS, text, at, NUMBER)
  }
  return whole.end > at && whole.end <= limit ? whole : undefined
}

function addressWhole(text: string, at: number, seen: Seen): void {
  if (WEB_INITIALS.has(text.charCodeAt(at)) && found(WEB, text, at, ADDRESS)) return
  if (seen.mail && found(MAIL, text, at, ADDRESS)) return
  if (seen.dot && found(SITE, text, at, ADDRESS)) return
  if (seen.dot) found(FILE, text, at, NAME)
}

function signedWhole(text: string, at: number): void {
  const unit = text.charCodeAt(at)
  if (FACES.has(unit)) found(SMILE, text, at, FACE)
  else if (TAGS.has(unit)) found(SIGNED, text, at, NAME)
  else if (APOSTROPHES.has(unit)) found(YEAR, text, at, NUMBER)
  else if (NUMBER_SIGNS.has(unit)) found(SIGNED_NUMBER, text, at, NUMBER)
}

function found(pattern: RegExp, text: string, at: number, kind: number): boolean {
  pattern.lastIndex = at
  if (!pattern.test(text)) return false
  whole.end = pattern.lastIndex
  whole.kind = kind
  return true
}

/** Looks at the run, or its next 500 units, for a point inside, an "@", a slash, an underscore. */
function look(text: string, at: number, limit: number, seen: Seen): void {
  seen.dot = false
  seen.mail = false
  seen.slash = false
  seen.underscore = false
  const far = Math.min(limit, at + 500)
  let i = at
  for (; i < far && classAt(text, i) !== SPACE; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x2e && i + 2 < limit && classAt(text, i + 1) !== SPACE) seen.dot = true
    else if (unit === 0x40) seen.mail = true
    else if (unit === 0x2f) seen.slash = true
    else if (unit === 0x5f) seen.underscore = true
  }
  seen.stop = i
}
