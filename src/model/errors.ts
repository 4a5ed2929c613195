/** Exit codes of the command line (DESIGN.md, section 4). */
export const EXIT: {
  readonly done: 0
  readonly rejections: 1
  readonly usage: 2
  readonly outside: 3
  readonly bug: 70
} = { done: 0, rejections: 1, usage: 2, outside: 3, bug: 70 }

/**
 * Every mistake of a user or of the outside world has a code here; docs/reference/errors.md explains each one, and a
 * test holds the two lists against each other. Codes are never reused.
 */
export const ERRORS: Readonly<Record<string, { readonly exit: 1 | 2 | 3 }>> = {
  TH_USAGE: { exit: 2 },
  TH_INPUT_MISSING: { exit: 2 },
  TH_INPUT_UNREADABLE: { exit: 2 },
  TH_INPUT_EMPTY: { exit: 2 },
  TH_INPUT_LINE: { exit: 2 },
  TH_DATE_UNREADABLE: { exit: 2 },
  TH_CONFIG: { exit: 2 },
  TH_ADDRESS_REFUSED: { exit: 3 },
  TH_PORT_TAKEN: { exit: 3 },
  TH_DATA_OWNER: { exit: 2 },
  TH_DATA_NEWER: { exit: 2 },
  TH_DATA_DAMAGED: { exit: 3 },
  TH_DISK_FULL: { exit: 3 },
  TH_DATABASE_UNREACHABLE: { exit: 3 },
  TH_DATABASE_VERSION: { exit: 3 },
  TH_DATABASE_ROLE: { exit: 3 },
  TH_EMBEDDED_MISSING: { exit: 3 },
  TH_ASSET_DAMAGED: { exit: 3 },
  TH_NOT_FOUND: { exit: 2 },
}

export type ErrorCode = string

/** What a `TheatrumError` says beside its message. */
export interface ErrorDetail {
  /** File and line, address, option: where it went wrong. */
  readonly where?: string
  /** What the user can do, as something to type where possible. */
  readonly todo?: string
  readonly cause?: unknown
}

/**
 * A mistake of the user or of the outside world: printed as one line (code, where, what was expected and what came)
 * and one line of advice, never with a stack unless asked for. Anything else that is thrown is a bug.
 */
export class TheatrumError extends Error {
  readonly code: ErrorCode
  readonly where: string | null
  readonly todo: string | null

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause })
    if (ERRORS[code] === undefined) throw new Error(`unknown error code ${code}`)
    this.name = 'TheatrumError'
    this.code = code
    this.where = detail.where ?? null
    this.todo = detail.todo ?? null
  }

  get exit(): number {
    return ERRORS[this.code]?.exit ?? EXIT.bug
  }
}
