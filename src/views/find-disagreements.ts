import type { Disagreement } from '../model/api.ts'
import type { Span } from '../model/span.ts'
import { contentId } from '../text/hash.ts'

/** A number told in an article, with the sentence it stands in. */
export interface ToldAmount {
  readonly articleId: string
  readonly originId: string
  readonly outlet: string | null
  readonly span: Span
  /** The words of the amount. */
  readonly quote: string
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** Singular head word of what is counted, a currency, `%`, a measure; null amounts are not compared. */
  readonly unit: string | null
  readonly sentence: string
}

/**
 * Numbers that different origins of one story tell of one thing and that cannot both be right. Precision first: a pair
 * counts only when unit and at least two further words of meaning beside it agree, each is the other's best match, no
 * day named beside one contradicts the other's, the values are of one order of size, and the ranges that the words leave
 * open do not meet. Each side keeps its words.
 */
export function findDisagreements(storyId: string, amounts: readonly ToldAmount[]): readonly Disagreement[] {
  const told = amounts.filter(one => one.unit !== null && rangeOf(one) !== null).map(contextOf)
  const groups = new Groups(told.length)
  const best = told.map((_, i) => new Set(bestMatches(told, i)))
  for (const [i, matches] of best.entries()) {
    for (const j of matches) if (j > i && best[j]?.has(i) === true) groups.join(i, j)
  }
  return groups.all().flatMap(members =>
    disagreementOf(
      storyId,
      members.flatMap(i => told[i] ?? []),
    ),
  )
}

interface Told {
  readonly amount: ToldAmount
  /** Stems of the words of meaning that stand near the amount. */
  readonly terms: ReadonlySet<string>
  /** Those of them that are written small: what is said of whoever is named. */
  readonly plain: ReadonlySet<string>
  readonly days: ReadonlySet<string>
}

/** Words of a sentence that carry little of what it is about. */
const COMMON = new Set(
  (
    'about above after again against also although among another around been before being between both could during each even ever every ' +
    'from have having here himself into itself just like made make many might more most much must near nearly never only other over ' +
    'said same says should since some such than that their them then there these they this those through told under until very were ' +
    'what when where which while whom whose will with within without would year years month months week weeks today yesterday ' +
    'according least total number percent per cent roughly approximately reported report officials official statement'
  ).split(' '),
)

const DAY =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})?\b|\b(?:19|20)\d\d\b/g

/** Units that are told of everything: a shared topic alone does not make them the same measure. */
const GENERAL = new Set(
  '% year month week day hour minute second km m mile metre meter kilometre USD EUR GBP JPY CNY KRW person people'.split(
    ' ',
  ),
)
/**
 * Shared words needed: how many, how many of them written small, and their part of the fewer words of meaning that stand
 * beside one of the two. Chosen on the 84 articles of the attribution development set and the sample (`theatrum
 * disagreements` after ingesting them): two shared words anywhere in the sentences gave five or more pairs in the first,
 * each of two things; these give none there, and the pair that is planted in the second.
 */
const NEEDED = { shared: 2, plain: 1, part: 0.5 } as const
const NEEDED_GENERAL = { shared: 4, plain: 2, part: 0.6 } as const
/** Words on each side of an amount that say what is counted. */
const NEAR_WORDS = 8
/** Values further apart than this are of two measures far more often than two counts of one. */
const MOST_RATIO = 5

function contextOf(amount: ToldAmount): Told {
  const own = stem(amount.unit ?? '')
  const terms = new Set<string>()
  const plain = new Set<string>()
  for (const word of nearWords(amount)) {
    const term = stem(word)
    if (word.length < 4 || COMMON.has(word.toLowerCase()) || term === own) continue
    terms.add(term)
    if (word === word.toLowerCase()) plain.add(term)
  }
  const days = new Set([...amount.sentence.toLowerCase().matchAll(DAY)].map(match => match[0]))
  return { amount, terms, plain, days }
}

/** The words before and after the amount's first mention in its sentence. */
function nearWords({ sentence, quote }: ToldAmount): string[] {
  const at = Math.max(0, sentence.indexOf(quote))
  const words = (part: string): string[] => part.match(/\p{L}+/gu) ?? []
  return [
    ...words(sentence.slice(0, at)).slice(-NEAR_WORDS),
    ...words(sentence.slice(at + quote.length)).slice(0, NEAR_WORDS),
  ]
}

/** Enough of a stem to bring "exercises" and "exercise", "killed" and "kill" together. */
function stem(word: string): string {
  return word.toLowerCase().replace(/(?:ing|ed|es|s|e)$/, '')
}

