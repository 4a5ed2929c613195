import { CLAUSE_OPENERS, SAY, THINK, TIME_WORD } from '../cues.ts'
import { addDraft, type Finder } from '../draft.ts'
import { phraseAfter, phraseBefore } from '../noun-phrase.ts'
import { verbGroup } from '../verb-group.ts'
import { type Range, sentenceRange, type View } from '../view.ts'
import { noteRelay } from './inner-attribution.ts'

// Postposed speakers of these verbs are rare enough that the comma before them means something else.
const NEVER_INVERTED = /^(?:tell|ask|show|find|read|vow|promise|agree|know|want|urge|inform|assure|remind)$/

/** "…," Example said. / "…," said Example. / …, Example said. / If …, Example said, …. */
export function findPostposed(finder: Finder): void {
  const { view } = finder
  for (let v = 0; v < view.length; v++) {
    const lemma = view.lemmas[v]!
    if (view.tags[v] !== 'VERB' || !(SAY.has(lemma) || THINK.has(lemma)) || finder.claimed[v] === 1) continue
    if (inSpeech(view, v)) continue
    const found = inverted(view, v) ?? straight(view, v)
    if (found === null) continue
    if (view.quoteOf[found.first - 1]! < 0 && noteRelay(finder, found.source, [found.first, found.end])) continue
    const content = contentOf(finder, found)
    if (content === null) continue
    addDraft(finder, {
      rule: 'postposed',
      verb: lemma,
      source: found.source,
      cue: found.cue,
      content,
      denied: found.negated,
      addressee: found.addressee,
    })
    v = found.end - 1
  }
}

function inSpeech(view: View, i: number): boolean {
  const q = view.quoteOf[i]!
  return q >= 0 && view.quotes[q]!.words > 3
}

interface Found {
  readonly source: Range
  readonly cue: Range
  readonly addressee: Range | null
  /** First word of source or cue, whichever comes first: what was said ends before it. */
  readonly first: number
  /** Word after source, cue, addressee and circumstances. */
  readonly end: number
  readonly negated: boolean
}

/** `"…," said Ana Example, the fictional minister.` */
function inverted(view: View, v: number): Found | null {
  const [start] = sentenceRange(view, v)
  if (v === start || NEVER_INVERTED.test(view.lemmas[v]!)) return null
  const form = view.lower[v]!
  if (/ing$/.test(form) || form === view.lemmas[v]) return null
  const before = view.lower[v - 1]!
  const afterQuote = view.quoteOf[v - 1]! >= 0 || (before === ',' && v >= 2 && view.quoteOf[v - 2]! >= 0)
  if (!afterQuote && before !== ',') return null
  if (!/^(?:PROPN|DET|NOUN|ADJ|PRON|NUM)$/.test(view.tags[v + 1] ?? '')) return null
  if (CLAUSE_OPENERS.has(view.lower[v + 1]!)) return null
  const source = phraseAfter(view, v + 1, { apposition: true })
  if (source === null) return null
  // “…, said he never saw it” is no inversion: the sentence has to be over, or to go on with a circumstance.
  if (!afterQuote && !/^(?:PUNCT|ADP|SCONJ)$/.test(view.tags[source[1]] ?? 'PUNCT')) return null
  return { source, cue: [v, v + 1], addressee: null, first: v, end: source[1], negated: false }
}

function straight(view: View, v: number): Found | null {
  const group = verbGroup(view, v)
  if (group.form !== 'finite') return null
  const source = phraseBefore(view, group.first)
  // "X, which has warned, replied": a relative clause stands behind its noun, not behind what was said.
  if (source === null || /^(?:who|which)$/.test(view.lower[source[0]]!)) return null
  const [start, limit] = sentenceRange(view, v)
  if (source[0] <= start) {
    // The quotation may end the sentence before: “…?” he asked.
    if (
      source[0] === 0 ||
      view.quoteOf[source[0] - 1]! < 0 ||
      !view.quotes[view.quoteOf[source[0] - 1]!]!.closed ||
      view.paragraphOf[source[0] - 1] !== view.paragraphOf[v]
    )
      return null
    if (!/^[,?!—-]/.test(view.lower[source[0] - 2] ?? '')) return null
  }
  const before = view.lower[source[0] - 1]!
  const afterQuote =
    view.quoteOf[source[0] - 1]! >= 0 || (/^[,—]$/.test(before) && source[0] >= 2 && view.quoteOf[source[0] - 2]! >= 0)
  if (!afterQuote && !/^(?:,|—|--|-|–)$/.test(before)) return null
  const addressee = addresseeAfter(view, v, limit)
  const end = afterCircumstances(view, addressee?.[1] ?? v + 1, limit)
  const next = view.lower[end] ?? '.'
  const closes = end >= limit || /^(?:[.,;:!?)—–-]|--)$/.test(next)
  // A quotation whose last mark is a comma waits for its speaker, whatever else follows.
  const waits = afterQuote && view.lower[(view.quoteOf[source[0] - 1]! >= 0 ? source[0] : source[0] - 1) - 2] === ','
  if (!closes && !(waits && SAY.has(view.lemmas[v]!))) return null
  if (next === ':' || (next === ',' && opensQuote(view, end + 1) && !afterQuote)) return null
  if (!afterQuote && next === ',' && onlyCircumstance(view, start, source[0])) return null
  if (!afterQuote && !SAY.has(view.lemmas[v]!) && next !== '.' && next !== ',') return null
  return { source, cue: [group.first, v + 1], addressee, first: source[0], end, negated: group.negated }
}

