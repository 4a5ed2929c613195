import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fakeAnswers } from '../../test/web/fake-answers.ts'
import { TheatrumError } from '../model/errors.ts'
import { answerSchemas } from './answer-schemas.ts'
import { buildServer } from './build-server.ts'
import { isOwnHost } from './host-check.ts'
import { CONTENT_SECURITY_POLICY } from './security-headers.ts'

const pages = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-pages-'))
fs.mkdirSync(path.join(pages, 'assets'))
fs.writeFileSync(path.join(pages, 'index.html'), '<!doctype html><title>pages</title>')
fs.writeFileSync(path.join(pages, 'assets', 'a-1234.js'), 'export {}')
fs.writeFileSync(path.join(pages, 'assets', 'a-1234.js.gz'), 'gzipped')

const server = await buildServer({ answers: fakeAnswers(), version: '1.2.3', allowedHosts: ['desk.example'], pages })
const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: 'localhost:4600', ...headers } })

beforeAll(() => server.ready())
afterAll(async () => {
  await server.close()
  fs.rmSync(pages, { recursive: true })
})

describe('the API', () => {
  it.each([
    ['/stories', 'StoryRow'],
    ['/statements?speaker=example', 'EntryRow'],
    ['/events', 'EventRow'],
    ['/actors?q=ana', 'ActorRow'],
    ['/rejections', 'RejectionRow'],
  ])('answers %s with a page of rows of the contract', async (url, type) => {
    const answer = (await get(`/api/v1${url}`)).json()
    expect(answer.rows.length).toBeGreaterThan(0)
    expect(answer.total).toBeGreaterThanOrEqual(answer.rows.length)
    for (const row of answer.rows) expect(answerSchemas[type]?.safeParse(row).error).toBeUndefined()
  })

  it.each([
    ['/stories/s1', 'StoryDetail'],
    ['/articles/a1', 'ArticleDetail'],
    ['/search?q=strait', 'SearchAnswer'],
    ['/events/timeline', 'EventTimeline'],
    ['/events.geojson', 'EventFeatures'],
    ['/status', 'Status'],
  ])('answers %s as the contract says', async (url, type) => {
    const response = await get(`/api/v1${url}`)
    expect(response.statusCode).toBe(200)
    expect(answerSchemas[type]?.safeParse(response.json()).error).toBeUndefined()
  })

  it('answers the names without a version too', async () => {
    expect((await get('/api/stories?limit=1')).json()).toEqual((await get('/api/v1/stories?limit=1')).json())
  })

  it('goes on where the page before ended, without gap or double', async () => {
    const ids: string[] = []
    const { total } = (await get('/api/v1/statements')).json()
    for (let after: string | null = ''; after !== null; ) {
      const page: { rows: { id: string }[]; next: string | null } = (
        await get(`/api/v1/statements?limit=2${after === '' ? '' : `&after=${after}`}`)
      ).json()
      ids.push(...page.rows.map(row => row.id))
      after = page.next
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(total)
  })

  it.each([
    ['an unknown filter', '/api/v1/stories?colour=red', 400, 'TH_USAGE'],
    ['a limit that is none', '/api/v1/stories?limit=many', 400, 'TH_USAGE'],
    ['a limit that is too high', '/api/v1/stories?limit=100000', 400, 'TH_USAGE'],
    ['a day that is none', '/api/v1/stories?from=8+April', 400, 'TH_USAGE'],
    ['a type that is none', '/api/v1/events?type=quarrel', 400, 'TH_USAGE'],
    ['a status that is none', '/api/v1/events.geojson?status=maybe', 400, 'TH_USAGE'],
    ['paging where there is none', '/api/v1/events/timeline?limit=5', 400, 'TH_USAGE'],
    ['a filter given twice', '/api/v1/stories?q=a&q=b', 400, 'TH_USAGE'],
    ['a filter without end', `/api/v1/stories?q=${'x'.repeat(600)}`, 400, 'TH_USAGE'],
    ['a search for nothing', '/api/v1/search?q=', 400, 'TH_USAGE'],
    ['a story that is not there', '/api/v1/stories/none', 404, 'TH_NOT_FOUND'],
    ['an article that is not there', '/api/v1/articles/%2e%2e%2fetc', 404, 'TH_NOT_FOUND'],
    ['a route that is not there', '/api/v1/nothing', 404, 'TH_NOT_FOUND'],
  ])('answers %s with a problem', async (_name, url, status, code) => {
    const response = await get(url)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    const problem = response.json()
    expect(answerSchemas['Problem']?.safeParse(problem).error).toBeUndefined()
    expect(problem).toMatchObject({ status, code })
    expect(problem.detail).not.toBe('')
  })

  it('says what it expected and what came', async () => {
    const { detail } = (await get('/api/v1/events?status=maybe')).json()
    expect(detail).toContain('`status`: expected one of happened, ongoing,')
    expect(detail).toContain('got "maybe"')
    expect((await get('/api/v1/events?type=consult&status=Happened')).statusCode).toBe(200)
  })

  it('gives events as GeoJSON to those who ask for it by address or by media type', async () => {
    const byAddress = await get('/api/events.geojson?limit=2')
    expect(byAddress.headers['content-type']).toMatch(/^application\/geo\+json/)
    const collection = byAddress.json()
    expect(collection).toMatchObject({ type: 'FeatureCollection', total: expect.any(Number), next: expect.any(String) })
    expect(collection.features).toHaveLength(2)
    const accepted = await get('/api/events?limit=2', { accept: 'application/geo+json' })
    expect(accepted.json()).toEqual(collection)
    expect(accepted.headers['vary']).toMatch(/accept/i)
    for (const accept of ['application/json, application/geo+json', '*/*', 'text/html'])
      expect((await get('/api/events?limit=2', { accept })).json().rows).toHaveLength(2)
    const { paths } = (await get('/api/openapi.json')).json()
    expect(Object.keys(paths['/events'].get.responses[200].content)).toContain('application/geo+json')
    expect(paths['/events.geojson'].get.operationId).not.toBe(paths['/events'].get.operationId)
    const types = paths['/events'].get.parameters.find((one: { name: string }) => one.name === 'type').schema.enum
    expect(types).toHaveLength(16)
  })

  it.each(['POST', 'PUT', 'DELETE'] as const)('changes nothing by %s', async method => {
    const response = await server.inject({ method, url: '/api/v1/stories', headers: { host: 'localhost' } })
    expect(response.statusCode).toBe(405)
    expect(response.json().code).toBe('TH_USAGE')
  })

  it('keeps the inside of a bug to itself', async () => {
    const broken = await buildServer({
      answers: {
        ...fakeAnswers(),
        actors: () => Promise.reject(new Error('secret detail')),
        stories: () => Promise.reject(new TheatrumError('TH_DATABASE_UNREACHABLE', 'the server is gone')),
      },
      version: '1',
      allowedHosts: [],
      pages,
    })
    const ask = (url: string) => broken.inject({ url, headers: { host: 'localhost' } })
    const bug = await ask('/api/v1/actors')
    expect(bug.statusCode).toBe(500)
    expect(bug.body).not.toContain('secret')
    expect((await ask('/api/v1/stories')).json()).toMatchObject({ status: 503, code: 'TH_DATABASE_UNREACHABLE' })
    await broken.close()
  })
})

describe('the OpenAPI document', () => {
  it('describes every route with parameters from the very schemas that check them', async () => {
    const document = (await get('/api/openapi.json')).json()
    expect(document.openapi).toMatch(/^3\.1/)
    const parameters = document.paths['/stories'].get.parameters.map((one: { name: string }) => one.name)
    expect(parameters).toEqual(expect.arrayContaining(['q', 'actor', 'from', 'to', 'minOrigins', 'after', 'limit']))
    expect(document.paths['/stories/{id}'].get.parameters[0]).toMatchObject({ in: 'path', required: true })
  })

  it('points at nothing that it does not hold', async () => {
    const response = await get('/api/openapi.json')
    const names = [...response.body.matchAll(/#\/components\/schemas\/(\w+)/g)].map(match => match[1] ?? '')
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(Object.keys(response.json().components.schemas)).toContain(name)
  })

  it('has a page for people that holds to the policy', async () => {
    const { body, headers } = await get('/api/docs')
    expect(headers['content-type']).toContain('text/html')
    expect(body).not.toMatch(/<script|<style|style=/)
    expect(body).toContain('GET /api/v1/stories/{id}')
  })
})

describe('the pages', () => {
  it('come for every address of a view, and are asked for again each time', async () => {
    for (const url of ['/', '/stories', '/events?type=AID', '/some/where']) {
      const response = await get(url, { accept: 'text/html' })
      expect(response.statusCode, url).toBe(200)
      expect(response.body).toContain('<title>pages</title>')
      expect(response.headers['cache-control']).toBe('no-cache')
    }
  })

  it('keep hashed files for a year and send the compressed form to those who read it', async () => {
    const plain = await get('/assets/a-1234.js')
    expect(plain.body).toBe('export {}')
    expect(plain.headers['cache-control']).toContain('immutable')
    const small = await get('/assets/a-1234.js', { 'accept-encoding': 'gzip' })
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(small.headers['content-type']).toContain('javascript')
  })

  it('answer a file that is gone with 404, not with a page', async () => {
    expect((await get('/assets/old-9999.js')).statusCode).toBe(404)
  })

  it.each(['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fpackage.json', '//etc/passwd'])(
    'serve nothing outside their folder for %s',
    async url => {
      const { body } = await get(url)
      expect(body).not.toMatch(/root:|"dependencies"/)
    },
  )
})

describe('who may ask', () => {
  it('gives every answer the same strict headers', async () => {
    for (const url of ['/', '/api/v1/status', '/api/v1/none', '/api/docs']) {
      const { headers } = await get(url)
      expect(headers['content-security-policy'], url).toBe(CONTENT_SECURITY_POLICY)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    }
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:/)
  })

  it.each([
    ['localhost', true],
    ['127.0.0.1:4600', true],
    ['[::1]:4600', true],
    ['LOCALHOST:80', true],
    ['desk.example:4600', true],
    ['evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['127.0.0.1@evil.example', false],
    ['', false],
    [undefined, false],
  ])('takes the name %s: %s', (host, own) => {
    expect(isOwnHost(host, ['desk.example'])).toBe(own)
  })

  it('answers a foreign name with a problem and no data', async () => {
    const response = await get('/api/v1/stories', { host: 'evil.example' })
    expect(response.statusCode).toBe(421)
    expect(response.json().code).toBe('TH_ADDRESS_REFUSED')
  })
})

describe('the live stream', () => {
  it('tells counts at once and ends with the server', async () => {
    const live = await buildServer({
      answers: fakeAnswers(),
      version: '1',
      allowedHosts: [],
      pages,
      progress: () => ({ stage: 'read', done: 3, left: 4, rejected: 1, perSecond: 2.5 }),
    })
    await live.listen({ port: 0, host: '127.0.0.1' })
    const [address] = live.addresses()
    if (address === undefined || typeof address === 'string') throw new Error('not listening')
    const socket = net.connect(address.port, '127.0.0.1')
    const chunks: string[] = []
    socket.on('data', chunk => chunks.push(chunk.toString()))
    socket.write(`GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${address.port}\r\n\r\n`)
    await expect.poll(() => chunks.join('')).toContain('event: new')
    expect(chunks.join('')).toMatch(/content-type: text\/event-stream/i)
    expect(chunks.join('')).toContain('"done":3')
    const ended = new Promise(resolve => socket.once('close', resolve))
    await live.close()
    await ended
  })
})
