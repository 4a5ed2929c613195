import type { CorefMention, Gender } from './mention.ts'

/** Mentions joined into clusters (union by index of mention), with what is known of each cluster as a whole. */
export class Clusters {
  readonly #mentions: readonly CorefMention[]
  readonly #parent: Int32Array
  readonly #gender: Gender[]
  /** The next mention of the same cluster, in a ring. */
  readonly #next: Int32Array

  constructor(mentions: readonly CorefMention[]) {
    this.#mentions = mentions
    this.#parent = Int32Array.from(mentions, (_, i) => i)
    this.#next = Int32Array.from(mentions, (_, i) => i)
    this.#gender = mentions.map(mention => mention.gender)
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
    if (this.#gender[first] === 'u') this.#gender[first] = this.#gender[second]!
  }

  /** Gender of the cluster, from whichever of its mentions tells it first. */
  gender(i: number): Gender {
    return this.#gender[this.root(i)]!
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
