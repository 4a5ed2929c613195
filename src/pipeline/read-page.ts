import type { Article } from '../model/article.ts'
import type { Page } from '../model/page.ts'
import type { Reading, RejectedReading } from '../model/reading.ts'
import { reject } from '../model/rejection.ts'
import type { StoryInput } from '../model/story.ts'
import type { AnyStage, Tools, Work } from './stage.ts'
import { STAGES } from './stages.ts'

/** What reading one page gives: the Reading and what `stories` needs of it, or the reason why there is none. */
export type PageReading =
  | { readonly ok: true; readonly reading: Reading; readonly story: StoryInput }
  | { readonly ok: false; readonly rejected: RejectedReading }

/** Called after each stage with the milliseconds it took, by a clock handed in. */
export interface StageTimer {
  readonly now: () => number
  readonly took: (stage: AnyStage['name'], milliseconds: number) => void
}

/**
 * Reads one page through all stages. Never throws: a stage that does is a bug of ours, and costs this one article (a
 * rejection that says which stage and what) and no other.
 */
export function readPage(page: Page, tools: Tools, timer?: StageTimer): PageReading {
  return readOn(page.file, { page }, STAGES, tools, timer)
}

/** The same for an article that was extracted before: `theatrum redo`. */
export function rereadArticle(article: Article, tools: Tools, timer?: StageTimer): PageReading {
  const rest = STAGES.filter(stage => stage.name !== 'extract')
  return readOn(article.file, { article }, rest, tools, timer)
}

function readOn(
  file: string,
  begin: Partial<Work>,
  stages: readonly AnyStage[],
  tools: Tools,
  timer?: StageTimer,
): PageReading {
  let work = begin
  for (const stage of stages) {
    const start = timer?.now() ?? 0
    const outcome = runStage(stage, work as Work, tools)
    timer?.took(stage.name, timer.now() - start)
    if (!outcome.ok) {
      return { ok: false, rejected: { file, article: work.article ?? null, rejected: outcome.rejection } }
    }
    work = { ...work, ...outcome.value }
  }
  return finish(work as Work)
}

function runStage(stage: AnyStage, work: Work, tools: Tools): ReturnType<AnyStage['run']> {
  try {
    return stage.run(work, tools)
  } catch (error) {
    const what =
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)
    return reject(stage.name, 'bug', `the ${stage.name} stage failed on this article: ${what}`)
  }
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
    chains: doc.chains,
  }
  return { ok: true, reading, story: work.story }
}
