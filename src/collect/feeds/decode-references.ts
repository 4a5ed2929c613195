import { Parser } from 'htmlparser2'

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g
const known = new Map<string, string>()

/**
 * Character references that end in a semicolon, decoded once by the rules of HTML: feeds write `&eacute;` and `&#150;`
 * though XML has neither. A bare `&copy=3` in an address stays.
 */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, decodeOne) : text
}

/** `&#128;` to `&#159;` inside HTML mean windows-1252 (WHATWG HTML 13.2.5.80); the characters themselves say so everywhere. */
export function fixC1References(html: string): string {
  return html.includes('&#')
    ? html.replace(/&#(?:0{0,4}(?:12[89]|1[345]\d)|[xX]0{0,4}[89][0-9a-fA-F]);/g, decodeOne)
    : html
}

function decodeOne(reference: string): string {
  const found = known.get(reference)
  if (found !== undefined) return found
  let decoded = ''
  const handler = {
    ontext(data: string) {
      decoded += data
    },
  }
  const parser = new Parser(handler, { decodeEntities: true })
  parser.write(reference)
  parser.end()
  // NUL and lone surrogates become U+FFFD there already; the cache holds the 2,231 names and some numbers.
  if (known.size < 10_000) known.set(reference, decoded)
  return decoded
}
