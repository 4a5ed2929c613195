import { TIME_WORD } from './cues.ts'
import { type Range, sentenceRange, type View } from './view.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PRON', 'SYM', 'X'])
const INSIDE = /^(?:of|for|in|at|from|with|on|to|against|and|or|&|under|behind|between|like|near|by)$/
// Longer subjects than this are a clause misread; the longest sources of PolNeAR train outside appositions have 25 words.
const LONGEST = 28

/** The noun phrase that ends right before word `end`, appositions and relative clauses between commas included. */
export function phraseBefore(view: View, end: number): Range | null {
  const floor = Math.max(sentenceRange(view, Math.max(0, end - 1))[0], end - LONGEST)
  let stop = end
  while (stop > floor && (view.tags[stop - 1] === 'ADV' || isTime(view, stop - 1))) stop--
  // "Example on Tuesday said", "Example last year proposed": the preposition or "last" goes with the day.
  if (
    stop < end &&
    stop > floor &&
    /^(?:on|in|at|last|this|late|early|next|since)$/.test(view.lower[stop - 1]!) &&
    isTime(view, stop)
  )
    stop--
  if (stop <= floor) return null
  const relative = view.lower[stop - 1]!
  if (/^(?:who|which|that|whom)$/.test(relative)) return relativeRange(view, stop, floor)
  if (view.lower[stop - 1] === ',') return throughCommas(view, stop, floor)
  // “…television’s “Scandal,” said”: the comma stands inside the marks.
  if (
    /^[”"]$|^''$/.test(view.lower[stop - 1]!) &&
    view.lower[stop - 2] === ',' &&
    (view.quotes[view.quoteOf[stop - 1] ?? -1]?.words ?? 9) < 5
  )
    return throughCommas(view, stop, floor)
  if (isDash(view, stop - 1)) return throughDashes(view, stop, floor)
  if (view.lower[stop - 1] === ')') return throughBracket(view, stop, floor)
  if (!isHead(view, stop - 1)) return null
  const first = extendLeft(view, stop, floor)
  return first < stop ? [first, stop] : null
}

function relativeRange(view: View, stop: number, floor: number): Range {
  const at = stop - 1
  return at - 2 >= floor &&
    view.lower[at - 1] === 'of' &&
    /^(?:both|all|some|many|most|each|one)$/.test(view.lower[at - 2]!)
    ? [at - 2, stop]
    : [at, stop]
}

/** "NAME, the chief of X, said": back over what stands between the commas. */
function throughCommas(view: View, stop: number, floor: number): Range | null {
  for (let at = stop - 2; at > floor; at--) {
    if (view.lower[at] !== ',') continue
    const before = view.tags[at - 1]!
    if (!isHead(view, at - 1)) continue
    const opener = view.lower[at + 1]!
    // "X, speaking on Tuesday, said": the phrase alone is the source, and a clause before the comma is none.
    const aside =
      /^(?:in|on|at|during|speaking|citing|however|meanwhile|too|though|after|before|when|while|as)$/.test(opener) ||
      (view.tags[at + 1] === 'VERB' && opener.endsWith('ing'))
    const first = extendLeft(view, at, floor)
    if (first >= at) return null
    if (first > floor && before !== 'PROPN' && view.tags[first - 1] === 'VERB') return null
    return aside ? [first, at] : [first, stop]
  }
  return null
}

/** A dash set off by spaces, as around an aside. */
function isDash(view: View, i: number): boolean {
  return (
    /^(?:—|--|–|-)$/.test(view.lower[i]!) &&
    view.doc.text.charAt(view.doc.tokens.start[i]! - 1) !== view.lower[i] &&
    /\s|—|-/.test(view.doc.text.charAt(view.doc.tokens.end[i]!) + view.lower[i]!.slice(0, 1)) &&
    (view.lower[i] !== '-' || view.doc.text.charAt(view.doc.tokens.start[i]! - 1) === ' ')
  )
}

function throughDashes(view: View, stop: number, floor: number): Range | null {
  for (let at = stop - 2; at > floor; at--) {
    if (!isDash(view, at)) continue
    if (!isHead(view, at - 1)) return null
    const first = extendLeft(view, at, floor)
    const aside = view.tags[at + 1] === 'ADP' || (view.tags[at + 1] === 'VERB' && view.lower[at + 1]!.endsWith('ing'))
    return first < at ? (aside ? [first, at] : [first, stop]) : null
  }
  return null
}

function throughBracket(view: View, stop: number, floor: number): Range | null {
  for (let at = stop - 2; at > floor && at > stop - 12; at--) {
    if (view.lower[at] !== '(') continue
    const first = extendLeft(view, at, floor)
    return first < at ? [first, stop] : null
  }
  return null
}

function isHead(view: View, i: number): boolean {
  const tag = view.tags[i]!
  if (isTime(view, i) && tag !== 'PROPN') return false
  return (
    tag === 'NOUN' ||
    tag === 'PROPN' ||
    tag === 'NUM' ||
    tag === 'ADJ' ||
    tag === 'X' ||
    (tag === 'PRON' && !/^(?:it)?self$/.test(view.lower[i]!)) ||
    (tag === 'DET' && /^(?:this|these|those|that|some|many|all|both|several|others?)$/.test(view.lower[i]!))
  )
}

function isTime(view: View, i: number): boolean {
  return TIME_WORD.test(view.lower[i]!) && !/^\d/.test(view.lower[i]!)
}

function extendLeft(view: View, stop: number, floor: number): number {
  let at = stop
  if (view.tags[at - 1] === 'PRON' && /^(?:he|she|they|i|we|you|it|who|which)$/.test(view.lower[at - 1]!)) return at - 1
  while (at > floor) {
    const tag = view.tags[at - 1]!
    const word = view.lower[at - 1]!
    if (view.quoteOf[at - 1]! !== view.quoteOf[stop - 1]! && view.quoteOf[at - 1]! >= 0 && /^["“”]|''/.test(word))
      return at
    if (
      NOMINAL.has(tag) &&
      !(tag === 'PRON' && /^(?:he|she|they|i|we|who|which|it|him|them|there)$/.test(word)) &&
      !isTime(view, at - 1)
    )
      at--
    else if (
      /^(?:'s|'|-|–)$/.test(word) &&
      at - 1 > floor &&
      view.doc.tokens.end[at - 2] === view.doc.tokens.start[at - 1]
    )
      at--
    else if (INSIDE.test(word) && at - 1 > floor && isHead(view, at - 2) && at < stop) at -= 1
    else if (tag === 'ADP' && word === 'of' && at - 1 > floor) at--
    else if (
      tag === 'VERB' &&
      at < stop &&
      at - 1 > floor &&
      /(?:ed|ing)$/.test(word) &&
      /^(?:DET|PRON)$/.test(view.tags[at - 2]!)
    )
      at--
    else break
  }
  return at
}

/**
 * The noun phrase that begins at word `first`: up to the head, with "of" and other attributes. With `apposition` it goes
 * on over ", the chief of X" up to `limit`.
 */
export function phraseAfter(view: View, first: number, options: { readonly apposition: boolean }): Range | null {
  const limit = Math.min(sentenceRange(view, first)[1], first + 40)
  let at = first
  while (
    at < limit &&
    (NOMINAL.has(view.tags[at]!) || /^(?:'s|'|-|–|&)$/.test(view.lower[at]!) || linksOn(view, at, limit))
  ) {
    if (isTime(view, at) && at > first && !(view.forms[at] === 'Today' && view.tags[at - 1] === 'PROPN')) break
    // "told Example TV the pact would grow": an article behind a noun begins another phrase.
    if (at > first && /^(?:the|a|an)$/.test(view.lower[at]!) && /^(?:NOUN|PROPN|NUM)$/.test(view.tags[at - 1]!)) break
    if (view.tags[at] === 'PRON' && at > first && /^(?:he|she|they|it|we|i|who|that|which|you)$/.test(view.lower[at]!))
      break
    at++
    if (
      at - first === 1 &&
      /^(?:he|she|they|i|we|you|him|her|them|it|me|us)$/.test(view.lower[first]!) &&
      !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(view.tags[at] ?? '')
    )
      return [first, at]
  }
  if (at === first) return null
  if (view.lower[at] === '(' && at < limit) {
    const close = view.lower.indexOf(')', at)
    if (close > 0 && close < limit) at = close + 1
  }
  if (options.apposition && view.lower[at] === ',' && at + 1 < limit) {
    const opener = view.lower[at + 1]!
    if (
      /^(?:a|an|the|who|whose|which|one|former|his|her|their|its)$/.test(opener) ||
      /^(?:NOUN|ADJ|NUM)$/.test(view.tags[at + 1]!)
    )
      at = sentenceStop(view, at + 1, limit)
  }
  return [first, at]
}

function linksOn(view: View, at: number, limit: number): boolean {
  return (
    at + 1 < limit &&
    /^(?:of|for|at|from|with|in|and|to)$/.test(view.lower[at]!) &&
    NOMINAL.has(view.tags[at + 1]!) &&
    !isTime(view, at + 1)
  )
}

/** The end of an apposition that closes its sentence: the full stop, a quotation or a dash. */
function sentenceStop(view: View, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (/^(?:[.;:!?—]|--|["“])$/.test(view.lower[at]!)) return at
    if (
      view.lower[at] === ',' &&
      /^(?:and|but|as|adding|referring|noting|in|on|after|during|while|when)$/.test(view.lower[at + 1] ?? '')
    )
      return at
  }
  return limit
}
