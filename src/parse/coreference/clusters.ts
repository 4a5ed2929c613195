import type { Span } from '../../model/span.ts'
import type { CorefMention, Gender } from './mention.ts'

/** Mentions joined into clusters (union by index of mention), with what is known of each cluster as a whole. */
export class Clusters {
  readonly #mentions: readonly CorefMention[]
  readonly #parent: Int32Array
  readonly #gender: Gender[]

  constructor(mentions: readonly CorefMention[]) {
    this.#mentions = mentions
    this.#parent = Int32Array.from(mentions, (_, i) => i)
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
    if (this.#gender[first] === 'u') this.#gender[first] = this.#gender[second]!
  }

  /** Gender of the cluster, from whichever of its mentions tells it first. */
  gender(i: number): Gender {
    return this.#gender[this.root(i)]!
  }

  /** All clusters of two and more distinct spans, in order of their first mention. */
  chains(): readonly (readonly Span[])[] {
    const byRoot = new Map<number, Span[]>()
    const seen = new Set<string>()
    this.#mentions.forEach((mention, i) => {
      const at = mention.ent.span.join(' ')
      if (seen.has(at)) return
      seen.add(at)
      const root = this.root(i)
      const chain = byRoot.get(root)
      if (chain === undefined) byRoot.set(root, [mention.ent.span])
      else chain.push(mention.ent.span)
    })
    return [...byRoot.values()].filter(chain => chain.length > 1)
  }
}
