import { fixC1References } from './decode-references.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { orNull, plainText } from './plain-text.ts'
import { firstDate, htmlOf, linkOf, mediaText } from './read-atom.ts'
import { childrenOf, innerHtml, resolve, textOf, type XmlNode } from './xml-tree.ts'

/** RSS 0.90 to 2.0 and RSS 1.0 (RDF), with the modules that newsrooms use: Dublin Core, content, Atom, iTunes, Media RSS. */
export function readRss(root: XmlNode): Feed {
  const channel = childrenOf(root, 'channel')[0] ?? root
  const items = [channel, ...(channel === root ? [] : [root])].flatMap(holder => childrenOf(holder, 'item'))
  const channelAuthor = authorOf(channel)
  return {
    title: titleOf(channel),
    link: linkText(channel) ?? alternate(channel),
    description: plainFirst(channel, [
      ['description', ''],
      ['description', 'dc'],
      ['summary', 'itunes'],
      ['subtitle', 'itunes'],
      ['subtitle', 'atom'],
    ]),
    language:
      first(channel, [
        ['language', ''],
        ['language', 'dc'],
      ]) ??
      orNull(channel.language) ??
      orNull(root.language),
    updated: firstDate(
      [
        ['lastbuilddate', ''],
        ['date', 'dc'],
        ['modified', 'dcterms'],
        ['updated', 'atom'],
        ['modified', 'atom'],
        ['pubdate', ''],
      ].flatMap(([name, space]) => childrenOf(channel, name ?? '', space)),
    ),
    entries: items.map(item => readItem(item, channelAuthor)),
  }
}

type Names = readonly (readonly [name: string, space: string])[]

function readItem(item: XmlNode, channelAuthor: string | null): FeedEntry {
  const content =
    childrenOf(item, 'encoded', 'content')[0] ??
    childrenOf(item, 'body', 'xhtml')[0] ??
    childrenOf(item, 'div', 'xhtml')[0]
  const dates = (names: Names) => firstDate(names.flatMap(([name, space]) => childrenOf(item, name, space)))
  return {
    id:
      first(item, [
        ['guid', ''],
        ['id', 'atom'],
        ['identifier', 'dc'],
      ]) ?? orNull(item.attributes['rdf:about']),
    title: titleOf(item) ?? mediaText(item, 'title'),
    link: linkText(item) ?? alternate(item) ?? permalink(item) ?? aboutLink(item),
    published: dates([
      ['pubdate', ''],
      ['date', 'dc'],
      ['issued', 'dcterms'],
      ['created', 'dcterms'],
      ['available', 'dcterms'],
      ['published', 'atom'],
      ['issued', 'atom'],
      ['published', ''],
      ['date', ''],
    ]),
    updated: dates([
      ['updated', 'atom'],
      ['modified', 'dcterms'],
      ['modified', 'atom'],
      ['updated', ''],
    ]),
    summary:
      htmlFirst(item, [
        ['summary', ''],
        ['description', ''],
        ['summary', 'itunes'],
        ['description', 'dc'],
        ['subtitle', 'itunes'],
      ]) ??
      htmlOf(childrenOf(item, 'summary', 'atom')[0]) ??
      mediaText(item, 'description'),
    content:
      content === undefined
        ? (htmlOf(childrenOf(item, 'content', 'atom')[0]) ??
          htmlFirst(item, [
            ['fulltext', ''],
            ['full-text', ''],
            ['body', ''],
          ]) ??
          (childrenOf(item, 'summary').length > 0 ? htmlFirst(item, [['description', '']]) : null))
        : markup(content),
    author: authorOf(item) ?? channelAuthor,
  }
}

function first(node: XmlNode, names: Names): string | null {
  for (const [name, space] of names) {
    const found = childrenOf(node, name, space)
      .map(child => orNull(textOf(child)))
      .find(text => text !== null)
    if (found !== undefined) return found
  }
  return null
}

function plainFirst(node: XmlNode, names: Names): string | null {
  const text = first(node, names)
  return text === null ? null : plainText(text)
}

function htmlFirst(node: XmlNode, names: Names): string | null {
  for (const [name, space] of names) {
    const html = childrenOf(node, name, space)
      .map(markup)
      .find(found => found !== null)
    if (html !== undefined) return html
  }
  return null
}

/** RSS text is HTML by custom: escaped or in CDATA, or, against the specification, as elements. */
function markup(node: XmlNode): string | null {
  const hasElements = node.children.some(child => typeof child !== 'string')
  return orNull(fixC1References(hasElements ? innerHtml(node) : textOf(node)))
}

function titleOf(node: XmlNode): string | null {
  const own = htmlFirst(node, [['title', '']])
  const other =
    own ??
    first(node, [['title', 'dc']]) ??
    htmlOf(childrenOf(node, 'title', 'atom')[0]) ??
    first(node, [['title', 'itunes']])
  return other === null ? null : plainText(other)
}

function linkText(node: XmlNode): string | null {
  for (const link of childrenOf(node, 'link')) {
    const text = orNull(textOf(link))
    if (text !== null) return resolve(text, link.base)
  }
  return null
}

/** `<atom:link>`, or Atom's form of `<link href>` without a namespace. */
function alternate(node: XmlNode): string | null {
  return linkOf(node)
}

/** `guid` is a link unless it says it is none (RSS 2.0), and only where it looks like one. */
function permalink(item: XmlNode): string | null {
  const guid = childrenOf(item, 'guid')[0]
  if (guid === undefined || /^false$/i.test(guid.attributes['ispermalink']?.trim() ?? '')) return null
  const text = textOf(guid)
  return /^https?:\/\//i.test(text) ? text : null
}

function aboutLink(item: XmlNode): string | null {
  const about = orNull(item.attributes['rdf:about'])
  return about !== null && /^https?:\/\//i.test(about) ? about : null
}

function authorOf(node: XmlNode): string | null {
  const written = first(node, [
    ['author', ''],
    ['creator', 'dc'],
    ['author', 'dc'],
    ['managingeditor', ''],
    ['author', 'itunes'],
    ['author', 'googleplay'],
  ])
  if (written !== null) return nameOf(written)
  const person = childrenOf(node, 'author', 'atom')[0]
  if (person === undefined) return null
  return orNull(textOf(childrenOf(person, 'name', 'atom')[0] ?? person))
}

/** "mail@desk.example (Aiko Berg)" and "Aiko Berg <mail@desk.example>" name Aiko Berg. */
function nameOf(written: string): string | null {
  const bracketed = /^\S+@\S+\s*\(([^()]{1,200})\)$/.exec(written)?.[1]
  if (bracketed !== undefined) return plainText(bracketed)
  const before = /^([^<>@]{1,200}?)\s*[<(]\S+@\S+[>)]$/.exec(written)?.[1]
  return plainText(before ?? written)
}
