import { SAY, THINK } from '../cues.ts'
import type { Finder } from '../draft.ts'
import { phraseBefore } from '../noun-phrase.ts'
import { outletHop } from '../outlets.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange } from '../view.ts'

/**
 * Notes a relay and says so, where an outlet stands after somebody else's attributed words in one sentence: in "Example
 * outlined the plan, per The Example Times" the words are Example's and the outlet is a hop; in "the plan failed, per
 * The Example Times" the outlet itself is the source.
 */
export function noteRelay(finder: Finder, outlet: Range): boolean {
  const { view } = finder
  const hop = outletHop(view, outlet)
  if (hop === null) return false
  const sentence = sentenceRange(view, outlet[0])
  for (let v = sentence[0]; v < outlet[0]; v++) {
    if (view.tags[v] !== 'VERB' || view.quoteOf[v]! >= 0 || !(SAY.has(view.lemmas[v]!) || THINK.has(view.lemmas[v]!)))
      continue
    const group = verbGroup(view, v)
    if (group.form !== 'finite' || group.first === sentence[0]) continue
    const source = phraseBefore(view, group.first)
    if (source === null || outletHop(view, source) !== null || source[1] > outlet[0]) continue
    finder.relays.push({ sentence, hop })
    return true
  }
  return false
}
