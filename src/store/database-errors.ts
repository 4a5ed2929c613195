import { TheatrumError } from '../model/errors.ts'
import { codeOf, isNotUp } from './embedded/connection.ts'

/** True when the server is not there or went away: asking again later can help. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error)
  return (
    isNotUp(error) ||
    (code !== null &&
      ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', '08006', '08003', '08001'].includes(code))
  )
}

export function unreachable(cause: unknown, where: string): TheatrumError {
  const detail =
    cause instanceof AggregateError ? (cause.errors[0] as Error | undefined)?.message : (cause as Error).message
  return new TheatrumError(
    'TH_DATABASE_UNREACHABLE',
    `the database cannot be reached: ${detail || codeOf(cause) || 'no answer'}`,
    {
      where,
      todo: 'check that the server runs and that DATABASE_URL names it',
      cause,
    },
  )
}

/** SQLSTATEs with which a server turns away who knocks: wrong password, unknown role or database, no entry. */
const REFUSED = ['28P01', '28000', '3D000', '08004']
/** Disk full, and out of memory of the server. */
const NO_ROOM = ['53100', 'ENOSPC', 'EDQUOT']

/** A failure of the database as the user can act on it; errors that are ours stay as they are. */
export function databaseError(error: unknown, where: string): unknown {
  if (error instanceof TheatrumError) return error
  const code = codeOf(error)
  if (code !== null && NO_ROOM.includes(code)) {
    return new TheatrumError('TH_DISK_FULL', 'the disk of the database is full: nothing of this batch was stored', {
      where,
      todo: 'free some space and run the same command again',
      cause: error,
    })
  }
  if (isConnectionLoss(error) || code === 'ENOTFOUND' || (code !== null && REFUSED.includes(code)))
    return unreachable(error, where)
  if (code === '42501') {
    return new TheatrumError('TH_DATABASE_ROLE', `this role may not do what is needed: ${(error as Error).message}`, {
      where,
      todo: 'use the role that made the store, or one that may create a schema',
      cause: error,
    })
  }
  return error
}
