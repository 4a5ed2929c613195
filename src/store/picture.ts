import type { Picture, PictureWriter } from '../model/picture.ts'
import { storiesOf, tellingsOf } from './load-tellings.ts'
import { stirWordings, wordingsNear } from './load-wordings.ts'
import { saveEntries } from './save-entries.ts'
import { saveEvents } from './save-events.ts'
import { saveReadings, saveRejections } from './save-readings.ts'
import { lockStories, saveStories } from './save-stories.ts'
import type { Store, WriteTx } from './store.ts'
import { knownPages, loadStoryInputs } from './stored.ts'

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
    storiesOf: articleIds => storiesOf(tx, articleIds),
    tellingsOf: storyIds => tellingsOf(tx, storyIds),
    saveEvents: events => saveEvents(tx, events),
    stirWordings: articleIds => stirWordings(tx, articleIds),
    wordingsNear: (wordings, days) => wordingsNear(tx, wordings, days),
    saveEntries: entries => saveEntries(tx, entries),
  }
}
