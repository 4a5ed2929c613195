import type { StoredWording, WordingLink } from '../model/picture.ts'
import { type WordingWord, wordsOf } from './wording-words.ts'

/** Days by which two articles may report one utterance: a weekend and a day, as far as a weekly look back goes. */
export const WORDING_DAYS = 3

// Thresholds over pairs of statements of one speaker, read one by one: see docs/guide/statements.md, "How it was tuned".
/** A quoted stretch found whole in the other one's quotation: words, and the weight of what they say. */
const FRAGMENT = { words: 3, weight: 6 }
/** A fragment shorter than this may be a set phrase: what stands around it must agree as well. */
const SURE_FRAGMENT = { words: 6, weight: 9, around: 0.4 }
/** A stretch that two quotations share, neither of them whole. */
const SHARED = { words: 8, weight: 12 }
/** Share of their words, in one order, by which two wordings tell the same; and what they must have in common at least. */
const TOLD = { share: 0.58, terms: 4, plain: 3.5, plainTerms: 2 }

/** Cues that say of their content that it is not so. */
const DENYING: ReadonlySet<string> = new Set(
  'deny refute reject dispute dismiss contradict disavow rebut oppose doubt exclude'.split(' '),
)
/** Occasions that exclude each other, by the words that name them. "A statement" may be any of them. */
const OCCASIONS: readonly RegExp[] = [
  /\binterview/i,
  /\b(?:letter|e-?mail)\b/i,
  /\b(?:speech|address|lecture|keynote)\b/i,
  /\b(?:press|news) (?:conference|briefing)|\bbriefing\b/i,
  /\b(?:phone|telephone|call)\b/i,
  /\b(?:hearing|testimony|testif)/i,
]
const WEEKDAYS = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/gi

/** Weight of three quoted words running by which a quotation is found: one rare word, or two that are not quite common. */
const TELLING_GRAM = 3.5

/** Words that say something, in order of text. */
type Terms = readonly WordingWord[]

/** A wording with its words, ready to be compared. */
export interface ReadyWording {
  readonly wording: StoredWording
  readonly words: readonly WordingWord[]
  /** Words inside quotation marks. */
  readonly quoted: number
  /** Whose words these are; null when they can be nobody's but this article's. */
  readonly speaker: string | null
  /** The whole of it first, then its sentences where it has several. */
  readonly parts: readonly Terms[]
  /** Weight of each term, once. */
  readonly terms: ReadonlyMap<string, number>
  /** Three words running inside quotation marks, where they say something. */
  readonly grams: ReadonlySet<string>
}

export function readyWording(wording: StoredWording): ReadyWording {
  const words = wordsOf(wording)
  const { speakerId, speakerKey, storyId } = wording
  const inStory = speakerKey === '' || storyId === null ? null : `${storyId} ${speakerKey}`
  return {
    wording,
    words,
    quoted: words.filter(word => word.run >= 0).length,
    speaker: speakerId ?? inStory,
    parts: partsOf(words),
    terms: new Map(words.flatMap(({ term, weight }) => (term === null ? [] : [[term, weight] as const]))),
    grams: gramsOf(words),
  }
}

function partsOf(words: readonly WordingWord[]): readonly Terms[] {
  const terms = words.filter(word => word.term !== null)
  const sentences = new Map<number, WordingWord[]>()
  for (const word of terms) {
    const sentence = sentences.get(word.sentence)
    if (sentence === undefined) sentences.set(word.sentence, [word])
    else sentence.push(word)
  }
  return sentences.size < 2 ? [terms] : [terms, ...sentences.values()]
}

function gramsOf(words: readonly WordingWord[]): ReadonlySet<string> {
  const grams = new Set<string>()
  for (let i = 0; i + 2 < words.length; i++) {
    const [a, b, c] = [words[i]!, words[i + 1]!, words[i + 2]!]
    const isQuoted = a.run >= 0 && b.run >= 0 && c.run >= 0
    if (isQuoted && a.weight + b.weight + c.weight >= TELLING_GRAM) grams.add(`${a.form} ${b.form} ${c.form}`)
  }
  return grams
}

/** Why two statements are wordings of one utterance. */
export interface LinkFound {
  readonly link: Exclude<WordingLink, 'core'>
  /** Higher is surer. */
  readonly strength: number
}

/**
 * Are these two statements wordings of one utterance? Same speaker, few days apart, the saying denied in both or in
 * neither; then a stretch of quoted words that both have, or, in one story, nearly the same told in the same order and
 * nothing that contradicts. Null when they are not, or when nothing shows it. Symmetric.
 */
