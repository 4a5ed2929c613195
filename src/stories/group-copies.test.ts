import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import type { Fingerprints } from '../model/story.ts'
import { groupCopies } from './group-copies.ts'

const text = (
  articleId: string,
  ...runs: readonly (readonly [number, number])[]
): { articleId: string; prints: Fingerprints } => {
  const hashes = runs.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))
  return {
    articleId,
    prints: { winnow: hashes.map((hash, i) => ({ hash, span: [i * 20, i * 20 + 20] })), minhash: [] },
  }
}

describe('groupCopies', () => {
  it('puts copies in one group, the longest text first, with what each shares', () => {
    const groups = groupCopies([text('cut', [0, 40]), text('whole', [0, 60]), text('housed', [0, 50], [900, 910])])
    expect(groups).toHaveLength(1)
    expect(groups[0]).toMatchObject({ articles: ['whole', 'housed', 'cut'], kind: 'copy' })
    expect(groups[0]?.share).toBeGreaterThan(0.8)
    expect(groups[0]?.passages.map(spans => spans.length)).toEqual([1, 1, 1])
  })

  it('does not call two different cuts of one text copies of each other', () => {
    const groups = groupCopies([text('head', [0, 50]), text('tail', [50, 100]), text('whole', [0, 100])])
    expect(groups.map(group => group.articles)).toEqual([
      ['whole', 'head'],
      ['whole', 'tail'],
    ])
  })

  it('calls a tenth in common a rewrite and one run nothing', () => {
    expect(groupCopies([text('a', [0, 60]), text('b', [54, 120])])[0]?.kind).toBe('rewrite')
    expect(groupCopies([text('a', [0, 60]), text('b', [59, 120])])).toEqual([])
  })

  it('bears no articles and empty ones', () => {
    expect(groupCopies([])).toEqual([])
    expect(groupCopies([text('a'), text('b')])).toEqual([])
  })

  it('takes a thousand strangers with one line of standing matter in linear time', async () => {
    const make = (size: number) =>
      Array.from({ length: size }, (_, i) => text(`a${i}`, [i * 100, i * 100 + 80], [900_000, 900_005]))
    expect(groupCopies(make(300))).toEqual([])
    await expectLinear({ size: 1000, make, run: groupCopies })
  })
})
