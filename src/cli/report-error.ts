import { EXIT, TheatrumError } from '../model/errors.ts'
import { say, visible } from './print.ts'

/**
 * Prints an error as a user should see it and gives its exit code: code, where, what was expected and what came, then
 * what to do. Anything that is no TheatrumError is a bug and says so.
 */
export function reportError(error: unknown, debug: boolean): number {
  if (error instanceof TheatrumError) {
    const where = error.where === null ? '' : `  ${visible(error.where)}`
    say(`error ${error.code}${where}  ${visible(error.message)}`)
    if (error.todo !== null) say(`  try   ${error.todo}        docs/reference/errors.md#${error.code.toLowerCase()}`)
    if (debug) say(stackOf(error))
    return error.exit
  }
  const known = fromSystem(error)
  if (known !== null) return reportError(known, debug)
  say(`error BUG  ${visible(error instanceof Error ? error.message : String(error))}`)
  say(debug ? stackOf(error) : '  try   the same command with --debug, and report what it prints')
  return EXIT.bug
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}

/** Failures of the operating system that any file access can meet. */
function fromSystem(error: unknown): TheatrumError | null {
  const code = (error as NodeJS.ErrnoException | null)?.code
  const where = (error as NodeJS.ErrnoException | null)?.path ?? 'the disk'
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new TheatrumError('TH_DISK_FULL', 'no space is left on the device', {
      where,
      todo: 'free some space and run the same command again',
      cause: error,
    })
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new TheatrumError('TH_INPUT_UNREADABLE', 'access was refused', {
      where,
      todo: 'check the permissions',
      cause: error,
    })
  }
  return null
}
