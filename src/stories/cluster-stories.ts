import type { Reuse, Story, StoryInput, TermVector } from '../model/story.ts'
import { contentId } from '../text/hash.ts'
import { addPair, completeReuse, type ReadyArticle, readyArticle } from './find-reuse.ts'
import { linkGroups, type Unit } from './link-groups.ts'
import { originsOf } from './origins-of.ts'
import { TermIndex } from './term-index.ts'
import { similarity, TermCounts, type WeightedTerms } from './term-weights.ts'

// One threshold for every collection: mean similarity over the pairs of two groups. Chosen on ecb-dev and basil-dev with
// `npm run eval -- stories`; .115 to .13 lie within two points of B-cubed of each other.
const THRESHOLD = 0.12
/** A story is looked at again when the new article is at least this part of the threshold near it. */
const NEAR = 0.5
const MOST_STORIES = 4
/** Stories up to this size are taken apart and put together again; larger ones stay whole. */
const OPEN_STORY = 24
const MOST_CANDIDATES = 40
/** Days apart that cost nothing, and the days after which similarity has fallen to 1/e. */
const FREE_DAYS = 2
const DECAY_DAYS = 14
/** Term weights are made anew when the collection has grown by this factor. */
const GROWTH = 1.2

interface Held {
  readonly input: Omit<StoryInput, 'terms' | 'prints'>
  readonly ready: ReadyArticle
  readonly terms: TermVector
  /** Days since 1970; null when the date is unknown. */
  readonly day: number | null
  weights: WeightedTerms
  weightsAt: number
}

interface HeldStory {
  readonly id: string
  /** Article numbers, ascending: order of arrival. */
  readonly members: readonly number[]
  readonly parents: Map<string, Reuse[]>
}

/** Everything `addArticle` remembers. Opaque: it is changed in place. */
export interface StoryState {
  readonly articles: Held[]
  readonly numbers: Map<string, number>
  readonly stories: Map<string, HeldStory>
  readonly storyOf: string[]
  readonly counts: TermCounts
  readonly index: TermIndex
}

/** What one article changed. `changed` is worked out when it is first read: read it before the next article is added. */
export interface StoryChanges {
  /** Stories that are new or hold other articles than before, whole. */
  readonly changed: readonly Story[]
  /** Ids of stories that are no more; their articles are in `changed`. */
  readonly removed: readonly string[]
}

/** The state before the first article. */
export function createStories(): StoryState {
  return {
    articles: [],
    numbers: new Map(),
    stories: new Map(),
    storyOf: [],
    counts: new TermCounts(),
    index: new TermIndex(),
  }
}

/**
 * Takes one more article into the stories: articles about one train of events, by what their bodies tell and, where dates
 * are known, by time. The stories near the article are taken apart and put together again (average linkage), so a late
 * article can join two stories or part one, and the order of arrival matters little: it decides the id of a story (the
 * hash of its first article's id), the word counts that were known when similar articles were looked for, and that a
 * story of more than 24 articles is never taken apart again. An article that is already there changes nothing. The work
 * depends on the article's surroundings, not on the number of articles held. `state` is changed in place and returned.
 */
export function addArticle(state: StoryState, input: StoryInput): { state: StoryState; changes: StoryChanges } {
  if (state.numbers.has(input.articleId)) return { state, changes: { changed: [], removed: [] } }
  const number = hold(state, input)
  const near = nearStories(state, number)
  const groups = regroup(state, number, near)
  state.index.add(number, weightsOf(state, number))
  const before = new Map(near.map(story => [story.id, story]))
  for (const story of near) state.stories.delete(story.id)
  const changed: HeldStory[] = []
  for (const members of groups) {
    const story = makeStory(state, members, before)
    state.stories.set(story.id, story)
    for (const member of members) state.storyOf[member] = story.id
    if (before.get(story.id) !== story) changed.push(story)
  }
  const removed = near.map(story => story.id).filter(id => !state.stories.has(id))
  return { state, changes: lazyChanges(state, changed, removed) }
}

function hold(state: StoryState, input: StoryInput): number {
  const number = state.articles.length
  state.counts.add(input.terms)
  const terms = state.counts.keep(input.terms)
  const day = input.published === null ? Number.NaN : Math.floor(Date.parse(input.published.slice(0, 10)) / 86_400_000)
  const { articleId, outletId, outletName, title, published, relays } = input
  state.articles.push({
    input: { articleId, outletId, title, published, relays, ...(outletName === undefined ? {} : { outletName }) },
    ready: readyArticle(input),
    terms,
    day: Number.isNaN(day) ? null : day,
    weights: state.counts.weigh(terms),
    weightsAt: state.counts.documents,
  })
  state.numbers.set(input.articleId, number)
  return number
}

