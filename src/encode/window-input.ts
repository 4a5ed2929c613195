import type { WordSpans } from '../model/encoding.ts'
import { GAZETTEER_FEATURES, type Gazetteer } from './gazetteer.ts'
import { LONGEST_WORD, type WordPieces } from './word-pieces.ts'
import { CHARS, SHAPES, shapeOf, spellingOf } from './word-shape.ts'

const CLS = 101
const SEP = 102
/** Numbers beside a word's pieces. */
export const FEATURES: number = SHAPES + GAZETTEER_FEATURES

/** The network's inputs for one window of `size` words. */
export interface WindowInput {
  readonly size: number
  /** Pieces between [CLS] and [SEP]. */
  readonly ids: Int32Array
  /** The word that each piece belongs to; the two marks belong to the first and the last word. */
  readonly owner: Int32Array
  /** The first piece of each word. */
  readonly firsts: Int32Array
  /** size × FEATURES. */
  readonly shapes: Float32Array
  /** size × CHARS. */
  readonly chars: Int32Array
}

/** The form of word `i`, cut where no word of English is longer. */
export function formOf(text: string, words: WordSpans, i: number): string {
  const start = words.start[i]!
  return text.slice(start, Math.min(words.end[i]!, start + LONGEST_WORD))
}

/** The words [first, end) of a text as numbers. Looks one word back, for the gap and the mark before the first word. */
export function windowInput(
  text: string,
  words: WordSpans,
  first: number,
  end: number,
  pieces: WordPieces,
  gazetteer: Gazetteer,
): WindowInput {
  const size = end - first
  const ids: number[] = [CLS]
  const owner: number[] = [0]
  const firsts = new Int32Array(size)
  const shapes = new Float32Array(size * FEATURES)
  const chars = new Int32Array(size * CHARS)
  const forms: string[] = []
  let before = first === 0 ? null : formOf(text, words, first - 1)
  for (let k = 0; k < size; k++) {
    const form = formOf(text, words, first + k)
    const gap = first + k === 0 ? null : text.slice(words.end[first + k - 1], words.start[first + k])
    forms.push(form)
    firsts[k] = ids.length
    for (const id of pieces.of(form)) {
      ids.push(id)
      owner.push(k)
    }
    shapeOf(form, gap, before, shapes, k * FEATURES)
    spellingOf(form, chars, k * CHARS)
    before = form
  }
  ids.push(SEP)
  owner.push(size - 1)
  gazetteer.write(forms, shapes, FEATURES, SHAPES)
  return { size, ids: Int32Array.from(ids), owner: Int32Array.from(owner), firsts, shapes, chars }
}
