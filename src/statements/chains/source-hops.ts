import type { Hop } from '../../model/reading.ts'
import type { Draft, Finder } from '../draft.ts'
import { isOutlet, outletHop, REPORTS } from '../outlets.ts'
import { type Range, sentenceRange, spanOf, type View } from '../view.ts'
import { anyHop, describedPhrase, hopOf, publishedIn, tailEnd, wordsOf } from './described-hop.ts'
import { isAnonymous, isDocument, WITHHELD } from './hop-kind.ts'
import { parts } from './medium-hops.ts'
import { type OpenWords, speakerTail } from './open-words.ts'
import { RANK, type RankedHop } from './ranked-hop.ts'

/**
 * Hops that the source itself is: an outlet that reports, with whom it cites before it; a document; somebody whose name
 * is kept back. A named or described speaker is none.
 */
export function sourceHops(finder: Finder, draft: Draft, open: OpenWords, relayed: boolean): RankedHop[] {
  const { view } = finder
  const { source } = draft
  const published = source === null ? null : publishedIn(finder, source)
  const isReport = published !== null || (source !== null && isOutlet(view, finder.outlets, source))
  const found: RankedHop[] = []
  if (isReport || relayed || draft.quoter !== null) {
    for (const range of citedRanges(view, draft, open))
      found.push({ hop: anyHop(finder, range), rank: RANK.cited, at: range[0] })
  }
  if (source === null) return found
  if (isReport) {
    const own = published === null ? outletsIn(finder, draft, source) : [published]
    found.push(...own.map(hop => ({ hop, rank: RANK.outlet, at: source[0] })))
    // "the ministry's website" is an outlet's only where it names one.
    if (own.length > 0 || !isDocument(wordsOf(view, source))) return found
  }
  const hop = speakerHop(view, source, open)
  if (hop !== null) found.push({ hop, rank: RANK.speaker, at: source[0] })
  return found
}

/** "Example TV", "Example TV and Other Wire": the outlets that report something not of themselves. */
function outletsIn(finder: Finder, draft: Draft, source: Range): Hop[] {
  const { view } = finder
  if (!REPORTS.test(draft.verb) || ofItself(view, draft)) return []
  return parts(view, source).flatMap(range => outletHop(view, finder.outlets, range) ?? [])
}

function speakerHop(view: View, source: Range, open: OpenWords): Hop | null {
  const short = beforeComma(view, source)
  const words = wordsOf(view, short)
  if (isDocument(words)) return hopOf(view, short, 'document')
  if (isPronoun(view, source)) return null
  const limit = sentenceRange(view, source[0])[1]
  const described: Range = [source[0], Math.max(source[1], tailEnd(view, source[1], limit))]
  if (isAnonymous(wordsOf(view, described))) return hopOf(view, isAnonymous(words) ? short : described, 'anonymous')
  return WITHHELD.test(openText(view, open)) && !namesPerson(view, short) ? hopOf(view, short, 'anonymous') : null
}

function beforeComma(view: View, [first, end]: Range): Range {
  return [first, speakerTail(view, [first, end]) ?? end]
}

function isPronoun(view: View, [first, end]: Range): boolean {
  return end === first + 1 && view.tags[first] === 'PRON'
}

/** A person with a name is not anonymous, whatever somebody else in the sentence is. */
function namesPerson(view: View, [first, end]: Range): boolean {
  for (let i = first; i < end; i++) if (view.personAt[i]! >= 0 && view.tags[i] === 'PROPN') return true
  return false
}

/** The telling words of the sentence as one text. */
function openText(view: View, { range: [start, limit], is }: OpenWords): string {
  let text = ''
  for (let i = start; i < limit; i++) text += is(i) ? `${view.lower[i]} ` : '| '
  return text
}

/** What an outlet says of itself ("said it would appeal") has not been relayed by it. */
function ofItself(view: View, { rule, content, source }: Draft): boolean {
  const [first] = content[0]!
  const at = view.lower[first] === 'that' ? first + 1 : first
  if (rule === 'according' || !/^(?:it|its|their|we)$/.test(view.lower[at] ?? '')) return false
  const start = view.doc.tokens.start[at]!
  const chain = view.doc.chains.find(spans => spans.some(span => span[0] === start))
  // Without a chain for the pronoun nothing else is there for it to mean.
  const [from, to] = spanOf(view, source!)
  return chain === undefined || chain.some(span => span[0] < to && span[1] > from)
}

/** "citing two officials", "quoting police", "which cited a letter" among the telling words. */
function citedRanges(view: View, draft: Draft, open: OpenWords): Range[] {
  const [start, limit] = open.range
  const found: Range[] = []
  for (let i = start; i < limit - 1; i++) {
    const word = view.lower[i]!
    const cites =
      word === 'citing' ||
      word === 'quoting' ||
      (/^(?:cited|quoted|cites|quotes)$/.test(word) && /^(?:which|who|that|it|and)$/.test(view.lower[i - 1] ?? ''))
    if (!cites || !(open.is(i) || isCue(draft, i))) continue
    const range = describedPhrase(view, i + 1, limit)
    if (range !== null && !range.some(at => at === draft.source?.[0])) found.push(range)
  }
  return found
}

function isCue({ cue }: Draft, i: number): boolean {
  return cue !== null && cue[0] <= i && i < cue[1]
}
