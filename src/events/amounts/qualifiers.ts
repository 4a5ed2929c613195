/** What stands beside a number and says how exact it is. */
export interface Qualifier {
  /** Where its words begin, or, behind a number, where they end. */
  readonly at: number
  readonly bound: 'low' | 'high' | 'none'
  readonly approximate: boolean
  /** "Between 5 and 7", "from 12 to 8", "ranging from 5 to 7". */
  readonly opens?: 'between' | 'from' | 'span'
}

const qualifier = (words: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${words}) $`, 'iu')

/** Looked for right before the number. */
const BEFORE: readonly (readonly [RegExp, Omit<Qualifier, 'at'>])[] = [
  [qualifier('anywhere between|between'), { bound: 'none', approximate: false, opens: 'between' }],
  [
    qualifier('(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything) from'),
    { bound: 'none', approximate: false, opens: 'span' },
  ],
  [qualifier('from'), { bound: 'none', approximate: false, opens: 'from' }],
  [
    qualifier(
      '(?:just|slightly|a little|little|only just) (?:under|below|short of|less than|fewer than)|nearly|almost|close to|approaching|not quite|shy of',
    ),
    { bound: 'high', approximate: true },
  ],
  [qualifier('(?:just|slightly|a little|little|well) (?:over|above|more than)'), { bound: 'low', approximate: true }],
  [
    qualifier(
      'at most|up to|no more than|not more than|as many as|as much as|a maximum of|a ceiling of|fewer than|less than|under|below|not exceeding|maximum|a limit of',
    ),
    { bound: 'high', approximate: false },
  ],
  [
    qualifier(
      'at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|more than|over|upwards of|upward of|in excess of|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)|as few as|as little as|north of|minimum',
    ),
    { bound: 'low', approximate: false },
  ],
  [
    qualifier(
      'about|around|roughly|approximately|approx\\.?|some|an estimated|estimated|est\\.?|circa|ca\\.?|c\\.|or so|more or less|in the region of|on the order of|something like|an average of|on average|averag(?:e|ed|es|ing)|perhaps|an approximate',
    ),
    { bound: 'none', approximate: true },
  ],
  [
    qualifier('a total of|another|a further|an additional|only|just|exactly|precisely|a record|a combined|all'),
    { bound: 'none', approximate: false },
  ],
]
const SIGNS: readonly (readonly [RegExp, Omit<Qualifier, 'at'>])[] = [
  [/[~≈] ?$/u, { bound: 'none', approximate: true }],
  [/[>≥] ?$/u, { bound: 'low', approximate: false }],
  [/[<≤] ?$/u, { bound: 'high', approximate: false }],
]

/** Characters before a number that a qualifier can stand in. */
const REACH = 28

/** What stands right before `start`; null when nothing that qualifies. Of two the longer: "no fewer than", not "fewer than". */
export function qualifierBefore(text: string, start: number): Qualifier | null {
  const words = text.slice(Math.max(0, start - REACH), start).replaceAll(/[\n\u00a0]/g, ' ')
  let best: Qualifier | null = null
  for (const [pattern, meaning] of words.endsWith(' ') ? [...BEFORE, ...SIGNS] : SIGNS) {
    const match = pattern.exec(words)
    const at = match ? start - match[0].length : start
    if (match && (best === null || at < best.at)) best = { ...meaning, at }
  }
  return best
}

const AFTER: readonly (readonly [RegExp, Omit<Qualifier, 'at'>])[] = [
  [
    / or (?:more|over|above|greater)(?!\p{L})|(?: ?\+|-plus|-odd|-some)(?![\p{L}\d])| and (?:more|up|counting)(?= \p{Ll}|[.,;)]|$)| at (?:the )?(?:least|minimum)(?!\p{L})/iuy,
    { bound: 'low', approximate: false },
  ],
  [
    / or (?:less|fewer|under|below)(?!\p{L})| at (?:the )?(?:most|maximum)(?!\p{L})/iuy,
    { bound: 'high', approximate: false },
  ],
  [
    / or (?:so|thereabouts)(?!\p{L})|,? (?:give or take|more or less)(?!\p{L})/iuy,
    { bound: 'none', approximate: true },
  ],
]

/** What stands right behind `end`; null when nothing that qualifies. */
export function qualifierAfter(text: string, end: number): Qualifier | null {
  for (const [pattern, meaning] of AFTER) {
    pattern.lastIndex = end
    const match = pattern.exec(text)
    if (match) return { ...meaning, at: end + match[0].length }
  }
  return null
}
