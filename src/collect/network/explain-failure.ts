import { type Outcome, reject } from '../../model/rejection.ts'
import { showAddress } from './check-address.ts'
import { ForbiddenConnection } from './guarded-agent.ts'

const SENTENCES: Readonly<Record<string, readonly [reason: string, sentence: string]>> = {
  ENOTFOUND: ['unknown-host', 'The name does not exist in DNS.'],
  EAI_AGAIN: ['unknown-host', 'The name could not be looked up: DNS does not answer. Is this machine online?'],
  ECONNREFUSED: ['fetch-failed', 'The server refuses connections.'],
  ECONNRESET: ['fetch-failed', 'The server closed the connection before it answered.'],
  EPIPE: ['fetch-failed', 'The server closed the connection before it answered.'],
  UND_ERR_SOCKET: ['fetch-failed', 'The server closed the connection before it answered.'],
  ENETUNREACH: ['fetch-failed', 'There is no route to the server. Is this machine online?'],
  EHOSTUNREACH: ['fetch-failed', 'There is no route to the server.'],
  ETIMEDOUT: ['timed-out', 'The server could not be reached in time.'],
  UND_ERR_CONNECT_TIMEOUT: ['timed-out', 'The server could not be reached in time.'],
  UND_ERR_HEADERS_TIMEOUT: ['timed-out', 'The server took the question and did not begin its answer in time.'],
  UND_ERR_BODY_TIMEOUT: ['timed-out', 'The server stopped in the middle of its answer.'],
  UND_ERR_HEADERS_OVERFLOW: ['too-large', 'The answer has more headers than an honest page has.'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['fetch-failed', 'The answer is shorter or longer than it says.'],
}

/**
 * A failed fetch as a rejection. Errors that are none of the network's (a bug) are thrown on.
 */
export function explainFailure<T>(error: unknown, url: string, totalMs: number): Outcome<T> {
  for (const cause of causes(error)) {
    if (cause instanceof ForbiddenConnection)
      return reject(
        'collect',
        'private-address',
        `${cause.host} resolves to ${cause.address}, which is this machine, a private or a reserved network; nothing was sent there.`,
      )
    if (cause.name === 'TimeoutError')
      return reject('collect', 'timed-out', `${showAddress(url)} did not end within ${totalMs / 1000} s.`)
    if (cause.name === 'AbortError')
      return reject('collect', 'aborted', `The fetch of ${showAddress(url)} was called off.`)
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    const known = SENTENCES[code]
    if (known !== undefined) return reject('collect', known[0], `${showAddress(url)}: ${known[1]}`)
    if (cause.name === 'HTTPParserError')
      return reject('collect', 'fetch-failed', `${showAddress(url)}: the answer is not HTTP.`)
    if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code))
      return reject(
        'collect',
        'bad-certificate',
        `${showAddress(url)}: the server's certificate is not trusted or TLS fails (${code}).`,
      )
    if (code.startsWith('UND_ERR') || /^E[A-Z]{3,}$/.test(code))
      return reject('collect', 'fetch-failed', `${showAddress(url)}: ${cause.message} (${code}).`)
  }
  throw error
}

/** The error and what caused it, AggregateErrors of several addresses opened; at most 10. */
function causes(error: unknown): Error[] {
  const out: Error[] = []
  const queue: unknown[] = [error]
  while (queue.length > 0 && out.length < 10) {
    const next = queue.shift()
    if (!(next instanceof Error)) continue
    out.push(next)
    if (next instanceof AggregateError) queue.push(...next.errors)
    queue.push(next.cause)
  }
  return out
}
