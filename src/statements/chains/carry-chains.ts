import type { Hop } from '../../model/reading.ts'
import type { Draft, Finder } from '../draft.ts'
import { isOutlet } from '../outlets.ts'
import { spanOf, type View } from '../view.ts'
import { wordsOf } from './described-hop.ts'

// A statement or a post is over sooner than an interview, which may fill an article: this many paragraphs on.
const DOCUMENT_REACH = 3

interface Carried {
  readonly hops: readonly Hop[]
  readonly paragraph: number
}

/**
 * An interview told of once holds for what the same speaker says further on, as long as no other occasion or addressee
 * of his comes between: "In an interview with X, Example said …, per Y. … He added …" all came by X, then Y. So does a
 * document, for three paragraphs. Who is the same is told by the Doc's chains and by equal names; statements before the
 * interview's sentence are left alone. "The source" goes on being the source told of before.
 */
export function carryChains(finder: Finder): void {
  const { view } = finder
  const speakers = speakerIndex(view)
  const carried = new Map<string, Carried>()
  const unnamed: Hop[] = []
  const ordered = [...finder.drafts].sort((a, b) => position(a) - position(b))
  for (const draft of ordered) {
    const speaker = speakerOf(view, draft, speakers)
    nameAgain(view, draft, unnamed)
    // What an outlet reports of its own has its own way here, and who is cited differs from one to the next.
    if (speaker === null || (draft.source !== null && isOutlet(view, finder.outlets, draft.source))) continue
    const paragraph = view.paragraphOf[position(draft)]!
    const ways = draft.hops.filter(hop => hop.kind !== 'anonymous' || !isSource(view, draft, hop))
    const held = carried.get(speaker)
    if (ways.length > 0) {
      // The same outlet again ("told X"): what relayed it then still does.
      const same = held !== undefined && ways.every(hop => held.hops.some(other => other.name === hop.name))
      if (same) draft.hops = [...draft.hops.filter(hop => !ways.includes(hop)), ...again(held.hops, ways)]
      else carried.set(speaker, { hops: ways, paragraph })
    } else if (elsewhere(draft)) carried.delete(speaker)
    else if (held !== undefined && reaches(held, paragraph)) draft.hops = [...draft.hops, ...held.hops]
  }
}

/** The hops held, each with the span of its own telling where there is one here. */
function again(held: readonly Hop[], own: readonly Hop[]): Hop[] {
  return held.map(hop => own.find(other => other.name === hop.name) ?? hop)
}

function reaches(held: Carried, paragraph: number): boolean {
  return held.hops.some(hop => hop.kind === 'outlet' || hop.kind === 'agency')
    ? true
    : paragraph - held.paragraph <= DOCUMENT_REACH
}

/** "The source said": under the description that stood there first. */
function nameAgain(view: View, draft: Draft, unnamed: Hop[]): void {
  const { source } = draft
  if (source === null) return
  const words = wordsOf(view, source)
  const noun = /^(?:the|this|that|these|those)(?: same| second| senior)? (\w+)$/i.exec(words)?.[1]
  const own = draft.hops.find(hop => hop.kind === 'anonymous' && isSource(view, draft, hop))
  if (noun !== undefined) {
    const before = unnamed.findLast(hop => new RegExp(`\\b${noun}\\b`, 'i').test(hop.name))
    if (before !== undefined) {
      const hop: Hop = { name: before.name, span: spanOf(view, source), kind: 'anonymous' }
      draft.hops = [hop, ...draft.hops.filter(other => other !== own)]
      return
    }
  }
  if (own !== undefined) unnamed.push(own)
}

function isSource(view: View, { source }: Draft, hop: Hop): boolean {
  return source !== null && spanOf(view, source)[0] === hop.span[0]
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
