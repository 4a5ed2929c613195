import { anchorOf, type OpenWords } from './chains/open-words.ts'
import { TIME_WORD } from './cues.ts'
import type { Draft, Finder } from './draft.ts'
import { outletKind } from './outlets.ts'
import { type Range, spanOf, type View } from './view.ts'

const TIME_OPENER = /^(?:on|in|at|late|early|earlier|last|this|since|by)$/
const TIME_INSIDE = /^(?:on|in|of|the|this|last|late|early|,|\d{1,4}(?:st|nd|rd|th)?)$/
// "published on Monday" tells of the publishing.
const OTHER_DAY = /^(?:published|aired|broadcast|dated|released|posted|due|scheduled|held|signed)$/
const WHERE = /^(?:in|at|from|outside|near|aboard|inside|on)$/
const PLACE = /^(?:place|country|facility)$/

/** When it was said ("on Tuesday", "earlier this week"), among the words that tell of the saying; null where they do not say. */
export function sayingTime(finder: Finder, draft: Draft, open: OpenWords): Range | null {
  const { view } = finder
  let best: Range | null = null
  for (let i = open.range[0]; i < open.range[1]; i++) {
    if (!tells(finder, draft, open, i)) continue
    const range = timeAt(view, i, open)
    if (range === null) continue
    if (!OTHER_DAY.test(view.lower[i - 1] ?? '') && nearer(draft, range, best)) best = range
    i = range[1] - 1
  }
  return best
}

/** A word of the telling that another statement has not for its content. */
function tells({ contentOf, drafts }: Finder, draft: Draft, open: OpenWords, i: number): boolean {
  if (!open.is(i) || open.ofSpeaker(i)) return false
  const other = drafts[contentOf[i]!]
  return other === undefined || other === draft || !other.content.some(([first, end]) => first <= i && i < end)
}

function timeAt(view: View, i: number, open: OpenWords): Range | null {
  const opens = TIME_OPENER.test(view.lower[i]!)
  if (!opens && !isTime(view, i)) return null
  // "4 May" begins with its number, "Channel 4 on Monday" does not.
  if (/^\d/.test(view.lower[i]!) && (view.tags[i - 1] === 'PROPN' || !isTime(view, i + 1))) return null
  let end = i
  for (let k = i; k < Math.min(open.range[1], i + 7) && open.is(k); k++) {
    if (isTime(view, k)) end = k + 1
    else if (k > i && !TIME_INSIDE.test(view.lower[k]!)) break
    else if (k === i && !opens) return null
  }
  // A lone number is no time, and "earlier" alone says too little.
  const told = view.lower.slice(i, end)
  return told.some(word => TIME_WORD.test(word) && !/^(?:\d+|earlier|later|recently)$/.test(word)) ? [i, end] : null
}

function isTime(view: View, i: number): boolean {
  return TIME_WORD.test(view.lower[i]!) && (view.lower[i] !== 'may' || view.forms[i] === 'May')
}

/** Where it was said ("in Samplo", "from the front"), among the words that tell of the saying. */
export function sayingPlace(finder: Finder, draft: Draft, open: OpenWords): Range | null {
  const { view } = finder
  let best: Range | null = null
  for (let i = open.range[0]; i < open.range[1] - 1; i++) {
    if (!tells(finder, draft, open, i) || !WHERE.test(view.lower[i]!) || !open.is(i + 1)) continue
    const end = placeEnd(view, i + 1, open)
    if (end === null || (view.lower[i] === 'on' && view.tags[i + 1] === 'PROPN')) continue
    const range: Range = [i, end]
    if (outletKind(wordsFrom(view, [i + 1, end])) === null && nearer(draft, range, best)) best = range
    i = end - 1
  }
  return best
}

/** The end of a place's name that begins here, or behind an article. */
function placeEnd(view: View, first: number, open: OpenWords): number | null {
  const at = view.lower[first] === 'the' ? first + 1 : first
  const ent = view.doc.ents.find(one => PLACE.test(one.kind) && one.tokens[0] >= first && one.tokens[0] <= at)
  if (ent !== undefined) return ent.tokens[1]
  if (/^(?:parliament|congress|court|front)$/.test(view.lower[at]!)) return at + 1
  if (view.tags[at] !== 'PROPN' || view.personAt[at]! >= 0 || isTime(view, at)) return null
  if (view.lower[first - 1] !== 'in') return null
  if (view.doc.ents.some(one => one.tokens[0] <= at && at < one.tokens[1])) return null
  let end = at
  while (end < open.range[1] && open.is(end) && view.tags[end] === 'PROPN') end++
  return end
}

function wordsFrom(view: View, range: Range): string {
  return view.doc.text.slice(...spanOf(view, range))
}

/** The one that stands nearest to the cue tells of the saying. */
function nearer(draft: Draft, range: Range, best: Range | null): boolean {
  const anchor = anchorOf(draft)
  return best === null || Math.abs(range[0] - anchor) < Math.abs(best[0] - anchor)
}
