import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import { type Outcome, reject } from '../../model/rejection.ts'
import { LIMITS, TIMES } from '../limits.ts'

interface Host {
  readonly queue: PQueue
  /** Milliseconds of the monotonic clock before which the host is left alone. */
  nextAt: number
  delayMs: number
}

/** One request at a time to each host, with a pause after each; several hosts run beside one another. */
export class HostQueues {
  readonly #hosts = new Map<string, Host>()
  readonly #perHostMs: number

  constructor(perHostMs: number) {
    this.#perHostMs = perHostMs
  }

  /** Runs work when the host's turn comes. Work rejects in words, never by throwing, when the run is called off. */
  async run<T>(name: string, signal: AbortSignal | undefined, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const host = this.#host(name)
    const calledOff = () => reject<T>('collect', 'aborted', `The fetch from ${name} was called off.`)
    return await host.queue.add(async () => {
      const wait = host.nextAt - performance.now()
      if (wait > TIMES.longestWaitMs)
        return reject<T>(
          'collect',
          'try-later',
          `${name} asks to be left alone for another ${Math.ceil(wait / 1000)} s.`,
        )
      if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => {})
      if (signal?.aborted) return calledOff()
      try {
        return await work()
      } finally {
        host.nextAt = Math.max(host.nextAt, performance.now() + Math.max(this.#perHostMs, host.delayMs))
      }
    })
  }

  /** Leaves the host alone for a time (Retry-After). */
  pause(name: string, ms: number): void {
    const host = this.#host(name)
    host.nextAt = Math.max(host.nextAt, performance.now() + ms)
  }

  /** The pause the host's own robots.txt asks for. */
  setDelay(name: string, ms: number): void {
    this.#host(name).delayMs = ms
  }

  #host(name: string): Host {
    const found = this.#hosts.get(name)
    if (found !== undefined) return found
    if (this.#hosts.size > LIMITS.hosts) this.#forgetIdle()
    const host: Host = { queue: new PQueue({ concurrency: 1 }), nextAt: 0, delayMs: 0 }
    this.#hosts.set(name, host)
    return host
  }

  #forgetIdle(): void {
    const now = performance.now()
    for (const [name, { queue, nextAt }] of this.#hosts)
      if (queue.size === 0 && queue.pending === 0 && nextAt <= now) this.#hosts.delete(name)
  }
}
