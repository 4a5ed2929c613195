import type { FastifyInstance } from 'fastify'
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
    scope.get(route.path.replace(/\{(\w+)\}/g, ':$1'), async (request, reply) => {
      const query = checked(route.query, request.query)
      const { id } = checked(route.params, request.params)
      const answer = await route.ask({ answers, query, id: typeof id === 'string' ? id : '' })
      return reply.header('cache-control', 'no-store').send(answer)
    })
  }
  scope.get('/status', async (_request, reply) => reply.header('cache-control', 'no-store').send(await status()))
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
