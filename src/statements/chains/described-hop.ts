import type { Hop } from '../../model/reading.ts'
import type { Finder } from '../draft.ts'
import { phraseAfter } from '../noun-phrase.ts'
import { outletHop } from '../outlets.ts'
import { type Range, spanOf, type View } from '../view.ts'
import { describedKind, isAnonymous } from './hop-kind.ts'

const TAIL_LIMIT = 14

/** The words of a range, white space as one blank each. */
export function wordsOf(view: View, range: Range): string {
  const [start, end] = spanOf(view, range)
  return view.doc.text.slice(start, end).replace(/\s+/g, ' ')
}

/** A hop under the words that describe it. */
export function hopOf(view: View, range: Range, kind: Hop['kind']): Hop {
  return { name: wordsOf(view, range), span: spanOf(view, range), kind }
}

/** A hop for whatever words may pass something on: an outlet by its name, anything else by its description. */
export function anyHop(finder: Finder, range: Range): Hop {
  const { view } = finder
  const outlet = outletHop(view, finder.outlets, range) ?? publishedIn(finder, range)
  return outlet ?? hopOf(view, range, describedKind(wordsOf(view, range)))
}

/** "a report by Example Wire", "a story in the Example Times": the outlet's. */
export function publishedIn(finder: Finder, [first, end]: Range): Hop | null {
  const { view } = finder
  for (let i = first + 1; i < end - 1; i++) {
    if (!/^(?:by|in|from|on)$/.test(view.lower[i]!)) continue
    if (!/^(?:reports?|story|stories|article|articles|interview|dispatch|broadcast|footage)$/.test(view.lower[i - 1]!))
      return null
    return outletHop(view, finder.outlets, [i + 1, end])
  }
  return null
}

/** The noun phrase at word `first` with a participle or relative clause that tells who it is: "a person briefed on X". */
export function describedPhrase(view: View, first: number, limit: number): Range | null {
  const phrase = phraseAfter(view, first, { apposition: false })
  if (phrase === null || phrase[0] >= limit) return null
  const end = Math.min(phrase[1], limit)
  const tail = tailEnd(view, end, limit)
  return [first, isAnonymous(wordsOf(view, [first, tail])) ? tail : end]
}

/** Over "familiar with …", "briefed on …", "who asked not to be named", up to a comma, "that" or the limit. */
export function tailEnd(view: View, from: number, limit: number): number {
  const opener = view.lower[from] ?? '.'
  const tells =
    /^(?:who|with|familiar|close|briefed|speaking|in|inside|involved|knowledgeable|on|not|at|from)$/.test(opener) ||
    (view.tags[from] === 'VERB' && /(?:ed|ing)$/.test(opener))
  if (!tells || from >= limit) return from
  let at = from
  while (at < limit && at < from + TAIL_LIMIT && !/^[,.;:—]$|^["“”]$|^that$/.test(view.lower[at]!)) at++
  return at
}
