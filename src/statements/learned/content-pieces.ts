import type { Attribution } from '../../model/doc.ts'
import type { Draft } from '../draft.ts'
import { opensSentence, type Range, type View } from '../view.ts'

// A quotation is content as a whole when at least this share of its words is.
const SHARE = 0.5
const SHRED = 2

/**
 * The content of a relation in pieces, in order. A quotation outside which the cue stands is taken whole, marks included,
 * when the network saw most of it, and not at all when it saw less. Where a rule found nothing but quotations at the same
 * cue, those are the content.
 */
export function contentPieces(view: View, relation: Attribution, cue: Range, ruled: Draft | null): Range[] {
  const seen = relation.content
    .filter(([, end]) => end > view.bodyAt)
    .map(([first, end]): Range => [Math.max(first, view.bodyAt), end])
  const quoted = [...quotesNear(view, relation)]
    .map((q): Range => [view.quotes[q]!.first, view.quotes[q]!.end])
    .filter(quote => cue[0] < quote[0] || cue[0] >= quote[1])
    .filter(quote => overlap(seen, [quote]) >= SHARE * (quote[1] - quote[0]) || isHeardBehind(view, cue, quote, seen))
  if (ruled !== null && allQuotations(view, ruled.content) && overlap(seen, ruled.content) > 0)
    return joined([...ruled.content, ...quoted.filter(quote => goesOn(view, cue, quote))])
  return withoutShreds(view, withoutStrays(view, cue, joined([...seen, ...quoted])))
}

/** `Said Ana Example: “…”`: right behind the cue or a colon, its beginning is enough. */
function isHeardBehind(view: View, cue: Range, [first]: Range, seen: readonly Range[]): boolean {
  return (first === cue[1] || view.lower[first - 1] === ':') && seen.some(([from]) => from === first)
}

/** A quotation that begins a sentence behind the cue, in its paragraph: "…," he said. He laughed. “…”. */
function goesOn(view: View, cue: Range, [first]: Range): boolean {
  return first >= cue[1] && view.paragraphOf[first] === view.paragraphOf[cue[0]] && opensSentence(view, first)
}

export function allQuotations(view: View, content: readonly Range[]): boolean {
  return content.every(([first, end]) => {
    const quote = view.quotes[view.quoteOf[first]!]
    return quote !== undefined && quote.first === first && quote.end === end
  })
}

/** Without words outside quotations in other sentences than the cue's, where its own sentence holds some of what was said. */
function withoutStrays(view: View, cue: Range, pieces: readonly Range[]): readonly Range[] {
  const isOwn = ([first, end]: Range): boolean =>
    view.sentenceOf[first]! <= view.sentenceOf[cue[0]]! && view.sentenceOf[cue[0]]! <= view.sentenceOf[end - 1]!
  return pieces.some(isOwn)
    ? pieces.filter(piece => isOwn(piece) || view.quoteOf[piece[0]]! >= 0 || view.quoteOf[piece[1] - 1]! >= 0)
    : pieces
}

function saysSomething(tag: string): boolean {
  return !/^(?:DET|ADP|PUNCT|CCONJ|SCONJ|PART|AUX)$/.test(tag)
}

/** Without pieces of a word or two beside much longer ones, and without any that hold no word that says something. */
function withoutShreds(view: View, pieces: readonly Range[]): Range[] {
  const longest = Math.max(...pieces.map(([first, end]) => end - first))
  return pieces.filter(
    ([first, end]) => (end - first > SHRED || longest <= 3 * SHRED) && view.tags.slice(first, end).some(saysSomething),
  )
}

/** Quotations that some piece reaches into, by index. */
function quotesNear(view: View, relation: Attribution): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [first, end] of relation.content)
    for (let i = Math.max(0, first - 1); i < Math.min(view.length, end + 1); i++)
      if (view.quoteOf[i]! >= 0) found.add(view.quoteOf[i]!)
  return found
}

/** Words that stand in both. */
function overlap(a: readonly Range[], b: readonly Range[]): number {
  let words = 0
  for (const [p, q] of a) for (const [r, t] of b) words += Math.max(0, Math.min(q, t) - Math.max(p, r))
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
