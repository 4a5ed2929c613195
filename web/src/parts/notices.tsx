import type { ReactNode } from 'react'
import { ProblemError } from '../api/client.ts'

/** Says why nothing is here, and offers the next act. */
export function Empty({ title, why, children }: { title: string; why: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className="notice">
      <h3>{title}</h3>
      <p>{why}</p>
      {children === undefined ? null : <div className="acts">{children}</div>}
    </div>
  )
}

/** A problem of the server (RFC 9457) or of the way to it, with its code. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }): ReactNode {
  const problem = error instanceof ProblemError ? error.problem : null
  return (
    <div className="notice" role="alert">
      <h3>{problem?.title ?? 'This page has a bug'}</h3>
      <p>{problem?.detail ?? (error instanceof Error ? error.message : String(error))}</p>
      {problem === null ? null : (
        <p>
          <code>{problem.code}</code> {problem.status > 0 ? `· HTTP ${problem.status}` : null}
        </p>
      )}
      {retry === undefined ? null : (
        <div className="acts">
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
    </div>
  )
}

/** Rows to come, in the height that they will have. */
export function SkeletonRows({ rows = 8 }: { rows?: number }): ReactNode {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={index} className="skeletonrow">
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}
