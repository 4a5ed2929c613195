const KINDS = 'LOPFGN'
/** Features that the gazetteer writes for a word: begins and goes on, for each of six kinds. */
export const GAZETTEER_FEATURES: number = 2 * KINDS.length

/**
 * Known names as sequences of lower-cased words with their kinds: L place, O organisation, P person, F family name,
 * G given name, N nationality. The list is fixed with the weights (models/gazetteer.tsv), so that adding knowledge does
 * not change what the network was trained on. The same function as `Gazetteer` in train/data.py.
 */
export class Gazetteer {
  readonly #kinds = new Map<string, number>()
  /** First words of keys -> the longest key that begins so, in words. */
  readonly #longest = new Map<string, number>()

  constructor(table: string) {
    for (const line of table.split('\n')) {
      const tab = line.indexOf('\t')
      if (tab < 0) continue
      const key = line.slice(0, tab)
      let bits = 0
      for (const kind of line.slice(tab + 1).trim()) bits |= 1 << KINDS.indexOf(kind)
      this.#kinds.set(key, bits)
      const words = key.split(' ')
      this.#longest.set(words[0]!, Math.max(words.length, this.#longest.get(words[0]!) ?? 0))
    }
  }

  /**
   * Writes the features of the words to `out`, word i's from `i * stride + offset` on. Longest match from each word that
   * begins with a capital; matches do not overlap.
   */
  write(forms: readonly string[], out: Float32Array, stride: number, offset: number): void {
    for (let at = 0; at < forms.length; ) {
      const n = /^\p{Uppercase}/u.test(forms[at]!) ? this.#match(forms, at) : 0
      if (n > 0) this.#mark(forms, at, n, out, stride, offset)
      at += Math.max(1, n)
    }
  }

  #match(forms: readonly string[], at: number): number {
    const first = forms[at]!.toLowerCase()
    const most = Math.min(this.#longest.get(first) ?? 0, forms.length - at)
    let key = first
    let best = most > 0 && this.#kinds.has(key) ? 1 : 0
    for (let n = 2; n <= most; n++) {
      key += ` ${forms[at + n - 1]!.toLowerCase()}`
      if (this.#kinds.has(key)) best = n
    }
    return best
  }

  #mark(forms: readonly string[], at: number, n: number, out: Float32Array, stride: number, offset: number): void {
    const key = forms
      .slice(at, at + n)
      .join(' ')
      .toLowerCase()
    const bits = this.#kinds.get(key) ?? 0
    for (let k = 0; k < KINDS.length; k++) {
      if ((bits & (1 << k)) === 0) continue
      for (let i = 0; i < n; i++) out[(at + i) * stride + offset + 2 * k + (i > 0 ? 1 : 0)] = 1
    }
  }
}
