import type { Article } from '../model/article.ts'
import { TheatrumError } from '../model/errors.ts'
import type { Page } from '../model/page.ts'
import type { Outcome } from '../model/rejection.ts'
import type { PageReading } from './read-page.ts'

/** What a worker thread is told when it starts. */
export interface WorkerSettings {
  /** Only ever asked to extract: knowledge and weights are not loaded. */
  readonly extractOnly: boolean
  /** Folder whose `models/` is read; null: the package's own. Tests damage a copy. */
  readonly root: string | null
  /** Memory of the NativeGate that the thread is stopped through. */
  readonly gate: SharedArrayBuffer
}

/** What a worker thread is sent: a page to read or to extract, or an article extracted before and to be read again. */
export type Task =
  | { readonly task: 'read'; readonly page: Page }
  | { readonly task: 'extract'; readonly page: Page }
  | { readonly task: 'reread'; readonly article: Article }

/** What a worker thread sends back. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly error: SentError }
  /** The article is found, and so many characters of it are now read: longer ones may take longer. */
  | { readonly kind: 'begun'; readonly characters: number }
  | {
      readonly kind: 'read'
      readonly result: PageReading
      readonly milliseconds: Readonly<Record<string, number>>
    }
  | { readonly kind: 'extracted'; readonly result: Outcome<Article> }

/** A TheatrumError as it crosses threads: what an `error` event carries has lost class, code and advice. */
export interface SentError {
  readonly code: string
  readonly message: string
  readonly where: string | null
  readonly todo: string | null
  /** The worker's stack, for `--debug`. */
  readonly stack: string
}

/** Takes an error apart for sending. */
export function sendableError({ code, message, where, todo, stack }: TheatrumError): SentError {
  return { code, message, where, todo, stack: stack ?? '' }
}

/** Puts a sent error together again; its cause is the stack it had. */
export function receivedError({ code, message, where, todo, stack }: SentError): TheatrumError {
  return new TheatrumError(code, message, {
    ...(where === null ? {} : { where }),
    ...(todo === null ? {} : { todo }),
    cause: stack,
  })
}
