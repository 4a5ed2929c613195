import type { AmountExpression } from '../../model/expressions.ts'
import type { Span } from '../../model/span.ts'
import { nounLemma, tokenAt, uposOf } from '../doc-cursor.ts'
import type { Scene } from '../predicates/participants.ts'
import { relationOf } from '../predicates/tree.ts'
import type { AmountWords, Meaning } from './amount-words.ts'
import { type Counted, countedBy, thingOf, unitLemma } from './counted.ts'
import { fateOf, isFateWord, numberedNoun } from './fates.ts'
import { isLabel } from './labels.ts'
import { type Owners, ownerOf, stateWords } from './owners.ts'
import { type AmountPhrase, findPhrases } from './phrases.ts'

/** An amount and the word of it that hangs on the rest of its sentence. */
export interface FoundAmount extends AmountExpression {
  readonly token: number
}

/**
 * The amounts of a text in order, not overlapping: numbers with what they leave open, unit, what is counted, of what and
 * whose ("at least 12 ships", "a dozen", "2 % of GDP", "half of combined GDP", "$36 billion"). Numbers inside `taken`
 * (dates, times, durations) are passed over, and so are labels, ages, scores, ordinals and the numbers of names. What
 * cannot be read (forty digits) has no value and says why. Linear in the text.
 */
export function findAmounts(scene: Scene, words: AmountWords, taken: readonly Span[]): FoundAmount[] {
  const owners = { scene, words, states: stateWords(scene.doc), known: new Map<number, Span | null>() }
  const out: FoundAmount[] = []
  let next: FoundAmount | null = null
  // from the last to the first, as "from 12,000 to 8,000 soldiers" says at the second what it counts
  for (const phrase of findPhrases(scene.doc.text, words, taken).reverse()) {
    const amount = amountOf(owners, phrase, phrase.sharesNext ? next : null)
    if (amount === null) continue
    out.push(amount)
    next = amount
  }
  return out.reverse()
}

function amountOf(owners: Owners, phrase: AmountPhrase, next: FoundAmount | null): FoundAmount | null {
  const { scene, words } = owners
  const counted = next === null ? countedBy(scene, phrase) : alone(scene, phrase)
  const said =
    counted.head >= 0 && !NO_THING.test(uposOf(scene.doc, counted.head)) && !isFateWord(scene, words, counted.head)
  const noun = said ? counted.head : phrase.unit === null ? numberedNoun(scene, counted.root) : -1
  const thing = noun < 0 ? null : thingOf(scene, words, noun)
  const top = topOf(scene, phrase, counted)
  const fate = befallen(scene, words, phrase, top, thing)
  if (isLabel(scene, phrase, counted, fate !== null, thing !== null)) return null
  if (isPlainOne(scene, phrase, thing)) return null
  const meaning = fate ?? thing
  const unit = phrase.unit ?? (noun >= 0 ? unitLemma(nounLemma(scene.doc, noun)) : (next?.unit ?? null))
  const span = said ? counted.span : noun >= 0 ? tokenSpan(scene, noun) : phrase.unitSpan ? counted.span : null
  const per = perOf(scene.doc.text, Math.max(phrase.span[1], counted.span?.[1] ?? 0), phrase.span[1])
  const why = phrase.why ?? (phrase.value === null ? 'the text gives no number' : undefined)
  return {
    span: [phrase.span[0], Math.max(phrase.span[1], phrase.unitSpan === null ? (near(phrase, counted)?.[1] ?? 0) : 0)],
    value: phrase.value,
    low: phrase.low,
    high: phrase.high,
    approximate: phrase.approximate,
    unit: isStrength(scene, phrase) ? null : (hyphenated(scene, phrase, counted) ?? unit),
    unitSpan: phrase.unitSpan,
    ...(phrase.unitWhy === undefined ? {} : { unitWhy: phrase.unitWhy }),
    ...(per === null ? {} : { per }),
    counted: span,
    class:
      phrase.class ??
      meaning?.class ??
      (unit === null ? (next?.class ?? 'count') : next && noun < 0 ? next.class : 'count'),
    ...(meaning?.fate && phrase.class === null ? { fate: meaning.fate } : {}),
    of: counted.of,
    whose: ownerOf(owners, top, fate !== null, phrase.unitSpan),
    ...(why === undefined || phrase.value !== null ? {} : { why }),
    token: top,
  }
}

/** The first number of "from 12,000 to 8,000 soldiers": the soldiers stand with the second. */
function alone(scene: Scene, phrase: AmountPhrase): Counted {
  return { root: tokenAt(scene.doc, phrase.number[0]), head: -1, span: null, of: null, below: false }
}

