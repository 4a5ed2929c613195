import { describe, expect, it } from 'vitest'
import type { Fingerprints } from '../model/story.ts'
import { findReuse, type ReuseInput } from './find-reuse.ts'
import { originsOf } from './origins-of.ts'

/** Fingerprints [from, to), the ones in `quoted` marked as standing inside quotation marks. */
function prints(from: number, to: number, quoted: readonly [number, number] = [0, 0]): Fingerprints['winnow'] {
  return Array.from({ length: to - from }, (_, i) => {
    const hash = from + i
    const span = [i * 20, i * 20 + 30] as const
    return hash >= quoted[0] && hash < quoted[1] ? { hash, span, quoted: true as const } : { hash, span }
  })
}

const article = (id: string, winnow: Fingerprints['winnow'], more: Partial<ReuseInput> = {}): ReuseInput => ({
  ...{ articleId: id, outletId: `${id}.example`, published: null, relays: [], prints: { winnow, minhash: [] } },
  ...more,
})

const originIds = (articles: readonly ReuseInput[]): (readonly string[])[] =>
  originsOf(articles, findReuse(articles)).map(origin => origin.articles)

describe('findReuse', () => {
  it('calls a cut text a copy of the longer one, with its passages', () => {
    const reuse = findReuse([article('short', prints(0, 30)), article('long', prints(0, 100))])
    expect(reuse).toEqual([{ article: 'short', of: 'long', kind: 'copy', share: 1, passages: [[0, 610]] }])
  })

  it('lets time decide the direction before length, and a named source before both', () => {
    const early = article('short', prints(0, 30), { published: '2025-04-08' })
    const late = article('long', prints(0, 100), { published: '2025-04-09' })
    expect(findReuse([late, early])[0]).toMatchObject({ article: 'long', of: 'short' })
    expect(findReuse([late, { ...early, relays: ['Long'] }])[0]).toMatchObject({ article: 'short', of: 'long' })
  })

  it('calls a text with a third of another a rewrite, and one with a tenth nothing', () => {
    expect(findReuse([article('a', prints(0, 60)), article('b', prints(40, 100))])[0]?.kind).toBe('rewrite')
    expect(findReuse([article('a', prints(0, 60)), article('b', prints(54, 114))])).toEqual([])
  })

  it('sees no reuse in common quotations, however long', () => {
    const speech = [0, 40] as const
    const articles = [
      article('a', [...prints(0, 40, speech), ...prints(100, 140)]),
      article('b', [...prints(0, 40, speech), ...prints(200, 240)]),
    ]
    expect(findReuse(articles)).toEqual([])
    expect(originIds(articles)).toHaveLength(2)
  })

  it('finds a text that was re-worded throughout by its signature', () => {
    const minhash = Array.from({ length: 128 }, (_, i) => i)
    const other = minhash.map(value => (value % 3 === 0 ? value : value + 1000))
    const a = article('a', [], { prints: { winnow: prints(0, 40), minhash } })
    const b = article('b', [], { prints: { winnow: prints(38, 80), minhash: other } })
    expect(findReuse([a, b])[0]).toMatchObject({ kind: 'rewrite' })
  })

  it('takes an article that names another outlet of the story for a relay of its latest earlier article', () => {
    const articles = [
      article('wire1', prints(0, 30), { outletId: 'sample-wire.example', published: '2025-04-06' }),
      article('wire2', prints(30, 60), { outletId: 'sample-wire.example', published: '2025-04-07' }),
      article('wire3', prints(60, 90), { outletId: 'sample-wire.example', published: '2025-04-09' }),
      article('post', prints(90, 120), { published: '2025-04-08', relays: ['The Sample Wire'] }),
    ]
    expect(findReuse(articles)).toEqual([{ article: 'post', of: 'wire2', kind: 'relay', share: null, passages: [] }])
  })

  it('does not depend on the order of the articles and keeps at most three parents', () => {
    const articles = Array.from({ length: 6 }, (_, i) => article(`a${i}`, prints(i, 40 + i)))
    const reuse = findReuse(articles)
    expect(findReuse([...articles].reverse())).toEqual(reuse)
    for (const { articleId } of articles)
      expect(reuse.filter(one => one.article === articleId).length).toBeLessThanOrEqual(3)
  })
})

describe('originsOf', () => {
  it('leaves two independent reports independent when a third uses both', () => {
    const articles = [
      article('a', prints(0, 60), { published: '2025-04-08' }),
      article('b', prints(100, 160), { published: '2025-04-08' }),
      article('both', [...prints(0, 40), ...prints(100, 130)], { published: '2025-04-09' }),
    ]
    expect(originIds(articles)).toEqual([['a', 'both'], ['b']])
  })

  it('counts an outlet once, however often it reports', () => {
    const articles = [
      article('a', prints(0, 30), { outletId: 'sample-wire', published: '2025-04-08' }),
      article('b', prints(30, 60), { outletId: 'sample-wire.example', published: '2025-04-07' }),
    ]
    expect(originIds(articles)).toEqual([['b', 'a']])
  })

  it('names an outside outlet that two articles relay as their one origin', () => {
    const articles = ['a', 'b'].map((id, i) =>
      article(id, prints(i * 50, i * 50 + 30), { relays: ['The Outside Herald'] }),
    )
    const origins = originsOf(articles, findReuse(articles))
    expect(origins.map(origin => [origin.name, origin.articles.length])).toEqual([['The Outside Herald', 2]])
  })

  it('lets articles of unknown outlet stand for themselves', () => {
    const articles = ['a', 'b'].map((id, i) => article(id, prints(i * 50, i * 50 + 30), { outletId: null }))
    expect(originsOf(articles, []).map(origin => origin.name)).toEqual(['outlet unknown', 'outlet unknown'])
  })

  it('bears circles and strangers in the reuse it is given', () => {
    const articles = ['a', 'b'].map(id => article(id, []))
    const reuse = [
      { article: 'a', of: 'b', kind: 'copy' as const, share: 1, passages: [] },
      { article: 'b', of: 'a', kind: 'copy' as const, share: 1, passages: [] },
      { article: 'b', of: 'nobody', kind: 'copy' as const, share: 1, passages: [] },
    ]
    expect(originsOf(articles, reuse)).toHaveLength(1)
    expect(originsOf([], [])).toEqual([])
  })
})
