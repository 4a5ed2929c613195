import type { Page } from '../model/page.ts'
import type { PageRecord, Picture, StoredReading, StoredRejection } from '../model/picture.ts'
import type { RejectedReading } from '../model/reading.ts'
import type { Rejection } from '../model/rejection.ts'
import type { Marking } from '../model/viewer.ts'
import { sha256 } from '../text/hash.ts'
import { pageRecord } from './page-record.ts'
import { mapInOrder } from './read-all.ts'
import type { PageReading } from './read-page.ts'
import type { ReaderPool } from './reader-pool.ts'
import { StoryKeeper } from './story-keeper.ts'
import { READER_VERSION } from './versions.ts'

/** What a collector hands over: a page, or why there is none. */
export type Collected =
  | { readonly ok: true; readonly page: Page }
  | { readonly ok: false; readonly file: string; readonly url: string | null; readonly rejection: Rejection }

export interface IngestOptions {
  readonly picture: Picture
  readonly pool: Pick<ReaderPool, 'read' | 'size'>
  readonly marking: Marking
  /** Called for each input that is turned away. */
  readonly onRejected?: (rejected: RejectedReading) => void
  /** Called after each page and each stored batch. */
  readonly onProgress?: (summary: IngestSummary) => void
  /** Asks the ingest to stop after the batch under way; what was read by then is stored. */
  readonly signal?: AbortSignal
  /** Articles a transaction stores; default 32: more save little, fewer are lost when the program is killed. */
  readonly batchSize?: number
}

/** Counts of one run; every page is in exactly one of `added`, `changed`, `unchanged`, `alreadyThere`, `rejected`. */
export interface IngestSummary {
  readonly seen: number
  readonly added: number
  readonly changed: number
  /** Read again and found as it was. */
  readonly unchanged: number
  /** Passed over: this very page was read by this version of the reader before. */
  readonly alreadyThere: number
  readonly rejected: number
  readonly reasons: ReadonlyMap<string, number>
  readonly stopped: boolean
}

type Read = { readonly record: PageRecord; readonly result: PageReading | 'known' }

const LOOK_AHEAD = 24

/**
 * The main job: reads everything the collector brings into the picture. Pages go through the reader threads and are
 * stored in order, a batch a transaction, stories with them; ids are content hashes, so a run that was killed and runs
 * again finishes the rest and repeats nothing.
 */
export async function ingest(collected: AsyncIterable<Collected>, options: IngestOptions): Promise<IngestSummary> {
  const run = new IngestRun(options)
  const results = mapInOrder(stoppable(collected, options.signal), Math.max(LOOK_AHEAD, options.pool.size * 4), one =>
    run.read(one),
  )
  for await (const one of results) await run.take(one)
  await run.store()
  return run.summary(options.signal?.aborted ?? false)
}

async function* stoppable<T>(inputs: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  for await (const input of inputs) {
    if (signal?.aborted === true) return
    yield input
  }
}

class IngestRun {
  readonly #options: IngestOptions
  readonly #stories = new StoryKeeper()
  readonly #reasons = new Map<string, number>()
  #readings: StoredReading[] = []
  #rejections: StoredRejection[] = []
  #seen = 0
  #added = 0
  #changed = 0
  #unchanged = 0
  #alreadyThere = 0
  #rejected = 0

  constructor(options: IngestOptions) {
    this.#options = options
  }

  async read(one: Collected): Promise<Read> {
    if (!one.ok) {
      const rejected = { file: one.file, article: null, rejected: one.rejection }
      return { record: recordOfNothing(one.file, one.url), result: { ok: false, rejected } }
    }
    const record = pageRecord(one.page)
    const known = await this.#options.picture.knownPages([record.key], READER_VERSION)
    return { record, result: known.has(record.key) ? 'known' : await this.#options.pool.read(one.page) }
  }

  async take({ record, result }: Read): Promise<void> {
    this.#seen++
    if (result === 'known') this.#alreadyThere++
    else if (result.ok) {
      this.#readings.push({
        reading: result.reading,
        page: record,
        story: result.story,
        marking: this.#options.marking,
      })
    } else {
      const { reason } = result.rejected.rejected
      this.#rejected++
      this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
      this.#options.onRejected?.(result.rejected)
      this.#rejections.push({ rejected: result.rejected, page: record })
    }
    this.#options.onProgress?.(this.summary(false))
    if (this.#readings.length + this.#rejections.length >= (this.#options.batchSize ?? 32)) await this.store()
  }

  async store(): Promise<void> {
    if (this.#readings.length === 0 && this.#rejections.length === 0) return
    const saved = await this.#options.picture.write(async writer => {
      if (this.#readings.length > 0) await writer.lockStories()
      const outcome = await writer.saveReadings(this.#readings)
      await writer.saveRejections(this.#rejections)
      const fresh = new Set([...outcome.added, ...outcome.changed])
      if (fresh.size > 0) await this.#stories.keepUp(writer, fresh)
      return outcome
    })
    this.#added += saved.added.length
    this.#changed += saved.changed.length
    this.#unchanged += saved.unchanged.length
    this.#readings = []
    this.#rejections = []
    this.#options.onProgress?.(this.summary(false))
  }

  summary(stopped: boolean): IngestSummary {
    return {
      seen: this.#seen,
      added: this.#added,
      changed: this.#changed,
      unchanged: this.#unchanged,
      alreadyThere: this.#alreadyThere,
      rejected: this.#rejected,
      reasons: this.#reasons,
      stopped,
    }
  }
}

/** A record for a target that gave no page at all. */
function recordOfNothing(file: string, url: string | null): PageRecord {
  const key = sha256(`nothing ${url ?? file}`).slice(0, 32)
  return {
    key,
    hash: '',
    file,
    arrival: 'address',
    url,
    reachedUrl: null,
    status: null,
    mediaType: '',
    fetchedAt: null,
  }
}
