/**
 * Maximum spanning arborescence of a complete graph over n words and a root, by growing paths of best arcs and
 * contracting the cycles they close: O(n²) time and space, no recursion (Tarjan 1977; Böther et al. 2023, "Efficiently
 * Computing Directed Minimum Spanning Trees"). Arcs are named by word and head, head 0 being the root, 1 + j word j.
 */
export class DenseArborescence {
  readonly #n: number
  readonly #columns: number
  /** Score of the best arc from each head into a node; a contracted node uses the row of its first member. */
  readonly #score: Float64Array
  /** The word that this arc enters. */
  readonly #target: Int32Array
  /** Nodes: words 0 … n-1, then contracted ones. Their row, the node that swallowed them, the arc chosen into them. */
  readonly #row: Int32Array
  readonly #parent: Int32Array
  readonly #fromHead: Int32Array
  readonly #intoWord: Int32Array
  readonly #won: Float64Array
  readonly #link: Int32Array
  #nodes: number

  constructor(n: number) {
    this.#n = n
    this.#columns = n + 1
    this.#score = new Float64Array(n * this.#columns)
    this.#target = new Int32Array(n * this.#columns)
    this.#row = Int32Array.from({ length: 2 * n }, (_, i) => i)
    this.#parent = new Int32Array(2 * n).fill(-1)
    this.#fromHead = new Int32Array(2 * n)
    this.#intoWord = new Int32Array(2 * n)
    this.#won = new Float64Array(2 * n)
    this.#link = Int32Array.from({ length: 2 * n }, (_, i) => i)
    this.#nodes = n
    for (let w = 0; w < n; w++) this.#target.fill(w, w * this.#columns, (w + 1) * this.#columns)
  }

  set(word: number, head: number, score: number): void {
    this.#score[word * this.#columns + head] = score
  }

  add(word: number, head: number, score: number): void {
    this.#score[word * this.#columns + head]! += score
  }

  /** Head of each word in the best arborescence. Uses the scores up: call it once. */
  solve(): Int32Array {
    // 0 not seen, 1 on the path, 2 done: its arcs lead to the root.
    const state = new Uint8Array(2 * this.#n)
    const path: number[] = []
    for (let start = 0; start < this.#n; start++) {
      let node = this.#find(start)
      if (state[node] !== 0) continue
      for (;;) {
        this.#chooseArc(node)
        state[node] = 1
        path.push(node)
        const head = this.#fromHead[node]!
        const before = head === 0 ? -1 : this.#find(head - 1)
        if (before < 0 || state[before] === 2) break
        node = state[before] === 1 ? this.#contract(path, before) : before
      }
      for (const each of path) state[each] = 2
      path.length = 0
    }
    return this.#expand()
  }

  /** The contracted node that a word lies in now. Halves paths as it goes. */
  #find(word: number): number {
    const link = this.#link
    let at = word
    while (link[at] !== at) {
      link[at] = link[link[at]!]!
      at = link[at]!
    }
    return at
  }

  #chooseArc(node: number): void {
    const base = this.#row[node]! * this.#columns
    let best = Number.NEGATIVE_INFINITY
    let head = -1
    for (let h = 0; h < this.#columns; h++) {
      const score = this.#score[base + h]!
      if (score > best && (h === 0 || this.#find(h - 1) !== node)) {
        best = score
        head = h
      }
    }
    this.#won[node] = best
    this.#fromHead[node] = head
    this.#intoWord[node] = this.#target[base + head]!
  }

  /** Makes one node of the path's end from `first` on, which is taken off the path. */
  #contract(path: number[], first: number): number {
    const columns = this.#columns
    const score = this.#score
    const target = this.#target
    const made = this.#nodes++
    const into = this.#row[first]! * columns
    const wonFirst = this.#won[first]!
    for (let h = 0; h < columns; h++) score[into + h]! -= wonFirst
    this.#row[made] = this.#row[first]!
    for (let member = -1; member !== first; ) {
      member = path.pop()!
      this.#parent[member] = made
      this.#link[member] = made
      if (member === first) continue
      const from = this.#row[member]! * columns
      const won = this.#won[member]!
      for (let h = 0; h < columns; h++) {
        const gain = score[from + h]! - won
        if (gain > score[into + h]!) {
          score[into + h] = gain
          target[into + h] = target[from + h]!
        }
      }
    }
    return made
  }

  /** The arc into a contracted node stands for the arc of the member it enters; the others keep theirs. */
  #expand(): Int32Array {
    const heads = new Int32Array(this.#n)
    const settled = new Uint8Array(this.#nodes)
    for (let node = this.#nodes - 1; node >= 0; node--) {
      if (settled[node] === 1) continue
      const word = this.#intoWord[node]!
      heads[word] = this.#fromHead[node]!
      for (let at = word; at !== node; at = this.#parent[at]!) settled[at] = 1
    }
    return heads
  }
}
