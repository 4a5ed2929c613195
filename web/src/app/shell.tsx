import { Link, Outlet, useRouter } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { KeySheet } from '../parts/key-sheet.tsx'
import { useAnnouncement } from '../state/announcer.ts'
import { toggleTheme } from '../state/theme.ts'
import { useKeys } from '../state/use-keys.ts'
import { useLive } from '../state/use-live.ts'
import { useWide } from '../state/use-media.ts'
import { Footer } from './footer.tsx'
import { SampleBanner } from './sample-banner.tsx'
import { SearchBox } from './search-box.tsx'

const VIEWS = [
  ['/stories', 'Stories'],
  ['/statements', 'Statements'],
  ['/events', 'Events'],
  ['/actors', 'Actors'],
  ['/collect', 'Collect'],
] as const

/** What stands around every view: names of the views, search, sample banner, keys and live line. */
export function Shell(): ReactNode {
  const live = useLive()
  const search = useRef<HTMLInputElement>(null)
  const [sheet, setSheet] = useState(false)
  const { history } = useRouter()
  const wide = useWide()
  useKeys({
    openSheet: () => setSheet(true),
    focusSearch: () => search.current?.select(),
    refresh: live.refresh,
    stepBack: () => {
      if (wide || !history.canGoBack()) return false
      history.back()
      return true
    },
  })
  return (
    <div className="shell">
      <header className="topbar">
        <Link className="brand" to="/stories">
          THEATRUM
        </Link>
        <nav className="nav" aria-label="Views">
          {VIEWS.map(([to, name]) => (
            <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
              {name}
            </Link>
          ))}
        </nav>
        <span className="spacer" />
        <SearchBox input={search} />
        <button
          type="button"
          className="iconbutton"
          aria-label="Dark or light"
          title="Dark or light (d)"
          onClick={toggleTheme}
        >
          ◐
        </button>
        <button
          type="button"
          className="iconbutton"
          aria-label="Keys and signs"
          title="Keys (?)"
          onClick={() => setSheet(true)}
        >
          ?
        </button>
      </header>
      <SampleBanner />
      <Outlet />
      <Footer live={live} />
      <KeySheet open={sheet} onOpenChange={setSheet} />
      <Announcer />
    </div>
  )
}

function Announcer(): ReactNode {
  const words = useAnnouncement()
  return (
    <div className="sr-only" role="status" aria-live="polite">
      {words}
    </div>
  )
}
