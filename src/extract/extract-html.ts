import type { Article, BlockRole } from '../model/article.ts'
import { valueOf } from '../model/known.ts'
import type { Page } from '../model/page.ts'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { collapseSpace, normaliseText } from '../text/normalise.ts'
import { findAuthor } from './find-author.ts'
import { type Body, findBody } from './find-body.ts'
import { findDate } from './find-date.ts'
import { findHeadline, looseText } from './find-headline.ts'
import { findAddress, findOutlet, findSiteName } from './find-site.ts'
import { findStandfirst } from './find-standfirst.ts'
import { findTitle } from './find-title.ts'
import { type HtmlElement, parseTree } from './html-tree.ts'
import { MAX_MARKUP, MAX_REFERENCES, MAX_TAGS } from './limits.ts'
import { joinParts, makeArticle, taggedLanguage } from './make-article.ts'
import { gatherFacts, type PageFacts } from './page-facts.ts'
import { rejectNoArticle } from './reject-no-article.ts'
import { stripMarkup } from './strip-markup.ts'

/** The article in a page of HTML, or why there is none. Paragraphs are joined by a blank line, the headline first. */
export function extractHtml(page: Page, html: string): Outcome<Article> {
  const stripped = stripMarkup(html)
  const oversize = tooMuch(stripped.html)
  if (oversize !== null) return reject('extract', 'too-large', oversize)
  const facts = gatherFacts(parseTree(stripped.html), stripped, page.reachedUrl ?? page.url)
  const siteName = findSiteName(facts)
  const headline = findHeadline(facts)
  const title = normalised(findTitle(facts, headline, siteName) ?? page.hints.title)
  const byline = findAuthor(facts, headline, siteName)
  const authors = (valueOf(byline) ?? '').split('; ').filter(name => name !== '')
  const body = findBody(facts, { title, authors })
  const refused = rejectNoArticle(page, facts, title, body)
  return refused === null
    ? accept(assemble(page, facts, { siteName, headline, title, byline, body }))
    : { ok: false, rejection: refused }
}

/** What of a page's markup is beyond what a parser should be given, as a sentence; `null` where nothing is. */
function tooMuch(html: string): string | null {
  if (html.length > MAX_MARKUP) return `expected at most ${MAX_MARKUP} characters of markup, got ${html.length}`
  let tags = 0
  let references = 0
  for (let i = 0; i < html.length; i++) {
    const code = html.charCodeAt(i)
    if (code === 60) tags++
    else if (code === 38) references++
  }
  if (tags > MAX_TAGS) return `expected at most ${MAX_TAGS} tags, got ${tags}`
  return references > MAX_REFERENCES
    ? `expected at most ${MAX_REFERENCES} character references, got ${references}`
    : null
}

interface Parts {
  readonly siteName: string | null
  readonly headline: HtmlElement | null
  readonly title: string | null
  readonly byline: ReturnType<typeof findAuthor>
  readonly body: Body
}

function assemble(page: Page, facts: PageFacts, { siteName, headline, title, byline, body }: Parts): Article {
  const url = findAddress(page, facts)
  const lines = body.lines
    .map(({ text, role }) => ({ text: normaliseText(text), role }))
    .filter(({ text }) => text !== '')
  const standfirst = normalised(findStandfirst(facts, headline, body, { title, authors: [] }))
  const parts: { text: string; role: BlockRole }[] = title === null ? [] : [{ text: title, role: 'title' }]
  if (standfirst !== null && !holds(lines, standfirst)) parts.push({ text: standfirst, role: 'standfirst' })
  // The first line of a body that is the standfirst keeps its place and gets its role.
  parts.push(
    ...lines.map((line, i) => (i === 0 && line.text === standfirst ? { ...line, role: 'standfirst' as const } : line)),
  )
  const { text, blocks } = joinParts(parts)
  return makeArticle(page, {
    url,
    title,
    text,
    blocks,
    standfirst,
    language: taggedLanguage(facts.language, 'html lang'),
    outlet: findOutlet(page, url, siteName),
    byline,
    published: findDate(facts, headline, latestDay(page)),
  })
}

/** True when the body's first lines hold the standfirst already. */
function holds(lines: readonly { readonly text: string }[], standfirst: string): boolean {
  const start = looseText(
    lines
      .slice(0, 6)
      .map(({ text }) => text)
      .join(' '),
  )
  return start.includes(looseText(standfirst).slice(0, 80))
}

/** A page cannot have been published after it was fetched; a day is allowed for time zones. */
function latestDay(page: Page): string | null {
  if (page.fetchedAt === null) return null
  const fetched = Date.parse(page.fetchedAt)
  return Number.isNaN(fetched) ? null : new Date(fetched + 86_400_000).toISOString().slice(0, 10)
}

function normalised(text: string | null): string | null {
  const flat = text === null ? '' : collapseSpace(normaliseText(text))
  return flat === '' ? null : flat
}
