import { type Doc, UPOS } from '../../model/doc.ts'
import type { DecoderWeights, ReaderLabels, WindowScores } from '../../model/encoding.ts'
import type { Span } from '../../model/span.ts'
import type { Words } from '../tokenise.ts'
import { AttributionStore } from './attribution-store.ts'
import { lemmaOf } from './lemma-of.ts'
import { LinkStore } from './link-store.ts'
import type { LinkVectors } from './link-vectors.ts'
import type { NameSpan } from './name-spans.ts'
import { NameStore } from './name-store.ts'
import { type RelationOf, relationDecoder } from './relations.ts'
import { type SentenceStarts, sentenceStarts } from './sentence-starts.ts'
import { SideStore } from './side-store.ts'
import { bestTree } from './spanning-tree.ts'

/** What decoding needs of an encoder. */
export interface Decoder {
  readonly made: string
  readonly labels: ReaderLabels
  readonly weights: DecoderWeights
}

/** A Doc without entities and chains, and what these are made from. */
export interface Decoded {
  readonly doc: Doc
  readonly names: readonly NameSpan[]
  readonly links: LinkVectors
}

const X = UPOS.indexOf('X')
// The relation of the later parts of a given sentence that is longer than a window: UD's for things said side by side.
const NEXT_PART = 'parataxis'

/**
 * Makes a Doc out of windows read in order, each from the word that the last `take` returned to `windowEnd`. A sentence
 * that a window's end may have cut is left for the next window, which is a wide one if the sentence filled this. Every window advances by a sentence, and of two in a row
 * one by at least half of itself, so that the words read are linear in those of the text.
 */
export class DocumentBuilder {
  readonly #text: string
  readonly #words: Words
  readonly #decoder: Decoder
  readonly #starts: SentenceStarts
  readonly #uposCodes: Uint8Array
  readonly #relationOf: RelationOf

  readonly #upos: Uint8Array
  readonly #head: Int32Array
  readonly #xpos: string[]
  readonly #feats: string[]
  readonly #lemma: string[]
  readonly #deprel: string[]
  readonly #firstToken: number[] = []
  readonly #names: NameStore
  /** First words of the sentences taken, and of the parts of given ones: what names lie within. */
  readonly #parts: number[] = []
  readonly #links = new LinkStore()
  readonly #attributions: AttributionStore
  readonly #sides: SideStore
  readonly #lemmas = new Map<string, string>()
  /** Root of the sentence taken last. */
  #root = -1
  #hurried = false
  #widened = false

  /** Whether the next window should be as wide as can be: it begins with a sentence that the usual one did not hold. */
  get wide(): boolean {
    return this.#widened
  }

  constructor(text: string, words: Words, given: readonly number[] | null, decoder: Decoder) {
    const count = words.start.length
    this.#text = text
    this.#words = words
    this.#decoder = decoder
    this.#starts = sentenceStarts(text, words, given)
    this.#uposCodes = Uint8Array.from(decoder.labels.upos, tag => (UPOS.includes(tag) ? UPOS.indexOf(tag) : X))
    this.#names = new NameStore(decoder.labels.name, count)
    this.#attributions = new AttributionStore(decoder.labels, decoder.weights)
    this.#sides = new SideStore(decoder.labels.part, count)
    this.#relationOf = relationDecoder(decoder.labels, decoder.weights)
    this.#upos = new Uint8Array(count)
    this.#head = new Int32Array(count)
    this.#xpos = new Array<string>(count)
    this.#feats = new Array<string>(count)
    this.#lemma = new Array<string>(count)
    this.#deprel = new Array<string>(count)
  }

  /** Where the window from word `at` should end that the encoder could read to `reach`. */
  windowEnd(at: number, reach: number): number {
    return this.#starts.windowEnd(at, reach)
  }

