import { describe, expect, it } from 'vitest'
import type { WordRange } from '../../model/doc.ts'
import type { DecoderWeights, ReaderLabels, WindowScores } from '../../model/encoding.ts'
import { AttributionStore } from './attribution-store.ts'

const ROLES = ['O', 'cue', 'B-source', 'I-source', 'B-content', 'I-content']
const WIDTH = ROLES.length
const LABELS: ReaderLabels = { upos: [], xpos: [], feats: [], script: [], deprel: [], name: [], role: ROLES, part: [] }
const NONE = new Float32Array(0)

/** Weights under which a word's vector says its role outright; nothing comes from the cue but what `place` adds. */
function weights(place: (bucket: number) => number = () => 0): DecoderWeights {
  const role = new Float32Array(WIDTH * WIDTH)
  for (let r = 0; r < WIDTH; r++) role[r * WIDTH + r] = 1
  return {
    ...{ relation: NONE, relationBias: NONE, pairWidth: 0, pairs: NONE, same: NONE },
    place: Float32Array.from({ length: 20 * WIDTH }, (_, i) => (i % WIDTH === 0 ? place(Math.floor(i / WIDTH)) : 0)),
    role,
    roleBias: new Float32Array(WIDTH),
  }
}

/** A window of words given by their roles' initials: `o`, `c`(ue), `S`/`s`(ource), `T`/`t` (content); `!` marks an anchor. */
function window(first: number, words: string): WindowScores {
  const marks = words.split(' ')
  const size = marks.length
  const roleWord = new Float32Array(size * WIDTH)
  marks.forEach((mark, w) => {
    roleWord[w * WIDTH + 'ocSsTt'.indexOf(mark.charAt(0))] = 5
  })
  return {
    ...{ first, size, upos: new Int32Array(size), xpos: new Int32Array(size), feats: new Int32Array(size) },
    ...{ script: new Int32Array(size), begins: new Float32Array(size), name: NONE, arcs: NONE, relDep: NONE },
    ...{ relHead: NONE, mention: new Float32Array(size), late: NONE, early: NONE, linkWidth: 0, part: NONE },
    anchor: Float32Array.from(marks, mark => (mark.endsWith('!') ? 2 : -2)),
    roleWord,
    roleAnchor: new Float32Array(size * WIDTH),
  }
}

/** Cues weaken with distance: each is surest of what is next to it. */
const near = (bucket: number): number => Math.abs(bucket - 10)

const pieces = (of: readonly WordRange[]): string => of.map(([first, end]) => `${first}-${end}`).join(' ')

describe('AttributionStore', () => {
  it('finds source, cue and content of a cue, in pieces', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, 'T t o S s c! c o T t o'), 11)
    expect(store.found).toHaveLength(1)
    const [found] = store.found
    expect(pieces(found!.source)).toBe('3-5')
    expect(pieces(found!.cue)).toBe('5-7')
    expect(pieces(found!.content)).toBe('0-2 8-10')
    expect(found!.score).toBe(2)
  })

  it('parts two pieces that touch where the second begins', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, 'S c! T t T t'), 6)
    expect(pieces(store.found[0]!.content)).toBe('2-4 4-6')
  })

  it('lets no piece go on that has not begun', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, 'S c! o t t'), 5)
    // The best sequence: O before the inside of a content cannot be; the content begins one word earlier or with B.
    expect(store.found[0]!.content.length).toBeLessThanOrEqual(1)
    for (const [first] of store.found[0]!.content) expect(first).toBeGreaterThanOrEqual(2)
  })

  it('takes cues among the words taken only, and each once', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, 'S c! T t o S c! T'), 5)
    expect(store.found).toHaveLength(1)
    store.take(window(5, 'S c! T t'), 4)
    expect(store.found).toHaveLength(2)
  })

  it('reaches back into the words before its window', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, 'o T t t'), 4)
    store.take(window(4, 't t S c!'), 4)
    expect(pieces(store.found[0]!.content)).toBe('1-6')
  })

  it('gives a word to one relation alone', () => {
    const store = new AttributionStore(LABELS, weights(near))
    store.take(window(0, 'T t t S c! T t t S c! T t t'), 13)
    expect(store.found).toHaveLength(2)
    const words = store.found.flatMap(({ content }) =>
      content.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i)),
    )
    expect(new Set(words).size).toBe(words.length)
    expect(words.length).toBeGreaterThan(3)
  })

  it('gives no word to a later window that an earlier one has taken', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, 'T t t S c!'), 5)
    store.take(window(5, 'S c! T t'), 4)
    expect(pieces(store.found[1]!.content)).toBe('7-9')
  })

  it('hears no cue inside what a surer one brings', () => {
    const scores = window(0, 'S c! T t t! t')
    scores.anchor[4] = 1
    const store = new AttributionStore(LABELS, weights())
    store.take(scores, 6)
    expect(store.found.map(({ cue }) => pieces(cue))).toEqual(['1-2'])
  })

  it('matches words with their cue by what lies beyond the small network', () => {
    const scores = window(0, 'o o t o c! o')
    // Two numbers more a word: a source's and a content's.
    const wide = (of: (w: number) => readonly [number, number]): Float32Array =>
      Float32Array.from({ length: 6 * 8 }, (_, i) =>
        i % 8 < 6 ? scores.roleWord[Math.floor(i / 8) * 6 + (i % 8)]! : of(Math.floor(i / 8))[(i % 8) - 6]!,
      )
    const store = new AttributionStore(LABELS, weights())
    store.take(
      {
        ...scores,
        roleWord: wide(w => (w === 1 || w === 2 ? [0, 4] : w === 5 ? [4, 0] : [0, 0])),
        roleAnchor: Float32Array.from({ length: 48 }, (_, i) => (Math.floor(i / 8) === 4 && i % 8 >= 6 ? 3 : 0)),
      },
      6,
    )
    const [found] = store.found
    expect(pieces(found!.content)).toBe('1-3')
    expect(pieces(found!.source)).toBe('5-6')
  })

  it('does not see further back than it should, however long the text', () => {
    const store = new AttributionStore(LABELS, weights())
    store.take(window(0, `T${' t'.repeat(499)}`), 500)
    store.take(window(500, 't S c!'), 3)
    const [first, end] = store.found[0]!.content[0]!
    expect(end).toBe(501)
    expect(end - first).toBeLessThan(200)
  })

  it('adds what the distance from the cue says', () => {
    // Far words are nothing to a cue: 5–8 words on each side and beyond are pushed to O.
    const far = weights(bucket => (Math.abs(bucket - 10) >= 4 ? 50 : 0))
    const store = new AttributionStore(LABELS, far)
    store.take(window(0, 'c! T t t t t t t t'), 9)
    expect(pieces(store.found[0]!.content)).toBe('1-5')
  })
})