/** For each other article of another origin the amount there that is told in the most similar sentence, if it is similar. */
function bestMatches(told: readonly Told[], i: number): number[] {
  const own = told[i]
  if (own === undefined) return []
  const best = new Map<string, { readonly j: number; readonly score: number }>()
  for (const [j, other] of told.entries()) {
    const { articleId, originId, unit } = other.amount
    if (originId === own.amount.originId || articleId === own.amount.articleId || unit !== own.amount.unit) continue
    const score = similarity(own, other)
    if (score > (best.get(articleId)?.score ?? 0)) best.set(articleId, { j, score })
  }
  return [...best.values()].map(match => match.j)
}

/** Shared part of the terms, 0 where the two cannot be taken for one thing. */
function similarity(a: Told, b: Told): number {
  const shared = [...a.terms].filter(term => b.terms.has(term))
  const needed = GENERAL.has(a.amount.unit ?? '') ? NEEDED_GENERAL : NEEDED
  const part = shared.length / Math.max(1, Math.min(a.terms.size, b.terms.size))
  if (shared.length < needed.shared || part < needed.part) return 0
  if (shared.filter(term => a.plain.has(term) && b.plain.has(term)).length < needed.plain) return 0
  if (a.days.size > 0 && b.days.size > 0 && ![...a.days].some(day => b.days.has(day))) return 0
  return ratioOf(a.amount, b.amount) > MOST_RATIO ? 0 : part + shared.length / 100
}

function ratioOf(a: ToldAmount, b: ToldAmount): number {
  const [x, y] = [sizeOf(a), sizeOf(b)]
  return x === y ? 1 : Math.max(x, y) / Math.max(Math.min(x, y), Number.MIN_VALUE)
}

function sizeOf({ value, low, high }: ToldAmount): number {
  return Math.abs(value ?? low ?? high ?? 0)
}

/** From 1,000 on, reporting rounds: values within 2 % are told as one ("36.5 billion", "36 billion"). Below it counts. */
const ROUNDING = 0.02
const COUNTED_BELOW = 1000

function rangeOf({ value, low, high }: ToldAmount): readonly [number, number] | null {
  if (value === null && low === null && high === null) return null
  const least = low ?? (high === null || value === null ? (value ?? 0) : Math.min(value, high))
  const most = high ?? (low === null || value === null ? (value ?? Number.POSITIVE_INFINITY) : Math.max(value, low))
  return [least, most]
}

function canBothBeRight(a: ToldAmount, b: ToldAmount): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)]
  if (left === null || right === null) return true
  const gap = Math.max(left[0], right[0]) - Math.min(left[1], right[1])
  if (gap <= 0) return true
  const size = Math.max(left[0], right[0])
  return size >= COUNTED_BELOW && gap / size < ROUNDING
}

function disagreementOf(storyId: string, told: readonly Told[]): Disagreement[] {
  const sides: Told[][] = []
  for (const one of told) {
    const side = sides.find(members => members.every(member => canBothBeRight(member.amount, one.amount)))
    if (side === undefined) sides.push([one])
    else side.push(one)
  }
  if (sides.length < 2) return []
  const unit = told[0]?.amount.unit ?? ''
  const shared = [...(told[0]?.terms ?? [])].filter(term => told.every(one => one.terms.has(term)))
  return [
    {
      id: contentId(
        'disagreement',
        storyId,
        ...told.map(({ amount }) => `${amount.articleId} ${amount.span.join('-')}`).sort(),
      ),
      what: [unit, ...wordsWithStems(told[0]?.amount.sentence ?? '', shared).slice(0, 4)].join(' · '),
      sides: sides.map(members => ({
        value: members[0]?.amount.quote ?? '',
        articles: members.map(({ amount: { articleId, outlet, span, quote } }) => ({ articleId, outlet, span, quote })),
        originCount: new Set(members.map(one => one.amount.originId)).size,
      })),
    },
  ]
}

/** The shared terms as the first article writes them: what is shown is quoted. */
function wordsWithStems(sentence: string, stems: readonly string[]): string[] {
  const words = [...sentence.matchAll(/\p{L}{4,}/gu)].map(match => match[0])
  return stems.flatMap(wanted => words.find(word => stem(word) === wanted) ?? [])
}

/** Disjoint sets of indices (union–find). */
class Groups {
  readonly #parent: number[]

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i)
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b)
  }

  /** Sets of at least two, each in order. */
  all(): number[][] {
    const sets = new Map<number, number[]>()
    for (const i of this.#parent.keys()) {
      const root = this.#root(i)
      sets.set(root, [...(sets.get(root) ?? []), i])
    }
    return [...sets.values()].filter(set => set.length > 1)
  }

  #root(i: number): number {
    let at = i
    for (let parent = this.#parent[at] ?? at; parent !== at; parent = this.#parent[at] ?? at) at = parent
    return at
  }
}
