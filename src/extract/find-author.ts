import { type Known, known, unknown } from '../model/known.ts'
import { collapseSpace, normaliseName } from '../text/normalise.ts'
import { attribute, type HtmlElement, nameTokens, textOf } from './html-tree.ts'
import { type PageFacts, standsBeside } from './page-facts.ts'

const METAS =
  'author article:author dc.creator dcterms.creator dc.author parsely-author sailthru.author byl byline citation_author creator rbauthors authors'.split(
    ' ',
  )
const TOKENS: ReadonlySet<string> = new Set(
  'author authors byline autor autoren verfasser auteur autore redakteur writer fn'.split(' '),
)

/** Longest line that is a byline rather than a text about its author, in characters. */
const BYLINE = 120

const LEAD =
  /^(?:(?:written|posted|published|story|article|report|reported|words|text|analysis|exclusive)\s+)?(?:by|von|por|par|di|door|autor(?:in|en)?|author|verfasst von|text|geschrieben von|ein(?:e?) .{1,30} von|veröffentlicht von|de notre .{1,30}|przez)(?:\s*[:|]\s*|\s+)/i

/**
 * The author or authors of a page, joined with "; ": from JSON-LD, meta, links and elements marked as author, then a
 * line "By …" near the headline. Names of the site, addresses, dates and phrases are not authors.
 */
export function findAuthor(facts: PageFacts, headline: HtmlElement | null, siteName: string | null): Known<string> {
  for (const [from, values] of sources(facts, headline)) {
    const names = authorNames(values, facts, siteName)
    if (names.length > 0) return known(names.join('; '), from)
  }
  return unknown('the page names no author')
}

function* sources(facts: PageFacts, headline: HtmlElement | null): Generator<readonly [string, readonly string[]]> {
  yield ['json-ld', facts.data.authors]
  for (const name of METAS) yield [`meta:${name}`, facts.metas.get(name) ?? []]
  yield ['itemprop', marked(facts, element => /\b(?:author|creator)\b/i.test(attribute(element, 'itemprop') ?? ''))]
  yield ['rel=author', marked(facts, element => /\bauthor\b/i.test(attribute(element, 'rel') ?? ''))]
  yield [
    'markup',
    marked(facts, element => element.tagName !== 'meta' && nameTokens(element).some(token => TOKENS.has(token))),
  ]
  yield [
    'link',
    marked(
      facts,
      element =>
        element.tagName === 'a' &&
        /\/(?:authors?|autor(?:en|in)?|people|profile?|redakteur|staff|contributors?)\/[^/]/i.test(
          attribute(element, 'href') ?? '',
        ),
    ),
  ]
  yield ['headline', byLine(facts, headline)]
}

/** Texts of elements that pass the test, do not stand beside the article and are short; the first run of siblings. */
function marked(facts: PageFacts, test: (element: HtmlElement) => boolean): string[] {
  const found: string[] = []
  let parent: unknown = null
  for (const element of facts.elements) {
    if (!test(element) || standsBeside(element)) continue
    const text = attribute(element, 'content') ?? nameInside(element)
    if (text === '' || text.length > BYLINE) continue
    if (found.length > 0 && element.parentNode !== parent) break
    found.push(text)
    parent = element.parentNode
    if (found.length === 6) break
  }
  return found
}

/** The name in an author element: what is marked as a name or linked, else all of its text. */
function nameInside(element: HtmlElement): string {
  for (const child of elementsUnder(element, 40)) {
    if (/\bname\b/i.test(attribute(child, 'itemprop') ?? '') || /\bfn\b/.test(attribute(child, 'class') ?? ''))
      return textOf(child)
  }
  return textOf(element)
}

function elementsUnder(element: HtmlElement, most: number): HtmlElement[] {
  const found: HtmlElement[] = []
  const open: HtmlElement[] = [element]
  while (open.length > 0 && found.length < most) {
    for (const child of open.shift()!.childNodes) {
      if ('tagName' in child) {
        found.push(child)
        open.push(child)
      }
    }
  }
  return found
}

/** A line near the headline that begins "By" or the like. */
function byLine(facts: PageFacts, heading: HtmlElement | null): string[] {
  const start = heading === null ? 0 : facts.elements.indexOf(heading)
  for (const element of facts.elements.slice(start, start + 150)) {
    const text = textOf(element)
    if (text.length > 4 && text.length <= BYLINE && /^(?:by|von|por|par|di|text:|autor(?:in)?:?)\s/i.test(text))
      return [text]
  }
  return []
}

/** Names from raw values: lead words, dates, addresses and the site's own name dropped, lists split, doubles removed. */
export function authorNames(values: readonly string[], facts: PageFacts | null, siteName: string | null): string[] {
  const names: string[] = []
  for (const value of values) {
    for (const name of splitNames(cleaned(value))) {
      if (!isName(name) || isSite(name, facts, siteName)) continue
      if (!names.some(known => normaliseName(known) === normaliseName(name))) names.push(name)
    }
  }
  return names.slice(0, 10)
}

function cleaned(value: string): string {
  return collapseSpace(value.slice(0, 300))
    .replace(LEAD, '')
    .replace(LEAD, '')
    .replace(/[\w.+-]{1,60}@[\w.-]{1,60}/g, '')
    .replace(/(?:^|\s)@\w{1,30}/g, '')
    .replace(/\s*[|•·–—]\s.*$/, '')
    .replace(
      /,?\s+(?:on|am|vom|le|el|um)?\s*(?:\d{1,2}[./]\s?\d{1,2}[./]|\d{1,2}\.?\s\p{L}{3,10}\s\d{4}|\p{L}{3,9}\.? \d{1,2}, \d{4}).*$/u,
      '',
    )
    .replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '')
}

function splitNames(value: string): string[] {
  return value
    .split(/\s*;\s*|\s+(?:and|und|et|y|e|&)\s+|\s*&\s*|,\s+(?=\p{Lu}[\p{L}.'’-]*\s\p{Lu})/u)
    .map(name => name.replace(/^(?:and|und)\s+/i, '').replace(/^[\s,]+|[\s,]+$/g, ''))
    .filter(name => name !== '')
}

/** Two to sixty characters with a letter, at most six words, no address, no date, no digit-led phrase. */
function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || name.split(' ').length > 6) return false
  if (/^https?:|www\.|\/\/|[<>{}[\]#=]|\d{3,}/i.test(name) || !/\p{L}{2}/u.test(name)) return false
  return !/^(?:admin|administrator|webmaster|editor|author|autor|unknown|anonymous|guest|staff|online|redaktion|null|undefined|none|follow|more|share|comments?)$/i.test(
    name,
  )
}

function isSite(name: string, facts: PageFacts | null, siteName: string | null): boolean {
  const plain = normaliseName(name).replaceAll(' ', '')
  if (siteName !== null && plain === normaliseName(siteName).replaceAll(' ', '')) return true
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(facts?.address ?? facts?.canonical ?? '')?.[1] ?? ''
  return (
    host !== '' && plain.length > 3 && plain === normaliseName(host.replace(/\.[a-z]{2,6}$/i, '')).replaceAll(' ', '')
  )
}
