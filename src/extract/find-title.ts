import { collapseSpace } from '../text/normalise.ts'
import { headlineText, looseText } from './find-headline.ts'
import type { HtmlElement } from './html-tree.ts'
import { first, type PageFacts } from './page-facts.ts'

/** Longest headline we believe, in characters; what is longer is cut at a word. */
const MAX_TITLE = 300

const SEPARATOR = /\s+[|–—·•»›/:-]{1,2}\s+|\s?[|»›]\s?|:\s/

/**
 * The headline: a single first-level heading beats what the page says of itself in meta and JSON-LD, and those beat the
 * title element; the site's name is taken off the end or the start. `null` where the page has none.
 */
export function findTitle(facts: PageFacts, headline: HtmlElement | null, siteName: string | null): string | null {
  const og = first(facts.metas, 'og:title', 'twitter:title', 'dc.title', 'dcterms.title')
  const meta = og ?? facts.data.headline
  const heading = headline === null ? null : headlineText(headline)
  const chosen =
    heading ??
    (meta === null ? null : withoutSite(meta, siteName, facts)) ??
    (facts.titleTag === null ? null : withoutSite(facts.titleTag, siteName, facts))
  if (chosen === null) return null
  const flat = collapseSpace(chosen)
  if (flat === '') return null
  return flat.length <= MAX_TITLE
    ? flat
    : flat.slice(0, flat.lastIndexOf(' ', MAX_TITLE) > 0 ? flat.lastIndexOf(' ', MAX_TITLE) : MAX_TITLE)
}

/** A title without the site's name at its end or start, where it is set off by a bar, a dash or the like. */
export function withoutSite(title: string, siteName: string | null, facts: PageFacts): string {
  const parts = split(title)
  if (parts.length < 2) return title
  const site = siteName === null ? '' : looseText(siteName)
  const host = looseText(
    /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(facts.address ?? facts.canonical ?? '')?.[1] ?? '',
  ).replaceAll(' ', '')
  const isSite = (part: string): boolean => {
    const plain = looseText(part)
    if (plain === '') return true
    if (
      site !== '' &&
      (plain === site || site.includes(plain) || (plain.includes(site) && plain.length < site.length * 2.5))
    )
      return true
    const run = plain.replaceAll(' ', '')
    return host !== '' && run.length > 3 && host.includes(run)
  }
  let start = 0
  let end = parts.length
  while (end - start > 1 && isSite(parts[end - 1]!.text)) end--
  while (end - start > 1 && isSite(parts[start]!.text)) start++
  // A bar sets off a site or a section even where we do not know its name: the longest part between bars is the title.
  if (parts.slice(start + 1, end).every(({ before }) => /[|»›]/.test(before)) && end - start > 1) {
    const longest = parts.slice(start, end).reduce((a, b) => (b.text.length > a.text.length ? b : a))
    return longest.text.trim()
  }
  if (start === 0 && end === parts.length) {
    const last = parts[end - 1]!
    if (/\s[–—-]\s/.test(last.before) && last.text.length < title.length / 3 && last.text.split(' ').length <= 4) end--
  }
  return title.slice(parts[start]!.at, parts[end - 1]!.at + parts[end - 1]!.text.length).trim()
}

function split(title: string): { text: string; at: number; before: string }[] {
  const parts: { text: string; at: number; before: string }[] = []
  const separator = new RegExp(SEPARATOR.source, 'g')
  let at = 0
  let before = ''
  for (const match of title.slice(0, 500).matchAll(separator)) {
    parts.push({ text: title.slice(at, match.index), at, before })
    at = match.index + match[0].length
    before = match[0]
  }
  parts.push({ text: title.slice(at), at, before })
  return parts
}
