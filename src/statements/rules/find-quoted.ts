import { addDraft, addPiece, type Finder } from '../draft.ts'
import type { Quote } from '../find-quotes.ts'
import { sentenceRange, type View } from '../view.ts'

// Shorter quotations without a cue are titles, nicknames or words held at arm's length.
const SPEECH_WORDS = 5

/** A quotation and the statement that it belongs to. */
interface Spoken {
  readonly index: number
  readonly quote: Quote
}

/**
 * Quotations that no cue has taken: those that go on in the same paragraph or re-open a quotation keep their speaker;
 * whole paragraphs of quotation after one keep him too; for the rest the text does not say who speaks.
 */
export function findQuoted(finder: Finder): void {
  const { view } = finder
  let last: Spoken | null = null
  for (const quote of view.quotes) {
    const owner = finder.contentOf[quote.first]!
    if (owner >= 0) {
      last = { index: owner, quote }
      continue
    }
    const announced = announcedBy(finder, quote)
    if (announced !== null) {
      addPiece(finder, announced, [quote.first, quote.end])
      last = { index: announced, quote }
      continue
    }
    if (!isSpeech(view, quote)) continue
    const carried = last !== null && carriesOn(finder, last, quote) ? last.index : null
    const reopened = carried !== null && !last!.quote.closed
    if (carried !== null && (reopened || view.paragraphOf[last!.quote.first] === view.paragraphOf[quote.first])) {
      // PolNeAR's guideline: what goes on in the same breath is one attribution with several pieces of content.
      addPiece(finder, carried, [quote.first, quote.end])
      last = { index: carried, quote }
      continue
    }
    const source = carried === null ? null : finder.drafts[carried]!.source
    addDraft(finder, {
      rule: 'quote',
      verb: 'quote',
      source,
      sourceWhy: source === null ? 'a quotation without a speaker beside it' : null,
      cue: null,
      content: [[quote.first, quote.end]],
    })
    if (carried !== null) last = { index: finder.drafts.length - 1, quote }
  }
}

/** "Example had this to say:" and the quotation on the next line: the statement whose cue the colon ends. */
function announcedBy(finder: Finder, quote: Quote): number | null {
  const { view } = finder
  const colon = quote.first - 1
  if (view.lower[colon] !== ':' || view.paragraphOf[colon] === view.paragraphOf[quote.first]) return null
  for (let i = colon; i >= sentenceRange(view, colon)[0]; i--) {
    const cue = finder.cueOf[i]!
    if (cue >= 0) return finder.drafts[cue]!.content.some(([first]) => first > i) ? null : cue
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

function carriesOn(finder: Finder, last: Spoken, quote: Quote): boolean {
  const { view } = finder
  const before = last.quote
  const step = view.paragraphOf[quote.first]! - view.paragraphOf[before.first]!
  if (step === 0) return !speakerBetween(finder, before.end, quote.first, last.index)
  if (step > 1) return false
  // Re-opened, or a paragraph that is nothing but quotation right after one that ends in or with its speaker.
  const whole =
    sentenceRange(view, quote.first)[0] === quote.first &&
    view.paragraphOf[quote.first - 1] !== view.paragraphOf[quote.first]
  const alone = quote.end >= view.length || view.paragraphOf[quote.end] !== view.paragraphOf[quote.first]
  return whole && (!before.closed || alone)
}

/** Another statement's cue between two quotations of a paragraph. */
function speakerBetween(finder: Finder, from: number, to: number, owner: number): boolean {
  for (let i = from; i < to; i++) {
    const cue = finder.cueOf[i]!
    if (cue < 0 || cue === owner || !/^(?:clausal|learned)$/.test(finder.drafts[cue]!.rule)) continue
    // "…," she said, adding that …: the same speaker goes on.
    if (finder.drafts[cue]!.source?.[0] !== finder.drafts[owner]!.source?.[0]) return true
  }
  return false
}
