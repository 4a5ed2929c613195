import type { Hop } from '../../model/reading.ts'
import { datelineAgency } from '../dateline.ts'
import type { Draft, Finder } from '../draft.ts'
import type { Range, View } from '../view.ts'
import { anyHop } from './described-hop.ts'
import { mediumHops } from './medium-hops.ts'
import { anchorOf, type BySentence, bySentence, type OpenWords, openWords } from './open-words.ts'
import { inOrder, RANK, type RankedHop } from './ranked-hop.ts'
import { sourceHops } from './source-hops.ts'

/**
 * The hops of each statement from its own sentence, the nearest to the speaker first (docs/guide/chains.md): who spoke for
 * him, what he wrote, whom he told, who carried it, whom an outlet cites, the outlet, who relays it.
 */
export function addChains(finder: Finder): void {
  const { view } = finder
  const own = datelineAgency(view.doc.text)
  const beside = bySentence(finder)
  for (const draft of finder.drafts) {
    // "Example TV, citing police": the citing itself is no saying that came by anybody.
    if (
      draft.verb === 'cite' ||
      (draft.verb === 'quote' && draft.cue !== null && view.lower[draft.cue[0]] === 'quoting')
    )
      continue
    const open = openWords(finder, draft, beside)
    const relays = relaysOf(finder, draft)
    const found = [...mediumHops(finder, draft, within(open, draft)), ...relays]
    found.push(...sourceHops(finder, draft, open, relays.length > 0))
    if (draft.quoter !== null) found.push(quoterHop(finder, draft.quoter))
    if (draft.through !== null) found.push(...throughHops(finder, draft.through, beside))
    draft.hops = inOrder(found)
      .filter(({ hop }) => hop.name !== own)
      .map(({ hop }) => hop)
  }
}

/** Words of whoever tells of a saying belong to his chain, not to that of the saying he tells of. */
function within(open: OpenWords, { through }: Draft): OpenWords {
  if (through?.source == null || through.cue === null) return open
  const from = Math.min(through.cue[0], through.source[0])
  const end = Math.max(through.cue[1], through.source[1])
  const before = end <= through.content[0]![0]
  return { ...open, is: i => open.is(i) && (before ? i >= end : i < from) }
}

/** Outlets noted by the rules as relaying the words of a sentence. */
function relaysOf(finder: Finder, draft: Draft): RankedHop[] {
  const anchor = anchorOf(draft)
  return finder.relays.flatMap(({ sentence, outer, hop }) =>
    hop !== null && sentence[0] <= anchor && anchor < sentence[1] ? [{ hop, rank: RANK.relay, at: outer[0] }] : [],
  )
}

/** Somebody told of the saying ("according to his lawyer, Example said"): he, and what he stood on, come last. */
function throughHops(finder: Finder, outer: Draft, beside: BySentence): RankedHop[] {
  if (outer.source === null) return []
  const open = openWords(finder, outer, beside)
  const inner = sourceHops(finder, outer, open, false)
  const self: Hop =
    inner.find(({ rank }) => rank !== RANK.cited)?.hop ?? anyHop(finder, headOf(finder.view, outer.source))
  const media = mediumHops(finder, outer, open)
  const cited = inner.filter(({ rank }) => rank === RANK.cited)
  return [
    ...cited,
    { hop: self, rank: RANK.outlet, at: outer.source[0] },
    ...media.map(one => ({ ...one, rank: RANK.relay })),
  ]
}

/** Who quotes somebody: an outlet reports him, anybody else speaks for him. */
function quoterHop(finder: Finder, quoter: Range): RankedHop {
  const hop = anyHop(finder, headOf(finder.view, quoter))
  const reports = hop.kind === 'outlet' || hop.kind === 'agency'
  return { hop, rank: reports ? RANK.outlet : RANK.voice, at: quoter[0] }
}

function headOf(view: View, [first, end]: Range): Range {
  for (let i = first + 1; i < end; i++) if (view.lower[i] === ',') return [first, i]
  return [first, end]
}
