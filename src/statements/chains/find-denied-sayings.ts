import { contentEnd } from '../content-end.ts'
import { SAY } from '../cues.ts'
import { addDraft, type Draft, type Finder } from '../draft.ts'
import { phraseBefore } from '../noun-phrase.ts'
import { complementOf } from '../rules/complement.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { mendRetracted } from './mend-retracted.ts'

const DENIES = /^(?:deny|dispute|disavow|disclaim)$/
const REFUSES = /^(?:decline|refuse|fail|neglect|avoid|forbear)$/
const TO_SAY =
  /^to (?:immediately |publicly |directly |even )?(?:say|tell|confirm|comment|mention|disclose|reveal|elaborate|specify|explain|name|identify|discuss|answer|acknowledge|state|give|provide|detail)\b/

/**
 * Sayings that did not happen or were taken back, beyond "did not say": "denied that she had said …", "denied telling
 * Example TV that …" give a statement of their own, marked as denied; "declined to say", "refused to confirm" and
 * "withdrew her claim that" mark the one that is there.
 */
export function findDeniedSayings(finder: Finder): void {
  const { view } = finder
  for (const draft of finder.drafts) {
    if (isRefusal(view, draft) || isUnsaid(view, draft)) draft.denied = true
    mendRetracted(view, draft)
  }
  for (let v = 1; v < view.length; v++) {
    if (view.tags[v] !== 'VERB' || !DENIES.test(view.lemmas[v]!)) continue
    const q = view.quoteOf[v]!
    if (q < 0 || view.quotes[q]!.words <= 3) findDenied(finder, v)
  }
}

/** "declined to say …": the refusing in the cue or before it, and what would have been said behind. */
function isRefusal(view: View, { cue, content }: Draft): boolean {
  if (cue === null) return false
  for (let i = cue[0]; i < cue[1]; i++) {
    if (view.tags[i] !== 'VERB' || !REFUSES.test(view.lemmas[i]!)) continue
    const { start, end } = view.doc.tokens
    return TO_SAY.test(view.doc.text.slice(start[i + 1], end[Math.max(cue[1], content[0]![1]) - 1]))
  }
  return false
}

/** "would neither confirm nor deny that …", "have yet to say what …": nothing was said of it. */
function isUnsaid(view: View, { cue, verb }: Draft): boolean {
  if (cue === null) return false
  const words = view.lower.slice(Math.max(0, cue[0] - 3), cue[1]).join(' ')
  if (/\byet to \S+$/.test(words)) return true
  if (!/^(?:confirm|deny)$/.test(verb)) return false
  return view.lower.slice(Math.max(0, cue[0] - 4), cue[1]).includes('neither')
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
    if (gerund) withDenial(finder, v)
    return
  }
}

/** What is denied is the telling as a whole: "denied [having told X that …]". */
function withDenial({ view, drafts, cueOf }: Finder, v: number): void {
  const outer = drafts[cueOf[v]!]
  const first = outer?.content[0]
  if (first === undefined || first[0] <= v) return
  const end = outer!.content.at(-1)![1]
  outer!.cue = [outer!.cue![0], v + 1]
  outer!.content = end > v + 1 && view.sentenceOf[v] === view.sentenceOf[end - 1] ? [[v + 1, end]] : outer!.content
}

/** The subject right behind "denied that": a pronoun or a short noun phrase up to the verb. */
function subjectBetween(view: View, first: number, verb: number): Range | null {
  const end = verbGroup(view, verb).first
  return end > first ? [first, end] : null
}
