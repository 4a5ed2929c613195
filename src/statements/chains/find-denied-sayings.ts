import { contentEnd } from '../content-end.ts'
import { SAY } from '../cues.ts'
import { addDraft, type Draft, type Finder } from '../draft.ts'
import { phraseBefore } from '../noun-phrase.ts'
import { complementOf } from '../rules/complement.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, spanOf, type View } from '../view.ts'

const DENIES = /^(?:deny|dispute|disavow|disclaim)$/
const REFUSES = /^(?:decline|refuse|fail|neglect|avoid|forbear)$/
const RETRACTS = /^(?:retract|withdraw|recant|disown|disavow|renounce|repudiate|rescind)$/
const TAKES_BACK = /^(?:take|walk|row)$/
const TO_SAY =
  /^to (?:immediately |publicly |directly |even )?(?:say|tell|confirm|comment|disclose|reveal|elaborate|specify|explain|name|identify|discuss|answer|acknowledge|state|give|provide|detail)\b/

/**
 * Sayings that did not happen or were taken back, beyond "did not say": "denied that she had said …", "denied telling
 * Example TV that …" give a statement of their own, marked as denied; "declined to say", "refused to confirm" and
 * "withdrew her claim that" mark the one that is there.
 */
export function findDeniedSayings(finder: Finder): void {
  const { view } = finder
  for (const draft of finder.drafts)
    if (isRefusal(view, draft) || isRetracted(view, draft) || isUnsaid(view, draft)) draft.denied = true
  for (let v = 1; v < view.length; v++) {
    if (view.tags[v] !== 'VERB' || !DENIES.test(view.lemmas[v]!)) continue
    const q = view.quoteOf[v]!
    if (q < 0 || view.quotes[q]!.words <= 3) findDenied(finder, v)
  }
}

function isRefusal(view: View, draft: Draft): boolean {
  if (!REFUSES.test(draft.verb)) return false
  const [start, end] = spanOf(view, draft.content[0]!)
  return TO_SAY.test(view.doc.text.slice(start, end))
}

/** "would neither confirm nor deny that …", "have yet to say what …": nothing was said of it. */
function isUnsaid(view: View, { cue, verb }: Draft): boolean {
  if (cue === null) return false
  if (/\byet to$/.test(view.lower.slice(Math.max(0, cue[0] - 3), cue[0]).join(' '))) return true
  if (!/^(?:confirm|deny)$/.test(verb)) return false
  return view.lower.slice(Math.max(0, cue[0] - 4), cue[1]).includes('neither')
}

/** "withdrew her claim that …", "took back his remark that …": the verb right before a noun of saying and its owner. */
function isRetracted(view: View, draft: Draft): boolean {
  if (draft.rule !== 'nominal' || draft.cue === null) return false
  const first = draft.source !== null && draft.source[0] < draft.cue[0] ? draft.source[0] : draft.cue[0]
  const floor = sentenceRange(view, first)[0]
  for (let i = first - 1; i >= Math.max(floor, first - 3); i--) {
    const lemma = view.lemmas[i]!
    if (view.tags[i] === 'VERB' && RETRACTS.test(lemma)) return true
    if (TAKES_BACK.test(lemma) && view.lower[i + 1] === 'back') return true
    if (!/^(?:DET|ADJ|ADV|ADP|PART)$/.test(view.tags[i]!)) return false
  }
  return false
}

/** "denied having told X that …", "denied telling X that …", "denied that she had said …", "denied she said …". */
function findDenied(finder: Finder, v: number): void {
  const { view } = finder
  const limit = sentenceRange(view, v)[1]
  const that = view.lower[v + 1] === 'that' ? 1 : 0
  for (let i = v + 1; i < Math.min(limit, v + 8); i++) {
    if (view.tags[i] !== 'VERB') continue
    if (
      !SAY.has(view.lemmas[i]!) &&
      !/^(?:call|describe|accuse|threaten|criticize|criticise|order|offer)$/.test(view.lemmas[i]!)
    ) {
      if (/^(?:having|ever)$/.test(view.lower[i]!)) continue
      return
    }
    const gerund = /ing$/.test(view.lower[i]!) || view.lower.slice(v + 1, i).includes('having')
    const source = gerund ? phraseBefore(view, verbGroup(view, v).first) : subjectBetween(view, v + 1 + that, i)
    const complement = source === null ? null : complementOf(view, { ...verbGroup(view, i), form: 'finite' })
    if (complement === null) return
    addDraft(finder, {
      rule: 'clausal',
      verb: view.lemmas[i]!,
      source,
      cue: [gerund ? v + 1 : verbGroup(view, i).first, complement.cueEnd],
      content: [[complement.from, contentEnd(view, complement.from, { object: complement.object })]],
      denied: true,
      addressee: complement.addressee,
    })
    return
  }
}

/** The subject right behind "denied that": a pronoun or a short noun phrase up to the verb. */
function subjectBetween(view: View, first: number, verb: number): Range | null {
  const end = verbGroup(view, verb).first
  return end > first ? [first, end] : null
}
