import type { Article } from '../model/article.ts'
import { type Outcome, type Rejection, reject } from '../model/rejection.ts'
import type { AnyStage, Tools, Work } from './stage.ts'

/** Called after each stage with the milliseconds it took, by a clock handed in, and with what there was before it. */
export interface StageTimer {
  readonly now: () => number
  readonly took: (stage: AnyStage['name'], milliseconds: number, before: Partial<Work>) => void
}

/** All that the stages made of one article, or why one of them turned it away and what there was by then. */
export type StagesOutcome =
  | { readonly ok: true; readonly work: Work }
  | { readonly ok: false; readonly rejection: Rejection; readonly article: Article | null }

/**
 * Runs stages one after the other, each on what those before it made. Never rejects: a stage that throws, or whose
 * promise is rejected, is a bug of ours, and costs this one article (a rejection that says which stage and what). The
 * time of a stage is from its start to its outcome; that is its own time as long as a thread reads one article at a
 * time, which `reader-worker.ts` sees to.
 */
export async function runStages(
  begin: Partial<Work>,
  stages: readonly AnyStage[],
  tools: Tools,
  timer?: StageTimer,
): Promise<StagesOutcome> {
  let work = begin
  for (const stage of stages) {
    const start = timer?.now() ?? 0
    const outcome = await runStage(stage, work as Work, tools)
    timer?.took(stage.name, timer.now() - start, work)
    if (!outcome.ok) return { ok: false, rejection: outcome.rejection, article: work.article ?? null }
    work = { ...work, ...outcome.value }
  }
  return { ok: true, work: work as Work }
}

async function runStage(stage: AnyStage, work: Work, tools: Tools): Promise<Outcome<Partial<Work>>> {
  try {
    // `return await`, not `return`: a rejected promise must be caught here.
    return await stage.run(work, tools)
  } catch (error) {
    const what =
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)
    return reject(stage.name, 'bug', `the ${stage.name} stage failed on this article: ${what}`)
  }
}
