import { collapseSpace } from '../text/normalise.ts'
import { attribute, elementsOf, type HtmlElement, isElement, isText, nameTokens, textOf } from './html-tree.ts'
import { first, type PageFacts, standsBeside } from './page-facts.ts'

/**
 * The element that is the page's headline: a heading of level 1 to 3 that is what the page calls itself; a first-level
 * heading that holds it or is held by it; one marked as headline; an only first-level heading. Headings that lead to the
 * site's front page are its name. `null` where none is found.
 */
export function findHeadline(facts: PageFacts): HtmlElement | null {
  const headings = facts.headings.filter(element => !isSiteName(element))
  const metas = [first(facts.metas, 'og:title', 'twitter:title', 'dc.title', 'dcterms.title'), facts.data.headline]
  const says = [...metas, facts.titleTag].filter(value => value !== null).map(looseText)
  const levels = facts.elements.filter(
    element => /^h[1-3]$/.test(element.tagName) && !isSiteName(element) && !standsBeside(element),
  )
  const same = levels.find(element => {
    const text = looseText(headlineText(element))
    return text.length > 3 && says.includes(text)
  })
  if (same !== undefined) return same
  const repeats = (element: HtmlElement): boolean => says.some(value => agrees(value, looseText(headlineText(element))))
  const agreeing = headings.find(repeats)
  if (agreeing !== undefined) return agreeing
  const marked = levels.find(
    element =>
      /\bheadline\b/i.test(attribute(element, 'itemprop') ?? '') ||
      /(?:^|\s)(?:entry-title|post-title|article-title|p-name)(?:\s|$)/.test(attribute(element, 'class') ?? ''),
  )
  if (marked !== undefined) return marked
  // An only heading that says nothing of what the page calls itself is often the site's or the section's name.
  const [only] = headings
  if (headings.length === 1 && only !== undefined && (says.length === 0 || textOf(only).split(' ').length >= 4))
    return only
  return levels.find(repeats) ?? null
}

const KICKER: ReadonlySet<string> = new Set(
  'kicker overline roofline topline dachzeile spitzmarke eyebrow pretitle supertitle subtitle subline subheadline subhead date datum time category rubrik ressort label hidden topic catchline overhead'.split(
    ' ',
  ),
)
const PARTS: ReadonlySet<string> = new Set(['span', 'div', 'small', 'p', 'strong'])

/**
 * The text of a headline without what else stands in its element: a kicker above it, a line below it, a date. Parts are
 * known by class, or by being two: the longer is the headline.
 */
export function headlineText(element: HtmlElement): string {
  const whole = textOf(element)
  const inner = onlyChild(element)
  const parts: string[] = []
  let own = ''
  let sides = 0
  for (const child of inner.childNodes) {
    if (isText(child) && child.value.trim() !== '') {
      own = collapseSpace(`${own} ${child.value}`)
      sides++
    } else if (isElement(child) && textOf(child) !== '' && !nameTokens(child).some(token => KICKER.has(token))) {
      if (!PARTS.has(child.tagName)) return whole
      parts.push(textOf(child))
    } else if (isElement(child) && textOf(child) !== '') sides = Math.max(sides, 1)
  }
  if (own === '')
    return parts.length === 0 || parts.length > 2 ? whole : parts.reduce((a, b) => (b.length > a.length ? b : a))
  if (parts.length === 0) return own
  return parts.length === 1 && sides === 1 && own.length > parts[0]!.length ? own : whole
}

/** Goes down through elements that hold nothing but one element. */
function onlyChild(element: HtmlElement): HtmlElement {
  let node = element
  for (let depth = 0; depth < 5; depth++) {
    const inside = node.childNodes.filter(child =>
      isText(child) ? child.value.trim() !== '' : isElement(child) && textOf(child) !== '',
    )
    const [child] = inside
    if (inside.length !== 1 || child === undefined || !isElement(child)) return node
    node = child
  }
  return node
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

/** A logo, or a heading that links to the front page. */
function isSiteName(element: HtmlElement): boolean {
  if (
    nameTokens(element).some(
      token => token === 'logo' || token === 'brand' || token === 'sitename' || token === 'branding',
    )
  )
    return true
  if (/(?:^|\s)(?:site-title|blog-title|site-name)(?:\s|$)/.test(attribute(element, 'class') ?? '')) return true
  return elementsOf(element).some(
    inside => inside.tagName === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/.test(attribute(inside, 'href') ?? '-'),
  )
}
