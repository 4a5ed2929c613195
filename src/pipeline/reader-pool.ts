import os from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Article } from '../model/article.ts'
import type { Page } from '../model/page.ts'
import type { Outcome, Rejection } from '../model/rejection.ts'
import { NativeGate } from './native-gate.ts'
import type { PageReading } from './read-page.ts'
import { type FromWorker, receivedError, type Task, type WorkerSettings } from './worker-messages.ts'

export interface ReaderPoolOptions {
  /** Worker threads; default one per core. */
  readonly workers?: number
  /**
   * How long one article may take before its worker is killed, in milliseconds; default 10,000. Once the article is
   * found, it has that time anew and one second more for each 2,500 characters that are read of it.
   */
  readonly timeoutMs?: number
  /** Heap limit of one worker in megabytes; default 768. */
  readonly memoryMb?: number
  /** The workers will only ever be asked to extract. */
  readonly extractOnly?: boolean
  /** Folder whose `models/` the workers read, for tests that damage a copy; default the package's own. */
  readonly root?: string
  /** The worker's program, for tests that plant a worker which hangs or dies. */
  readonly program?: URL
}

interface Job {
  readonly task: Task
  readonly done: (answer: Answer) => void
  readonly fail: (error: Error) => void
}

type Answer =
  | Exclude<FromWorker, { kind: 'ready' | 'unable' | 'begun' }>
  | { readonly kind: 'rejected'; readonly rejection: Rejection }

interface Seat {
  worker: Worker
  gate: NativeGate
  ready: boolean
  job: Job | null
  timer: NodeJS.Timeout | null
}

const TIMEOUT_MS = 10_000
/**
 * Characters of an article that any machine should read in a second. Measured: 11,000 of 100,000 and 7,900 of 500,000 on
 * an AMD EPYC with AVX2 and no VNNI, 4,200 of 500,000 while eight programs shared its two cores; the rest is left to
 * slower processors. Only an article that hangs ever waits so long.
 */
const CHARACTERS_PER_SECOND = 2_500
const MEMORY_MB = 768

/**
 * Worker threads that read pages, one page a worker at a time. A worker that runs over its time, over its memory or
 * dies is replaced; its page comes back rejected with the reason, and nothing else is lost. Pages are not retried: the
 * same page would hang the next worker.
 */
export class ReaderPool {
  readonly size: number
  /** Milliseconds spent in each stage, over all workers. */
  readonly milliseconds: Map<string, number> = new Map()
  readonly #options: ReaderPoolOptions
  readonly #seats: Seat[] = []
  readonly #waiting: Job[] = []
  #closed = false
  #failedStarts = 0
  #startFailure: Error | null = null
  readonly #ready: Promise<void>
  #settleReady: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null

