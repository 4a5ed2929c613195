const UNKNOWN = '[UNK]'
/** Pieces of one word at most: what follows in a longer one is not read. */
const MOST = 12
/** Characters of an unbroken run of letters and digits that is looked up; longer ones are no English. */
const LONGEST_RUN = 60
/** UTF-16 units of a word that are looked at. */
export const LONGEST_WORD = 256
const REMEMBERED = 40_000

/**
 * WordPiece (Devlin et al. 2019; Wu et al. 2016) over words, uncased and without accents, with BERT's vocabulary. The
 * same function as `Pieces` in train/data.py; a test holds the two against each other.
 */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>
  readonly #unknown: number
  readonly #remembered = new Map<string, readonly number[]>()

  /** `vocabulary`: one piece a line, the line's number is its id. */
  constructor(vocabulary: string) {
    this.#ids = new Map(vocabulary.split('\n').map((piece, id) => [piece, id]))
    this.#unknown = this.#ids.get(UNKNOWN) ?? 100
  }

  /** Ids of a word's pieces, at least one, at most twelve. */
  of(form: string): readonly number[] {
    const known = this.#remembered.get(form)
    if (known !== undefined) return known
    if (this.#remembered.size >= REMEMBERED) this.#remembered.clear()
    const pieces = this.#split(form)
    this.#remembered.set(form, pieces)
    return pieces
  }

  #split(form: string): readonly number[] {
    const plain = form
      .slice(0, LONGEST_WORD)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}+/gu, '')
    const runs = plain.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu) ?? [plain]
    const out: number[] = []
    for (const run of runs) {
      this.#greedy(run, out)
      if (out.length >= MOST) return out.slice(0, MOST)
    }
    return out.length === 0 ? [this.#unknown] : out
  }

  /** Longest match first; a run with a part that is no piece is unknown as a whole. */
  #greedy(run: string, out: number[]): void {
    const begun = out.length
    if (run.length > LONGEST_RUN) {
      out.push(this.#unknown)
      return
    }
    for (let at = 0; at < run.length; ) {
      let end = run.length
      let id: number | undefined
      for (; end > at; end--) {
        id = this.#ids.get(at === 0 ? run.slice(0, end) : `##${run.slice(at, end)}`)
        if (id !== undefined) break
      }
      if (id === undefined) {
        out.length = begun
        out.push(this.#unknown)
        return
      }
      out.push(id)
      at = end
    }
  }
}
