import { contentEnd } from '../content-end.ts'
import { HELD, SAY, STANCE, THINK } from '../cues.ts'
import { addDraft, type Finder } from '../draft.ts'
import { phraseAfter, phraseBefore } from '../noun-phrase.ts'
import type { VerbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { clauseComplement } from './complement.ts'

/** "was criticised by X", "is expected to": what is held is the subject and the rest; who holds it stands after "by". */
export function findPassive(finder: Finder, group: VerbGroup): void {
  const { view } = finder
  const v = group.verb
  const lemma = view.lemmas[v]!
  if (!(STANCE.has(lemma) || SAY.has(lemma) || THINK.has(lemma) || HELD.has(lemma))) return
  const limit = sentenceRange(view, v)[1]
  const next = view.lower[v + 1] ?? '.'
  const subject = passiveSubject(view, group)
  if (lemma === 'ask' || lemma === 'tell') {
    findAsked(finder, group, subject)
    return
  }
  const agent = byPhrase(view, v + 1, limit)
  if (agent === null && !(HELD.has(lemma) && /^(?:to|as|that|of|for)$/.test(next))) return
  const content: Range[] = subject === null ? [] : [subject]
  const rest = agent === null ? v + 1 : agent[1]
  if (rest < limit && !/^[.,;]$/.test(view.lower[rest]!)) content.push([rest, contentEnd(view, rest, { object: true })])
  addDraft(finder, {
    rule: 'passive',
    verb: lemma,
    source: agent,
    sourceWhy: agent === null ? 'the text does not say by whom' : null,
    cue: [group.first, v + 1],
    content,
    denied: group.negated,
  })
}

/** "was asked whether …": the addressee is the subject, who asks is told by "by" or not at all. */
export function findAsked(finder: Finder, group: VerbGroup, subject: Range | null): void {
  const { view } = finder
  const limit = sentenceRange(view, group.verb)[1]
  const agent = byPhrase(view, group.verb + 1, limit)
  const at = agent?.[1] ?? group.verb + 1
  const clause = /^(?:about|to)$/.test(view.lower[at] ?? '')
    ? { from: at }
    : clauseComplement(view, group.verb, at, limit)
  if (clause === null || clause.from >= limit) return
  addDraft(finder, {
    rule: 'passive',
    verb: view.lemmas[group.verb]!,
    source: agent,
    sourceWhy: agent === null ? 'the text does not say by whom' : null,
    cue: [group.first, group.verb + 1],
    content: [[clause.from, contentEnd(view, clause.from, { object: true })]],
    denied: group.negated,
    addressee: subject,
  })
}

function passiveSubject(view: View, group: VerbGroup): Range | null {
  const subject = phraseBefore(view, group.first)
  if (subject === null || !/^(?:that|which|who)$/.test(view.lower[subject[0]]!)) return subject
  return phraseBefore(view, subject[0]) ?? subject
}

function byPhrase(view: View, from: number, limit: number): Range | null {
  for (let i = from; i < Math.min(limit, from + 5); i++) {
    if (view.lower[i] === 'by') {
      const phrase = phraseAfter(view, i + 1, { apposition: false })
      return view.tags[i + 1] === 'VERB' ? null : phrase
    }
    if (!/^(?:ADV|ADP|DET|NOUN)$/.test(view.tags[i]!)) return null
  }
  return null
}
