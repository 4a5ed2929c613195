import { attribute, type HtmlElement, type HtmlParent, isElement, isText } from './html-tree.ts'

/** Attributes that Readability looks at; all others only cost its DOM time. */
const KEPT = ['class', 'id', 'itemprop', 'role', 'rel', 'href'] as const
const VOID: ReadonlySet<string> = new Set('br hr wbr img input meta link area base col source track'.split(' '))
const SKIPPED: ReadonlySet<string> = new Set('img meta link picture source head'.split(' '))

/** The body of a tree as HTML for Readability, without the elements of `skip`. Depth is that of the tree, at most 400. */
export function serialiseTree(root: HtmlParent, skip: ReadonlySet<HtmlElement>): string {
  const out: string[] = []
  write(root, skip, out)
  return out.join('')
}

function write(node: HtmlParent, skip: ReadonlySet<HtmlElement>, out: string[]): void {
  for (const child of node.childNodes) {
    if (isText(child)) out.push(escapeText(child.value))
    else if (isElement(child) && !SKIPPED.has(child.tagName) && !skip.has(child)) {
      const tag = safeName(child.tagName)
      out.push('<', tag)
      for (const name of KEPT) {
        const value = attribute(child, name)
        if (value !== null) out.push(' ', name, '="', escapeValue(value.slice(0, 300)), '"')
      }
      out.push('>')
      if (VOID.has(tag)) continue
      write(child, skip, out)
      out.push('</', tag, '>')
    }
  }
}

/** Names such as `o:p` or `a"b` are legal in HTML and trip other parsers. */
function safeName(tag: string): string {
  return /^[a-z][a-z0-9-]*$/.test(tag) ? tag : 'span'
}

function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text
}

function escapeValue(value: string): string {
  return /[&"<]/.test(value) ? value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;') : value
}
