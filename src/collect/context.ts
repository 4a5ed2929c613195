import type { Readable } from 'node:stream'
import type { PageHints } from '../model/page.ts'
import type { Fetcher } from './fetch-guarded.ts'

/** What every reader of a target gets along. */
export interface Context {
  /** Hints given on the command line, for inputs that carry none of their own. */
  readonly given: PageHints
  readonly stdin: Readable
  readonly signal: AbortSignal | undefined
  /** Made on first use, so that reading files opens no agent. */
  fetcher(): Fetcher
}

/** Pages fetched side by side; each host still gets one request at a time. */
export const FETCHES_AT_ONCE = 6
