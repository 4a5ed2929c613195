import robotsModule from 'robots-parser'
import { LIMITS, TIMES } from '../limits.ts'

/** What a host's robots.txt says to us. */
export interface Robots {
  allows(url: string): boolean
  readonly delayMs: number
  /** Rejection reason for an address that is not allowed. */
  readonly reason: 'robots' | 'robots-unavailable'
  detail(shownUrl: string): string
  /** True when the file could not be read and may be readable in a moment. */
  readonly passing: boolean
}

const AGENT = 'Theatrum'

// The package is CommonJS and its types describe an ES module: at run time the default import is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default

/**
 * Reads robots.txt of an origin as RFC 9309 has it: 2xx is obeyed, 4xx means no rules, 5xx means nothing may be asked
 * for. Where the host cannot be reached at all there are no rules either: the page itself will fail with the true reason.
 */
export async function readRobots(
  origin: string,
  get: (url: URL) => Promise<{ status: number; bytes: Uint8Array }>,
): Promise<Robots> {
  const url = new URL('/robots.txt', origin)
  let answer: { status: number; bytes: Uint8Array }
  try {
    answer = await get(url)
  } catch {
    return { ...NO_RULES, passing: true }
  }
  if (answer.status >= 500)
    return {
      allows: () => false,
      delayMs: 0,
      reason: 'robots-unavailable',
      detail: shown =>
        `${shown} is not fetched: ${url.href} answers ${answer.status}, and RFC 9309 then allows nothing.`,
      passing: true,
    }
  if (answer.status < 200 || answer.status >= 300) return NO_RULES
  return parseRobots(url.href, answer.bytes)
}

const NO_RULES: Robots = { allows: () => true, delayMs: 0, reason: 'robots', detail: shown => shown, passing: false }

/** Exported for tests. Bounds keep matching linear: see `LIMITS.robotsLineChars`. */
export function parseRobots(url: string, bytes: Uint8Array): Robots {
  const text = new TextDecoder().decode(bytes.subarray(0, LIMITS.robotsBytes))
  // A page served in the place of a missing file has no rules in it.
  if (/^\s*</.test(text)) return NO_RULES
  const lines = text.split(/\r\n?|\n/).filter(isReasonable)
  const rules = robotsParser(url, lines.join('\n'))
  const delay = rules.getCrawlDelay(AGENT) ?? 0
  return {
    allows: page => page.length > LIMITS.robotsLineChars || rules.isAllowed(page, AGENT) !== false,
    delayMs: Number.isFinite(delay) ? Math.min(delay * 1000, TIMES.longestWaitMs) : 0,
    reason: 'robots',
    detail: shown => `${shown} is not fetched: ${url} asks robots not to.`,
    passing: false,
  }
}

/** Matching costs a rule's stars times the address's length; a rule that needs more than twenty was not written by a person. */
function isReasonable(line: string): boolean {
  return line.length <= LIMITS.robotsLineChars && line.split('*').length <= 21
}
