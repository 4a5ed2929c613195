import type { Status } from '../model/api.ts'
import type { IngestSummary } from '../pipeline/ingest.ts'

/** Work in progress as the pages show it: stage, done, rate. */
export class WorkWatch {
  #current: Status['work'] = null
  #start: number | null = null

  get current(): Status['work'] {
    return this.#current
  }

  note(stage: string, { seen, rejected }: IngestSummary, total: number | null): void {
    this.#start ??= performance.now()
    const seconds = (performance.now() - this.#start) / 1000
    this.#current = {
      stage,
      done: seen,
      left: Math.max(0, (total ?? seen) - seen),
      rejected,
      perSecond: seconds < 0.2 ? 0 : seen / seconds,
    }
  }

  end(): void {
    this.#current = null
    this.#start = null
  }
}
