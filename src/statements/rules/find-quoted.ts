import { SAY } from '../cues.ts'
import { addDraft, addPiece, type Draft, type Finder } from '../draft.ts'
import { isSingle, type Quote } from '../find-quotes.ts'
import { phraseBefore } from '../noun-phrase.ts'
import { speakersOf } from '../speakers.ts'
import { verbGroup } from '../verb-group.ts'
import { opensSentence, type Range, sentenceRange, type View } from '../view.ts'

// Shorter quotations without a cue are titles, nicknames or words held at arm's length.
const SPEECH_WORDS = 5

/** A quotation and the statement that it belongs to. */
interface Spoken {
  readonly index: number
  readonly quote: Quote
}

/**
 * Quotations that no cue has taken: those that go on in the same paragraph, right behind the speaker's sentence, or re-open
 * a quotation are his; whole paragraphs of quotation further on keep him as well; for the rest the text does not say who
 * speaks.
 */
export function findQuoted(finder: Finder): void {
  const { view } = finder
  const speakerOf = speakersOf(view)
  let last: Spoken | null = null
  for (const [k, quote] of view.quotes.entries()) {
    const owner = finder.contentOf[quote.first]!
    if (owner >= 0) {
      last = { index: owner, quote }
      continue
    }
    const later = reopener(finder, k)
    if (
      later !== null &&
      (last === null || speakerOf(sourceAt(finder, later)) !== speakerOf(sourceAt(finder, last.index)))
    ) {
      addPiece(finder, later, [quote.first, quote.end])
      finder.drafts[later]!.content.sort((a, b) => a[0] - b[0])
      last = { index: later, quote }
      continue
    }
    const announced = announcedBy(finder, quote)
    if (announced !== null) {
      addPiece(finder, announced, [quote.first, quote.end])
      last = { index: announced, quote }
      continue
    }
    if (addIntroduced(finder, quote)) {
      last = { index: finder.drafts.length - 1, quote }
      continue
    }
    const carried = last !== null && carriesOn(finder, last, quote, speakerOf) ? last.index : null
    if (!isSpeech(view, quote) && (carried === null || !isAfterthought(finder, last!, quote))) continue
    if (carried !== null && inOneBreath(finder, last!, quote)) {
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

/**
 * "“We begin.¶ “We go on,” the envoy said": whose a quotation is that nobody closes and the next paragraph opens again; null
 * where no cue has taken what it ends in. Where he spoke just before as well, it goes on with that.
 */
function reopener({ view, contentOf }: Finder, k: number): number | null {
  if (!opensParagraph(view, view.quotes[k]!)) return null
  for (let i = k; i + 1 < view.quotes.length && !view.quotes[i]!.closed; i++) {
    const [quote, next] = [view.quotes[i]!, view.quotes[i + 1]!]
    if (view.paragraphOf[next.first] !== view.paragraphOf[quote.first]! + 1 || !opensParagraph(view, next)) return null
    if (contentOf[next.first]! >= 0) return contentOf[next.first]!
  }
  return null
}

function sourceAt({ drafts }: Finder, index: number): Draft['source'] {
  return drafts[index]!.source
}

function opensParagraph({ paragraphOf }: View, { first }: Quote): boolean {
  return first === 0 || paragraphOf[first - 1] !== paragraphOf[first]
}

/** "It ends with Ana Example saying at a rally, “…”": the verb of saying in whose sentence a quotation stands, behind a comma. */
function addIntroduced(finder: Finder, quote: Quote): boolean {
  const { view } = finder
  if (!isSpeech(view, quote) || opensSentence(view, quote.first) || view.lower[quote.first - 1] !== ',') return false
  const start = sentenceRange(view, quote.first)[0]
  for (let v = quote.first - 2; v > start && finder.claimed[v] === 0 && finder.spoken[v] === 0; v--) {
    if (view.quoteOf[v]! >= 0 || opensSentence(view, v)) return false
    if (view.tags[v] !== 'VERB') continue
    const source = SAY.has(view.lemmas[v]!) ? phraseBefore(view, verbGroup(view, v).first) : null
    if (source === null) return false
    const { first, negated } = verbGroup(view, v)
    const content: Range[] = [[quote.first, quote.end]]
    const verb = view.lemmas[v]!
    return addDraft(finder, { rule: 'clausal', verb, source, cue: [first, v + 1], content, denied: negated }) !== null
  }
  return false
}

/** Re-opened, in one paragraph, or right behind the sentence of the quotation before and its cue. */
function inOneBreath(finder: Finder, last: Spoken, quote: Quote): boolean {
  const { view } = finder
  return (
    !last.quote.closed ||
    view.paragraphOf[last.quote.first] === view.paragraphOf[quote.first] ||
    followsAtOnce(finder, last, quote)
  )
}

/** True when the quotation begins the sentence right behind the one in which the last quotation and its cue end. */
function followsAtOnce({ view, drafts }: Finder, { index, quote: before }: Spoken, quote: Quote): boolean {
  const cue = drafts[index]!.cue
  const end = Math.max(before.end, cue === null ? 0 : cue[1])
  if (end > quote.first || !opensSentence(view, quote.first)) return false
  for (let i = end + 1; i < quote.first; i++) if (opensSentence(view, i)) return false
  return true
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
  if (quote.words < SPEECH_WORDS || isTitle(view, quote)) return false
  // Sentence-like: begins a sentence, or ends in a stop ("…, the S.E.C.”" ends in an abbreviation's).
  const begins = sentenceRange(view, quote.first)[0] === quote.first
  const ends = quote.closed && /[.,!?]$/.test(view.lower[quote.end - 2] ?? '')
  return begins || ends
}

// "The Long Way Home With Some of the Rest": titles told of in passing are short.
const LONGEST_TITLE = 8

/** On Example TV's “The Late Hour.”: capitals throughout, behind a noun or a preposition. */
function isTitle(view: View, { first, end, words }: Quote): boolean {
  if (words > LONGEST_TITLE || !/^(?:NOUN|PROPN|ADP|PART|DET|ADJ)$/.test(view.tags[first - 1] ?? '')) return false
  if (opensSentence(view, first)) return false
  for (let i = first + 1; i < end - 1; i++) {
    const small = i > first + 1 && /^(?:ADP|DET|CCONJ|PART|PUNCT)$/.test(view.tags[i]!)
    if (!small && !/^[\p{Lu}\p{N}\p{P}]/u.test(view.forms[i]!)) return false
  }
  return true
}

/** "…," she said. “Three times.”: a few words that are a sentence of their own right behind the speaker. */
function isAfterthought(finder: Finder, last: Spoken, quote: Quote): boolean {
  const { view } = finder
  const cue = finder.drafts[last.index]!.cue
  if (cue === null || cue[0] < last.quote.end || !followsAtOnce(finder, last, quote)) return false
  // On a line of its own it is a heading.
  if (view.paragraphOf[cue[0]] !== view.paragraphOf[quote.first]) return false
  return (
    quote.closed && /[.!?]$/.test(view.lower[quote.end - 2] ?? '') && sentenceRange(view, quote.first)[1] <= quote.end
  )
}

type SpeakerOf = ReturnType<typeof speakersOf>

function carriesOn(finder: Finder, last: Spoken, quote: Quote, speakerOf: SpeakerOf): boolean {
  const { view } = finder
  const before = last.quote
  const step = view.paragraphOf[quote.first]! - view.paragraphOf[before.first]!
  // Behind a colon it answers to its own sentence.
  if (step === 0 && view.lower[quote.first - 1] === ':' && !isCue(finder, last.index, quote.first - 1)) return false
  if (step === 0) return !speakerBetween(finder, last, quote, speakerOf)
  // A line in other marks is a heading ('Legends of the Field.') or quoted by somebody else.
  if (step > 1 || isSingle(view.forms[before.first]!) !== isSingle(view.forms[quote.first]!)) return false
  // Re-opened, or a paragraph that is nothing but quotation right after one that ends in or with its speaker.
  const whole =
    sentenceRange(view, quote.first)[0] === quote.first &&
    view.paragraphOf[quote.first - 1] !== view.paragraphOf[quote.first]
  const alone = quote.end >= view.length || view.paragraphOf[quote.end] !== view.paragraphOf[quote.first]
  return whole && (!before.closed || alone)
}

/** True when the sentence of word `i` holds the statement's cue. */
function isCue({ view, drafts }: Finder, index: number, i: number): boolean {
  const cue = drafts[index]!.cue
  return cue !== null && view.sentenceOf[cue[0]] === view.sentenceOf[i]
}

/** Another speaker's cue between two quotations of a paragraph. */
function speakerBetween(finder: Finder, last: Spoken, quote: Quote, speakerOf: SpeakerOf): boolean {
  const { view, drafts } = finder
  const owner = drafts[last.index]!
  // "…,” said X, who had warned of it. “…”: what else the speaker's own sentence tells of is over with it.
  const inOwn = followsAtOnce(finder, last, quote) && view.lower[quote.first - 1] !== ':' && owner.cue !== null
  const own: Range = inOwn ? sentenceRange(view, owner.cue![0]) : [0, 0]
  for (let i = last.quote.end; i < quote.first; i++) {
    const cue = finder.cueOf[i]!
    if (cue < 0 || cue === last.index || !/^(?:clausal|learned)$/.test(drafts[cue]!.rule)) continue
    if (i >= own[0] && i < own[1]) continue
    // "…," she said, adding that …; he did not say that ….: the same speaker goes on.
    if (speakerOf(drafts[cue]!.source) !== speakerOf(owner.source)) return true
  }
  return false
}
