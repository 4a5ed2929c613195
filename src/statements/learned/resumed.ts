import type { Draft, Finder } from '../draft.ts'
import { opensSentence, type Range } from '../view.ts'

/** A quotation that goes on with what an earlier statement of its sentence said. */
export interface Resumed {
  readonly owner: number
  readonly quote: Range
  /** What the later cue brings besides. */
  readonly rest: readonly Range[]
}

/**
 * `“…,” she said, clapping. “…”`, `“If so,” he said, pointing at the wall, “it must go”`: behind what the speaker did
 * meanwhile, a quotation in a new sentence, or one that goes on in lower case behind a comma, is the earlier cue's. "…,
 * adding, “…”" and "…, adding: “…”" bring their own. Null where nothing is resumed.
 */
export function resumed(finder: Finder, cue: Range, content: readonly Range[]): Resumed | null {
  const { view } = finder
  const owner = saidBefore(finder, cue)
  const last = content.at(-1)!
  const quote = view.quotes[view.quoteOf[last[1] - 1]!]
  if (owner < 0 || quote === undefined || quote.end !== last[1] || quote.first <= cue[1]) return null
  const before = quote.first - 1
  const tags = view.tags.slice(cue[1], before)
  const goesOn =
    view.lower[before] === ',' && /^\p{Ll}/u.test(view.forms[quote.first + 1] ?? '') && !tags.includes('VERB')
  if (!goesOn && !opensSentence(view, quote.first)) return null
  const rest: Range[] = [...content.slice(0, -1)]
  if (last[0] < before) rest.push([last[0], before])
  return { owner, quote: [quote.first, quote.end], rest }
}

/** The statement whose quotation and cue stand before a participle behind a comma, in its sentence; -1 for none. */
function saidBefore({ view, drafts, cueOf }: Finder, [first, end]: Range): number {
  if (view.lower[first - 1] !== ',' || view.doc.tokens.xpos[end - 1] !== 'VBG') return -1
  for (let i = first - 1; i >= 0 && view.sentenceOf[i] === view.sentenceOf[first]; i--)
    if (cueOf[i]! >= 0) return isPostposed(view.quoteOf, drafts[cueOf[i]!]!) ? cueOf[i]! : -1
  return -1
}

function isPostposed(quoteOf: Int32Array, { cue, content }: Draft): boolean {
  const [, end] = content.at(-1)!
  return cue !== null && end <= cue[0] && quoteOf[end - 1]! >= 0
}
