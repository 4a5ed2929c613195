import type { Hop } from '../model/reading.ts'
import { namedOutlets } from './named-outlets.ts'
import type { NamedOutlet } from './outlets.ts'
import type { Range, View } from './view.ts'

/** A statement as the rules find it, in words; spans, kinds and ids come last. */
export interface Draft {
  source: Range | null
  sourceWhy: string | null
  cue: Range | null
  content: Range[]
  verb: string
  denied: boolean
  addressee: Range | null
  occasion: Range | null
  /** Where and when it was said. */
  saidIn: Range | null
  saidOn: Range | null
  hops: Hop[]
  /** The statement that tells of this saying: who speaks there passed it on. */
  through: Draft | null
  /** Who quotes the speaker ("X quoted Y as saying"). */
  quoter: Range | null
  /** Which rule found it, for tests and for the order of merging. */
  rule: 'learned' | 'signed' | 'according' | 'postposed' | 'clausal' | 'quote' | 'colon' | 'nominal' | 'passive'
}

/** What the rules share while they work through a text. */
export interface Finder {
  readonly view: View
  readonly drafts: Draft[]
  /** 1 where a word is in some statement's content. */
  readonly claimed: Uint8Array
  /** 1 where a word is a cue or a source already. */
  readonly spoken: Uint8Array
  /** Index of the statement that a word is content of, or cue of; -1 elsewhere. */
  readonly contentOf: Int32Array
  readonly cueOf: Int32Array
  /** Outlets that relay what a sentence tells of somebody else's words ("…, per X"). */
  readonly relays: { readonly sentence: Range; readonly outer: Range; readonly hop: Hop | null }[]
  readonly outlets: readonly NamedOutlet[]
}

export function newFinder(view: View): Finder {
  return {
    view,
    drafts: [],
    claimed: new Uint8Array(view.length),
    spoken: new Uint8Array(view.length),
    relays: [],
    outlets: namedOutlets(view),
    contentOf: new Int32Array(view.length).fill(-1),
    cueOf: new Int32Array(view.length).fill(-1),
  }
}

/** Adds a statement, takes its words, and hands it back. Empty pieces are dropped; null when no content is left. */
export function addDraft(
  finder: Finder,
  draft: Partial<Draft> & Pick<Draft, 'content' | 'rule' | 'verb'>,
): Draft | null {
  const content = draft.content
    .map(range => trimRange(finder.view, beforeRelay(finder, range)))
    .filter(([first, end]) => end > first)
  if (content.length === 0) return null
  const full: Draft = {
    source: null,
    sourceWhy: null,
    cue: null,
    denied: false,
    addressee: null,
    occasion: null,
    saidIn: null,
    saidOn: null,
    hops: [],
    through: null,
    quoter: null,
    ...draft,
    content,
  }
  finder.drafts.push(full)
  const index = finder.drafts.length - 1
  for (const range of content) claim(finder, index, range)
  if (full.cue !== null) {
    finder.spoken.fill(1, full.cue[0], full.cue[1])
    finder.cueOf.fill(index, full.cue[0], full.cue[1])
  }
  if (full.source !== null) finder.spoken.fill(1, full.source[0], full.source[1])
  return full
}

/** Without the outlet that relays it: "that it grew, The Example Times reported". */
function beforeRelay(finder: Finder, [first, end]: Range): Range {
  const relay = finder.relays.find(({ outer }) => outer[0] > first && outer[0] < end)
  return [first, relay?.outer[0] ?? end]
}

/** Adds a piece to the content of a statement that was found before. */
export function addPiece(finder: Finder, index: number, range: Range): void {
  finder.drafts[index]!.content.push(range)
  claim(finder, index, range)
}

function claim(finder: Finder, index: number, [first, end]: Range): void {
  finder.claimed.fill(1, first, end)
  finder.contentOf.fill(index, first, end)
}

/**
 * Without commas, dashes and full stops at the ends, except where they stand inside a quotation that ends there, and without
 * a bracket whose other half is not there.
 */
export function trimRange(view: View, [from, to]: Range): Range {
  let first = from
  let end = to
  while (first < end && /^(?:[,;:.—–-]|--|and|but)$/.test(view.lower[first]!) && view.tags[first] !== 'SYM') first++
  while (
    end > first &&
    /^(?:[,;:.!?—–-]|--)$/.test(view.lower[end - 1]!) &&
    (view.quoteOf[end - 1]! < 0 || view.quoteOf[first]! < 0)
  )
    end--
  if (end > first && view.lower[first] === '(' && !view.lower.slice(first, end).includes(')')) first++
  if (end > first && view.lower[end - 1] === ')' && !view.lower.slice(first, end).includes('(')) end--
  return [first, end]
}
