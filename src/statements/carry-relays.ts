import type { Hop } from '../model/reading.ts'
import type { Draft, Finder } from './draft.ts'
import { isOutlet } from './outlets.ts'
import { spanOf, type View } from './view.ts'

/**
 * An interview told of once holds for what the same speaker says further on, as long as no other occasion or addressee
 * of his comes between: "In an interview with X, Example said …, per Y. … He added …" all came by X, then Y. Who is the
 * same is told by the Doc's chains and by equal names; statements before the interview's sentence are left alone.
 */
export function carryRelays(finder: Finder): void {
  const { view } = finder
  const speakers = speakerIndex(view)
  const carried = new Map<string, readonly Hop[]>()
  const ordered = [...finder.drafts].sort((a, b) => position(a) - position(b))
  for (const draft of ordered) {
    const speaker = speakerOf(view, draft, speakers)
    // What an outlet reports of its own has its own way here, and who is cited differs from one to the next.
    if (speaker === null || (draft.source !== null && isOutlet(view, finder.outlets, draft.source))) continue
    const own = draft.hops.filter(hop => hop.kind === 'outlet' || hop.kind === 'agency')
    const held = carried.get(speaker)
    if (own.length > 0) {
      // The same outlet again ("told X"): what relayed it then still does.
      const same = held !== undefined && own.every(hop => held.some(other => other.name === hop.name))
      if (same) draft.hops = [...held]
      else carried.set(speaker, own)
    } else if (elsewhere(draft)) carried.delete(speaker)
    else if (held !== undefined) draft.hops = [...held]
  }
}

function position(draft: Draft): number {
  return (draft.cue ?? draft.content[0]!)[0]
}

/** Another addressee or occasion: not the interview any more. */
function elsewhere(draft: Draft): boolean {
  return draft.addressee !== null || draft.occasion !== null
}

/** Chain index of each entity's start, so that a source finds its referent. */
function speakerIndex(view: View): ReadonlyMap<number, number> {
  const index = new Map<number, number>()
  view.doc.chains.forEach((chain, c) => {
    for (const [start] of chain) index.set(start, c)
  })
  return index
}

function speakerOf(view: View, draft: Draft, speakers: ReadonlyMap<number, number>): string | null {
  if (draft.source === null) return null
  const [start, end] = spanOf(view, draft.source)
  for (let i = draft.source[0]; i < draft.source[1]; i++) {
    if (view.tags[i] !== 'PROPN' && view.tags[i] !== 'PRON') continue
    const chain = speakers.get(view.personAt[i]!)
    if (chain !== undefined) return `chain ${chain}`
  }
  const chain = speakers.get(start)
  return chain === undefined ? view.doc.text.slice(start, end).toLowerCase() : `chain ${chain}`
}
