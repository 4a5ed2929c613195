import { contentEnd } from '../content-end.ts'
import {
  ADDRESSED,
  ADJECTIVE,
  CLAUSE_OPENERS,
  HELD,
  LIGHT,
  LIGHT_NOUN,
  SAY,
  STANCE,
  THINK,
  TIME_WORD,
  TOWARD,
  WITH_PREPOSITION,
} from '../cues.ts'
import { addDraft, type Finder } from '../draft.ts'
import { phraseAfter, phraseBefore } from '../noun-phrase.ts'
import { type VerbGroup, verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { afterCircumstances } from './find-postposed.ts'

/** Source, cue, content in this order: "Example said that …", "criticised …", "is worried about …", ", noting that …". */
export function findClausal(finder: Finder): void {
  const { view } = finder
  for (let v = 0; v < view.length; v++) {
    if (finder.claimed[v] === 1 || finder.spoken[v] === 1 || inSpeech(view, v)) continue
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

/** What follows a cue: the last word of the cue, whom it is said to, where the content begins, and its kind. */
interface Complement {
  readonly cueEnd: number
  readonly addressee: Range | null
  readonly from: number
  readonly object: boolean
}

function findActive(finder: Finder, group: VerbGroup): void {
  const { view } = finder
  const complement = complementOf(view, group)
  if (complement === null) return
  const source = sourceOf(finder, group)
  if (source === undefined) return
  const end = contentEnd(view, complement.from, { object: complement.object })
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

function complementOf(view: View, group: VerbGroup): Complement | null {
  const v = group.verb
  const lemma = view.lemmas[v]!
  const limit = sentenceRange(view, v)[1]
  let at = v + 1
  if (at >= limit) return null
  if (/^(?:out|forward|up|back)$/.test(view.lower[at]!) && (lemma === 'point' || lemma === 'speak')) at++
  const light = lightCue(view, v, at, limit)
  if (light !== null) return light
  const preposition = view.lower[at]!
  if (WITH_PREPOSITION.get(lemma)?.has(preposition) && at + 1 < limit) {
    return { cueEnd: at + 1, addressee: null, from: at + 1, object: true }
  }
  const said = SAY.has(lemma) || THINK.has(lemma)
  if (said) {
    const clause = clauseComplement(view, v, at, limit)
    if (clause !== null) return clause
  }
  if (TOWARD.has(lemma) && view.lower[at] === 'to' && view.tags[at] === 'PART')
    return { cueEnd: at, addressee: null, from: at, object: false }
  if (STANCE.has(lemma)) return objectComplement(view, v, at, limit)
  return null
}

/** "that …", "whether …", a colon or quotation, a bare clause; over an addressee or circumstances. */
function clauseComplement(view: View, v: number, from: number, limit: number): Complement | null {
  const lemma = view.lemmas[v]!
  let at = from
  let addressee: Range | null = null
  if (ADDRESSED.has(lemma) && !CLAUSE_OPENERS.has(view.lower[at]!) && !opensQuote(view, at)) {
    addressee = phraseAfter(view, at, { apposition: false })
    if (addressee !== null) at = addressee[1]
    if (at >= limit) return null
    if (lemma === 'ask' && view.lower[at] === 'to') return { cueEnd: from, addressee, from, object: false }
  }
  const adjunct = afterCircumstances(view, at, limit)
  for (const start of new Set([at, adjunct])) {
    const found = clauseAt(view, v, start, limit, addressee, start > at)
    if (found !== null) return found
  }
  // "said in an interview … that": the conjunction within a dozen words, before any verb.
  for (let i = at; i < Math.min(limit, at + 14) && lemma !== 'know'; i++) {
    if (view.lower[i] === 'that' && i > at && view.tags[i] !== 'DET')
      return SAY.has(lemma) && !view.lower.slice(at, i).includes(',')
        ? { cueEnd: from, addressee, from: i, object: false }
        : null
    if (view.tags[i] === 'VERB' || view.tags[i] === 'AUX') break
  }
  return null
}

function clauseAt(
  view: View,
  v: number,
  start: number,
  limit: number,
  addressee: Range | null,
  skipped: boolean,
): Complement | null {
  const word = view.lower[start] ?? '.'
  const cueEnd = v + 1 + (view.lower[v + 1] === 'out' ? 1 : 0)
  if (start >= limit) return null
  if (CLAUSE_OPENERS.has(word) && word !== 'which') return { cueEnd, addressee, from: start, object: false }
  if (opensQuote(view, start)) return { cueEnd, addressee, from: start, object: false }
  if (/^[:,]$/.test(word) && (opensQuote(view, start + 1) || (word === ':' && start + 1 < limit)))
    return { cueEnd, addressee, from: start + 1, object: false }
  if (THINK.has(view.lemmas[v]!) && !SAY.has(view.lemmas[v]!) && !bareClause(view, start, limit)) return null
  if (SAY.has(view.lemmas[v]!) && view.lemmas[v] !== 'say' && !bareClause(view, start, limit)) return null
  const begins = /^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(view.tags[start]!) && !TIME_WORD.test(word)
  const fronted =
    /^(?:if|when|while|although|there|in|by|with|under|as|for|after)$/.test(word) &&
    view.lemmas[v] === 'say' &&
    !skipped
  return (begins && bareClause(view, start, limit)) || fronted
    ? { cueEnd, addressee, from: start, object: false }
    : null
}

function opensQuote(view: View, i: number): boolean {
  const q = view.quoteOf[i] ?? -1
  return q >= 0 && view.quotes[q]!.first === i
}

/** A subject and then a finite verb before the clause is over. */
function bareClause(view: View, start: number, limit: number): boolean {
  let nominal = false
  for (let i = start; i < Math.min(limit, start + 25); i++) {
    const tag = view.tags[i]!
    if (tag === 'AUX') return nominal
    if (tag === 'VERB' && nominal && view.lower[i - 1] !== 'to' && !/ing$/.test(view.lower[i]!)) return true
    if (/^[.;:]$/.test(view.lower[i]!)) return false
    if (/^(?:NOUN|PROPN|PRON|NUM|DET)$/.test(tag)) nominal = true
  }
  return false
}

/** "expressed concern about …", "made clear that …", "issued a statement saying …". */
function lightCue(view: View, v: number, from: number, limit: number): Complement | null {
  if (!LIGHT.has(view.lemmas[v]!)) return null
  for (let i = from; i < Math.min(limit, from + 5); i++) {
    if (LIGHT_NOUN.has(view.lower[i]!)) {
      const next = view.lower[i + 1] ?? '.'
      if (/^(?:about|over|for|at|of|on|in|with)$/.test(next) && i + 2 < limit)
        return { cueEnd: i + 1, addressee: null, from: i + 1, object: true }
      if (CLAUSE_OPENERS.has(next) || next === 'to')
        return { cueEnd: i + 1, addressee: null, from: i + 1, object: false }
      if (view.tags[i] !== 'ADJ' && !LIGHT_NOUN.has(next)) return null
    }
    if (!/^(?:DET|ADJ|ADV|PRON|NOUN)$/.test(view.tags[i]!)) return null
  }
  return null
}

function objectComplement(view: View, v: number, at: number, limit: number): Complement | null {
  const word = view.lower[at]!
  if (CLAUSE_OPENERS.has(word) && view.tags[v] === 'VERB')
    return { cueEnd: at, addressee: null, from: at, object: false }
  const begins = /^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(view.tags[at]!) || opensQuote(view, at)
  if (!begins || at >= limit || (TIME_WORD.test(word) && view.tags[at] !== 'DET')) return null
  return { cueEnd: at, addressee: null, from: at, object: true }
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
  for (let k = finder.drafts.length - 1; k >= Math.max(0, finder.drafts.length - 8); k--) {
    const { source } = finder.drafts[k]!
    if (source !== null && source[0] >= start && source[0] < until) return source
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

/** "was criticised by X", "is expected to": what is held is the subject and the rest; who holds it stands after "by". */
function findPassive(finder: Finder, group: VerbGroup): void {
  const { view } = finder
  const v = group.verb
  const lemma = view.lemmas[v]!
  if (!(STANCE.has(lemma) || SAY.has(lemma) || THINK.has(lemma) || HELD.has(lemma))) return
  const limit = sentenceRange(view, v)[1]
  const next = view.lower[v + 1] ?? '.'
  const subject = passiveSubject(view, group)
  if (lemma === 'ask' || lemma === 'tell') return
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