/** The word that stands for the whole amount: what is counted where the number stands before it, else the number. */
function topOf(scene: Scene, phrase: AmountPhrase, counted: Counted): number {
  if (counted.head >= 0 && !counted.below) return counted.head
  // "killed more than 31,000": the number hangs on its own qualifier
  const head = scene.doc.tokens.head[counted.root] ?? -1
  const inside = head >= 0 && head < counted.root && scene.doc.tokens.start[head]! >= phrase.span[0]
  return inside && scene.doc.tokens.end[head]! <= phrase.number[0] ? head : counted.root
}

/** "Two of them": what is counted is told elsewhere. */
const NO_THING = /^(?:PRON|DET|NUM)$/

/** The words counted, where they stand right behind the number. */
function near(phrase: AmountPhrase, counted: Counted): Span | null {
  return counted.span !== null && counted.span[0] - phrase.span[1] <= 12 && counted.span[0] >= phrase.span[1]
    ? counted.span
    : null
}

function tokenSpan(scene: Scene, token: number): Span {
  return [scene.doc.tokens.start[token]!, scene.doc.tokens.end[token]!]
}

/** Classes that nothing befalls that befalls people. */
const NO_PEOPLE = /^(?:ships|aircraft|missiles|munitions|vehicles|weapons|votes|seats|incidents|states)$/

function befallen(
  scene: Scene,
  words: AmountWords,
  phrase: AmountPhrase,
  top: number,
  thing: Meaning | null,
): Meaning | null {
  if (phrase.unit !== null && phrase.unit !== 'share') return null
  if (phrase.kind === 'share' || (thing !== null && NO_PEOPLE.test(thing.class))) return null
  const fate = fateOf(scene, words, top)
  if (fate === null) return thing?.fate ? thing : null
  if (thing?.fate) return thing
  const people = thing !== null && /^(?:people|troops|displaced|casualties)$/.test(thing.class)
  // "Quake kills 10, 7 villages damaged": a noun that is joined must be people, too
  const joined =
    relationOf(scene.doc, top) === 'conj' && uposOf(scene.doc, top) === 'NOUN' && !isFateWord(scene, words, top)
  return (fate.people || joined) && !people ? null : fate
}

/** "One" is a number where it counts what has a class ("one soldier"); else it is a pronoun or an article. */
function isPlainOne(scene: Scene, phrase: AmountPhrase, thing: Meaning | null): boolean {
  const said = scene.doc.text.slice(...phrase.number)
  if (!/^one$/i.test(said) || phrase.qualified || phrase.unit !== null) return false
  return thing === null || /^[ -](?:of|the)\b/.test(scene.doc.text.slice(phrase.number[1], phrase.number[1] + 5))
}

/** "A 1,000-bed hospital": the unit is the noun that a hyphen joins to the number. */
function hyphenated(scene: Scene, phrase: AmountPhrase, counted: Counted): string | null {
  const { doc } = scene
  if (phrase.unit !== null || counted.head < 0 || doc.text[phrase.number[1]] !== '-') return null
  const token = tokenAt(doc, phrase.number[1] + 1)
  return token < counted.head && uposOf(doc, token) === 'NOUN' ? unitLemma(nounLemma(doc, token)) : null
}

/** "A 30,000-strong force": of what it is so many is not said. */
function isStrength(scene: Scene, phrase: AmountPhrase): boolean {
  return /^-strong\b/.test(scene.doc.text.slice(phrase.number[1], phrase.number[1] + 8))
}

const PER =
  / (?:an?|per|each|every) (second|minute|hour|day|night|week|month|quarter|year|barrel|tonne|ton|kilogram|litre|gallon|head|capita|person|share|family|household|child)(?![\p{L}])(?! (?:later|earlier|ago|before|after|old))/iuy
const PERIODIC = / (daily|weekly|monthly|yearly|annually)(?![\p{L}])/iuy
const PERIODS: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
}

/** "A year", "per capita", "daily" behind an amount. */
function perOf(text: string, ...ends: readonly number[]): string | null {
  for (const end of ends) {
    PER.lastIndex = end
    const said = PER.exec(text)?.[1]
    if (said !== undefined) return said.toLowerCase()
    PERIODIC.lastIndex = end
    const word = PERIODIC.exec(text)?.[1]
    if (word !== undefined) return PERIODS[word.toLowerCase()] ?? null
  }
  return null
}
