import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Status } from '../model/api.ts'
import { problemOf, sendProblem } from './problems.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** The picture is looked at this often while somebody listens: soon enough for a person, four counts to the store. */
const LOOK_EVERY_MS = 2000
/** A comment line keeps proxies from closing a silent stream (most do after 30 to 60 s). */
const BEAT_EVERY_MS = 15_000
/** Each open stream holds a socket; nobody has that many windows open. */
const MOST_LISTENERS = 100

interface Listener {
  readonly reply: FastifyReply
  /** Counts when this listener came, from which new items are counted. */
  base: Status | null
  last: string
}

/** What came in since a listener connected. */
export interface NewItems {
  readonly articles: number
  readonly stories: number
  readonly statements: number
  readonly events: number
}

function newSince(base: Status, now: Status): NewItems {
  return {
    articles: Math.max(0, now.articles - base.articles),
    stories: Math.max(0, now.stories - base.stories),
    statements: Math.max(0, now.statements - base.statements),
    events: Math.max(0, now.events - base.events),
  }
}

/**
 * `GET /live`: Server-Sent Events. `status` carries a Status when it changed, `new` the items added since the stream
 * was opened. All listeners share one look at the store.
 */
export function registerLive(scope: FastifyInstance, status: () => Promise<Status>): void {
  const listeners = new Set<Listener>()
  let timers: readonly NodeJS.Timeout[] = []
  let looking = false

  async function look(): Promise<void> {
    if (looking) return
    looking = true
    try {
      const now = await status()
      for (const listener of listeners) tell(listener, now)
    } catch (error) {
      // A store that is gone for a moment must not end the stream; the next look tries again.
      scope.log.warn(error)
    } finally {
      looking = false
    }
  }
  function beat(): void {
    for (const { reply } of listeners) reply.raw.write(': still here\n\n')
  }
  function leave(listener: Listener): void {
    listeners.delete(listener)
    if (listeners.size > 0) return
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  scope.get('/live', async (_request, reply) => {
    if (listeners.size >= MOST_LISTENERS)
      return sendProblem(reply, problemOf('TH_USAGE', `${MOST_LISTENERS} windows listen already`, 503))
    reply.hijack()
    reply.raw.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 3000\n\n')
    const listener: Listener = { reply, base: null, last: '' }
    listeners.add(listener)
    reply.raw.on('close', () => leave(listener))
    if (timers.length === 0) {
      timers = [setInterval(() => void look(), LOOK_EVERY_MS), setInterval(beat, BEAT_EVERY_MS)]
      for (const timer of timers) timer.unref()
    }
    await look()
    return reply
  })
  scope.addHook('preClose', async () => {
    for (const { reply } of listeners) reply.raw.end()
  })
}

function tell(listener: Listener, now: Status): void {
  const data = JSON.stringify(now)
  if (data === listener.last) return
  listener.last = data
  listener.base ??= now
  listener.reply.raw.write(`event: status\ndata: ${data}\n\n`)
  listener.reply.raw.write(`event: new\ndata: ${JSON.stringify(newSince(listener.base, now))}\n\n`)
}
