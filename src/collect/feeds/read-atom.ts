import { parseDate } from '../dates/parse-date.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { orNull, plainText } from './plain-text.ts'
import { childrenOf, escapeHtml, innerHtml, resolve, textOf, type XmlNode } from './xml-tree.ts'

/** Atom 1.0 (RFC 4287) and Atom 0.3, in their own namespace or in none. */
export function readAtom(root: XmlNode): Feed {
  const feedAuthor = authorOf(root)
  return {
    title: titleOf(root),
    link: linkOf(root),
    description: htmlOf(find(root, 'subtitle', 'tagline')) ?? plainOf(find(root, 'description')),
    language: orNull(root.language) ?? textOrNull(childrenOf(root, 'language', 'dc')[0]),
    updated: dateOf(root, ['updated', 'modified']) ?? dcDate(root, ['date'], 'dc'),
    entries: atoms(root, 'entry').map(entry => readEntry(entry, feedAuthor)),
  }
}

function readEntry(entry: XmlNode, feedAuthor: string | null): FeedEntry {
  const source = find(entry, 'source')
  const published =
    dateOf(entry, ['published', 'issued', 'created']) ??
    dcDate(entry, ['issued', 'created'], 'dcterms') ??
    dcDate(entry, ['date'], 'dc')
  const updated = dateOf(entry, ['updated', 'modified']) ?? dcDate(entry, ['modified'], 'dcterms')
  return {
    id: idOf(find(entry, 'id')),
    title: titleOf(entry) ?? textOrNull(childrenOf(entry, 'title', 'dc')[0]) ?? mediaText(entry, 'title'),
    link: linkOf(entry),
    published,
    updated,
    summary: htmlOf(find(entry, 'summary')) ?? mediaText(entry, 'description'),
    content: contentOf(entry),
    author: authorOf(entry) ?? (source === undefined ? null : authorOf(source)) ?? feedAuthor,
  }
}

/** Ids are absolute by RFC 4287 4.2.6; one written as a path is resolved like a link, one like "b1" is a name and stays. */
function idOf(node: XmlNode | undefined): string | null {
  const id = textOrNull(node)
  return id?.includes('/') === true && node !== undefined ? resolve(id, node.base) : id
}

/** Children in Atom's namespace or in none: some feeds forget to declare it. */
function atoms(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && child.name === name && isAtom(child),
  )
}

function isAtom(node: XmlNode): boolean {
  return node.space === 'atom' || node.space === '' || node.space.startsWith('other:')
}

function find(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  for (const name of names) {
    const found = atoms(node, name)[0]
    if (found !== undefined) return found
  }
  return undefined
}

function textOrNull(node: XmlNode | undefined): string | null {
  return node === undefined ? null : orNull(textOf(node))
}

function plainOf(node: XmlNode | undefined): string | null {
  return node === undefined ? null : plainText(textOf(node))
}

function titleOf(node: XmlNode): string | null {
  const title = find(node, 'title')
  if (title === undefined) return null
  const html = htmlOf(title)
  return html === null ? null : plainText(html)
}

function contentOf(entry: XmlNode): string | null {
  const contents = [...atoms(entry, 'content'), ...childrenOf(entry, 'encoded', 'content')]
  // Atom 0.3 allowed several; HTML says more than plain text.
  const best = contents.find(node => /html/i.test(node.attributes['type'] ?? '')) ?? contents[0]
  if (best === undefined) return null
  if (best.space === 'content') return orNull(textOf(best))
  return htmlOf(best)
}

/**
 * A text construct as HTML (RFC 4287, 3.1 and 4.1.3.3; Atom 0.3 has `mode` beside `type`): plain text is escaped,
 * HTML and XHTML handed on, base64 decoded.
 */
export function htmlOf(node: XmlNode | undefined): string | null {
  if (node === undefined) return null
  const type = (node.attributes['type'] ?? 'text').trim().toLowerCase()
  const mode = node.attributes['mode']?.trim().toLowerCase()
  const hasElements = node.children.some(child => typeof child !== 'string')
  if (!hasElements && (mode === 'base64' || (mode === undefined && isBinaryType(type)))) {
    const decoded = decodeBase64(textOf(node))
    if (decoded !== null) return orNull(type.startsWith('text/plain') ? escapeHtml(decoded) : decoded)
  }
  if (hasElements) return orNull(innerHtml(unwrapDiv(node)))
  const isHtml = type.includes('html') && mode !== 'xml' && type !== 'xhtml'
  return orNull(isHtml || mode === 'escaped' ? textOf(node) : escapeHtml(textOf(node)))
}

function isBinaryType(type: string): boolean {
  return type.includes('/') && !/^text\/|[+/]xml$|html/.test(type)
}

/** Base64 of UTF-8 text, or null for what only looks like it: "test" is four letters of the alphabet too. */
function decodeBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '')
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The single `div` of type="xhtml" is no part of the content. */
function unwrapDiv(node: XmlNode): XmlNode {
  const said = node.children.filter(child => typeof child !== 'string' || child.trim() !== '')
  const [only] = said
  return said.length === 1 && only !== undefined && typeof only !== 'string' && only.name === 'div' ? only : node
}

/** The alternate link (RFC 4287, 4.2.7.2: no `rel` means alternate), HTML before other types. */
export function linkOf(node: XmlNode): string | null {
  const links = atoms(node, 'link').filter(link => (link.attributes['href'] ?? '').trim() !== '')
  const alternates = links.filter(link =>
    /^(?:|alternate|http:\/\/www\.iana\.org\/assignments\/relation\/alternate)$/i.test(
      link.attributes['rel']?.trim() ?? '',
    ),
  )
  const best = alternates.find(link => /html/i.test(link.attributes['type'] ?? 'text/html')) ?? alternates[0]
  if (best !== undefined) return resolve(best.attributes['href'], best.base)
  const text = atoms(node, 'link')
    .map(textOf)
    .find(found => found !== '')
  return text === undefined ? null : resolve(text, node.base)
}

function authorOf(node: XmlNode): string | null {
  const persons = atoms(node, 'author').map(person => {
    const name = textOrNull(find(person, 'name'))
    if (name !== null) return name
    const written = find(person, 'name', 'email', 'uri', 'url')
    return written === undefined
      ? orNull(person.children.filter(child => typeof child === 'string').join(''))
      : textOrNull(written)
  })
  const found = persons.find(person => person !== null) ?? null
  return (
    found ?? textOrNull(childrenOf(node, 'creator', 'dc')[0]) ?? textOrNull(childrenOf(node, 'author', 'itunes')[0])
  )
}

function dateOf(node: XmlNode, names: readonly string[]): string | null {
  return firstDate(names.flatMap(name => atoms(node, name)))
}

function dcDate(node: XmlNode, names: readonly string[], space: string): string | null {
  return firstDate(names.flatMap(name => childrenOf(node, name, space)))
}

/** The first of several dates that can be read. */
export function firstDate(nodes: readonly XmlNode[]): string | null {
  for (const node of nodes) {
    const date = parseDate(textOf(node))
    if (date !== null) return date
  }
  return null
}

/** Text of a Media RSS element, straight below or inside its group or content. */
export function mediaText(node: XmlNode, name: string): string | null {
  const straight = childrenOf(node, name, 'media')[0]
  if (straight !== undefined) return textOrNull(straight)
  for (const holder of [...childrenOf(node, 'group', 'media'), ...childrenOf(node, 'content', 'media')]) {
    const inside = childrenOf(holder, name, 'media')[0]
    if (inside !== undefined) return textOrNull(inside)
  }
  return null
}
