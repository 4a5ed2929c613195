import { describe, expect, it } from 'vitest'
import { nameDecoder } from './name-spans.ts'

const TAGS = ['O', ...['PER', 'ORG', 'LOC'].flatMap(type => ['B', 'I', 'E', 'S'].map(place => `${place}-${type}`))]
const decode = nameDecoder(TAGS)

/** Scores of words, each a table of tags; what a table leaves out scores 0. */
function scores(rows: readonly Readonly<Record<string, number>>[]): Float32Array {
  return Float32Array.from(rows.flatMap(row => TAGS.map(tag => row[tag] ?? 0)))
}

describe('nameDecoder', () => {
  it('finds whole names with their margins', () => {
    const found = decode(scores([{ O: 5 }, { 'B-PER': 9 }, { 'E-PER': 8, O: 1 }, { O: 5 }, { 'S-LOC': 4, O: 3 }]), 0, 5)
    expect(found).toEqual([
      { first: 1, end: 3, type: 'PER', score: 16 },
      { first: 4, end: 5, type: 'LOC', score: 1 },
    ])
  })

  it('never takes half a name, though its tag scores best', () => {
    expect(decode(scores([{ 'E-PER': 9, O: 1 }, { O: 2 }]), 0, 2)).toEqual([])
    expect(decode(scores([{ O: 2 }, { 'B-PER': 9, O: 1 }]), 0, 2)).toEqual([])
    expect(
      decode(
        scores([
          { 'B-PER': 3, O: 1 },
          { 'E-ORG': 3, 'E-PER': 2 },
        ]),
        0,
        2,
      ),
    ).toEqual([{ first: 0, end: 2, type: 'PER', score: 4 }])
  })

  it('keeps to the words of its sentence', () => {
    const all = scores([{ 'B-PER': 9 }, { 'E-PER': 9, O: 1 }, { 'S-ORG': 2 }, { 'S-LOC': 9 }])
    expect(decode(all, 2, 3)).toEqual([{ first: 2, end: 3, type: 'ORG', score: 2 }])
    expect(decode(all, 1, 2)).toEqual([])
    expect(decode(all, 2, 2)).toEqual([])
  })

  it('measures a margin against another name that takes part of the words', () => {
    // Without the long name its last word is no name either, but its neighbour may still be one.
    const [name] = decode(scores([{ 'S-LOC': 3, 'B-ORG': 4 }, { 'E-ORG': 4 }]), 0, 2)
    expect(name).toEqual({ first: 0, end: 2, type: 'ORG', score: 8 })
    expect(decode(scores([{ 'S-LOC': 3, O: 0 }, { 'S-ORG': 1 }]), 0, 2).map(each => each.score)).toEqual([3, 1])
  })

  it('agrees with the best of all paths', () => {
    const rules = (a: string, b: string): boolean =>
      /^[IE]/.test(b) ? /^[BI]/.test(a) && a.slice(2) === b.slice(2) : !/^[BI]/.test(a)
    let state = 1
    const next = (): number => {
      state = (state * 48271) % 2147483647
      return (state % 100) / 10
    }
    for (let round = 0; round < 30; round++) {
      const emitted = Float32Array.from({ length: 3 * TAGS.length }, next)
      let best = Number.NEGATIVE_INFINITY
      let tags: string[] = []
      for (let code = 0; code < 13 ** 3; code++) {
        const path = [code % 13, Math.floor(code / 13) % 13, Math.floor(code / 169)]
        const names = path.map(t => TAGS[t]!)
        const whole = ['O', ...names, 'O'].every((tag, i, all) => i === 0 || rules(all[i - 1]!, tag))
        const total = path.reduce((sum, t, i) => sum + emitted[i * 13 + t]!, 0)
        if (whole && total > best) {
          best = total
          tags = names
        }
      }
      const found = decode(emitted, 0, 3)
      const covered = tags.map((_, i) => found.find(({ first, end }) => i >= first && i < end)?.type ?? 'O')
      expect(covered).toEqual(tags.map(tag => (tag === 'O' ? 'O' : tag.slice(2))))
      expect(found.every(({ score }) => score >= 0)).toBe(true)
    }
  })

  it('finds nothing, or something whole, where scores are no numbers', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const found = decode(new Float32Array(5 * TAGS.length).fill(value), 0, 5)
      expect(found.every(({ first, end, score }) => first < end && Number.isFinite(score))).toBe(true)
    }
  })
})
