import type { Draft } from '../draft.ts'
import { type Range, sentenceRange, type View } from '../view.ts'

const RETRACTS = /^(?:retract|withdraw|recant|disown|disavow|renounce|repudiate|rescind)$/
const TAKES_BACK = /^(?:take|walk|row)$/
const SAYING =
  /^(?:claim|statement|remark|comment|allegation|accusation|assertion|suggestion|report|pledge|promise|warning|threat|testimony|confession|story|admission)s?$/

/**
 * "Withdrew her claim that …", "walked back his remark that …", "retracted the statement that …": what was taken back is the
 * saying that the noun stands for, of its owner, denied; the taking back brings nothing else.
 */
export function mendRetracted(view: View, draft: Draft): void {
  const { cue } = draft
  if (cue === null) return
  const verb = retractingVerb(view, draft, cue)
  if (verb === null) return
  if (verb < cue[0]) {
    draft.denied = true
    return
  }
  const noun = nounBehind(view, verb)
  if (noun === null) return
  draft.denied = true
  const end = draft.content.at(-1)![1]
  if (end <= noun + 1) return
  const owner = /^(?:his|her|its|their)$/.test(view.lower[noun - 1]!)
  draft.source = owner ? [noun - 1, noun] : null
  draft.sourceWhy = owner ? null : 'the text does not say whose it is'
  draft.cue = [noun, noun + 1]
  draft.verb = view.lower[noun]!
  draft.content = [[noun + 1, end]]
}

/** The verb in a cue, or right before one that is the noun and its owner. */
function retractingVerb(view: View, draft: Draft, cue: Range): number | null {
  for (let i = cue[0]; i < cue[1]; i++) if (isRetracting(view, i)) return i
  if (view.tags[cue[0]] !== 'NOUN') return null
  const first = draft.source !== null && draft.source[0] < cue[0] ? draft.source[0] : cue[0]
  const floor = sentenceRange(view, first)[0]
  for (let i = first - 1; i >= Math.max(floor, first - 3); i--) {
    if (isRetracting(view, i)) return i
    if (!/^(?:DET|ADJ|ADV|ADP|PART)$/.test(view.tags[i]!)) return null
  }
  return null
}

function isRetracting(view: View, i: number): boolean {
  const lemma = view.lemmas[i]!
  return (view.tags[i] === 'VERB' && RETRACTS.test(lemma)) || (TAKES_BACK.test(lemma) && view.lower[i + 1] === 'back')
}

/** The noun of saying behind "withdrew", "walked back": over its owner or article and one adjective, before "that". */
function nounBehind(view: View, verb: number): number | null {
  const from = view.lower[verb + 1] === 'back' ? verb + 2 : verb + 1
  for (let i = from; i < Math.min(view.length - 1, from + 4); i++)
    if (SAYING.test(view.lower[i]!)) return view.lower[i + 1] === 'that' || view.lower[i + 1] === 'of' ? i : null
  return null
}
