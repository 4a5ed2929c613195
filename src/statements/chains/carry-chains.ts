import type { Hop } from '../../model/reading.ts'
import type { Draft, Finder } from '../draft.ts'
import { phraseAfter } from '../noun-phrase.ts'
import { isOutlet, outletHop } from '../outlets.ts'
import { speakersOf } from '../speakers.ts'
import { type Range, sentenceRange, spanOf, type View } from '../view.ts'
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
  const speakerOf = speakersOf(view)
  const carried = new Map<string, Carried>()
  const byName = new Map<string, string>()
  const unnamed: Hop[] = []
  const ordered = [...finder.drafts].sort((a, b) => position(a) - position(b))
  const told = interviewsTold(finder, ordered)
  for (const draft of ordered) {
    while (told.length > 0 && told[0]!.at < position(draft)) {
      const { at, hop, source } = told.shift()!
      const key = speakerOf(source)
      if (key !== null) carried.set(key, { hops: [hop], paragraph: view.paragraphOf[at]! })
    }
    let speaker = speakerOf(draft.source)
    nameAgain(view, draft, unnamed)
    // What an outlet reports of its own has its own way here, and who is cited differs from one to the next.
    if (speaker === null || (draft.source !== null && isOutlet(view, finder.outlets, draft.source))) continue
    const paragraph = view.paragraphOf[position(draft)]!
    const ways = draft.hops.filter(hop => hop.kind !== 'anonymous' || !isSource(view, draft, hop))
    const name = lastName(view, draft)
    if (name !== null && !carried.has(speaker)) speaker = byName.get(name) ?? speaker
    if (name !== null) byName.set(name, speaker)
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

interface Told {
  readonly at: number
  readonly hop: Hop
  readonly source: Range
}

/** "Ana Example spoke to Example TV.": a sentence that tells of an interview and says nothing yet. */
function interviewsTold({ view, outlets }: Finder, drafts: readonly Draft[]): Told[] {
  const said = new Set(drafts.map(draft => view.sentenceOf[position(draft)]!))
  const found: Told[] = []
  for (let i = 1; i < view.length - 1; i++) {
    if (!/^(?:to|with)$/.test(view.lower[i]!) || said.has(view.sentenceOf[i]!) || view.quoteOf[i]! >= 0) continue
    if (!/^(?:spoke|spoken|talked|interview|interviews)$/.test(view.lower[i - 1]!)) continue
    const phrase = phraseAfter(view, i + 1, { apposition: false })
    const hop = phrase === null ? null : outletHop(view, outlets, phrase)
    const source = hop === null ? null : firstPerson(view, sentenceRange(view, i)[0], i)
    if (hop !== null && source !== null) found.push({ at: i, hop, source })
  }
  return found
}

function firstPerson(view: View, start: number, end: number): Range | null {
  for (let i = start; i < end; i++) {
    if (view.personAt[i]! < 0) continue
    const ent = view.doc.ents.find(one => one.span[0] === view.personAt[i])
    return ent === undefined ? [i, i + 1] : ent.tokens
  }
  return null
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

/** The last word of a speaker's name, where the Doc's chains have not joined him; null for other speakers. */
function lastName(view: View, { source }: Draft): string | null {
  if (source === null) return null
  let end = source[0]
  while (end < source[1] && view.lower[end] !== ',') end++
  return view.tags[end - 1] === 'PROPN' ? view.lower[end - 1]! : null
}

function position(draft: Draft): number {
  return (draft.cue ?? draft.content[0]!)[0]
}

/** Another addressee or occasion: not the interview any more. */
function elsewhere(draft: Draft): boolean {
  return draft.addressee !== null || draft.occasion !== null
}
