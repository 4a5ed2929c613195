import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type {
  ActorRow,
  ArticleDetail,
  EntryRow,
  EventRow,
  EventTimeline,
  Paged,
  RejectionRow,
  SearchAnswer,
  Status,
  StoryDetail,
  StoryRow,
} from '../../../src/model/api.ts'
import { ask, type Query } from './client.ts'

const ROWS_A_PAGE = 60

/** A list that grows as it is scrolled. */
function list<Row>(path: string, filters: Query) {
  return infiniteQueryOptions({
    queryKey: [path, filters],
    queryFn: ({ pageParam, signal }) =>
      ask<Paged<Row>>(path, { ...filters, limit: ROWS_A_PAGE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Paged<Row>) => last.next,
    // The rows of the last question stay, dimmed, until the next answer is there: no flicker, no jump.
    placeholderData: keepPreviousData,
  })
}

export const storiesQuery = (filters: Query) => list<StoryRow>('/stories', filters)
export const statementsQuery = (filters: Query) => list<EntryRow>('/statements', filters)
export const eventsQuery = (filters: Query) => list<EventRow>('/events', filters)
export const timelineQuery = (filters: Query) =>
  queryOptions({
    queryKey: ['timeline', filters],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<EventTimeline>('/events/timeline', filters, signal),
  })
export const actorsQuery = (filters: Query) => list<ActorRow>('/actors', filters)
export const rejectionsQuery = () => list<RejectionRow>('/rejections', {})

export const storyQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['story', id],
    enabled: id !== null,
    queryFn: ({ signal }) => ask<StoryDetail>(`/stories/${encodeURIComponent(id ?? '')}`, {}, signal),
  })

/** An article never changes once read, so it is kept for the life of the window. */
export const articleQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['article', id],
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => ask<ArticleDetail>(`/articles/${encodeURIComponent(id ?? '')}`, {}, signal),
  })

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<SearchAnswer>('/search', { q, limit: 30 }, signal),
  })

export const statusQuery = () =>
  queryOptions({ queryKey: ['status'], queryFn: ({ signal }) => ask<Status>('/status', {}, signal) })
