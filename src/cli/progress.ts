import type { WriteStream } from 'node:tty'

/** Where a long job stands. `total` is null while it is not known. */
export interface Standing {
  readonly done: number
  readonly total: number | null
  readonly rejected: number
  /** Already there and passed over. */
  readonly skipped: number
}

/** Reports a long job on stderr: one line that is redrawn on a terminal, a plain line every few seconds elsewhere. */
export interface Progress {
  readonly update: (standing: Standing) => void
  /** Clears the drawn line; call before printing anything else, and at the end. */
  readonly end: () => void
  /** Items a second so far, 0 before the first second. */
  readonly rate: () => number
}

const REDRAW_MS = 100
const PLAIN_MS = 5_000
/** A time left is only guessed after this long: before it, the rate is start-up, not reading. */
const STEADY_MS = 30_000

/** Starts a progress report named `what` ("reading"). Silent when `quiet`. */
export function startProgress(what: string, stream: WriteStream, quiet: boolean): Progress {
  const start = performance.now()
  const every = stream.isTTY ? REDRAW_MS : PLAIN_MS
  let last = stream.isTTY ? 0 : start
  let current: Standing = { done: 0, total: null, rejected: 0, skipped: 0 }
  const rate = (): number => {
    const seconds = (performance.now() - start) / 1000
    return seconds < 0.2 ? 0 : current.done / seconds
  }
  return {
    rate,
    update(standing) {
      current = standing
      const now = performance.now()
      if (quiet || now - last < every) return
      last = now
      const line = describe(what, standing, rate(), now - start > STEADY_MS)
      stream.write(stream.isTTY ? `\r\x1b[2K${bar(standing)}${line}` : `${line}\n`)
    },
    end() {
      if (!quiet && stream.isTTY) stream.write('\r\x1b[2K')
    },
  }
}

function describe(
  what: string,
  { done, total, rejected, skipped }: Standing,
  perSecond: number,
  steady: boolean,
): string {
  const parts = [`${what} ${done}${total === null ? '' : ` of ${total}`}`]
  if (perSecond > 0) parts.push(`${perSecond.toFixed(1)}/s`)
  if (total !== null) parts.push(`${Math.max(0, total - done)} left`)
  if (total !== null && steady && perSecond > 0) parts.push(`about ${duration((total - done) / perSecond)}`)
  if (skipped > 0) parts.push(`${skipped} already there`)
  parts.push(`${rejected} rejected`)
  return parts.join(' · ')
}

function bar({ done, total }: Standing): string {
  if (total === null || total === 0) return ''
  const filled = Math.round((20 * Math.min(done, total)) / total)
  return `[${'█'.repeat(filled)}${'·'.repeat(20 - filled)}] `
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
