import { SAY, STANCE, THINK } from './cues.ts'
import { sentenceRange, type View } from './view.ts'

/** Options of `contentEnd`. */
export interface EndOptions {
  /** An object ("criticised the plan") ends at the first comma; a clause goes on. */
  readonly object: boolean
}

/**
 * Where the content that begins at word `from` ends (exclusive): at the sentence's end, before a further cue that shares
 * the subject (", adding that", "and called for"), before a relative clause; a quotation begun inside runs to its close.
 */
export function contentEnd(view: View, from: number, { object }: EndOptions): number {
  const limit = sentenceRange(view, from)[1]
  for (let i = from; i < limit; i++) {
    const q = view.quoteOf[i]!
    if (q >= 0) {
      const quote = view.quotes[q]!
      if (i === quote.first || i === from) {
        // Marks around a few words are part of the clause; a quotation that ends the sentence ends the content.
        if (quote.end >= limit) return quote.end
        i = quote.end - 1
        if (/^[.!?]$/.test(view.lower[i - 1]!) || (view.lower[i - 1] === ',' && speakerFollows(view, i + 1, limit)))
          return quote.end
      }
      continue
    }
    if (i > from && stops(view, i, limit, object)) return i
  }
  return limit
}

function speakerFollows(view: View, at: number, limit: number): boolean {
  for (let i = at; i < Math.min(limit, at + 6); i++)
    if (view.tags[i] === 'VERB' && SAY.has(view.lemmas[i]!)) return true
  return false
}

function stops(view: View, i: number, limit: number, object: boolean): boolean {
  const word = view.lower[i]!
  const next = view.lower[i + 1] ?? ''
  if (
    word === ';' ||
    word === '—' ||
    word === '--' ||
    (word === '–' && view.doc.text.charAt(view.doc.tokens.start[i]! - 1) === ' ')
  )
    return true
  if (word === '-' && view.doc.text.charAt(view.doc.tokens.start[i]! - 1) === ' ') return true
  if (word === ',' && i + 1 < limit) return stopsAtComma(view, i, limit, object)
  if ((word === 'and' || word === 'but') && cueFollows(view, i + 1, limit)) return true
  if (
    object &&
    /^(?:after|before|while|when|as|because|although|though|during|since|if|until)$/.test(word) &&
    view.tags[i] !== 'NOUN'
  )
    return clauseFollows(view, i + 1, limit)
  return !object && word === 'as' && /^(?:he|she|they|it)$/.test(next)
}

function stopsAtComma(view: View, i: number, limit: number, object: boolean): boolean {
  const next = view.lower[i + 1]!
  const after = view.lower[i + 2] ?? ''
  if (
    /ing$/.test(next) &&
    (SAY.has(view.lemmas[i + 1]!) || THINK.has(view.lemmas[i + 1]!) || STANCE.has(view.lemmas[i + 1]!)) &&
    view.tags[i + 1] !== 'NOUN'
  )
    return true
  if (next === 'according' || next === 'per') return true
  if (/^(?:which|who|whose|where)$/.test(next)) return true
  if (/^(?:but|while|although|though|whereas)$/.test(next)) return true
  if ((next === 'and' || next === 'then') && (cueFollows(view, i + 2, limit) || clauseSubject(view, i + 2, limit)))
    return true
  if (cueFollows(view, i + 1, limit)) return true
  if (/^(?:including|such|especially|particularly|notably)$/.test(next)) return false
  return object && !isList(view, i, limit) && after !== ''
}

/** A new clause with a pronoun or name as subject and a verb of saying: "…, and Example said". */
function clauseSubject(view: View, at: number, limit: number): boolean {
  for (let i = at; i < Math.min(limit, at + 5); i++) {
    if (view.tags[i] === 'VERB') return i > at && SAY.has(view.lemmas[i]!) && !/ing$/.test(view.lower[i]!)
    if (!/^(?:PROPN|PRON|DET|NOUN|ADJ|AUX|ADV)$/.test(view.tags[i]!)) return false
  }
  return false
}

/** A finite cue verb right after "and": same subject, new statement. Base forms after a modal are left alone. */
function cueFollows(view: View, at: number, limit: number): boolean {
  let i = at
  while (
    i < limit &&
    i < at + 4 &&
    (view.tags[i] === 'ADV' || view.tags[i] === 'AUX' || /^(?:also|then|later)$/.test(view.lower[i]!))
  )
    i++
  if (i >= limit || view.tags[i] !== 'VERB') return false
  const lemma = view.lemmas[i]!
  const finite = view.lower[i] !== lemma && !/ing$/.test(view.lower[i]!)
  return finite && (SAY.has(lemma) || THINK.has(lemma) || STANCE.has(lemma))
}

function clauseFollows(view: View, at: number, limit: number): boolean {
  for (let i = at; i < Math.min(limit, at + 8); i++) if (view.tags[i] === 'VERB' || view.tags[i] === 'AUX') return true
  return false
}

/** Commas between items ("Japan, South Korea and Australia"): an "and" follows before any verb. */
function isList(view: View, at: number, limit: number): boolean {
  for (let i = at + 1; i < Math.min(limit, at + 14); i++) {
    if (/^(?:and|or)$/.test(view.lower[i]!)) return true
    if (/^(?:VERB|AUX|SCONJ)$/.test(view.tags[i]!)) return false
  }
  return false
}
