import { MAX_JSON_LD } from './limits.ts'

/** Elements whose content is raw text that no article is in. JSON-LD scripts are handed out apart. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'iframe', 'noframes', 'noembed', 'xmp'])

/** Characters of one attribute value, and of one tag, that are kept: data URIs and inlined state are longer. */
const MAX_VALUE = 2_000
const MAX_TAG = 16_000

/** Markup without comments, scripts, styles, frames' content and long attributes, and the JSON-LD scripts by themselves. */
export interface StrippedMarkup {
  readonly html: string
  readonly jsonLd: readonly string[]
  /** Values of keys such as "datePublished" in other scripts, as written, at most 20. */
  readonly scriptDates: readonly string[]
}

/**
 * Cuts out what costs a parser most and holds no article. One pass, linear in the input; a tag or comment that never
 * ends loses the rest of the page, as it would in a browser. NULs go too.
 */
export function stripMarkup(raw: string): StrippedMarkup {
  const html = raw.includes('\0') ? raw.replaceAll('\0', '') : raw
  const out: string[] = []
  const scripts: Scripts = { jsonLd: [], dates: [] }
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    out.push(html.slice(at, open))
    at = html.startsWith('<!--', open) ? skipComment(html, open) : copyTag(html, open, out, scripts)
  }
  if (at < html.length) out.push(html.slice(at))
  return { html: out.join(''), jsonLd: scripts.jsonLd, scriptDates: scripts.dates }
}

/** Where the comment ends. `<!-->` and `<!--->` are whole comments (HTML standard, 13.2.5.43). */
function skipComment(html: string, open: number): number {
  if (html.startsWith('<!-->', open)) return open + 5
  if (html.startsWith('<!--->', open)) return open + 6
  const end = html.indexOf('-->', open + 4)
  return end < 0 ? html.length : end + 3
}

function copyTag(html: string, open: number, out: string[], scripts: Scripts): number {
  if (!isLetter(html.charCodeAt(open + 1)) && html[open + 1] !== '/') {
    out.push('<')
    return open + 1
  }
  const end = tagEnd(html, open)
  if (end < 0) return html.length
  const name = tagName(html, open + 1)
  const list = name === 'select' && html[open + 1] !== '/' ? html.indexOf('</select', end) : -1
  if (list >= 0) return list
  if (!RAW.has(name)) {
    out.push(end - open > MAX_VALUE ? shortenTag(html.slice(open, end)) : html.slice(open, end))
    return end
  }
  const close = closingTag(html, name, end)
  if (name === 'script') keepScript(html.slice(open, Math.min(end, open + 1000)), html.slice(end, close), scripts)
  const after = html.indexOf('>', close)
  return after < 0 ? html.length : after + 1
}

interface Scripts {
  readonly jsonLd: string[]
  readonly dates: string[]
}

const SCRIPT_DATE =
  /["'](?:datePublished|date_published|publishedDate|published_at|publishedAt|publicationDate|publication_date|publish_date|publishDate|firstPublished|createdAt|created_at)["']\s{0,3}:\s{0,3}["']([^"']{8,40})["']/g

function keepScript(tag: string, content: string, scripts: Scripts): void {
  if (/type\s{0,5}=\s{0,5}["']?application\/ld\+json/i.test(tag)) {
    if (content.length <= MAX_JSON_LD) scripts.jsonLd.push(content)
    return
  }
  if (scripts.dates.length >= 20 || content.length > MAX_JSON_LD) return
  for (const match of content.matchAll(SCRIPT_DATE)) {
    scripts.dates.push(match[1]!)
    if (scripts.dates.length >= 20) return
  }
}

/** The index after the `>` that ends the tag, quotes respected; -1 where there is none. */
function tagEnd(html: string, open: number): number {
  let quote = ''
  let afterEquals = false
  for (let i = open + 1; i < html.length; i++) {
    const char = html[i]!
    if (quote !== '') {
      if (char === quote) quote = ''
      continue
    }
    if (char === '>') return i + 1
    if ((char === '"' || char === "'") && afterEquals) quote = char
    if (char === '=') afterEquals = true
    else if (char !== ' ' && char !== '\n' && char !== '\t' && char !== '\r') afterEquals = false
  }
  // An unbalanced quote: end at the next bracket, so that one typing error does not cost the page.
  const plain = quote === '' ? -1 : html.indexOf('>', open)
  return plain < 0 ? -1 : plain + 1
}

function tagName(html: string, at: number): string {
  let end = at
  while (end < html.length && end - at < 20 && isLetter(html.charCodeAt(end))) end++
  return html.slice(at, end).toLowerCase()
}

/** Where `</name` stands at or after `from`; the end of the page where it does not. */
function closingTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return html.length
}

/** The tag with its long attribute values emptied, and cut to its name where it is still long. */
function shortenTag(tag: string): string {
  const shorter = tag.replace(/"[^"]*"|'[^']*'/g, value => (value.length > MAX_VALUE ? '""' : value))
  if (shorter.length <= MAX_TAG) return shorter
  return `${/^<\/?[a-z][\w:-]{0,30}/i.exec(tag)?.[0] ?? '<span'}>`
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
