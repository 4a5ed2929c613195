import { LOCAL_VIEWER, type Viewer } from '../model/viewer.ts'
import type { ReadTx, Store } from '../store/store.ts'
import { listActors } from '../views/actors.ts'
import { articleDetail } from '../views/articles.ts'
import { eventTimeline } from '../views/event-timeline.ts'
import { listEvents } from '../views/events.ts'
import { listEntries } from '../views/ledger.ts'
import { listRejections } from '../views/rejections.ts'
import { search } from '../views/search.ts'
import { readStatus } from '../views/status.ts'
import { listStories, storyDetail } from '../views/stories.ts'
import type { Answers } from './answers.ts'

/** Answers out of a store, as its viewer may see them: each in one snapshot, by the views that the command line asks too. */
export function storeAnswers(store: Store, viewer: Viewer = LOCAL_VIEWER): Answers {
  const read = <T>(question: (tx: ReadTx) => Promise<T>): Promise<T> => store.read(viewer, question)
  return {
    stories: (filters, page) => read(tx => listStories(tx, filters, page)),
    story: id => read(tx => storyDetail(tx, id)),
    statements: (filters, page) => read(tx => listEntries(tx, filters, page)),
    events: (filters, page) => read(tx => listEvents(tx, filters, page)),
    timeline: filters => read(tx => eventTimeline(tx, filters)),
    actors: (filters, page) => read(tx => listActors(tx, filters, page)),
    article: id => read(tx => articleDetail(tx, id)),
    search: (q, limit) => read(tx => search(tx, q, limit)),
    rejections: page => read(tx => listRejections(tx, {}, page)),
    counts: () => read(tx => readStatus(tx, { version: '', work: null })),
  }
}
