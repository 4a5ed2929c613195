import { Readability } from '@mozilla/readability'
import { DOMParser } from 'linkedom'
import { type HtmlParent, parseInside } from './html-tree.ts'

/**
 * Mozilla's Readability over a body given as HTML; the part it picks, parsed again, or `null` where it picks none. Its
 * own metadata is not used. The HTML must come from a tree already cut to size: it is quadratic in depth.
 */
export function runReadability(body: string, title: string): HtmlParent | null {
  const document = new DOMParser().parseFromString(
    `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
    'text/html',
  )
  const result = new Readability(document, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (element: { innerHTML?: string }) => element.innerHTML ?? '',
  }).parse()
  return result?.content ? parseInside(result.content) : null
}
