import { SAY, THINK } from '../cues.ts'
import type { Finder } from '../draft.ts'
import { phraseBefore } from '../noun-phrase.ts'
import { isOutlet, outletHop } from '../outlets.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange } from '../view.ts'

/**
 * Notes a relay and says so, where an outlet stands with somebody else's attributed words in one sentence: in "Example
 * outlined the plan, per The Example Times" and "According to The Example Times, Example said …" the words are Example's
 * and the outlet is a hop; in "the plan failed, per The Example Times" the outlet itself is the source. An outlet that
 * opens the sentence counts only where the other's words come right behind it.
 */
export function noteRelay(finder: Finder, outlet: Range, outer: Range): boolean {
  const { view } = finder
  if (!isOutlet(view, finder.outlets, outlet)) return false
  const sentence = sentenceRange(view, outlet[0])
  const opens = outer[0] <= sentence[0] + 1
  const said = opens ? saidRightAfter(finder, outer[1], sentence[1]) : saidBetween(finder, sentence[0], outlet[0])
  if (!said) return false
  finder.relays.push({ sentence, outer, hop: outletHop(view, finder.outlets, outlet) })
  return true
}

/** True when somebody who is no outlet says something in these words, outside quotations. */
function saidBetween(finder: Finder, from: number, to: number): boolean {
  const { view } = finder
  for (let v = from; v < to; v++) {
    if (view.tags[v] !== 'VERB' || view.quoteOf[v]! >= 0 || !(SAY.has(view.lemmas[v]!) || THINK.has(view.lemmas[v]!)))
      continue
    const group = verbGroup(view, v)
    if (group.form !== 'finite' || group.first <= from) continue
    const source = phraseBefore(view, group.first)
    if (source === null || isOutlet(view, finder.outlets, source) || source[1] > to || source[0] < from) continue
    return true
  }
  return false
}

/** The same for words that open a sentence: the speaker stands right behind them. */
function saidRightAfter(finder: Finder, at: number, limit: number): boolean {
  const { view } = finder
  const from = view.lower[at] === ',' ? at + 1 : at
  for (let v = from + 1; v < limit; v++) {
    if (view.tags[v] !== 'VERB') continue
    const group = verbGroup(view, v)
    const source = SAY.has(view.lemmas[v]!) && group.form === 'finite' ? phraseBefore(view, group.first) : null
    return source !== null && source[0] === from && !isOutlet(view, finder.outlets, source)
  }
  return false
}
