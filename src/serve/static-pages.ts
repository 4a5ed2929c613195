import fs from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problemOf, sendProblem } from './problems.ts'

/** Where the built pages lie: `web/` beside this module's folder in dist/. */
export const BUILT_PAGES: string = path.join(import.meta.dirname, '..', 'web')

const A_YEAR_S = 365 * 24 * 3600

/**
 * Serves the built pages: hashed files for a year, the rest checked each time, the compressed form where it lies
 * beside the file. Addresses without a dot fall back to index.html, so that every view of the app can be opened.
 */
export async function registerPages(server: FastifyInstance, folder: string): Promise<void> {
  const built = fs.existsSync(path.join(folder, 'index.html'))
  if (built)
    await server.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      wildcard: true,
      index: ['index.html'],
      cacheControl: false,
      setHeaders(reply, file) {
        const hashed = file.includes(`${path.sep}assets${path.sep}`)
        reply.setHeader('cache-control', hashed ? `public, max-age=${A_YEAR_S}, immutable` : 'no-cache')
      },
    })
  server.setNotFoundHandler((request, reply) => {
    const [address = '/'] = request.url.split('?')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendProblem(
        reply.header('allow', 'GET, HEAD'),
        problemOf('TH_USAGE', `${request.method} is not answered here`, 405),
      )
    if (address === '/api' || address.startsWith('/api/'))
      return sendProblem(reply, problemOf('TH_NOT_FOUND', `the API has no ${address}; /api/docs lists what it has`))
    if (!built)
      return sendProblem(reply, problemOf('TH_NOT_FOUND', 'the pages are not built; run `npm run build`', 404))
    if (/\.[a-z0-9]{1,5}$/i.test(address))
      return sendProblem(reply, problemOf('TH_NOT_FOUND', `there is no file ${address}`))
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
