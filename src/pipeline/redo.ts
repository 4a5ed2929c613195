import type { Article } from '../model/article.ts'
import type { PageRecord, Picture, StoredReading } from '../model/picture.ts'
import type { Marking } from '../model/viewer.ts'
import { groupTellings } from './group-tellings.ts'
import { groupWordings } from './group-wordings.ts'
import { mapInOrder } from './read-all.ts'
import type { ReaderPool } from './reader-pool.ts'

export interface RedoOptions {
  readonly picture: Picture
  readonly pool: Pick<ReaderPool, 'reread' | 'size'>
  readonly onProgress?: (summary: RedoSummary) => void
}

/** Counts of one run of `redo`; every article is in exactly one of `changed`, `unchanged`, `failed`. */
export interface RedoSummary {
  readonly seen: number
  readonly changed: number
  readonly unchanged: number
  /** Not read this time: what was read before stays. */
  readonly failed: number
}

const BATCH = 32

/**
 * Reads stored articles again and stores what came out differently; a reading that does not change writes nothing but
 * its version. An article that fails keeps what an older reader found. Stories stay: they are made of the text.
 */
export async function redo(
  articles: AsyncIterable<{ readonly article: Article; readonly page: PageRecord; readonly marking: Marking }>,
  { picture, pool, onProgress }: RedoOptions,
): Promise<RedoSummary> {
  let summary: RedoSummary = { seen: 0, changed: 0, unchanged: 0, failed: 0 }
  let batch: StoredReading[] = []
  const store = async (): Promise<void> => {
    if (batch.length === 0) return
    const saved = await picture.write(async writer => {
      await writer.lockStories()
      const outcome = await writer.saveReadings(batch)
      await groupTellings(writer, await writer.storiesOf([...outcome.added, ...outcome.changed]))
      // Those that did not change too: a store may be older than the ledger.
      await groupWordings(
        writer,
        batch.map(one => one.reading.article.id),
      )
      return outcome
    })
    const { changed, unchanged } = summary
    summary = {
      ...summary,
      changed: changed + saved.changed.length + saved.added.length,
      unchanged: unchanged + saved.unchanged.length,
    }
    batch = []
    onProgress?.(summary)
  }
  const results = mapInOrder(articles, pool.size * 4, async one => ({ ...one, result: await pool.reread(one.article) }))
  for await (const { result, page, marking } of results) {
    summary = { ...summary, seen: summary.seen + 1, failed: summary.failed + (result.ok ? 0 : 1) }
    if (result.ok) batch.push({ reading: result.reading, page, story: result.story, marking })
    if (batch.length >= BATCH) await store()
  }
  await store()
  return summary
}
