import { collapseSpace } from '../text/normalise.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlParent, isElement, nameTokens, textOf } from './html-tree.ts'
import type { StrippedMarkup } from './strip-markup.ts'
import { readStructuredData, type StructuredData } from './structured-data.ts'

/** What one walk over a page's tree gathers; title, author, date and site are read from it. */
export interface PageFacts {
  readonly tree: HtmlParent
  readonly elements: readonly HtmlElement[]
  /** Contents of meta elements by lower-case name, property or itemprop, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  readonly data: StructuredData
  readonly titleTag: string | null
  /** First-level headings with text, in order. */
  readonly headings: readonly HtmlElement[]
  /** `lang` of the html element, or what stands for it in meta, as written. */
  readonly language: string | null
  readonly canonical: string | null
  /** Dates of publication in the page's scripts, as written there. */
  readonly scriptDates: readonly string[]
  /** Address of the page as fetched, or null. */
  readonly address: string | null
}

/** Gathers the facts of a page. `address` is where the page was reached. */
export function gatherFacts(tree: HtmlParent, stripped: StrippedMarkup, address: string | null): PageFacts {
  const elements = elementsOf(tree)
  const metas = new Map<string, string[]>()
  let titleTag: string | null = null
  let language: string | null = null
  let canonical: string | null = null
  const headings: HtmlElement[] = []
  for (const element of elements) {
    const tag = element.tagName
    if (tag === 'meta') addMeta(metas, element)
    else if (tag === 'title') titleTag ??= textOf(element).slice(0, 1_000) || null
    else if (tag === 'html') language = attribute(element, 'lang') || attribute(element, 'xml:lang')
    else if (tag === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel') ?? ''))
      canonical ??= attribute(element, 'href')
    else if (tag === 'h1' && headings.length < 20 && textOf(element) !== '') headings.push(element)
  }
  language ||= first(metas, 'content-language', 'og:locale', 'dc.language')
  const data = readStructuredData(stripped.jsonLd)
  return {
    tree,
    elements,
    metas,
    data,
    titleTag,
    headings,
    language: language ?? data.language,
    canonical,
    scriptDates: stripped.scriptDates,
    address,
  }
}

function addMeta(metas: Map<string, string[]>, element: HtmlElement): void {
  const content = collapseSpace((attribute(element, 'content') ?? '').slice(0, 2_000))
  if (content === '') return
  for (const key of ['name', 'property', 'itemprop', 'http-equiv']) {
    const name = attribute(element, key)?.toLowerCase()
    if (name === undefined) continue
    const list = metas.get(name)
    if (list === undefined) metas.set(name, [content])
    else list.push(content)
  }
}

/** The first content of the first of these meta names that the page has. */
export function first(metas: ReadonlyMap<string, readonly string[]>, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = metas.get(name)?.[0]
    if (value !== undefined) return value
  }
  return null
}

const BESIDE: ReadonlySet<string> = new Set(
  'comment comments kommentar kommentare related sidebar footer recommended recommendations teaser teasers trending popular widget latest newest similar more also menu carousel leserbrief leserbriefe'.split(
    ' ',
  ),
)
const SURELY_BESIDE: ReadonlySet<string> = new Set(
  'comment comments kommentar kommentare commentlist related recommended trending popular leserbrief leserbriefe'.split(
    ' ',
  ),
)

/**
 * True for what stands beside the article: asides, footers, comments, teasers of other pages. With `surely`, only for
 * comments and related pages, because many sites call the article's own parts footer or widget.
 */
export function standsBeside(element: HtmlElement, surely = false): boolean {
  for (let node: HtmlParent | null = element; node !== null && isElement(node); node = node.parentNode) {
    const tag = node.tagName
    if (tag === 'body') return false
    if (!surely && (tag === 'aside' || tag === 'footer' || tag === 'nav')) return true
    if (tag === 'article' || tag === 'main') continue
    const words = surely ? SURELY_BESIDE : BESIDE
    if (nameTokens(node).some(token => words.has(token))) return true
  }
  return false
}
