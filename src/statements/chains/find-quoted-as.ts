import { contentEnd } from '../content-end.ts'
import { addDraft, type Draft, type Finder, trimRange } from '../draft.ts'
import { phraseAfter, phraseBefore } from '../noun-phrase.ts'
import { type VerbGroup, verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'

/**
 * "Example TV quoted the minister as saying …", "the minister was quoted as saying by Example TV": the words are the
 * minister's, and who quotes him passes them on. A statement of the quoter's that another rule made of it is corrected.
 */
export function findQuotedAs(finder: Finder): void {
  const { view } = finder
  for (let v = 1; v < view.length; v++) {
    if (!/^(?:quote|cite)$/.test(view.lemmas[v]!) || view.tags[v] !== 'VERB') continue
    const limit = sentenceRange(view, v)[1]
    const as = asSaying(view, v, limit)
    if (as === null) continue
    const group = verbGroup(view, v)
    const parties = group.form === 'passive' ? passiveParties(view, group, as, limit) : activeParties(view, group, as)
    if (parties === null) continue
    mend(finder, v, as, parties)
  }
}

interface Parties {
  readonly speaker: Range
  readonly quoter: Range | null
  /** Where what was said goes on behind "as saying" and "by Example TV". */
  readonly from: number
}

/** The word "as" of "as saying" within a dozen words of the verb. */
function asSaying(view: View, v: number, limit: number): number | null {
  for (let i = v + 1; i < Math.min(limit - 1, v + 18); i++) {
    // "citing the Example Times, quoted her as saying": the nearest verb's.
    if (view.tags[i] === 'VERB' && /^(?:quote|cite)$/.test(view.lemmas[i]!)) return null
    if (
      view.lower[i] === 'as' &&
      /^(?:saying|telling|writing|warning|arguing|asking|adding|stating|declaring)$/.test(view.lower[i + 1]!)
    )
      return i
  }
  return null
}

function activeParties(view: View, group: VerbGroup, as: number): Parties | null {
  const speaker: Range = [group.verb + 1, as]
  if (as <= group.verb + 1) return null
  return { speaker, quoter: phraseBefore(view, group.first), from: as + 2 }
}

function passiveParties(view: View, group: VerbGroup, as: number, limit: number): Parties | null {
  const speaker = phraseBefore(view, group.first)
  if (speaker === null) return null
  const by = view.lower[group.verb + 1] === 'by' ? group.verb + 1 : view.lower[as + 2] === 'by' ? as + 2 : null
  if (by === null) return { speaker, quoter: null, from: as + 2 }
  const quoter = phraseAfter(view, by + 1, { apposition: false })
  const end = Math.min(quoter?.[1] ?? by + 1, limit)
  return by > as ? { speaker, quoter, from: end } : { speaker, quoter: [by + 1, Math.min(end, as)], from: as + 2 }
}

/** Gives the statement at the verb its speaker, or makes one of what follows. */
function mend(finder: Finder, v: number, as: number, { speaker, quoter, from }: Parties): void {
  const { view } = finder
  const limit = sentenceRange(view, v)[1]
  const cue: Range = [v, v + 1]
  let draft = finder.drafts.find(one => near(one, v, as, speaker)) ?? null
  const goesOn = from < limit && !/^[.,;!?]$/.test(view.lower[from]!)
  if (goesOn) {
    const content: Range[] = [[from, contentEnd(view, from, { object: false })]]
    if (draft === null) draft = addDraft(finder, { rule: 'clausal', verb: 'quote', source: speaker, cue, content })
    else draft.content = content.map(range => trimRange(view, range))
  }
  if (draft === null) return
  draft.source = speaker
  draft.sourceWhy = null
  draft.cue = cue
  draft.verb = 'quote'
  draft.addressee = null
  draft.quoter = quoter
}

/** A statement that some rule read off these words: by its cue, or a quotation right before them. */
function near(draft: Draft, v: number, as: number, speaker: Range): boolean {
  if (draft.cue !== null) return draft.cue[0] <= as + 1 && draft.cue[1] > Math.min(v - 2, as)
  const last = draft.content.at(-1)!
  return last[1] <= Math.min(v, speaker[0]) + 1 && v - last[1] < 14
}