function opensQuote(view: View, i: number): boolean {
  const q = view.quoteOf[i] ?? -1
  return q >= 0 && view.quotes[q]!.first === i
}

/** "told reporters", "told The Example Times": the noun phrase after a verb that takes one. */
function addresseeAfter(view: View, v: number, limit: number): Range | null {
  if (!/^(?:tell|remind|assure|warn|inform|ask)$/.test(view.lemmas[v]!)) return null
  const phrase = phraseAfter(view, v + 1, { apposition: false })
  return phrase === null || phrase[1] > limit ? null : phrase
}

/** Past adverbs, days and prepositional phrases that say when and where: "on Tuesday", "in an interview with X". */
export function afterCircumstances(view: View, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    const word = view.lower[at]!
    if (view.tags[at] === 'ADV' || TIME_WORD.test(word)) at++
    else if (
      /^(?:in|on|at|during|after|before|from|to|of|via|through|outside|by|with|this|last|next|earlier|following|for|about)$/.test(
        word,
      ) &&
      at + 1 < limit
    ) {
      const phrase = phraseAfter(view, /^(?:this|last|next|earlier)$/.test(word) ? at : at + 1, { apposition: false })
      if (phrase === null) return at
      at = phrase[1]
      if (view.lower[at] === 'since' && at < limit) return limit
    } else break
  }
  return at
}

function onlyCircumstance(view: View, first: number, end: number): boolean {
  if (!/^(?:ADP|ADV|SCONJ|CCONJ)$/.test(view.tags[first]!) || /^(?:if|unless|because)$/.test(view.lower[first]!))
    return false
  for (let i = first; i < end; i++) if (view.tags[i] === 'VERB' && !/ing$/.test(view.lower[i]!)) return false
  return true
}

/** What was said: the quotation before, or the clause before the comma, and what goes on after the cue. */
function contentOf(finder: Finder, found: Found): Range[] | null {
  const { view } = finder
  const [start, limit] = sentenceRange(view, found.cue[0])
  let last = found.first - 1
  while (last >= 0 && /^(?:,|—|--|-|–)$/.test(view.lower[last]!) && view.quoteOf[last]! < 0) last--
  if (last < 0) return null
  const q = view.quoteOf[last]!
  let from = Math.min(start, last)
  if (q >= 0) {
    const quote = view.quotes[q]!
    from = quote.first <= start ? quote.first : clauseStart(finder, start, quote.first)
  } else {
    if (last < start) return null
    from = clauseStart(finder, start, last)
  }
  if (from > last || finder.claimed[last] === 1) return null
  const pieces: Range[] = [[from, last + 1]]
  const after = found.end
  if (after < limit && view.lower[after] === ',' && limit - after > 2) {
    const next = view.lower[after + 1]!
    const goesOn =
      q >= 0
        ? opensQuote(view, after + 1)
        : !/^(?:who|which|adding|noting|but|citing|according)$/.test(next) && !/ing$/.test(next)
    if (goesOn)
      pieces.push([after + 1, opensQuote(view, after + 1) ? view.quotes[view.quoteOf[after + 1]!]!.end : limit])
    else if (q >= 0 && next === 'that') pieces.push([after + 1, limit])
  }
  return pieces
}

/** Start of the clause that ends at `until`: after what another statement has taken, without "But" and "And". */
function clauseStart(finder: Finder, start: number, until: number): number {
  const { view } = finder
  let from = start
  for (let i = until - 1; i >= start; i--) {
    if (finder.spoken[i] === 1 || finder.claimed[i] === 1) {
      from = i + 1
      break
    }
  }
  while (from < until && /^(?:but|and|so|yet|still|,|;|—)$/.test(view.lower[from]!)) from++
  return from
}
