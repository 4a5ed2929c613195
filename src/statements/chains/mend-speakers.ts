import { contentEnd } from '../content-end.ts'
import { SAY, THINK } from '../cues.ts'
import { addDraft, type Draft, type Finder } from '../draft.ts'
import { phraseAfter } from '../noun-phrase.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'

// Longer subjects are misread clauses; the longest sources of PolNeAR's train part outside appositions have 25 words.
const LONGEST = 25

/**
 * Speakers by the tree, where the rules over tags fall short: "people briefed on the talks said" whose subject is not the
 * noun beside the verb, and verbs of saying that no rule took because a relative clause parts them from their subject.
 */
export function mendSpeakers(finder: Finder): void {
  const { view } = finder
  const subjects = subjectsOf(view)
  for (const draft of finder.drafts) {
    if (draft.cue === null) continue
    if (draft.source === null) {
      draft.source = sharedSubject(view, subjects, draft)
      continue
    }
    const subject = subjectIn(subjects, draft.cue)
    if (subject === null || subject.head < 0) continue
    const [first, end] = draft.source
    if (isInverted(view, draft, subject)) {
      draft.content = [[sentenceRange(view, draft.cue[0])[0], draft.cue[0] - 1]]
      draft.source = subject.range
      continue
    }
    const within = first > subject.range[0] && end <= subject.range[1]
    if (within && (subject.head < first || subject.head >= end)) draft.source = subject.range
  }
  for (const [verb, subject] of subjects)
    if (SAY.has(view.lemmas[verb]!) && isOrphan(finder, verb)) adopt(finder, verb, subject.range)
  for (const draft of finder.drafts) if (draft.rule === 'quote' && draft.source === null) speakerBehind(finder, draft)
}

/** "The raid failed, said an officer who …": the tree's subject stands behind the verb and was taken for what was said. */
function isInverted(view: View, { cue, content, source, rule }: Draft, { head }: Subject): boolean {
  if (rule !== 'clausal' || cue === null || source === null || view.lower[cue[0] - 1] !== ',') return false
  const [first, end] = content[0]!
  return content.length === 1 && first === cue[1] && first <= head && head < end && source[1] <= cue[0]
}

/** "neither confirmed nor denied": the subject of the verb that this one is joined to. */
function sharedSubject(view: View, subjects: ReadonlyMap<number, Subject>, { cue, rule }: Draft): Range | null {
  if (rule !== 'clausal' || cue === null) return null
  const { head, deprel } = view.doc.tokens
  for (let at = cue[1] - 1, steps = 0; at >= 0 && steps < 4; at = head[at]!, steps++) {
    const subject = subjects.get(at)
    if (subject !== undefined && subject.range[1] <= cue[0]) return subject.range
    if (deprel[at] !== 'conj') return null
  }
  return null
}

/** "“…,” a guard who asked not to be named told Example TV": all between the quotation and its verb is the speaker. */
function speakerBehind(finder: Finder, draft: Draft): void {
  const { view } = finder
  const last = draft.content.at(-1)![1] - 1
  const first = view.lower[last + 1] === ',' ? last + 2 : last + 1
  if (first >= view.length || view.sentenceOf[first] !== view.sentenceOf[last]) return
  if (!/^(?:,|!|[?])$/.test(view.lower[last - 1] ?? '')) return
  if (/^reads?$/.test(view.lower[first]!)) {
    const text = phraseAfter(view, first + 1, { apposition: false })
    if (text !== null) give(view, draft, first, text)
    return
  }
  if (!/^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(view.tags[first]!)) return
  const limit = Math.min(sentenceRange(view, last)[1], first + LONGEST)
  for (let v = first + 1; v < limit; v++) {
    if (view.tags[v] !== 'VERB' || !SAY.has(view.lemmas[v]!) || !isOrphan(finder, v)) continue
    const group = verbGroup(view, v)
    if (group.form !== 'finite' || /^(?:who|which|that)$/.test(view.lower[group.first - 1]!)) continue
    const end = view.lower[group.first - 1] === ',' ? group.first - 1 : group.first
    if (end <= first) return
    give(view, draft, v, [first, end])
    return
  }
}

function give(view: View, draft: Draft, verb: number, source: Range): void {
  const group = verbGroup(view, verb)
  draft.source = source
  draft.sourceWhy = null
  draft.cue = [group.first, verb + 1]
  draft.verb = view.lemmas[verb]!
  draft.addressee = addresseeOf(view, verb)
  draft.denied = group.negated
}

interface Subject {
  readonly head: number
  readonly range: Range
}

