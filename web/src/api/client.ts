import type { Problem } from '../../../src/model/api.ts'

/** A question that the server refused or could not answer, with its problem details (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** A problem for what is no answer of ours: the network, a proxy, a server that is gone. */
function outsideProblem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: 'No answer from Theatrum', status, detail, code: 'unreachable' }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'detail' in value && 'code' in value
}

export type Query = Readonly<Record<string, string | number | null | undefined>>

/** Address of a question: empty filters are left out, so equal questions have equal addresses. */
export function addressOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  const search = params.toString()
  return `/api/v1${path}${search === '' ? '' : `?${search}`}`
}

/**
 * Asks the API. The type is the contract's (src/model/api.ts), which the server is held to by its own tests.
 * @throws ProblemError for anything but an answer
 */
export async function ask<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch(addressOf(path, query), signal === undefined ? {} : { signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError(outsideProblem(0, 'The server does not answer. Is `theatrum serve` still running?'))
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null) return body as T
  throw new ProblemError(isProblem(body) ? body : outsideProblem(response.status, `It answered ${response.status}.`))
}
