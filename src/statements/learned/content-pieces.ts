import type { Attribution } from '../../model/doc.ts'
import type { Quote } from '../find-quotes.ts'
import type { Range, View } from '../view.ts'

// A quotation is content as a whole when at least this share of its words is.
const SHARE = 0.5

/**
 * The content of a relation in pieces, in order: a quotation outside which the cue stands is taken whole, marks included,
 * when the network saw most of it; pieces that then touch are one.
 */
export function contentPieces(view: View, relation: Attribution, cue: Range): Range[] {
  const pieces = relation.content.filter(([, end]) => end > view.bodyAt)
  for (const q of quotesNear(view, relation)) {
    const quote = view.quotes[q]!
    if (cue[0] >= quote.first && cue[0] < quote.end) continue
    if (coveredWords(pieces, quote) >= SHARE * (quote.end - quote.first)) pieces.push([quote.first, quote.end])
  }
  return joined(pieces)
}

/** Quotations that some piece reaches into, by index. */
function quotesNear(view: View, relation: Attribution): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [first, end] of relation.content)
    for (let i = Math.max(0, first - 1); i < Math.min(view.length, end + 1); i++)
      if (view.quoteOf[i]! >= 0) found.add(view.quoteOf[i]!)
  return found
}

function coveredWords(pieces: readonly Range[], quote: Quote): number {
  let words = 0
  for (const [first, end] of pieces) words += Math.max(0, Math.min(end, quote.end) - Math.max(first, quote.first))
  return words
}

/** Sorted, with pieces that overlap made one; pieces that only touch stay apart, as the network parted them. */
function joined(pieces: readonly Range[]): Range[] {
  const out: [number, number][] = []
  for (const [first, end] of [...pieces].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1)
    if (last !== undefined && first < last[1]) last[1] = Math.max(last[1], end)
    else out.push([first, end])
  }
  return out
}
