import type { Picture } from '../model/picture.ts'
import type { Store } from './store.ts'

/** The store as `ingest` wants it. `readerVersion` (READER_VERSION of pipeline/stages.ts) is written beside every reading. */
export function pictureOf(_store: Store, _readerVersion: string): Picture {
  throw new Error('not built yet')
}
