import { contentEnd } from '../content-end.ts'
import { ADJECTIVE, SAY, STANCE } from '../cues.ts'
import { addDraft, type Finder } from '../draft.ts'
import { phraseBefore } from '../noun-phrase.ts'
import { isOutlet, outletHop, REPORTS } from '../outlets.ts'
import { type VerbGroup, verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { complementOf } from './complement.ts'
import { findAsked, findPassive } from './find-passive.ts'

/** Source, cue, content in this order: "Example said that …", "criticised …", "is worried about …", ", noting that …". */
export function findClausal(finder: Finder): void {
  const { view } = finder
  for (let v = 0; v < view.length; v++) {
    if (finder.spoken[v] === 1 || inSpeech(view, v)) continue
    if (finder.claimed[v] === 1) {
      if (view.tags[v] === 'VERB') findRelayed(finder, v)
      continue
    }
    if (view.tags[v] === 'ADJ' || (view.tags[v] === 'VERB' && ADJECTIVE.has(view.lower[v]!))) findAdjective(finder, v)
    if (view.tags[v] !== 'VERB' || finder.claimed[v] === 1 || finder.spoken[v] === 1) continue
    const group = verbGroup(view, v)
    if (group.form === 'passive') findPassive(finder, group)
    else findActive(finder, group)
  }
}

function inSpeech(view: View, i: number): boolean {
  const q = view.quoteOf[i]!
  return q >= 0 && view.quotes[q]!.words > 3
}

function findActive(finder: Finder, group: VerbGroup): void {
  const { view } = finder
  const complement = complementOf(view, group)
  if (complement === null) return
  if (view.lower[group.verb] === 'asked' && group.first === sentenceRange(view, group.verb)[0]) {
    // "Asked whether …, Example said …": a participle, not a statement of Example's.
    findAsked(finder, group, null)
    return
  }
  const source = sourceOf(finder, group)
  if (source === undefined) return
  const whole = contentEnd(view, complement.from, { object: complement.object })
  const end = source !== null && isRelative(view, source) ? relativeEnd(view, complement.from, whole) : whole
  addDraft(finder, {
    rule: 'clausal',
    verb: view.lemmas[group.verb]!,
    source,
    sourceWhy: source === null ? 'the clause has no subject of its own' : null,
    cue: [group.form === 'infinitive' ? group.verb : group.first, complement.cueEnd],
    content: [[complement.from, end]],
    denied: group.negated,
    addressee: complement.addressee,
  })
}

function isRelative(view: View, [first]: Range): boolean {
  return /^(?:who|which)$/.test(view.lower[first]!) && view.lower[first - 1] === ','
}

/** "X, who said that it would grow, left": the relative clause is over where a comma brings the main verb. */
function relativeEnd(view: View, from: number, end: number): number {
  for (let i = from + 1; i + 1 < end; i++) {
    if (view.lower[i] !== ',' || view.quoteOf[i]! >= 0) continue
    if (/^(?:VERB|AUX)$/.test(view.tags[i + 1]!) && !/ing$/.test(view.lower[i + 1]!)) return i
  }
  return end
}

/** "The Example Times reported that Ana Example said …": inside what an outlet reports, the words are Example's as well. */
function findRelayed(finder: Finder, v: number): void {
  const { view } = finder
  const outer = finder.drafts[finder.contentOf[v]!]
  if (outer === undefined || outer.source === null || !SAY.has(view.lemmas[v]!) || !REPORTS.test(outer.verb)) return
  if (!isOutlet(view, finder.outlets, outer.source)) return
  const group = verbGroup(view, v)
  const source = group.form === 'finite' ? phraseBefore(view, group.first) : null
  const [first, end] = outer.content[0]!
  const opens = view.lower[first] === 'that' ? first + 1 : first
  // Only the main clause of the report: further in, whose words they are is less sure.
  if (source === null || source[0] !== opens || isOutlet(view, finder.outlets, source)) return
  const complement = complementOf(view, group)
  if (complement === null || complement.from >= end) return
  const hop = outletHop(view, finder.outlets, outer.source)
  addDraft(finder, {
    rule: 'clausal',
    verb: view.lemmas[v]!,
    source,
    cue: [group.first, complement.cueEnd],
    content: [[complement.from, Math.min(end, contentEnd(view, complement.from, { object: complement.object }))]],
    denied: group.negated,
    addressee: complement.addressee,
  })
  if (hop !== null) finder.relays.push({ sentence: sentenceRange(view, v), outer: outer.source, hop })
}

/**
 * The subject of a cue: before the verb; for a participle, an infinitive or a verb after "and" the subject of the clause
 * before. `null` when there is none, `undefined` when the verb should not count.
 */
function sourceOf(finder: Finder, group: VerbGroup): Range | null | undefined {
  const { view } = finder
  const [start] = sentenceRange(view, group.verb)
  const before = view.lower[group.first - 1] ?? ''
  if (group.form === 'participle') {
    const opensPhrase = group.first === start || /^(?:,|and|by|upon|after|before|while|without|in|of|for)$/.test(before)
    const owner = opensPhrase ? sharedSubject(finder, group.first) : phraseBefore(view, group.first)
    return opensPhrase || /^(?:NOUN|PROPN)$/.test(view.tags[group.first - 1] ?? '') ? owner : undefined
  }
  if (group.form === 'infinitive')
    return SAY.has(view.lemmas[group.verb]!) || STANCE.has(view.lemmas[group.verb]!)
      ? sharedSubject(finder, group.first)
      : undefined
  if (group.first === start) return undefined
  if (/^(?:and|but|or)$/.test(before) || (before === ',' && coordinated(finder, group)))
    return sharedSubject(finder, group.first)
  const phrase = phraseBefore(view, group.first)
  if (phrase === null) return view.tags[group.first - 1] === 'VERB' ? undefined : sharedSubject(finder, group.first)
  if (/ed$/.test(view.lower[group.verb]!) && view.lower[group.verb + 1] === 'by') return undefined
  return phrase
}

function coordinated(finder: Finder, group: VerbGroup): boolean {
  return finder.drafts.length > 0 && phraseBefore(finder.view, group.first) === null
}

/** The source of the statement before in this sentence, or the sentence's first noun phrase before a verb. */
function sharedSubject(finder: Finder, until: number): Range | null {
  const { view } = finder
  const [start] = sentenceRange(view, until)
  for (let i = until - 1; i >= start; i--) {
    const cue = finder.cueOf[i]!
    const source = cue < 0 ? null : finder.drafts[cue]!.source
    if (source !== null && source[0] < until) return source
  }
  for (let i = start; i < until; i++) {
    if (view.tags[i] !== 'VERB' && view.tags[i] !== 'AUX') continue
    if (view.quoteOf[i]! >= 0 || i === start) continue
    const subject = phraseBefore(view, verbFirst(view, i, start))
    if (subject !== null) return subject
  }
  return null
}

function verbFirst(view: View, i: number, start: number): number {
  let at = i
  while (at > start && /^(?:ADV|AUX)$/.test(view.tags[at - 1]!)) at--
  return at
}

function findAdjective(finder: Finder, i: number): void {
  const { view } = finder
  const follow = ADJECTIVE.get(view.lower[i]!)
  const next = view.lower[i + 1] ?? ''
  if (follow === undefined || !follow.has(next)) return
  let first = i
  let negated = false
  while (first > 0 && i - first < 5 && /^(?:ADV|AUX|PART)$/.test(view.tags[first - 1]!)) {
    first--
    if (/^(?:not|n't)$/.test(view.lower[first]!)) negated = true
  }
  if (!view.tags.slice(first, i).includes('AUX')) return
  const source = phraseBefore(view, first)
  if (source === null || /^(?:it|there)$/.test(view.lower[source[0]]!)) return
  const clause = next === 'that' || next === 'to'
  const from = i + 1
  addDraft(finder, {
    rule: 'clausal',
    verb: view.lower[i]!,
    source,
    cue: [first, i + 1],
    content: [[from, contentEnd(view, from, { object: !clause })]],
    denied: negated,
  })
}
