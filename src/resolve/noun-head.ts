import type { Span } from '../model/span.ts'
import { contains } from '../text/spans.ts'

/** A noun phrase cut by its words: what comes first and holds its head, and how what follows is tied to it. */
export interface NounHead {
  /** Up to the first comma, preposition, conjunction or relative pronoun. */
  readonly span: Span
  /** What ended it (`of`, `,`, `and`, `who`); empty where the phrase itself ended. */
  readonly link: string
  /** Where what follows the link begins. */
  readonly rest: Span
}

const CUT =
  /(?:(,)\s*|\s(\()|\s+([—–-]{1,2})\s+|\s(&|and|or|as well as|along with|together with|of|for|from|in|at|with|on|to|by|about|against|over|near|under|behind|like|as|than|without|within|inside|outside|through|across|around|since|during|after|before|between|among|amid|toward|towards|into|including|such as|familiar with|close to|who|whom|whose|which|that|when|where|while|being|having|during)\s+)/giu

/**
 * Cuts a phrase at the first link that stands in no name: "Citizenship and Immigration Services" is one name, and no
 * link is in it. A link at the very start is none.
 */
export function nounHead(text: string, span: Span, names: readonly Span[]): NounHead {
  const words = text.slice(span[0], span[1])
  for (const match of words.matchAll(CUT)) {
    if (match.index === 0) continue
    const at = span[0] + match.index
    const end = at + match[0].length
    if (names.some(name => contains(name, [at, end]) && name[0] < at && end < name[1])) continue
    const link = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toLowerCase()
    return { span: [span[0], at], link, rest: [end, span[1]] }
  }
  return { span, link: '', rest: [span[1], span[1]] }
}
