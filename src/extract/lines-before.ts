import { faultOf, type LineContext } from './filter-lines.ts'
import { looseText } from './find-headline.ts'
import type { Line } from './read-lines.ts'

/** Least length of a paragraph that is taken up again, in characters, and how much of it may be links. */
const PARAGRAPH = 60
const MAX_LINKED = 0.3

/**
 * Paragraphs between the headline and the first line of the body, among all lines of the page: a standfirst that stands
 * outside the body. Empty where the headline or the body's start is not found, or where more than three are there.
 * (Filling gaps inside the body in the same way was tried: no segment of dev gained, precision .002 lower.)
 */
export function linesBefore(page: readonly Line[], body: readonly Line[], context: LineContext): readonly Line[] {
  const first = firstPlace(page, body)
  return first < 0 ? [] : beforeBody(page, first, body, context)
}

/** Where the first of the body's first lines stands in the page; -1 where none of them does. */
function firstPlace(page: readonly Line[], body: readonly Line[]): number {
  const starts = new Set(body.slice(0, 5).map(({ text }) => text))
  return page.findIndex(({ text }) => text.length > 20 && starts.has(text))
}

function beforeBody(page: readonly Line[], first: number, body: readonly Line[], context: LineContext): Line[] {
  const title = context.title === null ? '' : looseText(context.title)
  if (title === '') return []
  let start = first - 1
  while (start >= 0 && first - start < 25 && looseText(page[start]!.text) !== title) start--
  if (start < 0 || first - start >= 25) return []
  const texts = new Set(body.map(line => line.text))
  const found = page.slice(start + 1, first).filter(line => isParagraph(line, context) && !texts.has(line.text))
  // More than three paragraphs above the body are no standfirst.
  return found.length <= 3 ? found : []
}

function isParagraph(line: Line, context: LineContext): boolean {
  const { text, linkChars } = line
  return (
    text.length >= PARAGRAPH &&
    linkChars <= text.length * MAX_LINKED &&
    /[.!?…:"”“»)]$/.test(text) &&
    faultOf(line, context) === null
  )
}