/** Weights of an article as of now, or nearly so. */
function weightsOf(state: StoryState, number: number): WeightedTerms {
  const held = state.articles[number]!
  if (state.counts.documents > held.weightsAt * GROWTH) {
    held.weights = state.counts.weigh(held.terms)
    held.weightsAt = state.counts.documents
  }
  return held.weights
}

function alike(state: StoryState, a: number, b: number): number {
  const value = similarity(weightsOf(state, a), weightsOf(state, b))
  const [x, y] = [state.articles[a]!.day, state.articles[b]!.day]
  if (value === 0 || x === null || y === null) return value
  return value * Math.exp(-Math.max(0, Math.abs(x - y) - FREE_DAYS) / DECAY_DAYS)
}

/** The stories that the article could belong to, nearest first. */
function nearStories(state: StoryState, number: number): HeldStory[] {
  const ids = new Set(state.index.find(weightsOf(state, number), MOST_CANDIDATES).map(other => state.storyOf[other]!))
  return [...ids]
    .map(id => {
      const story = state.stories.get(id)!
      const sample = sampleOf(story.members)
      const mean = sample.reduce((sum, member) => sum + alike(state, number, member), 0) / sample.length
      return { story, mean }
    })
    .filter(({ mean }) => mean >= THRESHOLD * NEAR)
    .sort((a, b) => b.mean - a.mean || (a.story.id < b.story.id ? -1 : 1))
    .slice(0, MOST_STORIES)
    .map(({ story }) => story)
}

/** The newest members stand for a large story. */
function sampleOf(members: readonly number[]): readonly number[] {
  return members.length > OPEN_STORY ? members.slice(-OPEN_STORY) : members
}

function regroup(state: StoryState, number: number, near: readonly HeldStory[]): (readonly number[])[] {
  const units: Unit[] = near.flatMap(({ members }) =>
    members.length > OPEN_STORY
      ? [{ members, sample: sampleOf(members) }]
      : members.map(member => ({ members: [member], sample: [member] })),
  )
  units.push({ members: [number], sample: [number] })
  const groups = linkGroups(units, THRESHOLD, (a, b) => alike(state, a, b))
  return groups.map(members => [...members].sort((a, b) => a - b))
}

/** The story of these members; an old one itself when nothing changed, and what is known of reuse is kept. */
function makeStory(state: StoryState, members: readonly number[], before: ReadonlyMap<string, HeldStory>): HeldStory {
  const id = contentId('story', state.articles[members[0]!]!.input.articleId)
  const same = before.get(id)
  if (same !== undefined && same.members.length === members.length && same.members.every((m, i) => m === members[i])) {
    return same
  }
  const inside = new Set(members)
  const parents = new Map<string, Reuse[]>()
  const pieces = [...before.values()].filter(story => story.members.every(member => inside.has(member)))
  const pieceOf = new Map(pieces.flatMap(story => story.members.map(member => [member, story.id] as const)))
  for (const story of pieces) for (const [article, list] of story.parents) parents.set(article, [...list])
  for (let i = 1; i < members.length; i++) {
    const piece = pieceOf.get(members[i]!)
    for (let j = 0; j < i; j++) {
      if (piece !== undefined && piece === pieceOf.get(members[j]!)) continue
      addPair(parents, state.articles[members[i]!]!.ready, state.articles[members[j]!]!.ready)
    }
  }
  return { id, members, parents }
}

function lazyChanges(state: StoryState, stories: readonly HeldStory[], removed: readonly string[]): StoryChanges {
  let changed: Story[] | null = null
  return {
    removed,
    get changed(): readonly Story[] {
      changed ??= stories.map(story => toStory(state, story))
      return changed
    },
  }
}

function toStory(state: StoryState, { id, members, parents }: HeldStory): Story {
  const articles = members.map(member => state.articles[member]!.input)
  const reuse = completeReuse(articles, parents)
  return { id, articles: articles.map(article => article.articleId), origins: originsOf(articles, reuse), reuse }
}

/** All stories as of now, in order of their first article's arrival. */
export function allStories(state: StoryState): Story[] {
  return [...state.stories.values()].sort((a, b) => a.members[0]! - b.members[0]!).map(story => toStory(state, story))
}
