import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { ProblemNotice } from '../parts/notices.tsx'
import { ActorsPage } from '../routes/actors-page.tsx'
import { CollectPage } from '../routes/collect-page.tsx'
import { EventsPage } from '../routes/events-page.tsx'
import { SearchPage } from '../routes/search-page.tsx'
import { StatementsPage } from '../routes/statements-page.tsx'
import { StoriesPage } from '../routes/stories-page.tsx'
import { parseSearch, readUrlState, stringifySearch, type UrlState } from '../state/url-state.ts'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({
  validateSearch: (raw: Record<string, unknown>): UrlState => readUrlState(raw),
  component: Shell,
  notFoundComponent: NotFound,
})
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/stories', replace: true })
  },
})
const stories = createRoute({ getParentRoute: () => root, path: '/stories', component: StoriesPage })
const statements = createRoute({ getParentRoute: () => root, path: '/statements', component: StatementsPage })
const events = createRoute({ getParentRoute: () => root, path: '/events', component: EventsPage })
const actors = createRoute({ getParentRoute: () => root, path: '/actors', component: ActorsPage })
const collect = createRoute({ getParentRoute: () => root, path: '/collect', component: CollectPage })
const search = createRoute({ getParentRoute: () => root, path: '/search', component: SearchPage })

export const router = createRouter({
  routeTree: root.addChildren([home, stories, statements, events, actors, collect, search]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: ({ error, reset }) => <ProblemNotice error={error} retry={reset} />,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
