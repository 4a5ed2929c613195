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
} from '../model/api.ts'

/** Where a list goes on and how many rows are wanted. */
export interface Page {
  readonly after: string | null
  readonly limit: number
}

/** Filters of a list, by the names of the query (`speaker`, `minOrigins`, …); absent keys do not filter. */
export type Filters = Readonly<Record<string, string | number>>

/**
 * Everything the API can be asked. The server knows nothing else of the picture: `storeAnswers` asks the store's views,
 * tests of the pages bring answers of their own. A single thing that is absent, or not the viewer's to see, is null.
 */
export interface Answers {
  stories(filters: Filters, page: Page): Promise<Paged<StoryRow>>
  story(id: string): Promise<StoryDetail | null>
  statements(filters: Filters, page: Page): Promise<Paged<EntryRow>>
  events(filters: Filters, page: Page): Promise<Paged<EventRow>>
  timeline(filters: Filters): Promise<EventTimeline>
  actors(filters: Filters, page: Page): Promise<Paged<ActorRow>>
  article(id: string): Promise<ArticleDetail | null>
  search(q: string, limit: number): Promise<SearchAnswer>
  rejections(page: Page): Promise<Paged<RejectionRow>>
  /** Counts of the picture; the server adds version and work. */
  counts(): Promise<Omit<Status, 'version' | 'work'>>
}