  constructor(options: ReaderPoolOptions = {}) {
    this.#options = options
    this.#ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject }
    })
    // Whoever does not wait for it learns of the failure from `read`.
    this.#ready.catch(() => undefined)
    this.size = Math.max(1, options.workers ?? os.availableParallelism())
  }

  /**
   * Starts the workers and resolves when the first can read; rejects when none can start: with a TheatrumError where
   * the cause is the world's (damaged assets, no native library), else with what ended the workers.
   */
  ready(): Promise<void> {
    this.#hire(this.size)
    return this.#ready
  }

  /** Why no worker can be started; null while one can. */
  get startFailure(): Error | null {
    return this.#startFailure
  }

  /** Reads one page through all stages. Rejects only when no worker can be started at all. */
  read(page: Page): Promise<PageReading> {
    return this.#reading({ task: 'read', page }, page.file)
  }

  /** Reads again an article that was extracted before. */
  reread(article: Article): Promise<PageReading> {
    return this.#reading({ task: 'reread', article }, article.file)
  }

  async #reading(task: Task, file: string): Promise<PageReading> {
    const answer = await this.#ask(task)
    if (answer.kind === 'read') return answer.result
    const rejected = answer.kind === 'rejected' ? answer.rejection : NOT_A_READER
    return { ok: false, rejected: { file, article: null, rejected } }
  }

  /** Finds the article in a page and goes no further. */
  async extract(page: Page): Promise<Outcome<Article>> {
    const answer = await this.#ask({ task: 'extract', page })
    if (answer.kind === 'extracted') return answer.result
    return { ok: false, rejection: answer.kind === 'rejected' ? answer.rejection : NOT_A_READER }
  }

  /** Stops all workers; pages under way come back as rejected. */
  async close(): Promise<void> {
    this.#closed = true
    const stopped = rejection('stopped', 'the program was stopped before this page was read')
    for (const job of this.#waiting.splice(0)) job.done(stopped)
    for (const seat of this.#seats) this.#finish(seat, stopped)
    await Promise.all(this.#seats.map(stop))
  }

  #ask(task: Task): Promise<Answer> {
    if (this.#startFailure !== null) return Promise.reject(this.#startFailure)
    if (this.#closed) return Promise.resolve(rejection('stopped', 'the program was stopped before this page was read'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, done: resolve, fail: reject })
      this.#hire(this.#waiting.length + this.#seats.filter(seat => seat.job !== null).length)
      this.#assign()
    })
  }

  /** Workers cost over a second and some 200 MB each: none is started before there is a page for it. */
  #hire(wanted: number): void {
    const most = this.#closed || this.#startFailure !== null ? 0 : Math.min(wanted, this.size)
    while (this.#seats.length < most) {
      const gate = new NativeGate()
      const seat: Seat = { worker: this.#start(gate), gate, ready: false, job: null, timer: null }
      this.#seats.push(seat)
      this.#listen(seat)
    }
  }

  #start(gate: NativeGate): Worker {
    const { extractOnly = false, root = null } = this.#options
    const workerData: WorkerSettings = { extractOnly, root, gate: gate.memory }
    const resourceLimits = { maxOldGenerationSizeMb: this.#options.memoryMb ?? MEMORY_MB, stackSizeMb: 8 }
    return new Worker(this.#options.program ?? readerProgram(), { workerData, resourceLimits })
  }

  #listen(seat: Seat): void {
    const { worker } = seat
    worker.on('message', (message: FromWorker) => {
      // What a worker said just before it was stopped is not the answer of the one that took its seat.
      if (seat.worker !== worker) return
      if (message.kind === 'ready') {
        seat.ready = true
        this.#failedStarts = 0
        this.#settleReady?.resolve()
      } else if (message.kind === 'unable') {
        // The next worker would find the same files: none is tried again.
        this.#giveUp(receivedError(message.error))
      } else if (message.kind === 'begun') {
        this.#allow(seat, (1000 * message.characters) / CHARACTERS_PER_SECOND)
      } else {
        if (message.kind === 'read') this.#count(message.milliseconds)
        this.#finish(seat, message)
      }
      this.#assign()
    })
    worker.on('error', error => this.#replace(seat, worker, error))
    worker.on('exit', () => this.#replace(seat, worker, new Error('the worker ended by itself')))
  }

  #count(milliseconds: Readonly<Record<string, number>>): void {
    for (const [stage, ms] of Object.entries(milliseconds))
      this.milliseconds.set(stage, (this.milliseconds.get(stage) ?? 0) + ms)
  }

  /** A worker died: its page is turned away, and another takes its seat unless none can start. */
  #replace(seat: Seat, worker: Worker, error: Error): void {
    if (this.#closed || seat.worker !== worker) return
    if (!seat.ready && this.#startFailure === null && ++this.#failedStarts > this.size) this.#giveUp(error)
    const outOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
    const megabytes = this.#options.memoryMb ?? MEMORY_MB
    this.#finish(
      seat,
      outOfMemory
        ? rejection('out-of-memory', `reading this page took more than ${megabytes} MB of memory`)
        : rejection('crashed', `the reader died on this page: ${error.message}`),
    )
    if (this.#startFailure === null) this.#reseat(seat)
    else seat.ready = false
  }

  /** No worker can start: everyone who waits is told why, once. */
  #giveUp(error: Error): void {
    if (this.#startFailure !== null) return
    this.#startFailure = error
    this.#settleReady?.reject(error)
    for (const job of this.#waiting.splice(0)) job.fail(error)
  }

  #reseat(seat: Seat): void {
    seat.gate = new NativeGate()
    seat.worker = this.#start(seat.gate)
    seat.ready = false
    this.#listen(seat)
  }

  #assign(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.job !== null) continue
      const job = this.#waiting.shift()
      if (job === undefined) return
      seat.job = job
      this.#allow(seat, 0)
      seat.worker.postMessage(job.task)
    }
  }

  /** Gives the page under way its time from now on, and `moreMs` for its length. */
  #allow(seat: Seat, moreMs: number): void {
    if (seat.job === null) return
    if (seat.timer !== null) clearTimeout(seat.timer)
    const ms = Math.round((this.#options.timeoutMs ?? TIMEOUT_MS) + moreMs)
    seat.timer = setTimeout(() => this.#outOfTime(seat, ms), ms)
  }

  #outOfTime(seat: Seat, ms: number): void {
    this.#finish(seat, rejection('timed-out', `reading this page took more than ${ms / 1000} s`))
    const old = { ...seat }
    this.#reseat(seat)
    void stop(old)
  }

  #finish(seat: Seat, answer: Answer): void {
    if (seat.timer !== null) clearTimeout(seat.timer)
    const { job } = seat
    seat.timer = null
    seat.job = null
    job?.done(answer)
  }
}

const NOT_A_READER: Rejection = {
  stage: 'worker',
  reason: 'bug',
  detail: 'the worker answered another question than it was asked',
}

function rejection(reason: string, detail: string): Answer {
  return { kind: 'rejected', rejection: { stage: 'worker', reason, detail } }
}

/** The built worker program; from the sources (tests) the one in dist/. */
function readerProgram(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('../../dist/pipeline/reader-worker.js', import.meta.url)
    : new URL('./reader-worker.js', import.meta.url)
}

/** Ends a worker thread, but never inside a native call. */
async function stop({ worker, gate }: Pick<Seat, 'worker' | 'gate'>): Promise<void> {
  await gate.close()
  await worker.terminate()
}
