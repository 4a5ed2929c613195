import { useEffect } from 'react'

/** Names the view in the window's title (WCAG 2.4.2). */
export function useTitle(view: string): void {
  useEffect(() => {
    document.title = `${view} · Theatrum`
  }, [view])
}
