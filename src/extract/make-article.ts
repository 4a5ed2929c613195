import type { Article, Block, BlockRole, Outlet } from '../model/article.ts'
import { type Known, known, unknown, valueOf } from '../model/known.ts'
import type { Page } from '../model/page.ts'
import { contentId } from '../text/hash.ts'
import { findAgency, findCredit } from './find-agency.ts'
import { parseDate } from './parse-date.ts'

/** What has been found in a page; hints of the page are laid over it by `makeArticle`. */
export interface FoundArticle {
  readonly url: string | null
  readonly title: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly standfirst: string | null
  readonly language: Known<string>
  readonly outlet: Known<Outlet>
  readonly byline: Known<string>
  readonly published: Known<string>
}

/**
 * Puts an article together. What was given beside the page (outlet, byline, date, language) wins over what was read in
 * it, save that a given date which is none is passed over. The id is a hash of outlet, address and text.
 */
export function makeArticle(page: Page, found: FoundArticle): Article {
  const { hints } = page
  const published = givenDate(hints.published) ?? found.published
  const byline = hints.byline === null ? found.byline : known(hints.byline, 'given')
  const language = hints.language === null ? found.language : known(languageCode(hints.language), 'given')
  const wire = findAgency(found.text, valueOf(byline), found.title)
  return {
    id: contentId(valueOf(found.outlet)?.id ?? '', found.url ?? '', found.text),
    file: page.file,
    url: found.url,
    title: found.title,
    text: found.text,
    language,
    outlet: found.outlet,
    byline,
    published,
    standfirst: found.standfirst,
    blocks: found.blocks,
    sample: hints.sample,
    wire,
    credit: findCredit(found.text),
  }
}

function givenDate(given: string | null): Known<string> | null {
  if (given === null) return null
  const day = parseDate(given, 'unclear')
  if (day === null) return null
  return known(/^\d{4}-\d{2}-\d{2}T/.test(given) ? given : day, 'given')
}

/** ISO 639-1 from a language tag: `de-DE` and `de_AT` are `de`. */
export function languageCode(tag: string): string {
  return (/^[a-z]{2,3}/i.exec(tag.trim())?.[0] ?? tag).toLowerCase()
}

/** A language tag as a `Known` code. */
export function taggedLanguage(tag: string | null, from: string): Known<string> {
  if (tag === null || !/^[a-z]{2,3}(?:[-_]|$)/i.test(tag.trim()))
    return unknown('neither the page nor the feed names a language')
  return known(languageCode(tag), from)
}

/** A text in the making: parts joined by a blank line, and the block of each. */
export interface JoinedText {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Joins parts by blank lines; every part is one block, its span into the text. Parts must be normalised, not empty. */
export function joinParts(parts: readonly { readonly text: string; readonly role: BlockRole }[]): JoinedText {
  const blocks: Block[] = []
  const texts: string[] = []
  let at = 0
  for (const { text, role } of parts) {
    blocks.push({ role, span: [at, at + text.length] })
    texts.push(text)
    at += text.length + 2
  }
  return { text: texts.join('\n\n'), blocks }
}
