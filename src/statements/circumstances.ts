import type { Hop } from '../model/reading.ts'
import { datelineAgency } from './dateline.ts'
import type { Draft, Finder } from './draft.ts'
import { interviewed } from './named-outlets.ts'
import { phraseAfter } from './noun-phrase.ts'
import { citedHop, isOutlet, outletHop, REPORTS, withoutTail } from './outlets.ts'
import { type Range, sentenceRange, spanOf, type View } from './view.ts'

const OCCASION =
  /^(?:interviews?|statements?|speech|speeches|briefings?|conference|conferences|remarks|meetings?|visits?|summit|summits|tweets?|posts?|letters?|calls?|address|rally|debate|hearing|testimony|talks|forum|ceremony|trip|tour|appearance|broadcast|podcast|emails?|op-ed|news|session|event|dinner|lunch|exchange|conversation|message|video|text)$/
const OPENER = /^(?:in|during|at|after|on|following|before|via|by|from|ahead|aboard)$/

/** Adds to each statement where and when it was said, and the outlets that carried it, nearest to the speaker first. */
export function addCircumstances(finder: Finder): void {
  const { view, outlets } = finder
  const own = datelineAgency(view.doc.text)
  for (const draft of finder.drafts) {
    const anchor = draft.cue ?? draft.content[0]!
    draft.occasion = occasionOf(finder, draft, anchor[0])
    const hops: Hop[] = []
    if (draft.addressee !== null) {
      push(hops, addressedHop(finder, draft.addressee))
      if (draft.occasion !== null) draft.addressee = cutAt(draft.addressee, draft.occasion[0])
    }
    if (draft.occasion !== null) push(hops, outletWith(finder, draft.occasion))
    if (draft.source !== null && isOutlet(view, outlets, draft.source)) {
      const cited = citedIn(view, anchor[0])
      if (cited !== null && cited[0] !== draft.content[0]![0]) push(hops, citedHop(view, cited))
      if (REPORTS.test(draft.verb) && !ofItself(view, draft)) push(hops, outletHop(view, outlets, draft.source))
    }
    for (const relay of finder.relays) if (covers(draft, relay.sentence)) push(hops, relay.hop)
    draft.hops = hops.filter(hop => hop.name !== own)
  }
}

function cutAt([first, end]: Range, at: number): Range {
  return at > first && at < end ? [first, at] : [first, end]
}

/** "told Example in an interview" makes an outlet of a name that does not read like one. */
function addressedHop(finder: Finder, addressee: Range): Hop | null {
  const { view, outlets } = finder
  const hop = outletHop(view, outlets, addressee)
  if (hop !== null) return hop
  const range = withoutTail(view, addressee)
  const named = outlets.find(outlet => outlet.first >= range[0] && outlet.first < range[1])
  return named !== undefined && interviewed(view, range)
    ? { name: named.name, span: spanOf(view, range), kind: named.kind }
    : null
}

/** What an outlet says of itself ("said it would appeal") has not been relayed by it. */
function ofItself(view: View, draft: Draft): boolean {
  const [first] = draft.content[0]!
  return /^(?:it|its|their|we)$/.test(view.lower[view.lower[first] === 'that' ? first + 1 : first] ?? '')
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
function outletWith({ view, outlets }: Finder, [first, end]: Range): Hop | null {
  if (
    !view.lower
      .slice(first, end)
      .some(word => /^(?:interview|interviews|op-ed|conversation|podcast|broadcast|appearance)$/.test(word))
  )
    return null
  for (let i = first + 1; i < end - 1; i++) {
    if (!/^(?:with|to|for|on|in|by)$/.test(view.lower[i]!)) continue
    const range = trimmed(view, i + 1, end)
    const hop = outletHop(view, outlets, range)
    if (hop !== null) return hop
    const named = outlets.find(outlet => outlet.first >= range[0] && outlet.first < range[1])
    if (named !== undefined) return { name: named.name, span: spanOf(view, range), kind: named.kind }
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
