import { type Known, known, unknown } from '../model/known.ts'
import { attribute, type HtmlElement, nameTokens, textOf } from './html-tree.ts'
import { first, type PageFacts, standsBeside } from './page-facts.ts'
import { type DateOrder, findDates, parseDate } from './parse-date.ts'

/** Meta names under which pages write the day of publication, surest first. */
const PUBLISHED =
  'article:published_time article:published og:article:published_time og:published_time datepublished date_published publishdate publish_date publish-date pubdate published-date published_date publication_date publication-date article.published date.issued dc.date.issued dcterms.issued dcterms.created dc.date.created datecreated date.created created originalpublicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime bt:pubdate rnews:datepublished nrbi:pubdate lastpublished content_create_date article_date_original displaydate citation_publication_date citation_date citation_online_date prism.publicationdate releasedate'.split(
    ' ',
  )
/** Names that mean publication on some sites and the last change on others: read after what the page shows. */
const UNCLEAR = 'date dc.date dc:date dcterms.date dc.terms.date doc_date'.split(' ')
const MODIFIED =
  'article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified last-modified lastmod modified revised updated_time og:regdate'.split(
    ' ',
  )

/** Words of class and id that name the line with the date. */
const DATE_TOKENS: ReadonlySet<string> = new Set(
  'date dates datum published publish publishdate pubdate publication posted time timestamp dateline datetime datepublished postdate entrydate postmeta postinfo meta metadata info byline fecha data veroeffentlicht datestamp erschienen created creation zeit'.split(
    ' ',
  ),
)
const MODIFIED_TOKENS: ReadonlySet<string> = new Set('modified updated update lastmod changed aktualisiert'.split(' '))

/** Longest text of an element that is a date line rather than a paragraph with a date in it, in characters. */
const DATE_LINE = 120

/**
 * The day (and time, where written so) a page was published. Sources in this order: JSON-LD, meta, marked-up elements,
 * the address, text next to the headline; then, marked weak, a labelled date in the text and the date of the last
 * change. Written local days, no conversion. Dates after `latest` (the day of the fetch, where known) are passed over.
 */
export function findDate(facts: PageFacts, headline: HtmlElement | null, latest: string | null): Known<string> {
  const order = dateOrder(facts)
  for (const [from, values] of sources(facts, headline, order)) {
    for (const value of values) {
      const day = value === null ? null : parseDate(value, order)
      if (day === null || (latest !== null && day.slice(0, 10) > latest)) continue
      return known(localDay(day, facts, headline, order), from)
    }
  }
  return unknown('the page names no day of publication that could be read')
}

/**
 * A time written in UTC may be of another day than the page's own. Where the address or a date by the headline is one
 * day off, that is the day the page was published on for its readers.
 */
function localDay(written: string, facts: PageFacts, headline: HtmlElement | null, order: DateOrder): string {
  if (!/T.*(?:Z|[+-]00:00)$/.test(written)) return written
  const day = written.slice(0, 10)
  const inAddress = addressOf(facts)
    .map(value => (value === null ? null : parseDate(value, order)))
    .filter(value => value !== null)
  const shown = inAddress.length === 0 ? nearHeadline(facts, headline, order) : inAddress
  if (shown.includes(day)) return written
  return shown.find(other => Math.abs(Date.parse(other) - Date.parse(day)) === 86_400_000) ?? written
}

function addressOf(facts: PageFacts): (string | null)[] {
  return [addressDay(facts.address), addressDay(facts.canonical), addressDay(first(facts.metas, 'og:url'))]
}

type Source = readonly [from: string, values: Iterable<string | null>]

function* sources(facts: PageFacts, headline: HtmlElement | null, order: DateOrder): Generator<Source> {
  yield ['json-ld', [facts.data.published]]
  for (const name of PUBLISHED) yield [`meta:${name}`, facts.metas.get(name) ?? []]
  for (const surely of [false, true]) {
    const marked = (test: (element: HtmlElement) => boolean): Iterable<string | null> =>
      markedUp(facts, test, element => standsBeside(element, surely))
    yield ['itemprop', marked(element => /\bdate(?:published|created)\b/i.test(attribute(element, 'itemprop') ?? ''))]
    yield ['time', marked(element => attribute(element, 'pubdate') !== null)]
    yield ['markup', marked(isPublishedMark)]
    if (!surely) {
      yield ['address', addressOf(facts)]
      yield ['headline', nearHeadline(facts, headline, order)]
    }
    yield ['time', marked(element => element.tagName === 'time' && !isModified(element))]
    yield ['markup', marked(isDateLine)]
    if (!surely) for (const name of UNCLEAR) yield [`meta:${name}`, facts.metas.get(name) ?? []]
  }
  yield ['text (weak)', labelled(facts, order)]
  yield ['script (weak)', facts.scriptDates]
  yield* weakSources(facts, order)
}

function* weakSources(facts: PageFacts, order: DateOrder): Generator<Source> {
  for (const name of MODIFIED) yield [`meta:${name} (weak)`, facts.metas.get(name) ?? []]
  yield ['json-ld:dateModified (weak)', [facts.data.modified]]
  yield [
    'markup (weak)',
    markedUp(
      facts,
      element => element.tagName === 'time' || isModified(element),
      () => false,
    ),
  ]
  yield ['text (weak)', [onlyDay(facts, order), facts.titleTag]]
}

