import { bySentence, type OpenWords, openWords } from './chains/open-words.ts'
import { SAY, THINK, TOWARD } from './cues.ts'
import type { Draft, Finder } from './draft.ts'
import { phraseAfter } from './noun-phrase.ts'
import { sayingPlace, sayingTime } from './saying-place.ts'
import { type Range, sentenceRange, type View } from './view.ts'

const OCCASION =
  /^(?:interviews?|statements?|speech|speeches|briefings?|conference|conferences|remarks|meetings?|visits?|summit|summits|tweets?|posts?|letters?|calls?|address|rally|debate|hearing|testimony|talks|forum|ceremony|trip|tour|appearance|broadcast|podcast|emails?|op-ed|news|session|event|dinner|lunch|exchange|conversation|message|video|text)$/
const OPENER = /^(?:in|during|at|after|on|following|before|via|by|from|ahead|aboard)$/

/** Adds to each statement whom it was said to, on what occasion, where and when, as phrases of the cue's sentence. */
export function addCircumstances(finder: Finder): void {
  const beside = bySentence(finder)
  for (const draft of finder.drafts) {
    const anchor = draft.cue ?? draft.content[0]!
    draft.occasion = occasionOf(finder, draft, anchor[0])
    const open = openWords(finder, draft, beside)
    draft.addressee ??= spokenTo(finder, open)
    // Wills and beliefs have a time and place of their own, and none of saying.
    if (SAY.has(draft.verb) || !(THINK.has(draft.verb) || TOWARD.has(draft.verb))) {
      draft.saidOn = sayingTime(finder, draft, open)
      draft.saidIn = sayingPlace(finder, draft, open)
    }
    for (const circumstance of [draft.occasion, draft.saidIn, draft.saidOn])
      if (draft.addressee !== null && circumstance !== null) draft.addressee = cutAt(draft.addressee, circumstance[0])
  }
}

/** "Speaking to reporters in Samplo, Example said": whom he spoke to. */
function spokenTo({ view }: Finder, open: OpenWords): Range | null {
  for (let i = open.range[0] + 1; i < open.range[1] - 1; i++) {
    if (!open.is(i) || !/^(?:to|with|before)$/.test(view.lower[i]!) || open.ofSpeaker(i)) continue
    if (!/^(?:speaking|talking|addressing|testifying)$/.test(view.lower[i - 1]!)) continue
    return phraseAfter(view, i + 1, { apposition: false })
  }
  return null
}

function cutAt([first, end]: Range, at: number): Range {
  return at > first && at < end ? [first, at] : [first, end]
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
