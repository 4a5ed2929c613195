/** A span as the reader tagged it: words [first, end) of a Doc. */
export interface TaggedSpan<Type extends string> {
  readonly first: number
  readonly end: number
  readonly type: Type
  /** Log-odds: how much the best path with this span outscores the best in which its words are in none. */
  readonly score: number
}

/** A name as the reader found it. */
export type NameSpan = TaggedSpan<'PER' | 'ORG' | 'LOC'>

/** Finds the tagged spans of one sentence: `first` and `end` are words of the window whose scores these are. */
export type SpansOf<Type extends string> = (
  scores: Float32Array,
  first: number,
  end: number,
) => readonly TaggedSpan<Type>[]

// Stands for "impossible": below any path of a sentence's scores, far above where sums in doubles lose digits.
const NEVER = -1e9
const NAMES: readonly NameSpan['type'][] = ['PER', 'ORG', 'LOC']

/** The tags as numbers: which tags may stand before each, at a sentence's first word and at its last. */
interface TagRules {
  readonly count: number
  readonly outside: number
  readonly before: readonly (readonly number[])[]
  readonly mayBegin: readonly boolean[]
  readonly mayEnd: readonly boolean[]
  readonly tags: readonly string[]
}

/** Names by the best path through the tags of `ReaderLabels.name`. */
export function nameDecoder(tags: readonly string[]): SpansOf<NameSpan['type']> {
  return spanDecoder(tags, NAMES)
}

/**
 * Spans by the best path through BIOES tags in which every span is whole: B I* E of one type, or S. The margin of a span
 * comes from the best paths before and after it, so all is linear in the words.
 */
export function spanDecoder<Type extends string>(tags: readonly string[], types: readonly Type[]): SpansOf<Type> {
  const rules = tagRules(tags)
  return (name, first, end) => {
    if (end <= first || rules.outside < 0) return []
    const emitted = cleanScores(name, rules.count, first, end)
    const until = bestUntil(emitted, rules, end - first)
    const path = bestPath(until, rules, end - first)
    const spans = spansOf(path, rules, types)
    if (spans.length === 0) return []
    const after = bestAfter(emitted, rules, end - first)
    const last = path.length - 1
    const best = until[last * rules.count + path[last]!]!
    return spans.map(span => {
      // The best path that is outside names at each of the span's words.
      let without =
        until[span.first * rules.count + rules.outside]! + after[(span.end - 1) * rules.count + rules.outside]!
      for (let i = span.first + 1; i < span.end; i++) without += emitted[i * rules.count + rules.outside]!
      return { first: first + span.first, end: first + span.end, type: span.type, score: best - without }
    })
  }
}

function tagRules(tags: readonly string[]): TagRules {
  const opens = (tag: string): boolean => /^[BI]-/.test(tag)
  const goesOn = (tag: string): boolean => /^[IE]-/.test(tag)
  const follows = (tag: string, prior: string): boolean =>
    goesOn(tag) ? opens(prior) && prior.slice(2) === tag.slice(2) : !opens(prior)
  return {
    count: tags.length,
    outside: tags.indexOf('O'),
    before: tags.map(tag => tags.flatMap((prior, p) => (follows(tag, prior) ? [p] : []))),
    mayBegin: tags.map(tag => !goesOn(tag)),
    mayEnd: tags.map(tag => !opens(tag)),
    tags,
  }
}

/** The sentence's scores, what is no number made very low. */
function cleanScores(name: Float32Array, count: number, first: number, end: number): Float64Array {
  const out = new Float64Array((end - first) * count)
  for (let k = 0; k < out.length; k++) {
    const score = name[first * count + k]!
    out[k] = Number.isNaN(score) ? -1e4 : Math.max(-1e4, Math.min(1e4, score))
  }
  return out
}

/** For each word and tag, the score of the best path that ends there. */
function bestUntil(emitted: Float64Array, rules: TagRules, n: number): Float64Array {
  const { count, before, mayBegin, mayEnd } = rules
  const until = new Float64Array(n * count)
  for (let i = 0; i < n; i++) {
    for (let t = 0; t < count; t++) {
      let best = i === 0 && mayBegin[t] ? 0 : NEVER
      if (i > 0) for (const p of before[t]!) best = Math.max(best, until[(i - 1) * count + p]!)
      if (i === n - 1 && !mayEnd[t]) best = NEVER
      until[i * count + t] = Math.max(NEVER, best + emitted[i * count + t]!)
    }
  }
  return until
}

/** For each word and tag, the score of the best path from the next word to the end. */
function bestAfter(emitted: Float64Array, rules: TagRules, n: number): Float64Array {
  const { count, before, mayEnd } = rules
  const after = new Float64Array(n * count)
  for (let t = 0; t < count; t++) after[(n - 1) * count + t] = mayEnd[t] ? 0 : NEVER
  for (let i = n - 2; i >= 0; i--) {
    after.fill(NEVER, i * count, (i + 1) * count)
    for (let t = 0; t < count; t++) {
      const score = emitted[(i + 1) * count + t]! + after[(i + 1) * count + t]!
      for (const p of before[t]!) after[i * count + p] = Math.max(after[i * count + p]!, score)
    }
  }
  return after
}

function bestPath(until: Float64Array, rules: TagRules, n: number): Int32Array {
  const { count, before } = rules
  const path = new Int32Array(n)
  let allowed: readonly number[] = rules.tags.map((_, t) => t)
  for (let i = n - 1; i >= 0; i--) {
    let best = allowed[0]!
    for (const t of allowed) if (until[i * count + t]! > until[i * count + best]!) best = t
    path[i] = best
    allowed = before[best]!
  }
  return path
}

function spansOf<Type extends string>(
  path: Int32Array,
  rules: TagRules,
  types: readonly Type[],
): { first: number; end: number; type: Type }[] {
  const out: { first: number; end: number; type: Type }[] = []
  let first = 0
  for (let i = 0; i < path.length; i++) {
    const tag = rules.tags[path[i]!]!
    if (/^[BS]-/.test(tag)) first = i
    const type = types.find(each => each === tag.slice(2))
    if (/^[ES]-/.test(tag) && type !== undefined) out.push({ first, end: i + 1, type })
  }
  return out
}
