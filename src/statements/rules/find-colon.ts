import { addDraft, type Finder } from '../draft.ts'
import type { Range, View } from '../view.ts'

// Longer heads before a colon are clauses, not names: chosen on PolNeAR train, where nine of ten have six words or fewer.
const LONGEST_NAME = 8

/** "EXAMPLE: …" in headlines and transcripts: a name at a line's beginning, a colon, and what it said to the line's end. */
export function findColon(finder: Finder): void {
  const { view } = finder
  let speaker: Range | null = null
  for (let i = 0; i < view.length; i++) {
    if (i > 0 && view.paragraphOf[i] === view.paragraphOf[i - 1]) continue
    const end = lineEnd(view, i)
    const colon = nameColon(view, i, end)
    if (colon === null || finder.claimed[colon + 1] === 1 || colon + 1 >= end) {
      speaker = null
      continue
    }
    speaker = [i, colon]
    addDraft(finder, {
      rule: 'colon',
      verb: ':',
      source: speaker,
      cue: [colon, colon + 1],
      content: [[colon + 1, end]],
    })
  }
}

function lineEnd(view: View, i: number): number {
  let end = i
  while (end < view.length && view.paragraphOf[end] === view.paragraphOf[i]) end++
  return end
}

function nameColon(view: View, first: number, end: number): number | null {
  let names = 0
  for (let i = first; i < Math.min(end, first + LONGEST_NAME); i++) {
    if (view.lower[i] === ':')
      return i > first && names > 0 && view.doc.tokens.start[i + 1] !== view.doc.tokens.end[i] ? i : null
    if (/^(?:PUNCT|VERB|AUX)$/.test(view.tags[i]!) && !/^[-.'’]$/.test(view.lower[i]!)) return null
    if (isActor(view, i)) names++
  }
  return null
}

function isActor(view: View, i: number): boolean {
  return (
    view.actor[i] === 1 || /^(?:poll|report|study|experts?|officials?|analysts?|sources?|survey)$/.test(view.lower[i]!)
  )
}
