import type { Article } from '../model/article.ts'
import type { Page } from '../model/page.ts'
import type { Outcome } from '../model/rejection.ts'
import type { PageReading } from './read-page.ts'

/** What a worker thread is told when it starts. */
export interface WorkerSettings {
  /** Only ever asked to extract: knowledge is not loaded. */
  readonly extractOnly: boolean
}

/** What a worker thread is sent. */
export type ToWorker = Task & {
  /** Whether to measure the stages. */
  readonly timed: boolean
}

/** A page to read or to extract, or an article that was extracted before and is to be read again. */
export type Task =
  | { readonly task: 'read'; readonly page: Page }
  | { readonly task: 'extract'; readonly page: Page }
  | { readonly task: 'reread'; readonly article: Article }

/** What a worker thread sends back. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'read'
      readonly result: PageReading
      readonly milliseconds: Readonly<Record<string, number>>
    }
  | { readonly kind: 'extracted'; readonly result: Outcome<Article> }
