import type { Hop } from '../model/reading.ts'
import type { Draft, Finder } from './draft.ts'
import { phraseAfter } from './noun-phrase.ts'
import { citedHop, outletHop } from './outlets.ts'
import { type Range, sentenceRange, type View } from './view.ts'

const OCCASION =
  /^(?:interviews?|statements?|speech|speeches|briefings?|conference|conferences|remarks|meetings?|visits?|summit|summits|tweets?|posts?|letters?|calls?|address|rally|debate|hearing|testimony|talks|forum|ceremony|trip|tour|appearance|broadcast|podcast|emails?|op-ed|news|session|event|dinner|lunch|exchange|conversation|message|video|text)$/
const OPENER = /^(?:in|during|at|after|on|following|before|via|by|from|ahead|aboard)$/

/** Adds to each statement where and when it was said, and the outlets beside it that carried it. */
export function addCircumstances(finder: Finder): void {
  for (const draft of finder.drafts) {
    const anchor = draft.cue ?? draft.content[0]!
    draft.occasion = occasionOf(finder, draft, anchor[0])
    const hops: Hop[] = []
    const { view } = finder
    if (draft.addressee !== null) push(hops, outletHop(view, draft.addressee))
    if (draft.occasion !== null) push(hops, outletWith(view, draft.occasion))
    const cited = citedIn(view, anchor[0])
    if (cited !== null && draft.source !== null && outletHop(view, draft.source) !== null)
      push(hops, citedHop(view, cited))
    for (const relay of finder.relays) if (covers(draft, relay.sentence)) push(hops, relay.hop)
    draft.hops = hops
  }
}

function push(hops: Hop[], hop: Hop | null): void {
  if (hop !== null && !hops.some(other => other.name === hop.name)) hops.push(hop)
}

function covers(draft: Draft, [first, end]: Range): boolean {
  const anchor = (draft.cue ?? draft.content[0]!)[0]
  return first <= anchor && anchor < end
}

/** "in an interview with X", "during his first visit to X": a preposition and its phrase in the cue's sentence. */
function occasionOf(finder: Finder, draft: Draft, anchor: number): Range | null {
  const { view } = finder
  const [start, limit] = sentenceRange(view, anchor)
  for (let i = start; i < limit; i++) {
    if (!OPENER.test(view.lower[i]!) || insideContent(draft, i)) continue
    const end = occasionEnd(view, i, limit, draft)
    if (end !== null) return [i, end]
  }
  return null
}

function insideContent(draft: Draft, i: number): boolean {
  return draft.content.some(([first, end]) => first < i && i < end)
}

function occasionEnd(view: View, i: number, limit: number, draft: Draft): number | null {
  let head = -1
  for (let k = i + 1; k < Math.min(limit, i + 9); k++) {
    if (/^(?:VERB|AUX|PUNCT)$/.test(view.tags[k]!) && !/^[-–]$/.test(view.lower[k]!)) break
    if (OCCASION.test(view.lower[k]!) && /^(?:NOUN|PROPN|VERB)$/.test(view.tags[k]!)) {
      head = k
      break
    }
  }
  if (head < 0 || (view.lower[i] === 'by' && !/^(?:phone|telephone|email)$/.test(view.lower[head]!))) return null
  let end = phraseAfter(view, i + 1, { apposition: false })?.[1] ?? head + 1
  if (end <= head) end = head + 1
  // "… since the beginning of his mandate" belongs to it; a following statement's words do not.
  if (view.lower[end] === 'since') end = limit
  while (end > head + 1 && /^[.,;:!?]$/.test(view.lower[end - 1]!)) end--
  const next = draft.content.find(([first]) => first > i)
  if (next !== undefined && next[0] < end) end = next[0]
  if (draft.source !== null && draft.source[0] > i && draft.source[0] < end) end = draft.source[0]
  while (end > head + 1 && /^[,:]$/.test(view.lower[end - 1]!)) end--
  return end > head ? end : null
}

/** The outlet that an interview was given to. */
function outletWith(view: View, [first, end]: Range): Hop | null {
  if (
    !view.lower
      .slice(first, end)
      .some(word => /^(?:interview|interviews|op-ed|conversation|podcast|broadcast|appearance)$/.test(word))
  )
    return null
  for (let i = first + 1; i < end - 1; i++) {
    if (!/^(?:with|to|for|on|in|by)$/.test(view.lower[i]!)) continue
    const hop = outletHop(view, trimmed(view, i + 1, end))
    if (hop !== null) return hop
  }
  return null
}

function trimmed(view: View, first: number, end: number): Range {
  let stop = first
  while (stop < end && !/^(?:on|about|in|published|aired|,)$/.test(view.lower[stop]!)) stop++
  return [first, Math.max(stop, first + 1)]
}

/** "citing two officials" in the cue's sentence. */
function citedIn(view: View, anchor: number): Range | null {
  const [start, limit] = sentenceRange(view, anchor)
  for (let i = start; i < limit - 1; i++) {
    if (view.lower[i] === 'citing' || (view.lower[i] === 'quoting' && i > start))
      return phraseAfter(view, i + 1, { apposition: false })
  }
  return null
}
