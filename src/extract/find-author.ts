import { type Known, known, unknown } from '../model/known.ts'
import { normaliseName } from '../text/normalise.ts'
import { authorNames, isPersonal } from './author-names.ts'
import { attribute, elementsOf, type HtmlElement, nameTokens, textOf } from './html-tree.ts'
import { first, type PageFacts, standsBeside } from './page-facts.ts'

const METAS =
  'author article:author dc.creator dcterms.creator dc.author parsely-author sailthru.author byl byline citation_author creator rbauthors authors'.split(
    ' ',
  )
const TOKENS: ReadonlySet<string> = new Set(
  'author authors authorname byline autor autoren verfasser auteur autore redakteur writer fn username'.split(' '),
)
const PROFILE =
  /\/(?:authors?|autor(?:en|in)?|people|profile?|redakteur|redaktion|staff|contributors?|newsteam|journalists?)\/[^/]/i
const BY =
  /^(?:by|von|por|par|di|text(?: von|:)|autor(?:in)?:?|written by|posted by|ein (?:artikel|beitrag) von)\s+(?=\S)/iu

/** Longest line that is a byline rather than a text about its author, in characters. */
const BYLINE = 120

/**
 * The author or authors of a page, joined with "; ": from JSON-LD, meta, links and elements marked as author, then a
 * line "By …" near the headline. The first source that names a person wins; houses and nicknames serve where none does.
 * The site's own name is no author, save where the page prints it as one.
 */
export function findAuthor(facts: PageFacts, headline: HtmlElement | null, siteName: string | null): Known<string> {
  const found: { from: string; names: string[] }[] = []
  for (const [from, values, printed] of sources(facts, headline)) {
    const names = authorNames(values).filter(name => printed || !isSite(name, facts, siteName))
    if (names.length === 0) continue
    if (names.some(isPersonal)) return known(names.join('; '), from)
    found.push({ from, names })
  }
  const [best] = found
  return best === undefined ? unknown('the page names no author') : known(best.names.join('; '), best.from)
}

type Source = readonly [from: string, values: readonly string[], printed: boolean]

function* sources(facts: PageFacts, headline: HtmlElement | null): Generator<Source> {
  yield ['json-ld', facts.data.authors, false]
  for (const name of METAS) yield [`meta:${name}`, facts.metas.get(name) ?? [], false]
  if (
    /(?:written by|verfasst von|geschrieben von|author|autor|écrit par|escrito por)/i.test(
      first(facts.metas, 'twitter:label1') ?? '',
    )
  ) {
    yield ['meta:twitter:data1', facts.metas.get('twitter:data1') ?? [], false]
  }
  for (const surely of [false, true]) {
    const find = (test: (element: HtmlElement) => boolean): string[] => marked(facts, test, surely)
    yield ['itemprop', find(element => /\b(?:author|creator)\b/i.test(attribute(element, 'itemprop') ?? '')), false]
    yield ['rel=author', find(element => /\bauthor\b/i.test(attribute(element, 'rel') ?? '')), true]
    yield ['markup', find(isAuthorMark), true]
    if (!surely) yield ['headline', byLine(facts, headline), true]
    yield ['link', find(element => element.tagName === 'a' && PROFILE.test(attribute(element, 'href') ?? '')), true]
  }
}

function isAuthorMark(element: HtmlElement): boolean {
  return (
    element.tagName !== 'meta' && element.tagName !== 'body' && nameTokens(element).some(token => TOKENS.has(token))
  )
}

/** Texts of elements that pass the test, do not stand beside the article and are short; the first run of siblings. */
function marked(facts: PageFacts, test: (element: HtmlElement) => boolean, surely: boolean): string[] {
  const found: string[] = []
  let parent: unknown = null
  for (const element of facts.elements) {
    if (!test(element) || standsBeside(element, surely)) continue
    const text = attribute(element, 'content') ?? nameInside(element)
    if (text === '' || text.length > BYLINE) continue
    if (found.length > 0 && element.parentNode !== parent) break
    if (authorNames([text]).length === 0) continue
    found.push(text)
    parent = element.parentNode
    if (found.length === 6) break
  }
  return found
}

/** The name in an author element: what is marked as a name, its only link, else all of its text. */
function nameInside(element: HtmlElement): string {
  const inside = elementsOf(element)
  if (inside.length > 60) return ''
  const named = inside.find(
    child =>
      /\bname\b/i.test(attribute(child, 'itemprop') ?? '') ||
      /(?:^|\s)fn(?:\s|$)/.test(attribute(child, 'class') ?? ''),
  )
  if (named !== undefined) return textOf(named)
  const links = inside.filter(child => child.tagName === 'a' && textOf(child) !== '')
  return links.length === 1 && isPersonal(textOf(links[0]!)) ? textOf(links[0]!) : textOf(element)
}

/** A line that begins "By" or the like: after the headline, else shortly before it. */
function byLine(facts: PageFacts, heading: HtmlElement | null): string[] {
  const at = heading === null ? 0 : facts.elements.indexOf(heading)
  const near = [...facts.elements.slice(at, at + 150), ...facts.elements.slice(Math.max(0, at - 15), at)]
  for (const element of near) {
    const text = textOf(element)
    if (
      text.length > 4 &&
      text.length <= BYLINE &&
      /^\p{Lu}/u.test(text.replace(BY, '')) &&
      BY.test(text) &&
      authorNames([text]).length > 0
    )
      return [text]
  }
  return []
}

function isSite(name: string, facts: PageFacts, siteName: string | null): boolean {
  const plain = normaliseName(name).replaceAll(' ', '')
  if (siteName !== null && plain === normaliseName(siteName).replaceAll(' ', '')) return true
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(facts.address ?? facts.canonical ?? '')?.[1] ?? ''
  return (
    host !== '' && plain.length > 3 && plain === normaliseName(host.replace(/\.[a-z]{2,6}$/i, '')).replaceAll(' ', '')
  )
}
