import { attribute, type HtmlElement, nameTokens, textOf } from './html-tree.ts'
import { first, type PageFacts, standsBeside } from './page-facts.ts'

/**
 * The element that is the page's headline: a first-level heading that repeats what the page calls itself, a heading
 * marked as headline, an only first-level heading, a second-level one that repeats the title. `null` where none is.
 */
export function findHeadline(facts: PageFacts): HtmlElement | null {
  const headings = facts.headings.filter(element => !isLogo(element))
  const says = [
    first(facts.metas, 'og:title', 'twitter:title', 'dc.title', 'dcterms.title'),
    facts.data.headline,
    facts.titleTag,
  ]
  const known = says.filter(value => value !== null).map(looseText)
  const repeats = (element: HtmlElement): boolean => known.some(value => agrees(value, looseText(textOf(element))))
  const agreeing = headings.find(element => textOf(element).length > 3 && repeats(element))
  if (agreeing !== undefined) return agreeing
  const marked = facts.elements.find(
    element =>
      /^h[1-3]$/.test(element.tagName) &&
      /\bheadline\b/i.test(attribute(element, 'itemprop') ?? '') &&
      !standsBeside(element),
  )
  if (marked !== undefined) return marked
  // An only heading that says nothing of what the page calls itself is often the site's or the section's name.
  const [only] = headings
  if (headings.length === 1 && only !== undefined && (known.length === 0 || textOf(only).split(' ').length >= 4))
    return only
  return (
    facts.elements.find(element => /^h[23]$/.test(element.tagName) && repeats(element) && !standsBeside(element)) ??
    null
  )
}

/** One holds the other, and the shorter is no mere word of it. */
function agrees(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 12 && short.length >= long.length / 3 && long.includes(short)
}

/** Letters and numbers only, lower case, single spaces: the form in which titles are compared. */
export function looseText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function isLogo(element: HtmlElement): boolean {
  return nameTokens(element).some(
    token => token === 'logo' || token === 'brand' || token === 'sitename' || token === 'branding',
  )
}
