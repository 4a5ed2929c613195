import { attribute, type HtmlElement, nameTokens, textOf } from './html-tree.ts'
import { type PageFacts, standsBeside } from './page-facts.ts'

const TOKENS: ReadonlySet<string> = new Set(
  'standfirst teaser lead lede intro subtitle subheadline subhead dek deck kicker abstract summary excerpt vorspann chapo chapeau sottotitolo entradilla sapo description'.split(
    ' ',
  ),
)

/** The text a page sets above its body as a standfirst: marked so by class, 40 to 600 characters, not the headline. */
export function findStandfirst(facts: PageFacts, heading: HtmlElement | null, title: string | null): string | null {
  const start = heading === null ? 0 : facts.elements.indexOf(heading)
  for (const element of facts.elements.slice(start, start + 200)) {
    const marked =
      /\b(?:description|alternativeheadline)\b/i.test(attribute(element, 'itemprop') ?? '') ||
      nameTokens(element).some(token => TOKENS.has(token))
    if (!marked || element.tagName === 'meta' || standsBeside(element)) continue
    const text = textOf(element)
    if (text.length >= 40 && text.length <= 600 && text !== title) return text
  }
  return null
}
