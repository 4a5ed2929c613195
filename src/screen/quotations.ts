import type { Span } from '../model/span.ts'

const CLOSERS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"' }

/**
 * Spans of quotations, marks included, in order. A quotation that its paragraph does not close runs to the paragraph's
 * end: in speech of several paragraphs only the last one is closed. Single marks are passed over, as ’ is an apostrophe.
 */
export function quotationsOf(text: string): Span[] {
  const spans: Span[] = []
  let open = -1
  let closers = ''
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (open < 0) {
      const closing = CLOSERS[char]
      if (closing !== undefined) {
        open = i
        closers = closing
      }
    } else if (char === '\n' || closers.includes(char)) {
      spans.push([open, char === '\n' ? i : i + 1])
      open = -1
    }
  }
  if (open >= 0) spans.push([open, text.length])
  return spans
}
