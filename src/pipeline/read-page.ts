import type { Article } from '../model/article.ts'
import type { Page } from '../model/page.ts'
import type { Reading, RejectedReading } from '../model/reading.ts'
import type { StoryInput } from '../model/story.ts'
import { runStages, type StageTimer } from './run-stages.ts'
import type { AnyStage, Tools, Work } from './stage.ts'
import { STAGES } from './stages.ts'

/** What reading one page gives: the Reading and what `stories` needs of it, or the reason why there is none. */
export type PageReading =
  | { readonly ok: true; readonly reading: Reading; readonly story: StoryInput }
  | { readonly ok: false; readonly rejected: RejectedReading }

/** Reads one page through all stages. Never rejects: see `runStages`. Reads may not overlap on one thread's encoder. */
export function readPage(page: Page, tools: Tools, timer?: StageTimer): Promise<PageReading> {
  return readOn(page.file, { page }, STAGES, tools, timer)
}

/** The same for an article that was extracted before: `theatrum redo`. */
export function rereadArticle(article: Article, tools: Tools, timer?: StageTimer): Promise<PageReading> {
  const rest = STAGES.filter(stage => stage.name !== 'extract')
  return readOn(article.file, { article }, rest, tools, timer)
}

async function readOn(
  file: string,
  begin: Partial<Work>,
  stages: readonly AnyStage[],
  tools: Tools,
  timer?: StageTimer,
): Promise<PageReading> {
  const outcome = await runStages(begin, stages, tools, timer)
  if (outcome.ok) return finish(outcome.work)
  return { ok: false, rejected: { file, article: outcome.article, rejected: outcome.rejection } }
}

function finish(work: Work): PageReading {
  const { article, doc } = work
  const reading: Reading = {
    file: article.file,
    article,
    rejected: null,
    made: { ...Object.fromEntries(STAGES.map(({ name, version }) => [name, String(version)])), parse: doc.made },
    sentences: doc.sentences,
    mentions: work.mentions,
    statements: work.statements,
    events: work.events,
    predicates: work.predicates,
    capabilities: work.capabilities,
    chains: doc.chains,
  }
  return { ok: true, reading, story: work.story }
}
