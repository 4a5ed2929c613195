import { addDraft, type Finder } from '../draft.ts'
import type { Quote } from '../find-quotes.ts'
import type { Range, View } from '../view.ts'

// Longer lines behind a dash are asides, not names.
const LONGEST = 12

/** `“…” — Ana Example`: a quotation that ends its line with a dash and a name, as collections of voices are printed. */
export function findSigned(finder: Finder): void {
  const { view } = finder
  for (const quote of view.quotes) {
    const signature = signatureOf(view, quote)
    if (signature === null || isTaken(finder, quote)) continue
    const dash = signature[0] - 1
    addDraft(finder, {
      rule: 'signed',
      verb: view.lower[dash]!,
      source: signature,
      cue: [dash, dash + 1],
      content: [[quote.first, quote.end]],
    })
  }
}

function isTaken(finder: Finder, quote: Quote): boolean {
  const owner = finder.contentOf[quote.first]!
  return owner >= 0 && finder.drafts[owner]!.source !== null
}

/** The name behind a closed quotation and a dash, up to the line's end or what describes it after a comma. */
function signatureOf(view: View, quote: Quote): Range | null {
  const dash = quote.end
  if (!quote.closed || dash + 1 >= view.length || !/^(?:[―—–-]|--)$/.test(view.lower[dash]!)) return null
  // The name may stand on a line of its own, dash and all. Lines are the text's: the reader may have run two together.
  if (view.tags[dash + 1] !== 'PROPN' || breaksBefore(view, dash + 1)) return null
  let end = dash + 1
  while (end < view.length && end - dash <= LONGEST && !breaksBefore(view, end)) {
    if (/^(?:,|\()$/.test(view.lower[end]!)) return [dash + 1, end]
    if (/^(?:VERB|AUX)$/.test(view.tags[end]!)) return null
    end++
  }
  if (end - dash > LONGEST) return null
  return [dash + 1, view.lower[end - 1] === '.' ? end - 1 : end]
}

function breaksBefore(view: View, i: number): boolean {
  const { start, end } = view.doc.tokens
  return view.doc.text.slice(end[i - 1], start[i]).includes('\n')
}
