import { addDraft, type Finder } from '../draft.ts'
import { phraseAfter } from '../noun-phrase.ts'
import { isOutlet } from '../outlets.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { noteRelay } from './inner-attribution.ts'

/** "…, according to X", "According to X, …", "in X's view", "in the view of X", "in the words of X", "per X". */
export function findAccording(finder: Finder): void {
  const { view } = finder
  for (let i = 0; i < view.length; i++) {
    const found = cueAt(finder, i)
    if (found === null || finder.claimed[i] === 1 || insideQuote(view, i)) continue
    if (noteRelay(finder, found.source, found.outer)) {
      i = found.outer[1] - 1
      continue
    }
    const content = contentAround(finder, found.outer)
    addDraft(finder, { rule: 'according', verb: found.verb, source: found.source, cue: found.cue, content })
    i = found.outer[1] - 1
  }
}

function insideQuote(view: View, i: number): boolean {
  const q = view.quoteOf[i]!
  return q >= 0 && view.quotes[q]!.words > 6
}

interface Found {
  readonly cue: Range
  readonly source: Range
  readonly outer: Range
  readonly verb: string
}

function cueAt(finder: Finder, i: number): Found | null {
  const { view } = finder
  const [word, next, third] = [view.lower[i]!, view.lower[i + 1] ?? '', view.lower[i + 2] ?? '']
  if (word === 'according' && next === 'to') return withSource(view, i, i + 2, 'according to', true)
  if (word === 'in' && next === 'the' && /^(?:view|words|opinion|eyes)$/.test(third) && view.lower[i + 3] === 'of')
    return withSource(view, i, i + 4, `in the ${third} of`, false)
  if (word === 'as' && third === 'by' && /^(?:reported|cited|quoted|published|carried|relayed)$/.test(next)) {
    const found = withSource(view, i, i + 3, `as ${next} by`, false)
    if (found !== null && isOutlet(view, finder.outlets, found.source)) return found
  }
  if (word === 'per' && view.tags[i + 1] === 'PROPN' && (i === 0 || view.lower[i - 1] === ','))
    return withSource(view, i, i + 1, 'per', false)
  return null
}

function withSource(view: View, first: number, at: number, verb: string, apposition: boolean): Found | null {
  const initial = sentenceRange(view, first)[0] === first
  const source = phraseAfter(view, at, { apposition: apposition && !initial })
  if (source === null) return null
  return { cue: [first, at], source, outer: [first, extended(view, source[1])], verb }
}

/** Over a relative clause or participle that describes the source: "according to a study published on Monday". */
function extended(view: View, from: number): number {
  const limit = sentenceRange(view, Math.max(0, from - 1))[1]
  let at = from
  while (at < limit && !/^[,.;:—]$|^["“”]$/.test(view.lower[at]!)) at++
  return at
}

/** What the rest of the sentence says: before the phrase, or after it where it opens the sentence. */
function contentAround(finder: Finder, [first, end]: Range): Range[] {
  const { view } = finder
  const [start, limit] = sentenceRange(view, first)
  if (first <= start + 1) return [[end, limit]]
  let from = start
  for (let i = first - 1; i >= start; i--) {
    const brokenOff = finder.claimed[i] === 1 || /^(?:;|—|--)$/.test(view.lower[i]!)
    if (brokenOff) {
      from = i + 1
      break
    }
  }
  const q = view.lower[first - 1] === ',' && first >= 2 ? view.quoteOf[first - 2]! : view.quoteOf[first - 1]!
  if (q >= 0 && view.quotes[q]!.first < from) from = view.quotes[q]!.first
  const opener = view.lower[from] ?? ''
  if (/^(?:but|and|so|still|yet|however)$/.test(opener)) from++
  const before: Range = [from, first]
  const goesOn =
    view.lower[end] === ',' && limit - end > 4 && view.lower[end + 1] !== 'which' && view.lower[end + 1] !== 'who'
  return goesOn && !hasVerb(view, before) ? [before, [end, limit]] : [before]
}

function hasVerb(view: View, [first, end]: Range): boolean {
  for (let i = first; i < end; i++) if (view.tags[i] === 'VERB' || view.tags[i] === 'AUX') return true
  return false
}