export function linkOf(a: ReadyWording, b: ReadyWording): LinkFound | null {
  if (a.speaker === null || a.speaker !== b.speaker || !nearInTime(a.wording, b.wording)) return null
  if (a.wording.denied !== b.wording.denied || denies(a.wording) !== denies(b.wording)) return null
  const weight = sharedQuote(a, b)
  if (weight > 0) return { link: 'quote', strength: 1 + weight }
  const share = toldShare(a, b)
  return share > 0 ? { link: 'paraphrase', strength: share } : null
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  for (const one of few) if (many.has(one)) return true
  return false
}

function nearInTime(a: StoredWording, b: StoredWording): boolean {
  if (a.day !== null && b.day !== null) return Math.abs(a.day - b.day) <= WORDING_DAYS
  return a.storyId !== null && a.storyId === b.storyId
}

function denies({ verb }: StoredWording): boolean {
  return verb !== null && DENYING.has(verb)
}

interface Run {
  /** First word in `a` and in `b`, and how many. */
  readonly a: number
  readonly b: number
  readonly length: number
  readonly weight: number
}

/** Weight of the quoted words that both have, where they show one utterance; else 0. */
function sharedQuote(a: ReadyWording, b: ReadyWording): number {
  if (!meet(a.grams, b.grams)) return 0
  const run = heaviestRun(a.words, b.words)
  if (run === null || run.length < FRAGMENT.words || run.weight < FRAGMENT.weight) return 0
  if (turnedRound(a.words.slice(run.a, run.a + run.length), b.words.slice(run.b, run.b + run.length))) return 0
  const isWhole = isWholeRun(a.words, run.a, run.length) || isWholeRun(b.words, run.b, run.length)
  const needed = isWhole ? SURE_FRAGMENT : SHARED
  if (run.length >= needed.words && run.weight >= needed.weight)
    return isWhole || !numbersClash(around(a.words, run.a, run.length), around(b.words, run.b, run.length))
      ? run.weight
      : 0
  if (!isWhole || contradict(a, b)) return 0
  return bestCover(a, b) >= SURE_FRAGMENT.around ? run.weight : 0
}

/**
 * The stretch of quoted words that both have with the greatest weight, the longest of such. A quotation that the cue splits
 * runs on behind it. Costs the product of the lengths.
 */
function heaviestRun(a: readonly WordingWord[], b: readonly WordingWord[]): Run | null {
  let best: Run | null = null
  // Of the stretch that ends at the word before in `a`, by the word of `b` it ends at.
  const [lengths, weights] = [new Uint16Array(b.length + 1), new Float64Array(b.length + 1)]
  for (let i = 0; i < a.length; i++) {
    const word = a[i]!
    for (let j = b.length - 1; j >= 0; j--) {
      const other = b[j]!
      if (word.run < 0 || other.run < 0 || word.form !== other.form) {
        lengths[j + 1] = 0
        weights[j + 1] = 0
        continue
      }
      const length = lengths[j]! + 1
      const weight = weights[j]! + Math.max(word.weight, other.weight)
      lengths[j + 1] = length
      weights[j + 1] = weight
      if (best === null || weight > best.weight || (weight === best.weight && length > best.length))
        best = { a: i - length + 1, b: j - length + 1, length, weight }
    }
  }
  return best
}

/** Is this stretch all that stands inside its quotation marks? */
function isWholeRun(words: readonly WordingWord[], start: number, length: number): boolean {
  const run = words[start]?.run
  return words[start - 1]?.run !== run && words[start + length]?.run !== run
}

/** The sentences that a stretch stands in. */
function around(words: readonly WordingWord[], start: number, length: number): Terms {
  const sentences = new Set(words.slice(start, start + length).map(word => word.sentence))
  return words.filter(word => sentences.has(word.sentence))
}

/** The same words, but right behind a negation in one and nowhere near one in the other. */
function turnedRound(a: readonly WordingWord[], b: readonly WordingWord[]): boolean {
  const near = (words: readonly WordingWord[]): ReadonlyMap<string, number> => {
    const marks = new Map<string, number>()
    for (const { term, negation } of words) if (term !== null) marks.set(term, Math.max(marks.get(term) ?? 0, negation))
    return marks
  }
  const others = near(b)
  for (const [term, negation] of near(a)) {
    const other = others.get(term)
    if (other !== undefined && !term.startsWith('@') && Math.abs(negation - other) === 2) return true
  }
  return false
}

const weightOf = (terms: Terms): number => terms.reduce((sum, { weight }) => sum + weight, 0)

/** Share of the lighter wording that some part of the other has, in whatever order. */
function bestCover(a: ReadyWording, b: ReadyWording): number {
  const common = commonWeight(a, b)
  return common / Math.max(1, Math.min(totalWeight(a), totalWeight(b)))
}

