import { collapseSpace } from '../../text/normalise.ts'
import { decodeReferences } from './decode-references.ts'

/** Tags that occur in headlines and names; anything else in angle brackets is text. */
const TAG =
  /<\/?(?:a|abbr|acronym|b|big|bdi|bdo|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|nobr|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]{0,500})?\/?>/gi

/** HTML of a headline or a name as plain text: known tags dropped, references decoded, white space collapsed. */
export function plainText(html: string): string | null {
  const text = collapseSpace(
    decodeReferences(html.replace(TAG, tag => (/^<\/?(?:br|p|div|h\d|img)/i.test(tag) ? ' ' : ''))),
  )
  return text === '' ? null : text
}

/** Length of the text in a piece of HTML, for telling an article from a teaser. */
export function textLength(html: string): number {
  return collapseSpace(html.replace(/<[^<>]{0,2000}>/g, ' ')).length
}

/** The text itself where it says something, else null. */
export function orNull(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text.trim()
}
