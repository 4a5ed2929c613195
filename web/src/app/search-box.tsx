import { useLocation, useNavigate } from '@tanstack/react-router'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { stepPane } from '../state/panes.ts'
import { useUrlState } from '../state/use-url-state.ts'

/** The server is asked when the typing has paused this long: shorter than a pause between words. */
const PAUSE_MS = 180

/** Searches articles, statements and actors; results are a page of their own, so that a search can be kept and sent. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }): ReactNode {
  const [url] = useUrlState()
  const path = useLocation({ select: location => location.pathname })
  const navigate = useNavigate()
  const inAddress = path === '/search' ? (url.q ?? '') : ''
  const [typed, setTyped] = useState(inAddress)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  // The address is the state: Back, or another page, changes what stands in the box.
  useEffect(() => setTyped(inAddress), [inAddress])

  function go(q: string): void {
    if (timer.current !== null) clearTimeout(timer.current)
    if (q.trim() === '') return
    void navigate({ to: '/search', search: { q: q.trim() }, replace: path === '/search' })
  }
  return (
    <search className="searchbox">
      <input
        ref={input}
        className="field"
        type="search"
        aria-label="Search articles, statements and actors"
        placeholder="Search"
        value={typed}
        maxLength={200}
        onChange={event => {
          const { value } = event.currentTarget
          setTyped(value)
          if (timer.current !== null) clearTimeout(timer.current)
          timer.current = setTimeout(() => go(value), PAUSE_MS)
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          go(typed)
          // On to the results: j and k walk them.
          event.currentTarget.blur()
          setTimeout(() => stepPane('list', 1), PAUSE_MS)
        }}
      />
      <kbd>/</kbd>
    </search>
  )
}
