import type { FastifyReply } from 'fastify'
import type { Problem } from '../model/api.ts'
import { TheatrumError } from '../model/errors.ts'

/** HTTP status of our error codes where it is not 500: what the asker did wrong, or what is out of reach for now. */
const STATUS_OF: Readonly<Record<string, number>> = {
  TH_USAGE: 400,
  TH_DATE_UNREADABLE: 400,
  TH_NOT_FOUND: 404,
  TH_ADDRESS_REFUSED: 421,
  TH_DATABASE_UNREACHABLE: 503,
  TH_DISK_FULL: 507,
}

const TITLE_OF: Readonly<Record<number, string>> = {
  400: 'The question cannot be read',
  404: 'Not found',
  405: 'Only GET is answered here',
  421: 'Asked under a name that is not this server’s',
  503: 'The store cannot be reached',
  507: 'The disk is full',
}

/** A problem-details object (RFC 9457); `status` overrides the one that goes with the code. */
export function problemOf(code: string, detail: string, status: number = STATUS_OF[code] ?? 500): Problem {
  return {
    type: `urn:theatrum:error:${code.toLowerCase()}`,
    title: TITLE_OF[status] ?? 'Something went wrong in Theatrum',
    status,
    detail,
    code,
  }
}

/** What went wrong as a problem: our own errors with their advice; anything else is a bug and shows nothing of its inside. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof TheatrumError) {
    const advice = error.todo === null ? '' : ` Try: ${error.todo}`
    return problemOf(error.code, `${error.message}${advice}`)
  }
  const status = statusOfFastify(error)
  if (status !== null) return problemOf('TH_USAGE', error instanceof Error ? error.message : 'bad request', status)
  return problemOf('TH_BUG', 'This is a bug in Theatrum. The log of the server holds the details.', 500)
}

/** Fastify's own refusals (malformed address, too long) carry a 4xx status. */
function statusOfFastify(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null
  const { statusCode } = error
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null
}

/** Sends a problem as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
}
