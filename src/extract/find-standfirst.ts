import { faultOf, type LineContext } from './filter-lines.ts'
import type { Body } from './find-body.ts'
import { attribute, elementsOf, type HtmlElement, nameTokens, textOf } from './html-tree.ts'
import { type PageFacts, standsBeside } from './page-facts.ts'

const TOKENS: ReadonlySet<string> = new Set(
  'standfirst teaser lead lede intro subtitle subheadline subhead dek deck kicker abstract summary excerpt vorspann chapo chapeau sottotitolo entradilla sapo leadtext introtext'.split(
    ' ',
  ),
)

/** Elements after the headline that are looked at, and the least and most characters of a standfirst. */
const NEAR = 120
const LEAST = 40
const MOST = 900

/**
 * The text a page sets above its body: paragraphs between headline and body, else an element near the headline that its
 * class marks as a standfirst. `null` where there is none, or only the headline again, a byline or a caption.
 */
export function findStandfirst(
  facts: PageFacts,
  headline: HtmlElement | null,
  body: Body,
  context: LineContext,
): string | null {
  const before = body.before.map(({ text }) => text).join('\n\n')
  if (before !== '' && before.length <= MOST) return before
  const start = headline === null ? 0 : facts.elements.indexOf(headline) + 1
  for (const element of facts.elements.slice(start, start + NEAR)) {
    const text = markedText(element)
    if (text !== null && faultOf({ text, role: 'standfirst', linkChars: 0 }, context) === null) return text
  }
  return null
}

function markedText(element: HtmlElement): string | null {
  const marked =
    /\b(?:description|alternativeheadline)\b/i.test(attribute(element, 'itemprop') ?? '') ||
    nameTokens(element).some(token => TOKENS.has(token))
  if (!marked || element.tagName === 'meta' || standsBeside(element)) return null
  const inside = elementsOf(element)
  if (inside.length > 20 || inside.some(({ tagName }) => tagName === 'a' || tagName === 'h1' || tagName === 'li'))
    return null
  const text = textOf(element)
  return text.length >= LEAST && text.length <= MOST ? text : null
}