/** Weight of the terms that both have. */
function commonWeight(a: ReadyWording, b: ReadyWording): number {
  const [few, many] = a.terms.size < b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms]
  let sum = 0
  for (const [term, weight] of few) if (many.has(term)) sum += weight
  return sum
}

function totalWeight({ terms }: ReadyWording): number {
  let sum = 0
  for (const weight of terms.values()) sum += weight
  return sum
}

/** How much of the same two statements of one story tell, 0 when that is not enough or something contradicts. */
function toldShare(a: ReadyWording, b: ReadyWording): number {
  const [x, y] = [a.wording, b.wording]
  if (x.storyId === null || x.storyId !== y.storyId) return 0
  // One article says a thing once, but for its headline.
  if (x.articleId === y.articleId && x.inTitle === y.inTitle) return 0
  // One of them is told whole, so that at least this part of the lighter one must be in common.
  const least = (TOLD.share / (2 - TOLD.share)) * Math.min(totalWeight(a), totalWeight(b))
  if (commonWeight(a, b) < Math.max(TOLD.plain, least) || contradict(a, b)) return 0
  const [wholeA, ...sentencesA] = a.parts
  const [wholeB, ...sentencesB] = b.parts
  if (wholeA === undefined || wholeB === undefined) return 0
  const pairs = [
    [wholeA, wholeB] as const,
    ...sentencesB.map(part => [wholeA, part] as const),
    ...sentencesA.map(part => [part, wholeB] as const),
  ]
  const best = Math.max(...pairs.map(([p, q]) => sameTold(p, q)))
  return best >= TOLD.share ? best : 0
}

/** Twice what two lists of terms have in common in one order over what they have together, 0 to 1; 0 when they clash. */
function sameTold(a: Terms, b: Terms): number {
  const total = weightOf(a) + weightOf(b)
  // What they can have in common at most is the lighter one.
  if (2 * Math.min(weightOf(a), weightOf(b)) < TOLD.share * total) return 0
  const common = commonInOrder(a, b)
  const plain = common.filter(({ term }) => !term?.startsWith('@'))
  if (common.length < TOLD.terms || plain.length < TOLD.plainTerms || weightOf(plain) < TOLD.plain) return 0
  if (numbersClash(a, b) || firstNamesClash(a, b) || turnedRound(a, b)) return 0
  return (2 * weightOf(common)) / total
}

/** The heaviest common subsequence of two lists of terms. Costs the product of their lengths. */
function commonInOrder(a: Terms, b: Terms): Terms {
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const equal = a[i]?.term === b[j]?.term
      best[i]![j] = Math.max(at(i + 1, j), at(i, j + 1), equal ? at(i + 1, j + 1) + (a[i]?.weight ?? 0) : 0)
    }
  const common: WordingWord[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const word = a[i]!
    if (word.term === b[j]?.term && at(i, j) === at(i + 1, j + 1) + word.weight) {
      common.push(word)
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return common
}

/** Both give numbers, and each gives one that the other does not. */
function numbersClash(a: Terms, b: Terms): boolean {
  const numbers = (terms: Terms): string[] => terms.flatMap(({ term }) => (term?.startsWith('#') ? [term] : []))
  const [x, y] = [numbers(a), numbers(b)]
  return x.some(number => !y.includes(number)) && y.some(number => !x.includes(number))
}

/** "A wants B to …" and "B wants A to …": whom both speak of first is not the same. */
function firstNamesClash(a: Terms, b: Terms): boolean {
  const names = (terms: Terms): (string | null)[] => terms.map(({ term }) => term).filter(term => term?.startsWith('@'))
  const [x, y] = [names(a), names(b)]
  const [first, second] = [x.find(name => y.includes(name)), y.find(name => x.includes(name))]
  return first !== undefined && second !== undefined && first !== second
}

/** Said to two different bodies, or on occasions that exclude each other. */
function contradict(a: ReadyWording, b: ReadyWording): boolean {
  const [x, y] = [a.wording, b.wording]
  if (x.addresseeId !== null && y.addresseeId !== null && x.addresseeId !== y.addresseeId) return true
  if (x.occasion === null || y.occasion === null) return false
  return apart(kindsOf(x.occasion), kindsOf(y.occasion)) || apart(daysOf(x.occasion), daysOf(y.occasion))
}

function kindsOf(occasion: string): readonly string[] {
  return OCCASIONS.filter(words => words.test(occasion)).map(String)
}

function daysOf(occasion: string): readonly string[] {
  return [...occasion.matchAll(WEEKDAYS)].map(([day]) => day.toLowerCase())
}

function apart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some(one => b.includes(one))
}
