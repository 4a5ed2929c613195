import { addDraft, type Draft, type Finder } from '../draft.ts'
import type { Quote } from '../find-quotes.ts'
import { sentenceRange, type View } from '../view.ts'

// Shorter quotations without a cue are titles, nicknames or words held at arm's length.
const SPEECH_WORDS = 5

/**
 * Quotations that no cue has taken: those that go on in the same paragraph or re-open a quotation keep their speaker;
 * whole paragraphs of quotation after one keep him too; for the rest the text does not say who speaks.
 */
export function findQuoted(finder: Finder): void {
  const { view } = finder
  let last: { readonly draft: Draft; readonly quote: Quote } | null = null
  for (const quote of view.quotes) {
    const draft = ownerOf(finder, quote)
    if (draft !== null) {
      last = { draft, quote }
      continue
    }
    if (finder.claimed[quote.first] === 1 || !isSpeech(view, quote)) continue
    const carried = last !== null && carriesOn(finder, last.quote, quote) ? last.draft : null
    if (carried !== null && view.paragraphOf[last!.quote.first] === view.paragraphOf[quote.first]) {
      carried.content.push([quote.first, quote.end])
      finder.claimed.fill(1, quote.first, quote.end)
      last = { draft: carried, quote }
      continue
    }
    const added = addDraft(finder, {
      rule: 'quote',
      verb: 'quote',
      source: carried?.source ?? null,
      sourceWhy: carried?.source ? null : 'a quotation without a speaker beside it',
      cue: null,
      content: [[quote.first, quote.end]],
    })
    if (added !== null && carried !== null) last = { draft: added, quote }
  }
}

function ownerOf(finder: Finder, quote: Quote): Draft | null {
  if (finder.claimed[quote.first] !== 1) return null
  for (let k = finder.drafts.length - 1; k >= 0; k--) {
    const draft = finder.drafts[k]!
    if (draft.content.some(([first, end]) => first <= quote.first && quote.first < end)) return draft
  }
  return null
}

function isSpeech(view: View, quote: Quote): boolean {
  if (quote.words < SPEECH_WORDS) return false
  // Sentence-like: begins a sentence, or ends in a stop.
  const begins = sentenceRange(view, quote.first)[0] === quote.first
  const ends = quote.closed && /^[.,!?]$/.test(view.lower[quote.end - 2] ?? '')
  return begins || ends
}

function carriesOn(finder: Finder, before: Quote, quote: Quote): boolean {
  const { view } = finder
  const step = view.paragraphOf[quote.first]! - view.paragraphOf[before.first]!
  if (step === 0) return !speakerBetween(finder, before.end, quote.first)
  if (step > 1) return false
  // Re-opened, or a paragraph that is nothing but quotation right after one that ends in or with its speaker.
  const whole =
    sentenceRange(view, quote.first)[0] === quote.first &&
    view.paragraphOf[quote.first - 1] !== view.paragraphOf[quote.first]
  const alone = quote.end >= view.length || view.paragraphOf[quote.end] !== view.paragraphOf[quote.first]
  return whole && (!before.closed || alone)
}

/** Another person named as speaker between two quotations of a paragraph. */
function speakerBetween(finder: Finder, from: number, to: number): boolean {
  return finder.drafts.some(
    draft => draft.cue !== null && draft.cue[0] >= from && draft.cue[0] < to && draft.rule === 'clausal',
  )
}
