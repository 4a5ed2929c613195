import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newFolder, theatrum } from './run-theatrum.ts'

const folder = newFolder()
const data = path.join(folder, 'data')
const at = (name: string): string => path.join(folder, name)
let server: http.Server
let port = 0

beforeAll(async () => {
  fs.mkdirSync(at('empty'))
  fs.writeFileSync(
    at('no-article.html'),
    '<html><head><title>Home</title></head><body><nav><a href="/">Home</a></nav></body></html>',
  )
  fs.writeFileSync(
    at('empty-feed.xml'),
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Nothing</title></channel></rss>',
  )
  fs.writeFileSync(
    at('good.txt'),
    'Harbour reopens\n\nThe port of Exampleton reopened on Tuesday after a storm, the harbour office said.\n',
  )
  server = http.createServer((request, response) => {
    if (request.url === '/missing.html') response.writeHead(404).end('no such page')
    else if (request.url === '/private.html') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    else if (request.url === '/endless.html') {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('<p>word </p>'.repeat(2000)), 1)
      response.on('close', () => clearInterval(timer))
    } else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  fs.writeFileSync(at('config.json'), JSON.stringify({ allowPrivate: [`127.0.0.1:${port}`] }))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** One line for the error, one for what to do, and no stack. */
function expectOneClearLine(err: string, code: string): void {
  expect(err).toMatch(new RegExp(`^error ${code}  .+\\n  try   .+\\n$`))
}

describe('a mistake of the user is one clear line and exit code 2', () => {
  it.each([
    ['a missing file', ['ingest', at('no-such-file.txt')], 'TH_INPUT_MISSING'],
    ['a folder without articles', ['ingest', at('empty')], 'TH_INPUT_EMPTY'],
    ['an unreadable date', ['ingest', at('good.txt'), '--published', '8 April'], 'TH_DATE_UNREADABLE'],
    ['a day that is none', ['stories', '--from', '2025-02-30'], 'TH_DATE_UNREADABLE'],
    ['an unknown command', ['frobnicate'], 'TH_USAGE'],
    ['an unknown option', ['stories', '--frobnicate'], 'TH_USAGE'],
    ['a port that is none', ['serve', '--port', '99999'], 'TH_USAGE'],
    ['a missing configuration', ['doctor', '--config', at('no-such.json')], 'TH_CONFIG'],
  ])('%s', async (_what, args, code) => {
    const ran = await theatrum([...args, '--data', data])
    expectOneClearLine(ran.err, code)
    expect(ran.code).toBe(2)
    expect(ran.out).toBe('')
  })

  it('names the key of a wrong configuration', async () => {
    fs.writeFileSync(at('wrong.json'), '{"port": "four"}')
    const ran = await theatrum(['doctor', '--config', at('wrong.json')])
    expect(ran.err).toContain('wrong.json: port')
    expect(ran.code).toBe(2)
  })
})

describe('what cannot be read costs itself alone', () => {
  it.each([
    ['a page that is no article', at('no-article.html'), 'no-article'],
    ['an empty feed', at('empty-feed.xml'), 'empty-feed'],
    ['a missing file beside others', at('no-such-file.txt'), 'missing-file'],
    ['an address that answers 404', '/missing.html', '404'],
    ['an address that never ends', '/endless.html', 'too-large'],
    ['a redirect to a private address', '/private.html', 'private|refused|port'],
  ])('%s', async (_what, target, reason) => {
    const asked =
      target.startsWith('/') && target.endsWith('.html') && !target.startsWith(folder)
        ? `http://127.0.0.1:${port}${target}`
        : target
    const ran = await theatrum([
      'ingest',
      asked,
      at('good.txt'),
      '--strict',
      '--config',
      at('config.json'),
      '--data',
      data,
    ])
    const line = ran.err.split('\n').find(one => one.startsWith('rejected'))
    expect(line).toMatch(new RegExp(reason))
    expect(ran.err).toMatch(/stored (1 new|nothing new)/)
    expect(ran.code).toBe(1)
  })
})

describe('trouble outside is exit code 3', () => {
  it('a taken port', async () => {
    const ran = await theatrum(['serve', '--port', String(port), '--data', data])
    expectOneClearLine(ran.err, 'TH_PORT_TAKEN')
    expect(ran.code).toBe(3)
  })

  it('a database that does not answer', async () => {
    const ran = await theatrum(['stories'], {
      cwd: folder,
      env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
    })
    expectOneClearLine(ran.err, 'TH_DATABASE_UNREACHABLE')
    expect(ran.code).toBe(3)
  })

  it('a data directory of a newer version is left alone', async () => {
    fs.mkdirSync(at('newer'))
    fs.writeFileSync(at('newer/theatrum.json'), '{"format":9999}')
    const ran = await theatrum(['stories', '--data', at('newer')])
    expectOneClearLine(ran.err, 'TH_DATA_NEWER')
    expect(fs.readdirSync(at('newer'))).toEqual(['theatrum.json'])
  })
})
