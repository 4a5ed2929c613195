import { describe, expect, it } from 'vitest'
import { orderOfGrowth } from '../../test/growth.ts'
import type { Fingerprints, Story, StoryInput, TermVector } from '../model/story.ts'
import { hash32 } from '../text/hash.ts'
import { hashOfTerm } from '../text/term.ts'
import { addArticle, allStories, createStories, type StoryState } from './cluster-stories.ts'

/** Terms of an article by hand: `stories` may not import the stage that makes them. */
function termsOf(words: readonly string[]): TermVector {
  const counts = new Map<number, number>()
  const add = (term: string): void => void counts.set(hashOfTerm(term), (counts.get(hashOfTerm(term)) ?? 0) + 1)
  words.forEach((word, i) => {
    add(word)
    if (i > 0) add(`${words[i - 1]} ${word}`)
  })
  const hash = [...counts.keys()].sort((a, b) => a - b)
  return { hash, count: hash.map(term => counts.get(term)!) }
}

/** A fingerprint for every run of five words, so that shares are easy to say. */
function printsOf(words: readonly string[]): Fingerprints {
  const winnow = words
    .slice(4)
    .map((_, i) => ({ hash: hash32(words.slice(i, i + 5).join(' ')), span: [i * 10, i * 10 + 50] as const }))
  return { winnow, minhash: [] }
}

function input(id: string, words: readonly string[], more: Partial<StoryInput> = {}): StoryInput {
  return {
    ...{ articleId: id, outletId: `${id}.example`, title: null, published: null, relays: [] },
    ...{ terms: termsOf(words), prints: printsOf(words) },
    ...more,
  }
}

/** A random number source with a seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** An article of a story: half its words are the story's own. */
function wordsOf(story: string, next: () => number, length = 60): string[] {
  return Array.from({ length }, () =>
    next() < 0.5 ? `${story}${Math.floor(next() * 12)}` : `w${Math.floor(next() * 4000)}`,
  )
}

function membersOf(state: StoryState): string[][] {
  return allStories(state)
    .map(story => [...story.articles].sort())
    .sort()
}

describe('addArticle', () => {
  it('puts articles about one thing together and others apart', () => {
    const next = random(1)
    const state = createStories()
    for (let i = 0; i < 40; i++) addArticle(state, input(`a${i}`, wordsOf(`story${i % 4}x`, next)))
    const stories = allStories(state)
    expect(stories).toHaveLength(4)
    for (const { articles } of stories) expect(new Set(articles.map(id => Number(id.slice(1)) % 4)).size).toBe(1)
  })

  it('tells of changes so that whoever applies them holds the same stories', () => {
    const next = random(2)
    const state = createStories()
    const held = new Map<string, Story>()
    for (let i = 0; i < 60; i++) {
      const { changes } = addArticle(state, input(`a${i}`, wordsOf(`s${Math.floor(next() * 6)}x`, next, 30)))
      for (const id of changes.removed) expect(held.delete(id)).toBe(true)
      for (const story of changes.changed) held.set(story.id, story)
    }
    const sorted = (stories: Iterable<Story>): Story[] => [...stories].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(held.values())).toEqual(sorted(allStories(state)))
  })

  it('comes to the same stories in any order of arrival', () => {
    const next = random(3)
    const inputs = Array.from({ length: 50 }, (_, i) => input(`a${i}`, wordsOf(`s${i % 7}x`, next)))
    const clusters = [inputs, [...inputs].reverse(), [...inputs].sort(() => next() - 0.5)].map(order => {
      const state = createStories()
      for (const one of order) addArticle(state, one)
      return membersOf(state)
    })
    expect(clusters[1]).toEqual(clusters[0])
    expect(clusters[2]).toEqual(clusters[0])
  })

  it('gives a story the same id whatever joins it later, and changes nothing for an article it has', () => {
    const next = random(4)
    const state = createStories()
    const first = addArticle(state, input('first', wordsOf('harbour', next))).changes.changed[0]!
    const second = addArticle(state, input('second', wordsOf('harbour', next))).changes
    expect(second.changed.map(story => story.id)).toEqual([first.id])
    expect(second.changed[0]?.articles).toEqual(['first', 'second'])
    expect(addArticle(state, input('second', wordsOf('harbour', next))).changes).toEqual({ changed: [], removed: [] })
  })

  it('keeps look-alike happenings of different months apart when dates are known', () => {
    const next = random(5)
    const dated = createStories()
    const undated = createStories()
    for (let i = 0; i < 8; i++) {
      const words = wordsOf('summit', next)
      addArticle(dated, input(`a${i}`, words, { published: i < 4 ? '2024-07-10' : '2025-06-25T10:00:00Z' }))
      addArticle(undated, input(`a${i}`, words))
    }
    expect(allStories(dated)).toHaveLength(2)
    expect(allStories(undated)).toHaveLength(1)
  })

  it('counts a copy with the text it came from, and an unreadable date as unknown', () => {
    const next = random(6)
    const words = wordsOf('harbour', next, 80)
    const state = createStories()
    addArticle(state, input('copy', words.slice(0, 70), { published: '2025-04-09' }))
    addArticle(state, input('wire', words, { published: '2025-04-08', outletName: 'Sample Wire' }))
    addArticle(state, input('other', wordsOf('harbour', next, 80), { published: 'someday' }))
    const [story] = allStories(state)
    expect(story?.reuse).toMatchObject([{ article: 'copy', of: 'wire', kind: 'copy', share: 1 }])
    expect(story?.origins.map(origin => [origin.name, origin.articles])).toEqual([
      ['Sample Wire', ['wire', 'copy']],
      ['other.example', ['other']],
    ])
  })

  it('bears empty articles, each a story of its own', () => {
    const state = createStories()
    for (let i = 0; i < 3; i++) addArticle(state, input(`a${i}`, []))
    expect(allStories(state)).toHaveLength(3)
  })

  it('takes the next articles into a large collection about as fast as into a small one', async () => {
    const next = random(7)
    let count = 0
    const add = (state: StoryState, articles: number): void => {
      for (let i = 0; i < articles; i++, count++)
        addArticle(state, input(`a${count}`, wordsOf(`s${Math.floor(count / 6)}x`, next, 40)))
    }
    const make = (size: number): StoryState => {
      const state = createStories()
      add(state, size)
      return state
    }
    // Were each new article compared with all that are held, the order of growth would be 1.
    expect(await orderOfGrowth({ size: 1600, times: 4, make, run: state => add(state, 60) }, 0.4)).toBeLessThan(0.4)
  })
})