  /** Takes the window that begins where the last call said; returns the first word of the next. */
  take(scores: WindowScores): number {
    const { first, size } = scores
    const bounds = this.#starts.within(first, scores.begins)
    // The window's end is no sentence's unless something says so. One sentence alone is read again in a wide window, and
    // then taken as far as that goes.
    const certain = this.#starts.certain(first + size)
    const alone = bounds.length === 2
    this.#widened = alone && !certain && !this.#widened
    if (this.#widened) return first
    let sentences = bounds.length - (certain || alone ? 1 : 2)
    const slow = bounds[sentences]! - first < size / 2
    if (slow && this.#hurried) sentences = bounds.length - 1
    this.#hurried = slow && !this.#hurried
    for (let s = 0; s < sentences; s++) this.#takeSentence(scores, bounds[s]! - first, bounds[s + 1]! - first)
    const next = bounds[sentences]!
    this.#links.take(scores, next - first)
    this.#attributions.take(scores, next - first)
    return next
  }

  /** The Doc of all words, when all windows are taken. */
  finish(readTo: number | null): Decoded {
    const text = this.#text
    const words = this.#words
    const length = words.start.length
    const firstToken = Int32Array.from([...this.#firstToken, length])
    const doc: Doc = {
      text,
      made: this.#decoder.made,
      sentences: this.#firstToken.map((first, s): Span => [words.start[first]!, words.end[firstToken[s + 1]! - 1]!]),
      firstToken,
      tokens: {
        length,
        start: Int32Array.from(words.start),
        end: Int32Array.from(words.end),
        upos: this.#upos,
        lemma: this.#lemma,
        xpos: this.#xpos,
        feats: this.#feats,
        head: this.#head,
        deprel: this.#deprel,
      },
      multiword: words.multiword,
      ents: [],
      chains: [],
      attributions: this.#attributions.found,
      sides: this.#sides.sides(),
      readTo,
    }
    const form = (word: number): string => text.slice(words.start[word], words.end[word])
    return { doc, names: this.#names.names(form, [...this.#parts, length]), links: this.#links.vectors() }
  }

  /** Decodes the words [first, end) of a window as a sentence, or as one more part of the sentence before. */
  #takeSentence(scores: WindowScores, first: number, end: number): void {
    const goesOn = this.#firstToken.length > 0 && this.#starts.goesOn(scores.first + first)
    if (!goesOn) this.#firstToken.push(scores.first + first)
    const heads = bestTree(scores.arcs, scores.size, first, end)
    for (let w = first; w < end; w++) this.#takeWord(scores, w, heads[w - first]!)
    const root = scores.first + first + heads.indexOf(-1)
    if (goesOn) {
      this.#head[root] = this.#root
      this.#deprel[root] = NEXT_PART
    } else this.#root = root
    this.#parts.push(scores.first + first)
    this.#names.take(scores, first, end)
    this.#sides.take(scores, first, end)
  }

  #takeWord(scores: WindowScores, w: number, head: number): void {
    const { labels } = this.#decoder
    const word = scores.first + w
    const upos = this.#uposCodes[scores.upos[w]!] ?? X
    this.#upos[word] = upos
    this.#xpos[word] = labels.xpos[scores.xpos[w]!] ?? '_'
    this.#feats[word] = labels.feats[scores.feats[w]!] ?? '_'
    this.#lemma[word] = this.#lemmaOf(word, labels.script[scores.script[w]!] ?? '', UPOS[upos]!)
    this.#head[word] = head < 0 ? -1 : scores.first + head
    this.#deprel[word] = this.#relationOf(scores, w, head, UPOS[upos]!)
  }

  /** Each lemma is one string however often it occurs. */
  #lemmaOf(word: number, script: string, upos: string): string {
    const form = this.#text.slice(this.#words.start[word], this.#words.end[word])
    const lemma = lemmaOf(form, upos, script)
    const known = this.#lemmas.get(lemma)
    if (known !== undefined) return known
    this.#lemmas.set(lemma, lemma)
    return lemma
  }
}
