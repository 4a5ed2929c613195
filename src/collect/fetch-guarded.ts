import { type Agent, type Dispatcher, request } from 'undici'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { LIMITS, TIMES } from './limits.ts'
import { checkAddress, type Exceptions, showAddress } from './network/check-address.ts'
import { explainFailure } from './network/explain-failure.ts'
import { guardedAgent } from './network/guarded-agent.ts'
import { HostQueues } from './network/host-queues.ts'
import { binaryKind, isDocumentType, isReadableType, parseContentType, sniffMediaType } from './network/media-type.ts'
import { discard, openGzipFile, readBody, tooLarge } from './network/read-body.ts'
import { type Robots, readRobots } from './network/robots.ts'

/** What a server answered in the end, decoded from its content coding and not yet from its charset. */
export interface Fetched {
  /** Address after redirects. */
  readonly reachedUrl: string
  readonly status: number
  readonly mediaType: string
  readonly charset: string | null
  /** ISO 8601 instant. */
  readonly fetchedAt: string
  readonly bytes: Uint8Array
}

/** Fetches public addresses politely, or says why not. It never throws for what the network does. */
export interface Fetcher {
  fetch(url: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<Outcome<Fetched>>
  /** Closes its connections; a fetch after this fails. */
  close(): Promise<void>
}

/** All optional; the defaults are right for the public web. */
export interface FetcherOptions {
  /** Ports beside 80 and 443, from the operator's configuration. */
  readonly ports?: readonly number[]
  /** `host:port` pairs that may be private: tests, and an operator's own intranet source. */
  readonly allowPrivate?: readonly string[]
  readonly userAgent?: string
  /** Pause between two requests to one host, default 1,000 ms; a larger crawl-delay wins. */
  readonly perHostMs?: number
  /** Time for one page with all its redirects, default 25,000 ms. */
  readonly totalMs?: number
  /** The clock, for tests. */
  readonly now?: () => Date
}

/** The name under which Theatrum asks for pages, and the one robots.txt files address it by. */
export const USER_AGENT = 'Theatrum/0.1 (reads news reporting; obeys robots.txt)'

interface Answer {
  readonly url: URL
  readonly response: Dispatcher.ResponseData
}

/** Makes the one object that talks to the network. Every address, each hop and each resolved address is checked. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  return new GuardedFetcher(options)
}

class GuardedFetcher implements Fetcher {
  readonly #exceptions: Exceptions
  readonly #agent: Agent
  readonly #queues: HostQueues
  readonly #robots = new Map<string, { readonly at: number; readonly found: Promise<Robots> }>()
  readonly #userAgent: string
  readonly #totalMs: number
  readonly #now: () => Date

  constructor(options: FetcherOptions) {
    this.#exceptions = { ports: options.ports ?? [], allowPrivate: options.allowPrivate ?? [] }
    this.#agent = guardedAgent(this.#exceptions)
    this.#queues = new HostQueues(options.perHostMs ?? TIMES.perHostMs)
    this.#userAgent = options.userAgent ?? USER_AGENT
    this.#totalMs = options.totalMs ?? TIMES.totalMs
    this.#now = options.now ?? (() => new Date())
  }

  async fetch(url: string, { signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<Outcome<Fetched>> {
    const checked = checkAddress(url, this.#exceptions)
    if (!checked.ok) return checked
    return this.#queues.run(checked.value.host, signal, async () => {
      const timeout = AbortSignal.timeout(this.#totalMs)
      const both = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
      try {
        return await this.#fetchNow(checked.value, both)
      } catch (error) {
        return explainFailure(error, url, this.#totalMs)
      }
    })
  }

  async close(): Promise<void> {
    await this.#agent.destroy()
  }

  async #fetchNow(url: URL, signal: AbortSignal): Promise<Outcome<Fetched>> {
    const answer = await this.#follow(url, signal, hop => this.#askRobots(hop, signal))
    if (!answer.ok) return answer
    const { response } = answer.value
    const refused = this.#judgeStatus(answer.value)
    if (refused !== null) {
      discard(response.body)
      return refused
    }
    const { mediaType, charset } = parseContentType(headerOf(response, 'content-type'))
    const isGzipFile = /\.xml\.gz$/i.test(answer.value.url.pathname)
    if (mediaType !== null && !isReadableType(mediaType) && !isGzipFile) {
      discard(response.body)
      return reject('collect', 'not-text', `${showAddress(url.href)} is ${mediaType}, not a page or a feed.`)
    }
    const budget = isGzipFile || (mediaType !== null && isDocumentType(mediaType)) ? LIMITS.feedBytes : LIMITS.pageBytes
    const read = await readLimited(response, budget)
    if (!read.ok) return read
    const body = isGzipFile ? openGzipFile(read.value, budget) : read
    if (!body.ok) return body
    const binary = binaryKind(body.value)
    if (binary !== null)
      return reject('collect', 'not-text', `${showAddress(url.href)} is ${binary}, not a page or a feed.`)
    const kind = isGzipFile ? 'application/xml' : (mediaType ?? sniffMediaType(body.value))
    if (kind === null)
      return reject('collect', 'not-text', `${showAddress(url.href)} names no media type and is no text.`)
    return accept({
      reachedUrl: answer.value.url.href,
      status: response.statusCode,
      mediaType: kind,
      charset,
      fetchedAt: this.#now().toISOString(),
      bytes: body.value,
    })
  }

  /** Asks, and follows redirects by hand, so that each hop is an address that was checked and may be asked for. */
  async #follow(
    start: URL,
    signal: AbortSignal,
    mayAsk: (url: URL) => Promise<Outcome<null>>,
  ): Promise<Outcome<Answer>> {
    let url = start
    for (let hop = 0; hop <= LIMITS.hops; hop++) {
      const allowed = await mayAsk(url)
      if (!allowed.ok) return allowed
      const response = await this.#ask(url, signal)
      if (!isRedirect(response)) return accept({ url, response })
      discard(response.body)
      const next = this.#nextHop(url, response)
      if (!next.ok) return next
      url = next.value
    }
    return reject('collect', 'redirect-refused', `${showAddress(start.href)} redirects more than ${LIMITS.hops} times.`)
  }

  #nextHop(url: URL, response: Dispatcher.ResponseData): Outcome<URL> {
    const refuse = (what: string) =>
      reject<URL>('collect', 'redirect-refused', `${showAddress(url.href)} redirects ${what}.`)
    const location = response.headers['location']
    if (Array.isArray(location)) return refuse('to several addresses at once')
    if (location === undefined || location.trim() === '') return refuse('without saying where to')
    if (!URL.canParse(location, url.href)) return refuse(`to something that is no address ("${showAddress(location)}")`)
    const next = new URL(location, url)
    if (url.protocol === 'https:' && next.protocol === 'http:') return refuse('from https to unencrypted http')
    const checked = checkAddress(next.href, this.#exceptions)
    if (checked.ok) return checked
    return reject(
      'collect',
      checked.rejection.reason,
      `${showAddress(url.href)} redirects to an address that is not fetched. ${checked.rejection.detail}`,
    )
  }

  #ask(url: URL, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    return request(url, {
      dispatcher: this.#agent,
      method: 'GET',
      signal,
      headers: {
        'user-agent': this.#userAgent,
        accept:
          'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json;q=0.9, application/xml;q=0.8, text/plain;q=0.7, */*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
        'accept-language': 'en, *;q=0.5',
      },
    })
  }

  #judgeStatus({ url, response }: Answer): Outcome<Fetched> | null {
    const status = response.statusCode
    const shown = showAddress(url.href)
    if (status === 429 || status === 503) {
      const wait = retryAfterMs(headerOf(response, 'retry-after'), this.#now())
      if (wait !== null) this.#queues.pause(url.host, wait)
      const until = wait === null ? '' : `, and asks to be left alone for ${Math.ceil(wait / 1000)} s`
      return reject('collect', 'try-later', `${shown} answers ${status}${until}.`)
    }
    if (status === 404 || status === 410)
      return reject('collect', 'not-found', `${shown} answers ${status}: there is no such page.`)
    if (status === 401 || status === 403 || status === 402 || status === 451)
      return reject('collect', 'not-allowed', `${shown} answers ${status}: the page is not open to us.`)
    if (status === 204 || status === 205 || status === 304)
      return reject('collect', 'no-content', `${shown} answers ${status}: no content.`)
    if (status < 200 || (status >= 300 && status < 1000))
      return reject('collect', 'bad-status', `${shown} answers ${status}.`)
    return null
  }

  async #askRobots(url: URL, signal: AbortSignal): Promise<Outcome<null>> {
    const origin = url.origin
    let known = this.#robots.get(origin)
    if (known === undefined || performance.now() - known.at > TIMES.robotsKeptMs) {
      if (this.#robots.size > LIMITS.hosts) this.#robots.clear()
      known = { at: performance.now(), found: readRobots(origin, robotsUrl => this.#fetchRobots(robotsUrl, signal)) }
      this.#robots.set(origin, known)
    }
    const robots = await known.found
    // A file that could not be read for a passing reason (a timeout, a called-off run) is asked for again next time.
    if (robots.passing) this.#robots.delete(origin)
    this.#queues.setDelay(url.host, robots.delayMs)
    if (robots.allows(url.href)) return accept(null)
    return reject('collect', robots.reason, robots.detail(showAddress(url.href)))
  }

  async #fetchRobots(url: URL, signal: AbortSignal): Promise<{ status: number; bytes: Uint8Array }> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMES.robotsMs)])
    const answer = await this.#follow(url, limited, async () => accept(null))
    if (!answer.ok) return { status: 404, bytes: new Uint8Array() }
    const body = await readLimited(answer.value.response, LIMITS.robotsBytes)
    return { status: answer.value.response.statusCode, bytes: body.ok ? body.value : new Uint8Array() }
  }
}

function isRedirect(response: Dispatcher.ResponseData): boolean {
  const status = response.statusCode
  return (
    status === 301 ||
    status === 302 ||
    status === 303 ||
    status === 307 ||
    status === 308 ||
    (status === 300 && headerOf(response, 'location') !== null)
  )
}

async function readLimited(response: Dispatcher.ResponseData, budget: number): Promise<Outcome<Uint8Array>> {
  const length = Number(headerOf(response, 'content-length') ?? Number.NaN)
  if (length > budget) {
    discard(response.body)
    return tooLarge(budget)
  }
  return readBody(response.body, headerOf(response, 'content-encoding'), budget)
}

function headerOf(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}

/** Retry-After in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3); null where it says neither. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
