import type { Draft, Finder } from '../draft.ts'
import { spanOf, type View } from '../view.ts'
import { circumstanceBefore } from './open-words.ts'

const RELAY_PIECE =
  /^(?:per [A-Z]|as (?:reported|cited|quoted|carried|relayed|published|first reported) by |according to |citing |quoting )/i

/**
 * Takes out of what was said the words that tell of the saying: "[in a statement] that the bank was sound", a piece that
 * is nothing but "per Example Wire". Statements whose content would be empty are left as they are.
 */
export function mendDrafts(finder: Finder): void {
  const { view } = finder
  for (const draft of finder.drafts) {
    dropRelays(view, draft)
    cutOccasion(view, draft)
    cutCited(view, draft)
    cutRelative(view, draft)
    const [first, end] = draft.content[0]!
    const before = circumstanceBefore(view, draft, [first, end])
    if (before === 0 || draft.cue === null) continue
    draft.content[0] = [first + before, end]
    // "said on its website that": the preposition was taken for a part of the cue.
    const [from, to] = draft.cue
    if (to - from > 1 && /^(?:on|in|to|at|via|of|about)$/.test(view.lower[to - 1]!)) draft.cue = [from, to - 1]
  }
}

/** "announced the cut in an interview that …": behind an object without a verb, the interview tells of the announcing. */
function cutOccasion(view: View, draft: Draft): void {
  if (draft.content.length !== 1 || draft.cue === null) return
  const [first, end] = draft.content[0]!
  for (let i = first + 1; i < end - 2; i++) {
    if (/^(?:VERB|AUX|SCONJ)$/.test(view.tags[i]!) || view.quoteOf[i]! >= 0) return
    if (view.lower[i] !== 'in' || !/^(?:an|a|his|her|their|its)$/.test(view.lower[i + 1]!)) continue
    const noun = view.lower.slice(i + 2, i + 4).find(word => TOLD_IN.test(word))
    if (noun === undefined) continue
    draft.content = [[first, i]]
    return
  }
}

const TOLD_IN = /^(?:interview|statement|letter|tweet|post|speech|email|op-ed|broadcast|address)$/

/** "Quoting a source in the ministry, Example Wire said …": what is quoted ends at the comma. */
function cutCited(view: View, draft: Draft): void {
  if (!/^(?:cite|quote)$/.test(draft.verb) || draft.cue === null || !/ing$/.test(view.lower[draft.cue[0]]!)) return
  const [first, end] = draft.content[0]!
  for (let i = first + 1; i < end; i++) {
    if (view.lower[i] !== ',' || view.quoteOf[i]! >= 0) continue
    draft.content = [[first, i]]
    draft.verb = 'cite'
    return
  }
}

/** "According to Example TV, which cited police, the road was closed": the relative clause tells of the source. */
function cutRelative(view: View, draft: Draft): void {
  const [first, end] = draft.content[0]!
  if (draft.rule !== 'according' || !/^(?:which|who)$/.test(view.lower[first]!)) return
  const comma = view.lower.indexOf(',', first)
  if (comma > first && comma + 1 < end) draft.content[0] = [comma + 1, end]
}

function dropRelays(view: View, draft: Draft): void {
  if (draft.content.length < 2) return
  const kept = draft.content.filter((piece, n) => {
    const [start, end] = spanOf(view, piece)
    return n === 0 || !RELAY_PIECE.test(view.doc.text.slice(start, end))
  })
  draft.content = kept
}
