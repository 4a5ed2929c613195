import { Parser } from 'htmlparser2'
import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { LIMITS } from '../limits.ts'
import { decodeReferences } from './decode-references.ts'
import { isCoreNamespace, namespaceOf } from './namespaces.ts'

/** An element of a feed. Names are local and in lower case; `space` is a short name of ours for the namespace. */
export interface XmlNode {
  readonly name: string
  readonly space: string
  /** The name as written, for serialising. */
  readonly written: string
  /** Attributes by lower-case name as written (`xml:base`, `href`). */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlNode | string)[]
  /** Base address in force here (xml:base), or null. */
  readonly base: string | null
  /** Language in force here (xml:lang), or null. */
  readonly language: string | null
  /** False for an element that the end of the document closed: the document is cut off inside it. */
  closed: boolean
}

/** Characters that XML 1.0 (2.2) does not have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
const ILLEGAL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

/** Beyond this many nested elements the document counts as cut off: the parser's cost is quadratic in depth. */
const TOO_DEEP = 2_000
const PIECE = 16_384

interface Open {
  readonly node: XmlNode
  readonly prefixes: ReadonlyMap<string, string>
}

/**
 * Reads XML as it is found in feeds into a tree: bare ampersands, undeclared entities and prefixes, unclosed elements and
 * documents that end in the middle are all read. Nothing is ever expanded or fetched; a document that declares entities
 * is turned away. Elements beyond `LIMITS.depth` are dropped.
 */
export function readXml(text: string): Outcome<XmlNode> {
  const root: XmlNode = {
    name: '#document',
    space: '',
    written: '',
    attributes: {},
    children: [],
    base: null,
    language: null,
    closed: true,
  }
  const stack: Open[] = [{ node: root, prefixes: new Map() }]
  let dropped = 0
  let inCdata = false
  let declares = false
  const top = (): Open => stack[stack.length - 1]!
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (stack.length > LIMITS.depth || dropped > 0) dropped++
        else stack.push(open(top(), name, attributes))
      },
      onclosetag(_name, implied) {
        if (dropped > 0) dropped--
        else if (stack.length > 1) {
          const { node } = stack.pop()!
          node.closed = !implied
          top().node.children.push(node)
        }
      },
      ontext(data) {
        if (dropped > 0) return
        const children = top().node.children
        const piece = inCdata ? data : decodeReferences(data)
        const last = children[children.length - 1]
        if (typeof last === 'string') children[children.length - 1] = last + piece
        else children.push(piece)
      },
      oncdatastart() {
        inCdata = true
      },
      oncdataend() {
        inCdata = false
      },
      onprocessinginstruction(name, data) {
        if (/^!entity$/i.test(name) || (/^!doctype$/i.test(name) && data.includes('['))) declares = true
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  // Entity declarations stand before the first element: the parser is stopped as soon as one is seen.
  const clean = text.replace(ILLEGAL, '')
  for (let at = 0; at < clean.length && !declares && dropped < TOO_DEEP; at += PIECE)
    parser.write(clean.slice(at, at + PIECE))
  if (declares)
    return reject(
      'collect',
      'declares-entities',
      'The document declares entities of its own, which no feed needs and attacks use.',
    )
  parser.end()
  return accept(root)
}

function open(parent: Open, name: string, given: Readonly<Record<string, string>>): Open {
  const attributes: Record<string, string> = {}
  let prefixes = parent.prefixes
  for (const [key, value] of Object.entries(given)) {
    const lower = key.toLowerCase()
    attributes[lower] = decodeReferences(value)
    if (lower === 'xmlns' || lower.startsWith('xmlns:')) {
      if (prefixes === parent.prefixes) prefixes = new Map(prefixes)
      ;(prefixes as Map<string, string>).set(lower.slice(6), attributes[lower])
    }
  }
  const colon = name.indexOf(':')
  const prefix = colon < 0 ? '' : name.slice(0, colon).toLowerCase()
  const space = namespaceOf(prefix, prefixes.get(prefix) ?? null)
  const node: XmlNode = {
    name: name.slice(colon + 1).toLowerCase(),
    space: isCoreNamespace(space) ? '' : space,
    written: name,
    attributes,
    children: [],
    base: resolve(attributes['xml:base'], parent.node.base),
    language: attributes['xml:lang'] ?? parent.node.language,
    closed: false,
  }
  return { node, prefixes }
}

/** An address made absolute by its base; as it is where that cannot be done; null where there is none. */
export function resolve(address: string | null | undefined, base: string | null): string | null {
  const text = address?.trim() ?? ''
  if (text === '') return base
  if (base !== null && URL.canParse(text, base)) return new URL(text, base).href
  return text
}

/** Child elements, those in one namespace where `space` is given. */
export function childrenOf(node: XmlNode, name: string, space = ''): XmlNode[] {
  return node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && child.name === name && child.space === space,
  )
}

/** All text inside, markup dropped, ends trimmed. */
export function textOf(node: XmlNode): string {
  return node.children
    .map(child => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim()
}

const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'area', 'col', 'embed', 'source', 'track', 'link', 'meta'])

/** What is inside, as HTML: text with `&`, `<`, `>` escaped, elements under their local names. */
export function innerHtml(node: XmlNode): string {
  return node.children.map(child => (typeof child === 'string' ? escapeHtml(child) : outerHtml(child))).join('')
}

function outerHtml(node: XmlNode): string {
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => !name.includes(':') && name !== 'xmlns')
    .map(([name, value]) => ` ${name}="${escapeHtml(value).replaceAll('"', '&quot;')}"`)
    .join('')
  const head = `<${node.name}${attributes}>`
  return VOID.has(node.name) && node.children.length === 0 ? head : `${head}${innerHtml(node)}</${node.name}>`
}

/** Text as HTML text. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