/** English pages of American houses write the month first, others the day; without a sign either way it is unclear. */
function dateOrder(facts: PageFacts): DateOrder {
  const language = (facts.language ?? '').toLowerCase().replace('_', '-')
  if (language !== '' && !language.startsWith('en')) return 'day-first'
  const host = /^https?:\/\/([^/:?#]+)/i.exec(facts.address ?? facts.canonical ?? '')?.[1] ?? ''
  if (
    /\.(?:uk|au|nz|ie|in|za|de|fr|es|it|ch|at|eu|pl|nl|be|br|pt|tr|ru)$/i.test(host) ||
    /^en-(?:gb|au|nz|ie|in|za)/.test(language)
  )
    return 'day-first'
  return language.startsWith('en') ? 'month-first' : 'unclear'
}

/** Values of elements that pass the test and do not stand beside the article: attributes first, then text. */
function* markedUp(
  facts: PageFacts,
  test: (element: HtmlElement) => boolean,
  beside: (element: HtmlElement) => boolean,
): Generator<string | null> {
  let seen = 0
  for (const element of facts.elements) {
    if (!test(element) || beside(element)) continue
    if (++seen > 20) return
    for (const name of ['datetime', 'content', 'title', 'data-datetime', 'data-date']) yield attribute(element, name)
    const text = textOf(element)
    if (text.length <= DATE_LINE) yield text
  }
}

function isPublishedMark(element: HtmlElement): boolean {
  if (element.tagName === 'meta' || element.tagName === 'body' || element.tagName === 'html') return false
  const names = attribute(element, 'class')?.toLowerCase() ?? ''
  return /(?:^|\s)(?:published|dt-published|entry-date|post-date|date-published|dtpublished|publish-date|article-date|date-header|postdate|pubdate|article__date|post__date)(?:\s|$)/.test(
    names,
  )
}

function isModified(element: HtmlElement): boolean {
  return (
    nameTokens(element).some(token => MODIFIED_TOKENS.has(token)) ||
    /\bdatemodified\b/i.test(attribute(element, 'itemprop') ?? '')
  )
}

function isDateLine(element: HtmlElement): boolean {
  if (element.tagName === 'body' || element.tagName === 'html' || element.tagName === 'meta' || isModified(element))
    return false
  return nameTokens(element).some(token => DATE_TOKENS.has(token))
}

/** `/2019/10/16/`, `/2019-10-16-`, `/20191016` in an address. */
function addressDay(address: string | null): string | null {
  const path = address?.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? ''
  const found =
    /(?:^|[/_.-])((?:19|20)\d{2})([/_-]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9](?!\d))(?=[/_.-]|$)/.exec(path)
  if (found !== null) return `${found[1]}-${found[3]}-${found[4]}`
  return /(?:^|\/)\d{1,2}-\d{1,2}-20\d{2}(?=[/-]|$)/.exec(path)?.[0]?.replace('/', '') ?? null
}

/** Dates in the 300 characters after and before the first heading that stands in the article. */
function nearHeadline(facts: PageFacts, heading: HtmlElement | null, order: DateOrder): string[] {
  if (heading === null) return []
  const at = facts.elements.indexOf(heading)
  const texts: string[] = []
  let length = 0
  for (let i = at; i < facts.elements.length && length < 300 && texts.length < 60; i++) {
    const own = ownText(facts.elements[i]!)
    if (own === '') continue
    length += own.length
    if (own.length <= DATE_LINE) texts.push(own)
  }
  for (let i = at - 1, before = 0; i >= 0 && before < 150; i--) {
    const own = ownText(facts.elements[i]!)
    before += own.length
    if (own !== '' && own.length <= DATE_LINE) texts.push(own)
  }
  return texts.flatMap(text => findDates(text, order).map(({ day }) => day))
}

/** Text that stands in the element itself, not in what is below it. */
function ownText(element: HtmlElement): string {
  let text = ''
  for (const child of element.childNodes) if (child.nodeName === '#text' && 'value' in child) text += `${child.value} `
  return text.replace(/\s+/g, ' ').trim()
}

const LABEL =
  /(?:published|posted|veröffentlicht|erschienen|erstellt|eingestellt|geschrieben|publié|publicado|pubblicato|opublikowan[oey]|yayın(?:lanma)?|date|datum|stand|fecha|on|am|vom|le|del|:)\b[^\d\n]{0,25}$/i

/** Dates that a word such as "published" or "veröffentlicht am" comes before, in short lines anywhere in the page. */
function* labelled(facts: PageFacts, order: DateOrder): Generator<string> {
  let read = 0
  for (const element of facts.elements) {
    const text = ownText(element)
    if (text.length < 6 || text.length > DATE_LINE || standsBeside(element, true)) continue
    if (++read > 2_000) return
    for (const { day, at } of findDates(text, order)) if (LABEL.test(text.slice(Math.max(0, at - 40), at))) yield day
  }
}

/** A date that stands as a line of its own. */
function onlyDay(facts: PageFacts, order: DateOrder): string | null {
  let read = 0
  for (const element of facts.elements) {
    const text = ownText(element)
    if (text.length < 6 || text.length > 60 || standsBeside(element)) continue
    if (++read > 2_000) return null
    const found = findDates(text, order)[0]
    if (found !== undefined) return found.day
  }
  return null
}
