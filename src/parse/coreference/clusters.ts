import type { CorefMention } from './mention.ts'
import type { Gender } from './mention-facts.ts'

/** Mentions joined into clusters (union by index of mention), with what is known of each cluster as a whole. */
export class Clusters {
  readonly #mentions: readonly CorefMention[]
  readonly #parent: Int32Array
  /** By root: mentions that surely tell a man or a woman, and given names that do so mostly. */
  readonly #sure: readonly [men: Int32Array, women: Int32Array]
  readonly #likely: readonly [men: Int32Array, women: Int32Array]
  readonly #size: Int32Array
  /** The next mention of the same cluster, in a ring. */
  readonly #next: Int32Array

  constructor(mentions: readonly CorefMention[]) {
    this.#mentions = mentions
    this.#parent = Int32Array.from(mentions, (_, i) => i)
    this.#next = Int32Array.from(mentions, (_, i) => i)
    this.#size = new Int32Array(mentions.length).fill(1)
    this.#sure = votes(mentions, true)
    this.#likely = votes(mentions, false)
  }

  /** The first mention of the cluster that mention `i` is in. */
  root(i: number): number {
    let at = i
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!
      at = this.#parent[at]!
    }
    return at
  }

  join(a: number, b: number): void {
    const first = Math.min(this.root(a), this.root(b))
    const second = Math.max(this.root(a), this.root(b))
    if (first === second) return
    this.#parent[second] = first
    const after = this.#next[first]!
    this.#next[first] = this.#next[second]!
    this.#next[second] = after
    for (const counts of [this.#size, ...this.#sure, ...this.#likely]) counts[first]! += counts[second]!
  }

  /** Gender of the cluster by most of the mentions that surely tell it, else by most given names. */
  gender(i: number): Gender {
    const sure = this.sureGender(i)
    return sure === 'u' ? most(this.#likely, this.root(i)) : sure
  }

  /** The same by pronouns, titles and nouns alone, not by given names. */
  sureGender(i: number): Gender {
    return most(this.#sure, this.root(i))
  }

  /** Mentions of the cluster. */
  size(i: number): number {
    return this.#size[this.root(i)]!
  }

  /** Whether the mention has been joined with another. */
  joined(i: number): boolean {
    return this.#next[i] !== i
  }

  /** The first mention, in the ring's order, of the cluster of `i` that is so, looking at no more than `most`; else null. */
  find(i: number, wanted: (mention: CorefMention) => boolean, most = 64): CorefMention | null {
    let at = i
    for (let n = 0; n < most; n++) {
      if (wanted(this.#mentions[at]!)) return this.#mentions[at]!
      at = this.#next[at]!
      if (at === i) break
    }
    return null
  }

  /** Indices of the mentions of each cluster of two and more, in order of their first mention. */
  groups(): readonly (readonly number[])[] {
    const byRoot = new Map<number, number[]>()
    this.#mentions.forEach((_, i) => {
      if (!this.joined(i)) return
      const group = byRoot.get(this.root(i))
      if (group === undefined) byRoot.set(this.root(i), [i])
      else group.push(i)
    })
    return [...byRoot.values()]
  }
}

function votes(mentions: readonly CorefMention[], sure: boolean): readonly [men: Int32Array, women: Int32Array] {
  const count = (gender: Gender): Int32Array =>
    Int32Array.from(mentions, mention => (mention.gender === gender && mention.sureGender === sure ? 1 : 0))
  return [count('m'), count('f')]
}

function most([men, women]: readonly [Int32Array, Int32Array], root: number): Gender {
  const more = men[root]! - women[root]!
  return more === 0 ? 'u' : more > 0 ? 'm' : 'f'
}
