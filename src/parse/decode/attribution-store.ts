import type { Attribution, WordRange } from '../../model/doc.ts'
import type { DecoderWeights, ReaderLabels, WindowScores } from '../../model/encoding.ts'
import { RectifiedLayer } from './rectified-layer.ts'

// Log-odds above which a word may begin a cue; the statements stage asks for more where no quotation speaks for it. Chosen on
// PolNeAR dev (docs/decisions/0008).
const LEAST_ANCHOR = -1.2
// Words before a window that a cue in it may still reach: content or a speaker that a window's beginning cut off. A window
// holds some 150 words; content that begins further back is a quotation, which the statements stage completes.
const LOOK_BACK = 120
// Words in a row that are nothing to a cue, after which none further off is looked at.
const IDLE_WORDS = 40
const NEVER = -1e4
const NEITHER = 0
const SOURCE = 1
const CONTENT = 2
const BUCKETS = 20
const MIDDLE = 10

/** A cue that begins at a word of what is seen, with what every word seen is to it. */
interface Cue {
  readonly at: number
  readonly score: number
  readonly roles: Float32Array
  readonly margins: Float32Array
}

type Role = 'cue' | 'source' | 'content'

/** Finds attribution relations window by window: cues among the words taken, roles among all words that can be seen. */
export class AttributionStore {
  readonly found: Attribution[] = []
  readonly #labels: ReaderLabels
  readonly #weights: DecoderWeights
  /** Numbers of a vector that go through the small network; behind them those that match, first of sources, then of contents. */
  readonly #width: number
  readonly #roles: RectifiedLayer
  /** roleWord of the last words taken before the window. */
  #before = new Float32Array(0)
  /** By how much relations found before claim each of those words as content. */
  #claimed = new Float32Array(0)
  readonly #cueLabel: number
  readonly #outside: number
  /** Which of the matching products adds to each role. */
  readonly #matches: readonly number[]
  readonly #pair: Float32Array

