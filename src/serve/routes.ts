import type { z } from 'zod'
import { eventFeatures } from '../export/event-features.ts'
import type { EventRow, Paged } from '../model/api.ts'
import { TheatrumError } from '../model/errors.ts'
import type { Answers, Filters, Page } from './answers.ts'
import {
  ActorsQuery,
  EventsQuery,
  NoQuery,
  OneId,
  RejectionsQuery,
  SearchQuery,
  StatementsQuery,
  StoriesQuery,
  TimelineQuery,
} from './queries.ts'

/** What a route is asked with, after the schemas have checked it. */
export interface Asked {
  readonly answers: Answers
  readonly query: Readonly<Record<string, unknown>>
  readonly id: string
}

/** A route that answers JSON, as data: the server registers it and the OpenAPI document describes it from one row. */
export interface ApiRoute {
  /** Below /api/v1, in OpenAPI's form. */
  readonly path: string
  readonly name: string
  readonly about: string
  /** Name of the answer's type in src/model/api.ts. */
  readonly answer: string
  readonly query: z.ZodObject
  readonly params: z.ZodObject
  readonly ask: (asked: Asked) => Promise<unknown>
  /** Another form of the same answer, at the path with this suffix and for those who accept its media type alone. */
  readonly also?: {
    readonly suffix: string
    readonly media: string
    readonly answer: string
    readonly about: string
    readonly write: (answer: unknown) => unknown
  }
}

/** A page of events as GeoJSON; `total` and `next` go along as foreign members (RFC 7946, 6.1). */
function pageOfFeatures(answer: unknown): unknown {
  const { rows, total, next } = answer as Paged<EventRow>
  return { ...eventFeatures(rows), total, next }
}

/** The filters alone: what is left when paging is taken out. */
function filtersOf(query: Asked['query']): Filters {
  const filters: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(query))
    if (key !== 'after' && key !== 'limit' && (typeof value === 'string' || typeof value === 'number'))
      filters[key] = value
  return filters
}

function pageOf(query: Asked['query']): Page {
  const { after, limit } = query
  return { after: typeof after === 'string' ? after : null, limit: typeof limit === 'number' ? limit : 50 }
}

async function found<T>(what: string, id: string, asked: Promise<T | null>): Promise<T> {
  const answer = await asked
  if (answer === null) throw new TheatrumError('TH_NOT_FOUND', `there is no ${what} ${id} that you may see`)
  return answer
}

/** Every JSON route below /api/v1 except `status` and `live`, which the server answers itself. */
export const API_ROUTES: readonly ApiRoute[] = [
  {
    path: '/stories',
    name: 'listStories',
    about: 'Stories, newest first, with their articles, independent origins and what they disagree on.',
    answer: 'Paged<StoryRow>',
    query: StoriesQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.stories(filtersOf(query), pageOf(query)),
  },
  {
    path: '/stories/{id}',
    name: 'getStory',
    about: 'One story with its statements, events, origins and disagreements.',
    answer: 'StoryDetail',
    query: NoQuery,
    params: OneId,
    ask: ({ answers, id }) => found('story', id, answers.story(id)),
  },
  {
    path: '/statements',
    name: 'listStatements',
    about: 'Who said what, to whom and through whom: an utterance a row, with all its wordings and the spans of each.',
    answer: 'Paged<EntryRow>',
    query: StatementsQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.statements(filtersOf(query), pageOf(query)),
  },
  {
    path: '/events',
    name: 'listEvents',
    about: 'Who did what to whom, when and where, whether it happened, and who says so.',
    answer: 'Paged<EventRow>',
    query: EventsQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.events(filtersOf(query), pageOf(query)),
    also: {
      suffix: '.geojson',
      media: 'application/geo+json',
      answer: 'EventFeatures',
      about: 'The same as GeoJSON (RFC 7946); an event without a place has no geometry, and says why.',
      write: pageOfFeatures,
    },
  },
  {
    path: '/events/timeline',
    name: 'eventTimeline',
    about: 'All events that pass, small: one mark each, or counts by day or month where there are more than 5,000.',
    answer: 'EventTimeline',
    query: TimelineQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.timeline(filtersOf(query)),
  },
  {
    path: '/actors',
    name: 'listActors',
    about: 'Countries, people and bodies that the articles speak of, with dated roles.',
    answer: 'Paged<ActorRow>',
    query: ActorsQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.actors(filtersOf(query), pageOf(query)),
  },
  {
    path: '/articles/{id}',
    name: 'getArticle',
    about: 'An article’s text with every span read from it. Offsets count UTF-16 code units.',
    answer: 'ArticleDetail',
    query: NoQuery,
    params: OneId,
    ask: ({ answers, id }) => found('article', id, answers.article(id)),
  },
  {
    path: '/search',
    name: 'search',
    about: 'Words in articles, statements and actors’ names.',
    answer: 'SearchAnswer',
    query: SearchQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.search(String(query['q']), Number(query['limit'])),
  },
  {
    path: '/rejections',
    name: 'listRejections',
    about: 'Pages that are not in the picture, and why.',
    answer: 'Paged<RejectionRow>',
    query: RejectionsQuery,
    params: NoQuery,
    ask: ({ answers, query }) => answers.rejections(pageOf(query)),
  },
]
