import Fastify, { type FastifyInstance } from 'fastify'
import type { Status } from '../model/api.ts'
import { TheatrumError } from '../model/errors.ts'
import { answerSchemas } from './answer-schemas.ts'
import type { Answers } from './answers.ts'
import { DOCS_STYLE, docsPage } from './api-docs.ts'
import { registerApi } from './api-plugin.ts'
import { isOwnHost } from './host-check.ts'
import { registerLive } from './live-stream.ts'
import { openApiDocument } from './openapi.ts'
import { problemOf, problemOfError, sendProblem } from './problems.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { BUILT_PAGES, registerPages } from './static-pages.ts'

/** What a server is built from. */
export interface ServerParts {
  readonly answers: Answers
  readonly version: string
  /** Names and addresses, beside the machine's own, under which it may be asked. */
  readonly allowedHosts: readonly string[]
  /** Work in progress, for the status line; absent: idle. */
  readonly progress?: () => Status['work']
  /** Folder of the built pages; `BUILT_PAGES` unless told otherwise. */
  readonly pages?: string
}

/** A Fastify server with pages, API and live stream, not listening yet. */
export async function buildServer({
  answers,
  version,
  allowedHosts,
  progress,
  pages,
}: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    logger: { level: 'error', stream: process.stderr },
    // `server.close()` must not wait for open streams and kept-alive sockets.
    forceCloseConnections: true,
    requestTimeout: 30_000,
    bodyLimit: 1024,
    routerOptions: { maxParamLength: 200 },
    // The contract names the routes without a version; /api/v1 is where they live.
    rewriteUrl: request => (request.url ?? '/').replace(/^\/api\/(?!v1\/|docs|openapi\.json)/, '/api/v1/'),
  })
  const status = async (): Promise<Status> => ({ ...(await answers.counts()), version, work: progress?.() ?? null })

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS)
    if (isOwnHost(request.headers.host, allowedHosts)) return
    await sendProblem(
      reply,
      problemOf('TH_ADDRESS_REFUSED', 'add the name to `allowedHosts` in the configuration to be asked under it'),
    )
  })
  server.setErrorHandler((error, request, reply) => {
    const problem = problemOfError(error)
    // A store out of reach is said to the asker; a bug must leave its trace here.
    if (!(error instanceof TheatrumError) && problem.status >= 500) request.log.error(error)
    return sendProblem(reply, problem)
  })
  await server.register(
    async scope => {
      registerApi(scope, { answers, status })
      registerLive(scope, status)
    },
    { prefix: '/api/v1' },
  )
  registerDocs(server, version)
  await registerPages(server, pages ?? BUILT_PAGES)
  return server
}

function registerDocs(server: FastifyInstance, version: string): void {
  const document = openApiDocument(version, answerSchemas)
  server.get('/api/openapi.json', async (_request, reply) => reply.header('cache-control', 'no-cache').send(document))
  server.get('/api/docs', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(docsPage(version)),
  )
  server.get('/api/docs.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(DOCS_STYLE))
}
