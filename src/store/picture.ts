import type { Arrival, Page } from '../model/page.ts'
import type { Picture, PictureWriter } from '../model/picture.ts'
import { saveReadings, saveRejections } from './save-readings.ts'
import { lockStories, saveStories } from './save-stories.ts'
import type { Store, WriteTx } from './store.ts'
import { knownPages, loadStoryInputs, type StaleArticle, staleArticles } from './stored.ts'

/** The store as `ingest` wants it. `readerVersion` (READER_VERSION of pipeline/stages.ts) is written beside every reading. */
export function pictureOf(store: Store, readerVersion: string): Picture {
  return {
    knownPages: (keys, version) => store.write(tx => knownPages(tx, keys, version)),
    write: fn => store.write(tx => fn(pictureWriter(tx, readerVersion))),
  }
}

/** The write side of the picture inside a transaction that is open already. */
export function pictureWriter(tx: WriteTx, readerVersion: string): PictureWriter {
  return {
    lockStories: () => lockStories(tx),
    storyInputsAfter: async arrival => {
      const inputs = []
      for await (const input of loadStoryInputs(tx, arrival)) inputs.push(input)
      return inputs
    },
    saveReadings: readings => saveReadings(tx, readings, readerVersion),
    saveRejections: rejections => saveRejections(tx, rejections, readerVersion),
    saveStories: changes => saveStories(tx, changes),
  }
}

/** Articles that are asked for at once. */
const STALE_BATCH = 50

/**
 * Stored texts as pages, to be read again: those that another version of the reader read last, or with `null` all. Each
 * comes once, in order of arrival; what the reader makes of it finds its article by the same id.
 */
export async function* stalePages(
  store: Store,
  readerVersion: string | null,
): AsyncGenerator<{ readonly ok: true; readonly page: Page }> {
  let after = 0
  for (;;) {
    const articles = await store.write(tx => staleArticles(tx, readerVersion, { after, limit: STALE_BATCH }))
    for (const article of articles) yield { ok: true, page: pageOf(article) }
    if (articles.length < STALE_BATCH) return
    after = articles.at(-1)?.arrivalNumber ?? after
  }
}

function pageOf({ file, url, title, text, outlet, published, sample, arrival }: StaleArticle): Page {
  return {
    arrival: arrival as Arrival,
    ...{ file, url, reachedUrl: url, status: null, mediaType: 'text/plain', charset: 'utf-8', fetchedAt: null },
    bytes: Buffer.from(text),
    hints: { id: null, title, byline: null, outlet, published, language: null, sample },
  }
}
