import {
  ADDRESSED,
  CLAUSE_OPENERS,
  LIGHT,
  LIGHT_NOUN,
  SAY,
  STANCE,
  THINK,
  TIME_WORD,
  TOWARD,
  WITH_PREPOSITION,
} from '../cues.ts'
import { phraseAfter } from '../noun-phrase.ts'
import type { VerbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { afterCircumstances } from './find-postposed.ts'

/** What follows a cue: the last word of the cue, whom it is said to, where the content begins, and its kind. */
export interface Complement {
  readonly cueEnd: number
  readonly addressee: Range | null
  readonly from: number
  readonly object: boolean
}

/** What a cue verb in the active takes, or null where it is no cue here. */
export function complementOf(view: View, group: VerbGroup): Complement | null {
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
export function clauseComplement(view: View, v: number, from: number, limit: number): Complement | null {
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
