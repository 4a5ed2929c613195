import { sentenceRange, type View } from './view.ts'

/** A verb with its auxiliaries, adverbs and negation. */
export interface VerbGroup {
  readonly first: number
  readonly verb: number
  readonly form: 'finite' | 'passive' | 'participle' | 'infinitive'
  readonly negated: boolean
  readonly modal: boolean
}

const BE = /^(?:am|is|are|was|were|be|been|being|'s|'re|'m|get|gets|got)$/

/** Reads the group that word `verb` heads. Adverbs before the first auxiliary belong to it ("also said"). */
export function verbGroup(view: View, verb: number): VerbGroup {
  const floor = Math.max(sentenceRange(view, verb)[0], verb - 8)
  let first = verb
  let negated = false
  let modal = false
  let be = false
  let auxiliary = false
  let to = false
  while (first > floor) {
    const word = view.lower[first - 1]!
    const tag = view.tags[first - 1]!
    if (tag === 'AUX' || (/^(?:has|have|had|did|does|do)$/.test(word) && tag === 'VERB')) {
      auxiliary = true
      if (BE.test(word)) be = be || first === verb || allBetween(view, first, verb)
      if (/^(?:would|could|should|might|may|must|will|can|'ll|'d|wo|ca)$/.test(word)) modal = true
    } else if (word === 'to' && tag === 'PART') to = !auxiliary
    else if (/^(?:not|n't|never)$/.test(word)) negated = true
    else if (word === 'both' && view.tags[first - 2] === 'AUX') auxiliary = true
    else if (tag !== 'ADV' || /^(?:when|where|why|how|so|then|there)$/.test(word)) break
    first--
    if (word === 'to') break
  }
  const ing = /ing$/.test(view.lower[verb]!)
  const participle =
    /(?:ed|en|wn|id|ld|nt|ught|ut|ead)$/.test(view.lower[verb]!) && view.lower[verb] !== view.lemmas[verb]
  const form = to ? 'infinitive' : ing && !be ? 'participle' : be && !ing && participle ? 'passive' : 'finite'
  return { first, verb, form, negated, modal }
}

/** Only adverbs, negation and further auxiliaries between an auxiliary and its verb. */
function allBetween(view: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!/^(?:ADV|PART|AUX)$/.test(view.tags[i]!)) return false
  return true
}
