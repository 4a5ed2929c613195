import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFetcher, type Fetcher, type FetcherOptions, retryAfterMs } from './fetch-guarded.ts'
import { LIMITS } from './limits.ts'

const PAGE = '<!doctype html><title>Port opens</title><p>Ana Example opened the port of Samplia.</p>'

let server: Server
let canary: Server
let hits: string[]
let canaryHits: number
let host: string
let canaryHost: string
let fetchers: Fetcher[]
let answer: RequestListener

const listen = (listener: RequestListener): Promise<Server> =>
  new Promise(resolve => {
    const made = createServer(listener).listen(0, '127.0.0.1', () => resolve(made))
  })
const hostOf = (made: Server) => `127.0.0.1:${(made.address() as AddressInfo).port}`

beforeEach(async () => {
  hits = []
  canaryHits = 0
  fetchers = []
  answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset="UTF-8"' }).end(PAGE)
  server = await listen((request, response) => {
    hits.push(request.url ?? '')
    if (request.url === '/robots.txt' && !hits.includes('!robots')) response.writeHead(404).end()
    else answer(request, response)
  })
  canary = await listen((_, response) => {
    canaryHits++
    response.end()
  })
  host = hostOf(server)
  canaryHost = hostOf(canary)
})

afterEach(async () => {
  await Promise.all(fetchers.map(made => made.close()))
  for (const made of [server, canary]) {
    made.closeAllConnections()
    made.close()
  }
})

function fetcher(options: FetcherOptions = {}): Fetcher {
  const made = createFetcher({
    allowPrivate: [host],
    perHostMs: 0,
    now: () => new Date('2025-04-08T00:00:00Z'),
    ...options,
  })
  fetchers.push(made)
  return made
}

async function reasonFor(path: string, options: FetcherOptions = {}): Promise<string> {
  const outcome = await fetcher(options).fetch(`http://${host}${path}`)
  if (!outcome.ok) expect(outcome.rejection.detail).toMatch(/\.$/)
  return outcome.ok ? 'read' : outcome.rejection.reason
}

describe('createFetcher', () => {
  it('hands on a page with its address, type, charset and time', async () => {
    const outcome = await fetcher().fetch(`http://${host}/a#part`)
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        reachedUrl: `http://${host}/a`,
        status: 200,
        mediaType: 'text/html',
        charset: 'utf-8',
        fetchedAt: '2025-04-08T00:00:00.000Z',
      },
    })
    expect(outcome.ok && Buffer.from(outcome.value.bytes).toString()).toBe(PAGE)
  })

  it('does not connect to a private address that nobody listed', async () => {
    const outcome = await createFetcher().fetch(`http://${canaryHost}/`)
    expect(outcome).toMatchObject({ ok: false, rejection: { reason: 'private-address' } })
    expect(canaryHits).toBe(0)
  })

  it('does not follow a redirect to a private address', async () => {
    answer = (_, response) => response.writeHead(302, { location: `http://${canaryHost}/` }).end()
    expect(await reasonFor('/')).toBe('private-address')
    expect(canaryHits).toBe(0)
  })

  it('follows five redirects and no sixth', async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
    }
    expect(await reasonFor('/5')).toBe('read')
    expect(await reasonFor('/6')).toBe('redirect-refused')
  })

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [403, 'not-allowed'],
    [204, 'no-content'],
    [500, 'bad-status'],
    [429, 'try-later'],
  ])('turns a page away that answers %i', async (status, reason) => {
    answer = (_, response) => response.writeHead(status, { 'retry-after': '3600' }).end()
    expect(await reasonFor('/')).toBe(reason)
  })

  it('leaves a host alone that asked for it', async () => {
    answer = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end()
    const polite = fetcher()
    await polite.fetch(`http://${host}/1`)
    const asked = hits.length
    expect(await polite.fetch(`http://${host}/2`)).toMatchObject({ ok: false, rejection: { reason: 'try-later' } })
    expect(hits.length).toBe(asked)
  })

  it('gives up on an answer that never ends', async () => {
    let pieces = 0
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const drip = setInterval(() => response.write('<p>', () => pieces++), 20)
      response.on('close', () => clearInterval(drip))
    }
    expect(await reasonFor('/', { totalMs: 400 })).toBe('timed-out')
    // Server and fetcher share a thread, so that a busy machine holds both up; 25 s, the usual time, is 1,250 pieces.
    expect(pieces).toBeLessThan(200)
  })

  it('counts bytes after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 32), { level: 9 })
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb)
    expect(await reasonFor('/')).toBe('too-large')
  })

  it('opens one content coding and no second', async () => {
    answer = (request, response) => {
      const twice = request.url === '/twice'
      const body = twice ? gzipSync(gzipSync(PAGE)) : gzipSync(PAGE)
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': twice ? 'gzip, gzip' : 'gzip' })
        .end(body)
    }
    expect(await reasonFor('/once')).toBe('read')
    expect(await reasonFor('/twice')).toBe('bad-coding')
  })

  it('refuses a length beyond the limit without waiting for the body', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(LIMITS.pageBytes + 1) })
      response.write(PAGE)
    }
    expect(await reasonFor('/')).toBe('too-large')
  })

  it('turns away what is no text', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0x89, 0x50]))
    expect(await reasonFor('/')).toBe('not-text')
  })

  it('opens a gzipped sitemap file, and nothing else of that type', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-type': 'application/x-gzip' }).end(gzipSync('<urlset/>'))
    const outcome = await fetcher().fetch(`http://${host}/sitemap.xml.gz`)
    expect(outcome.ok && Buffer.from(outcome.value.bytes).toString()).toBe('<urlset/>')
    expect(await reasonFor('/backup.gz')).toBe('not-text')
  })

  it('obeys robots.txt, and asks for it once', async () => {
    hits.push('!robots')
    answer = (request, response) => {
      if (request.url === '/robots.txt')
        response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private\n')
      else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)
    }
    const polite = fetcher()
    expect((await polite.fetch(`http://${host}/open`)).ok).toBe(true)
    expect(await polite.fetch(`http://${host}/private/x`)).toMatchObject({ ok: false, rejection: { reason: 'robots' } })
    expect(hits.filter(hit => hit === '/robots.txt')).toHaveLength(1)
    expect(hits).not.toContain('/private/x')
  })

  it('spaces requests to one host', async () => {
    const polite = fetcher({ perHostMs: 150 })
    const started = performance.now()
    await Promise.all([1, 2, 3].map(n => polite.fetch(`http://${host}/${n}`)))
    expect(performance.now() - started).toBeGreaterThan(290)
  })

  it('ends at once when the run is called off', async () => {
    answer = () => {}
    const stop = new AbortController()
    const fetching = fetcher().fetch(`http://${host}/`, { signal: stop.signal })
    setTimeout(() => stop.abort(), 100)
    expect(await fetching).toMatchObject({ ok: false, rejection: { reason: 'aborted' } })
  })

  it('says that a server is not there', async () => {
    canary.close()
    canary.closeAllConnections()
    const outcome = await fetcher({ allowPrivate: [canaryHost] }).fetch(`http://${canaryHost}/`)
    expect(outcome).toMatchObject({ ok: false, rejection: { reason: 'fetch-failed' } })
  })
})

describe('retryAfterMs', () => {
  const now = new Date('2025-04-08T00:00:00Z')
  it.each([
    ['120', 120_000],
    ['Tue, 08 Apr 2025 00:01:00 GMT', 60_000],
    ['Mon, 07 Apr 2025 00:01:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('reads %s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})