  constructor(labels: ReaderLabels, weights: DecoderWeights) {
    this.#labels = labels
    this.#cueLabel = labels.role.indexOf('cue')
    this.#outside = labels.role.indexOf('O')
    this.#matches = labels.role.map(label =>
      label.endsWith('source') ? SOURCE : label.endsWith('content') ? CONTENT : NEITHER,
    )
    this.#weights = weights
    this.#width = weights.role.length / Math.max(1, labels.role.length)
    this.#pair = new Float32Array(this.#width)
    this.#roles = new RectifiedLayer(weights.role, weights.roleBias)
  }

  /** Takes the cues among a window's first `taken` words; the words and cues after them are seen, not taken. */
  take(scores: WindowScores, taken: number): void {
    const row = scores.roleWord.length / scores.size
    const back = this.#before.length / row
    const vectors = joined(this.#before, scores.roleWord)
    const count = back + scores.size
    const claimed = joined(this.#claimed, new Float32Array(scores.size))
    const cues = this.#cuesOf(scores, vectors, back, row)
    for (const cue of cues) {
      if (cue.at >= back + taken) continue
      const roles = this.#bestRoles(this.#exclusive(cue, cues, claimed), count)
      roles[cue.at] = this.#cueLabel
      this.found.push({ ...this.#ranges(roles, scores.first - back), score: cue.score })
    }
    for (const cue of cues)
      if (cue.at < back + taken) for (let w = 0; w < count; w++) claimed[w] = Math.max(claimed[w]!, cue.margins[w]!)
    const keep = Math.min(LOOK_BACK, back + taken)
    this.#before = vectors.slice((back + taken - keep) * row, (back + taken) * row)
    this.#claimed = claimed.slice(back + taken - keep, back + taken)
  }

  /** The window's cues, surest first, without those that stand in what a surer one is taken to bring. */
  #cuesOf(scores: WindowScores, vectors: Float32Array, back: number, row: number): readonly Cue[] {
    const cues: Cue[] = []
    const sure = Array.from({ length: scores.size }, (_, w) => w)
      .filter(w => scores.anchor[w]! > LEAST_ANCHOR)
      .sort((a, b) => scores.anchor[b]! - scores.anchor[a]! || a - b)
    for (const w of sure) {
      const at = back + w
      const score = scores.anchor[w]!
      if (cues.some(other => other.margins[at]! > score)) continue
      const anchor = scores.roleAnchor.subarray(w * row, (w + 1) * row)
      const roles = this.#roleScores(vectors, back + scores.size, anchor, at)
      cues.push({ at, score, roles, margins: this.#contentMargins(roles) })
    }
    return cues.sort((a, b) => a.at - b.at)
  }

  /** By how much each word is content rather than anything else. */
  #contentMargins(roles: Float32Array): Float32Array {
    const labels = this.#labels.role
    const margins = new Float32Array(roles.length / labels.length)
    for (let w = 0; w < margins.length; w++) {
      let content = Number.NEGATIVE_INFINITY
      let other = Number.NEGATIVE_INFINITY
      labels.forEach((label, r) => {
        const score = roles[w * labels.length + r]!
        if (label.endsWith('content')) content = Math.max(content, score)
        else other = Math.max(other, score)
      })
      margins[w] = content - other
    }
    return margins
  }

  /**
   * A cue's scores with its claim to each word as content less what the strongest other claim is: a word is content once
   * (in PolNeAR's train part 179 of 1,749,022 characters of content are two relations'), and no cue stands in content.
   */
  #exclusive(cue: Cue, cues: readonly Cue[], claimed: Float32Array): Float32Array {
    const labels = this.#labels.role
    const scores = cue.roles.slice()
    const others = cues.filter(other => other !== cue)
    for (let w = 0; w < claimed.length; w++) {
      let rival = claimed[w]!
      for (const other of others) rival = Math.max(rival, other.at === w ? other.score : other.margins[w]!)
      if (rival <= 0) continue
      labels.forEach((label, r) => {
        if (label.endsWith('content')) scores[w * labels.length + r]! -= rival
      })
    }
    return scores
  }

  /**
   * count × roles: what each word is to the cue that begins at `at`. Looks from the cue to both sides until a long stretch
   * of words is nothing to it; those beyond are nothing as well.
   */
  #roleScores(vectors: Float32Array, count: number, anchor: Float32Array, at: number): Float32Array {
    const roles = this.#labels.role.length
    const out = new Float32Array(count * roles).fill(NEVER)
    for (let w = 0; w < count; w++) out[w * roles + this.#outside] = 0
    for (const step of [1, -1]) {
      let idle = 0
      for (let w = step > 0 ? at : at - 1; w >= 0 && w < count && idle < IDLE_WORDS; w += step)
        idle = this.#roleScore(vectors, anchor, w, at, out) ? 0 : idle + 1
    }
    return out
  }

  /** Writes the scores of one word; true when it has a role. */
  #roleScore(vectors: Float32Array, anchor: Float32Array, w: number, at: number, out: Float32Array): boolean {
    const width = this.#width
    const { place } = this.#weights
    const pair = this.#pair
    const from = w * anchor.length
    const near = bucketOf(w - at) * width
    for (let k = 0; k < width; k++) pair[k] = vectors[from + k]! + anchor[k]! + place[near + k]!
    const sums = this.#roles.of(pair)
    const size = (anchor.length - width) / 2
    const source = matched(vectors, from, anchor, width, size)
    const content = matched(vectors, from, anchor, width + size, size)
    const roles = this.#matches.length
    let best = this.#outside
    for (let r = 0; r < roles; r++) {
      const of = this.#matches[r]!
      const score = sums[r]! + (of === SOURCE ? source : of === CONTENT ? content : 0)
      out[w * roles + r] = score
      if (score > out[w * roles + best]!) best = r
    }
    return best !== this.#outside
  }

  /** The best sequence of roles in which a piece goes on only where it has begun (Viterbi), or goes on from before the first word. */
  #bestRoles(scores: Float32Array, count: number): Int32Array {
    const labels = this.#labels.role
    const roles = labels.length
    const from = new Int32Array(count * roles)
    let best = scores.slice(0, roles)
    for (let w = 1; w < count; w++) {
      const next = new Float32Array(roles)
      for (let r = 0; r < roles; r++) {
        let chosen = -1
        for (let p = 0; p < roles; p++)
          if (mayFollow(labels[p]!, labels[r]!) && (chosen < 0 || best[p]! > best[chosen]!)) chosen = p
        from[w * roles + r] = chosen
        next[r] = best[chosen]! + scores[w * roles + r]!
      }
      best = next
    }
    const path = new Int32Array(count)
    let r = best.indexOf(Math.max(...best))
    for (let w = count - 1; w >= 0; w--) {
      path[w] = r
      r = from[w * roles + r]!
    }
    return path
  }

  #ranges(roles: Int32Array, offset: number): Record<Role, readonly WordRange[]> {
    const out: Record<Role, [number, number][]> = { cue: [], source: [], content: [] }
    let open: [number, number] | null = null
    let kind = ''
    for (let w = 0; w < roles.length; w++) {
      const label = this.#labels.role[roles[w]!]!
      const role = label === 'cue' ? 'cue' : label.slice(2)
      if (open !== null && role === kind && !label.startsWith('B-')) open[1] = offset + w + 1
      else if (role === 'cue' || role === 'source' || role === 'content') {
        open = [offset + w, offset + w + 1]
        out[role].push(open)
        kind = role
      } else {
        open = null
        kind = ''
      }
    }
    return out
  }
}

function mayFollow(before: string, after: string): boolean {
  return !after.startsWith('I-') || before.slice(2) === after.slice(2)
}

/** Signed distance in words -> 0..19, as train/heads/attribution.py has it. */
function bucketOf(gap: number): number {
  if (gap === 0) return MIDDLE
  const size = Math.ceil(Math.log2(Math.abs(gap) - 0.5))
  const steps = Math.max(size, 0) + 1
  return Math.min(BUCKETS - 1, Math.max(0, MIDDLE + (gap > 0 ? steps : -steps)))
}

/** Scaled product of the parts of two vectors that begin at `at`. */
function matched(vectors: Float32Array, from: number, anchor: Float32Array, at: number, size: number): number {
  let even = 0
  let odd = 0
  const end = at + size
  for (let k = at; k + 1 < end; k += 2) {
    even += vectors[from + k]! * anchor[k]!
    odd += vectors[from + k + 1]! * anchor[k + 1]!
  }
  if (size % 2 === 1) even += vectors[from + end - 1]! * anchor[end - 1]!
  return (even + odd) / Math.sqrt(size || 1)
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  if (a.length === 0) return b
  const out = new Float32Array(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}
