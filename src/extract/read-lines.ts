import type { BlockRole } from '../model/article.ts'
import { type HtmlElement, type HtmlNode, type HtmlParent, isElement, isText } from './html-tree.ts'

/** A block of text of a page: a paragraph, heading, list item. White space is collapsed; `\n` stands for a line break. */
export interface Line {
  readonly text: string
  readonly role: BlockRole
  /** Characters of the text that are in links. */
  readonly linkChars: number
}

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody thead tfoot tr ul caption'.split(
    ' ',
  ),
)

/** Blocks of text below a node in document order, without those under elements of `skip`. */
export function readLines(root: HtmlParent, skip: ReadonlySet<HtmlElement>): Line[] {
  const reader: Reader = { lines: [], parts: [], linkChars: 0, skip }
  walk(root, 'body', false, reader)
  flush(reader, 'body')
  return reader.lines
}

interface Reader {
  readonly lines: Line[]
  parts: string[]
  linkChars: number
  readonly skip: ReadonlySet<HtmlElement>
}

function walk(node: HtmlParent | HtmlNode, role: BlockRole, inLink: boolean, reader: Reader): void {
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) {
    if (isText(child)) {
      reader.parts.push(child.value.replace(/\s+/g, ' '))
      if (inLink) reader.linkChars += child.value.trim().length
    } else if (isElement(child) && !reader.skip.has(child)) walkElement(child, role, inLink, reader)
  }
}

function walkElement(element: HtmlElement, role: BlockRole, inLink: boolean, reader: Reader): void {
  const tag = element.tagName
  if (tag === 'head') return
  if (tag === 'br') {
    reader.parts.push('\n')
    return
  }
  const own = roleOf(tag, role)
  const block = BLOCKS.has(tag)
  if (block) flush(reader, role)
  else if (tag === 'td' || tag === 'th') reader.parts.push(' ')
  walk(element, own, inLink || tag === 'a', reader)
  if (block) flush(reader, own)
}

function roleOf(tag: string, outer: BlockRole): BlockRole {
  if (/^h[1-6]$/.test(tag)) return 'heading'
  if (tag === 'blockquote') return 'quote'
  if (tag === 'figcaption') return 'caption'
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return outer === 'quote' ? outer : 'list'
  return outer
}

/** Two line breaks or more end a paragraph; one stays in it. */
function flush(reader: Reader, role: BlockRole): void {
  if (reader.parts.length === 0) return
  const raw = reader.parts.join('')
  const { linkChars } = reader
  reader.parts = []
  reader.linkChars = 0
  const pieces = raw
    .split(/\n[ \n]*\n/)
    .map(tidy)
    .filter(text => text !== '')
  const total = pieces.reduce((sum, text) => sum + text.length, 0)
  for (const text of pieces)
    reader.lines.push({ text, role, linkChars: total === 0 ? 0 : Math.round((linkChars * text.length) / total) })
}

function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