/** Verbs of saying with their subject: the words that hang on its head, up to a comma. */
function subjectsOf(view: View): Map<number, Subject> {
  const { head, deprel } = view.doc.tokens
  const found = new Map<number, Subject>()
  for (let i = 0; i < view.length; i++) {
    const verb = head[i]!
    if (deprel[i] !== 'nsubj' || verb < 0 || view.tags[verb] !== 'VERB') continue
    if (!SAY.has(view.lemmas[verb]!) && !THINK.has(view.lemmas[verb]!)) continue
    if (view.tags[i] === 'PRON' || found.has(verb)) continue
    found.set(verb, { head: i, range: subtree(view, i, verb) })
  }
  return found
}

function subjectIn(subjects: ReadonlyMap<number, Subject>, [first, end]: Range): Subject | null {
  for (let i = end - 1; i >= first; i--) {
    const subject = subjects.get(i)
    if (subject !== undefined) return subject
  }
  return null
}

/** The words under `top` that touch it in a row, within its sentence, before a comma and on its side of the verb. */
function subtree(view: View, top: number, verb: number): Range {
  const { head } = view.doc.tokens
  const [start, limit] = sentenceRange(view, top)
  const under = (i: number): boolean => {
    for (let at = i, steps = 0; at >= 0 && steps < 40; at = head[at]!, steps++) if (at === top) return true
    return false
  }
  let first = top
  while (first > start && first > top - LONGEST && under(first - 1) && view.lower[first - 1] !== ',') first--
  const stop = verb > top ? Math.min(verb, limit) : limit
  let end = top + 1
  while (end < stop && end < first + LONGEST && under(end) && view.lower[end] !== ',') end++
  return [first, end]
}

function isOrphan({ view, claimed, cueOf, spoken }: Finder, verb: number): boolean {
  const q = view.quoteOf[verb]!
  return claimed[verb] === 0 && cueOf[verb]! < 0 && spoken[verb] === 0 && (q < 0 || view.quotes[q]!.words <= 3)
}

/** Makes a statement of a verb that has a subject and a clause, or gives a quotation that waits its speaker. */
function adopt(finder: Finder, verb: number, subject: Range): void {
  const { view } = finder
  const group = verbGroup(view, verb)
  if (group.form !== 'finite' || subject[1] > group.first) return
  // "The news agency Example said": a name behind the noun is the speaker's.
  const named = view.tags.slice(subject[1], group.first).every(tag => tag === 'PROPN')
  const range: Range = named ? [subject[0], group.first] : subject
  const waiting = finder.drafts.find(draft => waits(view, draft, range[0]))
  if (waiting !== undefined) {
    give(view, waiting, verb, range)
    return
  }
  const from = clauseOf(view, verb)
  if (from === null || finder.claimed[from] === 1) return
  addDraft(finder, {
    rule: 'clausal',
    verb: view.lemmas[verb]!,
    source: range,
    cue: [group.first, verb + 1],
    content: [[from, contentEnd(view, from, { object: false })]],
    denied: group.negated,
    addressee: addresseeOf(view, verb),
  })
}

/** A quotation without a speaker right before the subject, in its sentence or ending at it. */
function waits(view: View, draft: Draft, subject: number): boolean {
  const end = draft.content.at(-1)![1]
  return (
    draft.rule === 'quote' &&
    draft.source === null &&
    end <= subject &&
    subject - end <= 2 &&
    view.paragraphOf[end - 1] === view.paragraphOf[subject]
  )
}

function addresseeOf(view: View, verb: number): Range | null {
  const { head, deprel } = view.doc.tokens
  if (!/^(?:tell|remind|assure|warn|inform|ask)$/.test(view.lemmas[verb]!)) return null
  for (let i = verb + 1; i < sentenceRange(view, verb)[1]; i++)
    if (head[i] === verb && /^(?:iobj|obj)$/.test(deprel[i]!)) return subtree(view, i, -1)
  return null
}

/** First word of the clause behind the verb that tells what was said. */
function clauseOf(view: View, verb: number): number | null {
  const { head, deprel } = view.doc.tokens
  const [, limit] = sentenceRange(view, verb)
  for (let i = verb + 1; i < limit; i++) {
    const clause = deprel[i] === 'ccomp' || (deprel[i] === 'xcomp' && /^(?:tell|order)$/.test(view.lemmas[verb]!))
    if (head[i] !== verb || !clause) continue
    const [first] = subtree(view, i, -1)
    return first > verb ? first : null
  }
  return null
}
