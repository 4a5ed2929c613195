import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Status } from '../model/api.ts'
import { TheatrumError } from '../model/errors.ts'
import type { Answers } from './answers.ts'
import { API_ROUTES } from './routes.ts'

/** Registers the JSON routes of the API on a Fastify scope. Answers are never cached: the picture changes under them. */
export function registerApi(
  scope: FastifyInstance,
  { answers, status }: { readonly answers: Answers; readonly status: () => Promise<Status> },
): void {
  for (const route of API_ROUTES) {
    const { also } = route
    const asked = (request: FastifyRequest): Promise<unknown> => {
      const query = checked(route.query, request.query)
      const { id } = checked(route.params, request.params)
      return route.ask({ answers, query, id: typeof id === 'string' ? id : '' })
    }
    const path = route.path.replace(/\{(\w+)\}/g, ':$1')
    scope.get(path, async (request, reply) => {
      const answer = await asked(request)
      reply.header('cache-control', 'no-store')
      if (also === undefined) return reply.send(answer)
      reply.header('vary', 'accept')
      if (!wants(also.media, request.headers.accept)) return reply.send(answer)
      return reply.type(also.media).send(JSON.stringify(also.write(answer)))
    })
    if (also === undefined) continue
    scope.get(path + also.suffix, async (request, reply) => {
      const answer = also.write(await asked(request))
      return reply.header('cache-control', 'no-store').type(also.media).send(JSON.stringify(answer))
    })
  }
  scope.get('/status', async (_request, reply) => reply.header('cache-control', 'no-store').send(await status()))
}

/** Is this form asked for by name, and before plain JSON where both are? Without weights the first named comes first. */
function wants(media: string, accept: string | undefined): boolean {
  const named = (accept ?? '').split(',').map(part => part.split(';')[0]?.trim().toLowerCase())
  const at = named.indexOf(media)
  const plain = named.indexOf('application/json')
  return at >= 0 && (plain < 0 || at < plain)
}

function checked(schema: z.ZodObject, value: unknown): Readonly<Record<string, unknown>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(issue => {
    const where = issue.path.join('.')
    return where === '' ? issue.message : `\`${where}\`: ${issue.message}`
  })
  throw new TheatrumError('TH_USAGE', issues.join('; '), { todo: 'see /api/docs for the names and forms' })
}
