import type { Draft, Finder } from '../draft.ts'
import { type Range, sentenceRange, type View } from '../view.ts'

// Marks around this many words or fewer hold a phrase at arm's length, not speech.
const SCARE_WORDS = 3
// Words on either side of a cue that are looked at, so that a sentence without end costs no more than a long one.
const REACH = 200

/** 1 for words of a cue's sentence that tell of the saying: neither said nor quoted, nor the speaker, nor of another cue. */
export interface OpenWords {
  readonly range: Range
  readonly is: (i: number) => boolean
  /** True in what is said of the speaker behind a comma: "Example, interviewed by Radio Other,". */
  readonly ofSpeaker: (i: number) => boolean
}

/** Statements by the sentence of their cue. */
export type BySentence = ReadonlyMap<number, readonly Draft[]>

/** Sorts statements by the sentence of their cue; those without a cue close nothing and are left out. */
export function bySentence({ view, drafts }: Finder): BySentence {
  const index = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.cue === null) continue
    const sentence = view.sentenceOf[draft.cue[0]]!
    const there = index.get(sentence)
    if (there === undefined) index.set(sentence, [draft])
    else there.push(draft)
  }
  return index
}

/** The words of a statement's sentence in which its hops, occasion, place and time can stand. */
export function openWords(finder: Finder, draft: Draft, beside: BySentence): OpenWords {
  const { view } = finder
  const anchor = anchorOf(draft)
  const sentence = sentenceRange(view, anchor)
  const range: Range = [Math.max(sentence[0], anchor - REACH), Math.min(sentence[1], anchor + REACH)]
  const [start, limit] = range
  const open = new Uint8Array(limit - start).fill(1)
  const shut = ([first, end]: Range): void => {
    if (end > start && first < limit) open.fill(0, Math.max(first, start) - start, Math.min(end, limit) - start)
  }
  for (const piece of draft.content) shut([piece[0] + circumstanceBefore(view, draft, piece), piece[1]])
  const tail = draft.source === null ? null : speakerTail(view, draft.source)
  if (draft.source !== null) shut([draft.source[0], tail ?? draft.source[1]])
  if (draft.cue !== null) shut(withoutMedium(view, draft.cue))
  for (const other of beside.get(view.sentenceOf[anchor]!) ?? [])
    if (other !== draft) closeBeyond(other, draft, anchor, [start, limit], shut)
  for (let i = start; i < limit; i++) {
    const q = view.quoteOf[i]!
    if (q >= 0 && view.quotes[q]!.words > SCARE_WORDS) open[i - start] = 0
  }
  const is = (i: number): boolean => i >= start && i < limit && open[i - start] === 1
  const ofSpeaker = (i: number): boolean => tail !== null && i >= tail && i < draft.source![1]
  return { range, is, ofSpeaker }
}

/** A cue without the medium that it may take in: "said [in a statement]". */
function withoutMedium(view: View, [first, end]: Range): Range {
  for (let i = first + 1; i < end; i++)
    if (view.tags[i] === 'ADP' && /^(?:in|on|via|through|during|at)$/.test(view.lower[i]!)) return [first, i]
  return [first, end]
}

/** Where a speaker's words turn to telling of him: at the first comma or relative pronoun. */
export function speakerTail(view: View, [first, end]: Range): number | null {
  for (let i = first + 1; i < end; i++) {
    if (
      /^(?:,|who|which|whose|interviewed|quoted|cited|reached|published|seen|obtained|released|aired)$/.test(
        view.lower[i]!,
      )
    )
      return i
    // "wrote Ana Example in the magazine Other".
    if (/^(?:in|on|to)$/.test(view.lower[i]!) && view.personAt[first]! >= 0 && view.tags[i - 1] === 'PROPN') return i
  }
  return null
}

/** The word that a statement's circumstances stand around: its cue, or the beginning of what was said. */
export function anchorOf(draft: Draft): number {
  return (draft.cue ?? draft.content[0]!)[0]
}

/** "said in a statement that …": how many words between cue and "that" are no part of what was said. */
export function circumstanceBefore(view: View, draft: Draft, [first, end]: Range): number {
  if (draft.cue === null || first !== draft.cue[1]) return 0
  if (!/^(?:in|on|at|during|by|via|through|to|after|with|from|late|early)$/.test(view.lower[first]!)) {
    // "said on its website that": the preposition was taken for a part of the cue.
    if (!/^(?:on|in|to|at|via)$/.test(view.lower[first - 1]!)) return 0
  }
  for (let i = first; i < Math.min(end, first + 16); i++) {
    if (view.lower[i] === 'that' && view.tags[i] !== 'DET' && i > first) return i - first
    if (view.lower[i] === ':' && i + 1 < end) return i + 1 - first
    if ((view.tags[i] === 'VERB' || view.tags[i] === 'AUX') && !/(?:ed|en|ing)$/.test(view.lower[i]!)) return 0
  }
  return 0
}

/** Another speaker's clause in the sentence is his: closed from his source or cue on, away from this statement. */
function closeBeyond(
  other: Draft,
  draft: Draft,
  anchor: number,
  [start, limit]: Range,
  shut: (r: Range) => void,
): void {
  if (other.cue === null || other.cue[0] < start || other.cue[0] >= limit) return
  if (same(other.source, draft.source) || /^(?:cite|quote)$/.test(other.verb)) return
  // What stands around a saying that is told of inside another's words belongs to both.
  if (other.content.some(([first, end]) => first <= anchor && anchor < end)) return
  // "Asked by Example TV whether …, Other said": the question is the occasion of the answer.
  if (other.verb === 'ask' && other.rule === 'passive') {
    for (const piece of other.content) shut(piece)
    return
  }
  const from = Math.min(other.cue[0], other.source?.[0] ?? other.cue[0])
  if (from > anchor) shut([from, limit])
  else if (other.cue[0] < anchor) shut([start, Math.max(other.cue[1], other.content.at(-1)![1])])
}

function same(a: Range | null, b: Range | null): boolean {
  return a === b || (a !== null && b !== null && a[0] === b[0])
}
