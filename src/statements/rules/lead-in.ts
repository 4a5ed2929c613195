import type { Draft, Finder } from '../draft.ts'
import { opensSentence, type Range, sentenceRange } from '../view.ts'

// "That makes her, by a definition of old, “…”": longer ways into a quotation are the writer's own sentences.
const LONGEST = 10

/**
 * `“…,” she said. Instead, “he acts like …”`: where a quotation goes on in the middle of a sentence, the words that lead
 * into it are told as hers too; so is the "but" or "and" behind her cue.
 */
export function addLeadIns(finder: Finder): void {
  for (const draft of finder.drafts) {
    if (draft.cue === null || draft.content.length < 2 || draft.content[0]![1] > draft.cue[0]) continue
    draft.content.forEach((piece, n) => {
      const from = n === 0 ? null : leadIn(finder, draft, piece)
      if (from !== null) draft.content[n] = [from, piece[1]]
    })
  }
}

/** The first word that leads into a piece that is a quotation; null where none does. */
function leadIn(finder: Finder, { cue }: Draft, [first]: Range): number | null {
  const { view } = finder
  const quote = view.quotes[view.quoteOf[first]!]
  if (quote?.first !== first || opensSentence(view, first) || first <= cue![1]) return null
  const start = Math.max(sentenceRange(view, first)[0], cue![1])
  let from = first
  while (from > start && first - from < LONGEST && isPlain(finder, from - 1)) from--
  if (from === first) return null
  if (opensSentence(view, from)) return from
  return /^(?:and|but|or)$/.test(view.lower[first - 1]!) && view.lower[first - 2] === ',' ? first - 1 : null
}

/** A word that is nobody's yet, and that nothing parts from the next. */
function isPlain(finder: Finder, i: number): boolean {
  const { view } = finder
  if (finder.claimed[i] === 1 || finder.spoken[i] === 1 || view.quoteOf[i]! >= 0) return false
  return !/^[:;.!?()—–-]$/.test(view.lower[i]!)
}
