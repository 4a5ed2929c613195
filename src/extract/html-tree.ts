import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { collapseSpace } from '../text/normalise.ts'
import { MAX_DEPTH, MAX_ELEMENTS } from './limits.ts'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** Elements that hold no text of an article, whatever is in them. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed svg math canvas audio video select option input textarea dialog map frameset link'.split(
    ' ',
  ),
)

/** Parses a page by the HTML standard and cuts the tree: 400 levels, 40,000 elements, none of what holds no text. */
export function parseTree(html: string): HtmlParent {
  const tree = parse(html)
  cutTree(tree, true)
  return tree
}

/** The same for the inside of an element. */
export function parseInside(html: string): HtmlParent {
  const tree = parseFragment(html)
  cutTree(tree, true)
  return tree
}

/** Iterative, because the tree may be 100,000 levels deep when it comes. */
function cutTree(root: HtmlParent, keepLinks: boolean): void {
  let count = 0
  const open: { node: HtmlParent; depth: number }[] = [{ node: root, depth: 0 }]
  while (open.length > 0) {
    const { node, depth } = open.pop()!
    const kept: HtmlNode[] = []
    const below: { node: HtmlParent; depth: number }[] = []
    for (const child of node.childNodes) {
      if (isElement(child)) {
        if (depth >= MAX_DEPTH || count >= MAX_ELEMENTS) continue
        if (DROPPED.has(child.tagName) && !(keepLinks && child.tagName === 'link')) continue
        count++
        below.push({ node: child, depth: depth + 1 })
        kept.push(child)
      } else if (child.nodeName === '#text' || child.nodeName === '#documentType') kept.push(child)
    }
    node.childNodes = kept
    for (let i = below.length - 1; i >= 0; i--) open.push(below[i]!)
  }
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

/** An attribute's value, `null` where the element has none of that name. */
export function attribute(element: HtmlElement, name: string): string | null {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return null
}

/** All elements below a node, in document order. */
export function elementsOf(root: HtmlParent): HtmlElement[] {
  const found: HtmlElement[] = []
  collect(root, found)
  return found
}

function collect(node: HtmlParent, found: HtmlElement[]): void {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    found.push(child)
    collect(child, found)
  }
}

/** The text below a node, white space collapsed; text on either side of a block or line break is kept apart. */
export function textOf(root: HtmlParent | HtmlNode): string {
  const parts: string[] = []
  gather(root, parts)
  return collapseSpace(parts.join(''))
}

function gather(node: HtmlParent | HtmlNode, parts: string[]): void {
  if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
  if (!('childNodes' in node)) return
  const apart = isElement(node) && APART.has(node.tagName)
  if (apart) parts.push(' ')
  for (const child of node.childNodes) gather(child, parts)
  if (apart) parts.push(' ')
}

const APART: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/** Words of class and id, lower case, split at anything that is no letter and at camelCase: `newsCaption` is two. */
export function nameTokens(element: HtmlElement): readonly string[] {
  const known = tokensOf.get(element)
  if (known !== undefined) return known
  const tokens = readTokens(element)
  tokensOf.set(element, tokens)
  return tokens
}

/** Asked for some ten times an element; trees are not changed once they are cut. */
const tokensOf = new WeakMap<HtmlElement, readonly string[]>()

function readTokens(element: HtmlElement): readonly string[] {
  let names = ''
  for (const attr of element.attrs) {
    if (attr.name === 'class' || attr.name === 'id')
      names += ` ${attr.value.length > 500 ? attr.value.slice(0, 500) : attr.value}`
  }
  if (names === '') return []
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(token => token.length > 1)
}

/** True when some ancestor, or the element itself, passes the test. */
export function isInside(element: HtmlElement, test: (ancestor: HtmlElement) => boolean): boolean {
  for (let node: HtmlParent | null = element; node !== null && isElement(node); node = node.parentNode) {
    if (test(node)) return true
  }
  return false
}
