import type { WeightedTerms } from './term-weights.ts'

/** Telling terms of an article under which it can be found, and of a story's newest articles how many a term keeps. */
const LISTED_TERMS = 32
const LONGEST_LIST = 96

/** Articles by their most telling terms; lists hold the newest only, so that looking up costs the same at any size. */
export class TermIndex {
  readonly #lists = new Map<number, { articles: number[]; weights: number[] }>()

  add(article: number, terms: WeightedTerms): void {
    const order = [...terms.weight.keys()].sort((a, b) => terms.weight[b]! - terms.weight[a]!).slice(0, LISTED_TERMS)
    for (const i of order) {
      const list = this.#lists.get(terms.hash[i]!) ?? { articles: [], weights: [] }
      list.articles.push(article)
      list.weights.push(terms.weight[i]!)
      if (list.articles.length > LONGEST_LIST * 2) {
        list.articles.splice(0, LONGEST_LIST)
        list.weights.splice(0, LONGEST_LIST)
      }
      this.#lists.set(terms.hash[i]!, list)
    }
  }

  /** The articles that share most with `terms`, best first, at most `limit`; later arrivals first among equals. */
  find(terms: WeightedTerms, limit: number): number[] {
    const scores = new Map<number, number>()
    terms.hash.forEach((hash, i) => {
      const list = this.#lists.get(hash)
      if (list === undefined) return
      const weight = terms.weight[i]!
      for (let k = Math.max(0, list.articles.length - LONGEST_LIST); k < list.articles.length; k++) {
        const article = list.articles[k]!
        scores.set(article, (scores.get(article) ?? 0) + weight * list.weights[k]!)
      }
    })
    return [...scores]
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])
      .slice(0, limit)
      .map(([article]) => article)
  }
}
