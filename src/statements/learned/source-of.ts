import type { Attribution } from '../../model/doc.ts'
import { TIME_WORD } from '../cues.ts'
import type { Range, View } from '../view.ts'

// More than any two words of a text that the network sees together are apart.
const FAR = 1000
/**
 * A relation has one source. Of several pieces it is the one that a rule takes for the speaker, else one in the cue's
 * sentence, else the one next to the cue; pieces that touch are one.
 */
export function sourceOf(view: View, relation: Attribution, cue: Range, speaker: Range | null): Range | null {
  return wholeName(view, chosen(view, relation, cue, speaker)) ?? speaker ?? impliedSubject(view, cue)
}

function chosen(view: View, relation: Attribution, cue: Range, speaker: Range | null): Range | null {
  const pieces: [number, number][] = []
  for (const [first, end] of relation.source) {
    const last = pieces.at(-1)
    if (last !== undefined && first - last[1] <= 0) last[1] = end
    else pieces.push([first, end])
  }
  const named = pieces.map(piece => withoutEdges(view, piece)).filter(piece => namesSomebody(view, piece))
  const agreed = named.find(([first, end]) => speaker !== null && first < speaker[1] && speaker[0] < end)
  if (agreed !== undefined) return agreed
  const gap = ([first, end]: Range): number =>
    Math.max(first - cue[1], cue[0] - end, 0) + (view.sentenceOf[first] === view.sentenceOf[cue[0]] ? 0 : FAR)
  return named.sort((x, y) => gap(x) - gap(y))[0] ?? null
}

/** Without "and" at the ends; the comma behind an apposition stays, as PolNeAR has it. */
function withoutEdges(view: View, [from, to]: Range): Range {
  let [first, end] = [from, to]
  while (end > first && /^(?:and|or)$/.test(view.lower[end - 1]!)) end--
  while (first < end && /^(?:and|or|,)$/.test(view.lower[first]!)) first++
  return [first, end]
}

/** "the" alone, or a preposition, is nobody. */
function namesSomebody(view: View, [first, end]: Range): boolean {
  return (
    view.tags.slice(first, end).some(tag => !/^(?:ADP|PUNCT|CCONJ|PART)$/.test(tag)) &&
    !(end === first + 1 && /^(?:the|an?)$/.test(view.lower[first]!))
  )
}

/** A source that ends or begins inside a name takes in the rest of it, one that ends on the way to a noun that noun. */
function wholeName(view: View, source: Range | null): Range | null {
  if (source === null) return null
  let [first, end] = source
  const joined = (i: number): boolean =>
    view.tags[i - 1] === 'PROPN' && view.tags[i] === 'PROPN' && view.sentenceOf[i - 1] === view.sentenceOf[i]
  while (end < view.length && joined(end)) end++
  while (first > 0 && joined(first)) first--
  // "Olt, who met them on [Friday]": a preposition or an article at the end wants its noun, a day of saying apart.
  while (/^(?:ADP|DET)$/.test(view.tags[end - 1]!) && isNoun(view, view.doc.tokens.head[end - 1]!, end)) {
    const day = TIME_WORD.test(view.lower[view.doc.tokens.head[end - 1]!]!)
    if (day && !view.lower.slice(first, end).includes(',')) return end - 1 > first ? [first, end - 1] : source
    end++
  }
  return [first, end]
}

/** True for a noun shortly behind a source's end. */
function isNoun(view: View, head: number, end: number): boolean {
  return head >= end && head < end + STEPS && /^(?:NOUN|PROPN|PRON|NUM)$/.test(view.tags[head]!)
}

// "…, adding" hangs on the verb of its sentence, or on one that hangs on that.
const STEPS = 3
// Longer subjects hold clauses, and more persons than one.
const LONGEST_SUBJECT = 15

/** The subject of the clause that a participle belongs to: "The envoy left, saying that …"; null for other cues. */
function impliedSubject(view: View, cue: Range): Range | null {
  const { head, deprel, xpos } = view.doc.tokens
  let verb = cue[1] - 1
  while (verb > cue[0] && view.tags[verb] !== 'VERB') verb--
  if (xpos[verb] !== 'VBG') return null
  for (let step = 0; step < STEPS && /^(?:advcl|xcomp|conj|parataxis)/.test(deprel[verb]!); step++) {
    verb = head[verb]!
    for (let i = verb - 1; i >= 0 && view.sentenceOf[i] === view.sentenceOf[verb]; i--)
      if (head[i] === verb && /^nsubj/.test(deprel[i]!)) return phraseOf(view, i)
  }
  return null
}

/** The words that hang on a noun and touch it, up to a comma. */
function phraseOf(view: View, top: number): Range | null {
  let [first, end] = [top, top + 1]
  while (first > 0 && hangsOn(view, first - 1, top)) first--
  while (end < view.length && view.lower[end] !== ',' && hangsOn(view, end, top)) end++
  return end - first <= LONGEST_SUBJECT ? [first, end] : null
}

function hangsOn(view: View, i: number, top: number): boolean {
  let at = i
  for (let step = 0; at >= 0 && step < LONGEST_SUBJECT; step++) {
    if (at === top) return true
    at = view.doc.tokens.head[at]!
  }
  return false
}
