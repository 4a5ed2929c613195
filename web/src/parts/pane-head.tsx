import type { ReactNode } from 'react'

/** The line at the top of a pane. `back` appears only where panes are shown one at a time. */
export function PaneHead({
  title,
  back,
  level = 2,
  prose = false,
  children,
}: {
  title: string
  back?: { readonly label: string; readonly go: () => void }
  level?: 1 | 2
  /** The title is somebody's words: shown as written, on two lines if need be. */
  prose?: boolean
  children?: ReactNode
}): ReactNode {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={prose ? 'panehead prose' : 'panehead'}>
      {back === undefined ? null : (
        <button type="button" className="backbutton" onClick={back.go}>
          ‹ {back.label}
        </button>
      )}
      <Heading>{title}</Heading>
      {children}
    </div>
  )
}
