import { contentEnd } from '../content-end.ts'
import { ADDRESSED, SAY } from '../cues.ts'
import { addDraft, type Finder } from '../draft.ts'
import { phraseAfter, phraseBefore } from '../noun-phrase.ts'
import { complementOf } from '../rules/complement.ts'
import { verbGroup } from '../verb-group.ts'
import { sentenceRange, type View } from '../view.ts'

// "reported, citing two officials briefed on the talks, that": no aside between verb and clause is longer.
const LONGEST_ASIDE = 16

/** "Example Wire reported, citing two officials, that the talks had failed": an aside between the verb and its clause. */
export function findInterrupted(finder: Finder): void {
  const { view } = finder
  for (let v = 1; v < view.length - 3; v++) {
    if (view.tags[v] !== 'VERB' || !SAY.has(view.lemmas[v]!) || finder.cueOf[v]! >= 0 || view.quoteOf[v]! >= 0) continue
    const addressee = ADDRESSED.has(view.lemmas[v]!) ? phraseAfter(view, v + 1, { apposition: false }) : null
    const comma = addressee?.[1] ?? v + 1
    if (view.lower[comma] !== ',' || comma + 1 >= sentenceRange(view, v)[1]) continue
    if (!/^(?:citing|quoting|according|in|on|during|without|again|which|who|later|first)$/.test(view.lower[comma + 1]!))
      continue
    const outer = finder.claimed[v] === 1 ? finder.drafts[finder.contentOf[v]!] : undefined
    if (finder.claimed[v] === 1 && outer?.rule !== 'according') continue
    const from = clauseAfterAside(view, comma + 1)
    if (from !== null) cutAt(finder, comma, from)
    const group = verbGroup(view, v)
    const source = from === null || group.form !== 'finite' ? null : phraseBefore(view, group.first)
    if (from === null || source === null) continue
    addDraft(finder, {
      rule: 'clausal',
      verb: view.lemmas[v]!,
      source,
      cue: [group.first, v + 1],
      content: [[from, contentEnd(view, from, { object: false })]],
      denied: group.negated,
      addressee,
      through: outer ?? null,
    })
  }
}

/** What the aside's own verb was taken to say ends where the clause begins: ", which first reported it, that …". */
function cutAt(finder: Finder, comma: number, from: number): void {
  for (const { cue, content } of finder.drafts) {
    const [first, end] = content[0]!
    if (cue !== null && cue[0] > comma && first < from - 1 && end > from) content[0] = [first, from - 1]
  }
}

/** "Quoting a source, Example Wire said …": a saying that the quoting before it has hidden. */
export function findAfterCiting(finder: Finder): void {
  const { view } = finder
  for (const citing of [...finder.drafts]) {
    if (citing.verb !== 'cite' || citing.cue === null || citing.cue[0] !== sentenceRange(view, citing.cue[0])[0])
      continue
    const from = citing.content.at(-1)![1] + 1
    const limit = sentenceRange(view, citing.cue[0])[1]
    for (let v = from + 1; v < limit; v++) {
      if (view.tags[v] !== 'VERB') continue
      if (finder.cueOf[v]! >= 0) break
      const group = verbGroup(view, v)
      const source = group.form === 'finite' ? phraseBefore(view, group.first) : null
      const complement = source === null || source[0] !== from ? null : complementOf(view, group)
      if (complement === null) break
      addDraft(finder, {
        rule: 'clausal',
        verb: view.lemmas[v]!,
        source,
        cue: [group.first, complement.cueEnd],
        content: [[complement.from, contentEnd(view, complement.from, { object: complement.object })]],
        denied: group.negated,
        addressee: complement.addressee,
      })
      break
    }
  }
}

function clauseAfterAside(view: View, from: number): number | null {
  const limit = Math.min(sentenceRange(view, from)[1], from + LONGEST_ASIDE)
  for (let i = from + 1; i < limit - 1; i++)
    if (view.lower[i] === ',' && view.lower[i + 1] === 'that' && view.tags[i + 1] !== 'PRON') return i + 1
  return null
}
