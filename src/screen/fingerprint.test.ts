import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import { fingerprint } from './fingerprint.ts'

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `word${from + i}`).join(' ')

const sharedHashes = (a: string, b: string): number => {
  const there = new Set(fingerprint(b).winnow.map(print => print.hash))
  return fingerprint(a).winnow.filter(print => there.has(print.hash)).length
}

const agreement = (a: readonly number[], b: readonly number[]): number =>
  a.filter((value, i) => value === b[i]).length / a.length

describe('fingerprint', () => {
  it('finds every shared run of ten words, wherever it stands', () => {
    for (let offset = 0; offset < 30; offset++) {
      const run = words(1000, 10)
      expect(
        sharedHashes(`${words(0, offset)} ${run} ${words(100, 20)}`, `${words(200, 30 - offset)} ${run}`),
      ).toBeGreaterThan(0)
    }
  })

  it('finds nothing in common in texts that share only four words in a row', () => {
    expect(sharedHashes(`${words(0, 20)} ${words(500, 4)} ${words(30, 20)}`, `${words(60, 20)} ${words(500, 4)}`)).toBe(
      0,
    )
  })

  it('gives spans of five words that slice out of the text', () => {
    const text = `The “fictional” minister’s boat, it was said, left Port Sample at noon; nobody in Port Sample saw it.`
    const prints = fingerprint(text).winnow
    expect(prints.length).toBeGreaterThan(0)
    for (const { span } of prints) expect(text.slice(...span).match(/[\p{L}’]+/gu)).toHaveLength(5)
  })

  it('does not see capitals, kinds of apostrophe or punctuation', () => {
    const a = fingerprint("The minister's boat left Port Sample at noon on Friday with ten sailors")
    const b = fingerprint('THE MINISTER’S BOAT LEFT Port Sample, at noon on Friday — with ten sailors!')
    expect(b.winnow.map(print => print.hash)).toEqual(a.winnow.map(print => print.hash))
    expect(b.minhash).toEqual(a.minhash)
  })

  it('marks what stands inside quotation marks and leaves it out of the signature', () => {
    const speech = words(0, 40)
    const a = fingerprint(`${words(100, 60)} “${speech}” ${words(200, 60)}`)
    const b = fingerprint(`${words(300, 60)} "${speech}" ${words(400, 60)}`)
    expect(a.winnow.filter(print => print.quoted === true).length).toBeGreaterThan(5)
    expect(agreement(a.minhash, b.minhash)).toBeLessThan(0.05)
  })

  it('estimates how much of two texts is alike to a few points', () => {
    const a = fingerprint(words(0, 400)).minhash
    expect(agreement(a, fingerprint(words(0, 400)).minhash)).toBe(1)
    expect(agreement(a, fingerprint(words(200, 400)).minhash)).toBeCloseTo(1 / 3, 0)
    expect(agreement(a, fingerprint(words(1000, 400)).minhash)).toBeLessThan(0.05)
  })

  it('has nothing for texts too short to compare, and bears any text', () => {
    expect(fingerprint('')).toEqual({ winnow: [], minhash: [] })
    expect(fingerprint('two words')).toEqual({ winnow: [], minhash: [] })
    expect(fingerprint('"""""“““““ \ud800 \u0000').winnow).toEqual([])
    expect(fingerprint('five words are one run').winnow).toHaveLength(1)
  })

  it('reads half a million characters in linear time', async () => {
    await expectLinear({ size: 48_000, make: size => words(0, size), run: fingerprint })
    await expectLinear({ size: 400_000, make: size => '“'.repeat(size), run: fingerprint })
    expect(fingerprint('“'.repeat(1000)).winnow).toEqual([])
  })
})
