import { contentEnd } from '../content-end.ts'
import { CLAUSE_OPENERS, NOUN } from '../cues.ts'
import { addDraft, type Finder } from '../draft.ts'
import { phraseAfter } from '../noun-phrase.ts'
import { type Range, sentenceRange, type View } from '../view.ts'

/** Nouns that stand for a saying: "Example's claim that …", "his call for …", "criticism by Samplia of …". */
export function findNominal(finder: Finder): void {
  const { view } = finder
  for (let i = 1; i < view.length; i++) {
    const follow = NOUN.get(view.lower[i]!)
    if (follow === undefined || view.tags[i] !== 'NOUN' || finder.claimed[i] === 1 || finder.spoken[i] === 1) continue
    if (view.quoteOf[i]! >= 0) continue
    const owner = ownerBefore(view, i)
    const agent = owner === null ? agentAfter(view, i) : null
    const at = agent === null ? i + 1 : agent[1]
    const next = view.lower[at] ?? '.'
    if (!follow.has(next)) continue
    const source = owner ?? agent
    if (source === null && !/^(?:that)$/.test(next)) continue
    const clause = CLAUSE_OPENERS.has(next) || next === 'to'
    const from = clause ? at : at + 1
    if (from >= sentenceRange(view, i)[1]) continue
    addDraft(finder, {
      rule: 'nominal',
      verb: view.lower[i]!,
      source,
      sourceWhy: source === null ? 'the text does not say whose it is' : null,
      cue: [i, clause ? i + 1 : at + 1],
      content: [[from, contentEnd(view, from, { object: !clause })]],
    })
  }
}

/** The possessive before a noun, over adjectives: "Example's strong", "his". */
function ownerBefore(view: View, noun: number): Range | null {
  const [start] = sentenceRange(view, noun)
  let at = noun
  while (at > start && /^(?:ADJ|ADV|NOUN|NUM)$/.test(view.tags[at - 1]!) && noun - at < 4) at--
  if (at === start) return null
  if (/^(?:his|her|its|their)$/.test(view.lower[at - 1]!)) return [at - 1, at]
  if (!/^(?:'s|')$/.test(view.lower[at - 1]!) || at - 1 <= start) return null
  let first = at - 1
  while (first > start && /^(?:PROPN|NOUN|ADJ|DET|NUM)$/.test(view.tags[first - 1]!) && at - first < 10) first--
  return first < at - 1 ? [first, at] : null
}

function agentAfter(view: View, noun: number): Range | null {
  return /^(?:by|from)$/.test(view.lower[noun + 1] ?? '') ? phraseAfter(view, noun + 2, { apposition: false }) : null
}
