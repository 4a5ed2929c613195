import type { ReactNode } from 'react'

/** The line at the top of a pane. `back` appears only where panes are shown one at a time. */
export function PaneHead({
  title,
  back,
  level = 2,
  children,
}: {
  title: string
  back?: { readonly label: string; readonly go: () => void }
  level?: 1 | 2
  children?: ReactNode
}): ReactNode {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="panehead">
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
