import type { Article } from '../model/article.ts'
import type { Span } from '../model/span.ts'

/** Agencies and the ways their names are written. */
const AGENCIES: readonly (readonly [name: string, forms: string])[] = [
  ['AP', 'AP|A\\.P\\.|(?:The )?Associated Press'],
  ['AFP', 'AFP|Agence France[- ]Presse'],
  ['UPI', 'UPI|United Press International'],
  ['Reuters', 'Reuters|REUTERS|Thomson Reuters'],
]

/** Characters at the start in which a dateline can end: a headline of two lines and a place. */
const START = 600
const END = 400

/**
 * Whose agency copy a text is: the agency in brackets after the place at the start ("LONDON (Reuters) -") or at the very
 * end, the agency as the byline, or Reuters' sign-off "(Reporting by …; Editing by …)". A text that merely quotes an
 * agency is not its copy. The span is of the agency's name or of the sign-off; null where only the byline shows it.
 */
export function findAgency(text: string, byline: string | null, title: string | null): Article['wire'] {
  const bodyAt = title !== null && text.startsWith(title) ? title.length : 0
  const start = text.slice(bodyAt, bodyAt + START)
  const endAt = Math.max(bodyAt, text.length - END)
  const end = text.slice(endAt)
  for (const [name, forms] of AGENCIES) {
    const lead = new RegExp(`(?:^|\\n)[^\\n(]{0,60}\\((${forms})\\) {0,2}[-–—:|]`).exec(start)
    if (lead !== null) return { value: name, span: spanOf(bodyAt + lead.index, lead[0], lead[1]!) }
    const close = new RegExp(`[(\\[](?:[^()\\[\\]\\n]{0,20}[ /])?(${forms})[)\\]][\\s.]{0,5}$`).exec(end)
    if (close !== null) return { value: name, span: spanOf(endAt + close.index, close[0], close[1]!) }
  }
  return byBylineOf(byline) ?? signOff(end, endAt)
}

function spanOf(at: number, whole: string, part: string): Span {
  const start = at + whole.lastIndexOf(part)
  return [start, start + part.length]
}

function byBylineOf(byline: string | null): Article['wire'] {
  if (byline === null || byline.length > 200) return null
  for (const [name, forms] of AGENCIES) {
    if (
      new RegExp(
        `^(?:by |from )?(?:${forms})$|(?:[,;/|(–—-] ?| of (?:the )?| for (?:the )?)(?:${forms})\\)?$|^(?:${forms})(?: with | and |[,;/|] ?)`,
        'i',
      ).test(byline.trim())
    )
      return { value: name, span: null }
  }
  return null
}

/** Reuters ends its reports "(Reporting by A in B; Editing by C)", with those words and a semicolon. */
function signOff(end: string, endAt: number): Article['wire'] {
  const found =
    /\((?:Additional )?(?:[Rr]eporting|[Ww]riting)(?: and [Ww]riting)? by [^()]{3,300}; ?(?:[^()]{0,200}; ?)?[Ee]diting by [^()]{3,120}\)/.exec(
      end,
    )
  if (found === null) return null
  return { value: 'Reuters', span: [endAt + found.index, endAt + found.index + found[0].length] }
}

const NAME = "(?:[Tt]he )?\\p{Lu}[\\p{L}\\p{N}.&’'-]{1,30}(?: (?:of |de |the )?\\p{Lu}[\\p{L}\\p{N}.&’'-]{1,30}){0,4}"
const CREDITS = [
  new RegExp(`(?:^|[\\s(\\[])[Hh][./]?[Tt][:.]?\\s(?:to\\s)?(${NAME})`, 'u'),
  new RegExp(`(?:(?:[Ff]irst|[Oo]riginally) (?:published|appeared|ran|posted) (?:by|in|on|at))\\s(${NAME})`, 'u'),
  new RegExp(`[Rr]epublished (?:from|with (?:the )?permission (?:from|of))\\s(${NAME})`, 'u'),
]

/**
 * The outlet a text thanks or was taken from: "h/t X", "first published by X", in its first 300 or last 600 characters,
 * where such notes stand; elsewhere the words are part of the story.
 */
export function findCredit(text: string): Article['credit'] {
  const endAt = Math.max(0, text.length - 600)
  for (const [at, part] of [
    [endAt, text.slice(endAt)],
    [0, text.slice(0, Math.min(300, endAt))],
  ] as const) {
    for (const pattern of CREDITS) {
      const found = pattern.exec(part)
      if (found === null) continue
      const name = found[1]!.replace(/[.,'’-]+$/, '')
      const start = at + found.index + found[0].length - found[1]!.length
      return { value: name, span: [start, start + name.length] }
    }
  }
  return null
}
