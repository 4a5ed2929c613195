import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ActorRow } from '../../../src/model/api.ts'
import { actorsQuery, eventsQuery, timelineQuery } from '../api/queries.ts'
import { rowsOf, totalOf } from '../panes/list-pane.tsx'
import { TablePage } from '../panes/table-page.tsx'
import { PlacedTimeline } from '../panes/timeline-band.tsx'
import type { FilterField } from '../parts/filter-bar.tsx'
import { Empty } from '../parts/notices.tsx'
import { PaneHead } from '../parts/pane-head.tsx'
import { EventLines } from '../parts/rows.tsx'
import type { Row } from '../state/rows.ts'
import { useUrlState } from '../state/use-url-state.ts'
import { count, showDay } from '../text/show-date.ts'

const FILTERS: readonly FilterField[] = [{ key: 'q', label: 'name' }]
/** Rows in the dossier; the others are on the page of events. */
const MOST_EVENTS = 30
const toRow = (row: ActorRow): Row => ({ t: 'actor', row })

export function ActorsPage(): ReactNode {
  const [{ q }] = useUrlState()
  const result = useInfiniteQuery(actorsQuery({ q }))
  return (
    <TablePage
      title="Actors"
      one="actor"
      many="actors"
      filters={FILTERS}
      result={result}
      toRow={toRow}
      emptyWhy="Countries, people and bodies stand here once articles that name them have been read."
      aside={(row, back) => <ActorPane actor={row?.t === 'actor' ? row.row : null} back={back} />}
    />
  )
}

interface ActorPaneProps {
  readonly actor: ActorRow | null
  readonly back: { readonly label: string; readonly go: () => void }
}

/** Who it is as of which day, and the way to every row that names it. */
export function ActorPane({ actor, back }: ActorPaneProps): ReactNode {
  return (
    <section className="pane" data-pane="evidence" aria-label="Actor">
      <PaneHead title="Dossier" back={back} />
      {actor === null ? (
        <Empty title="No actor is selected" why="Select one to see its roles and what it said and did." />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1)
        <section className="card" tabIndex={0} aria-label={actor.name}>
          <h2>{actor.name}</h2>
          <p className="muted">{[actor.kind, actor.code, actor.id].filter(part => part !== null).join(' · ')}</p>
          <h3>In the picture</h3>
          <p className="links">
            <Link to="/stories" search={{ actor: actor.id }}>
              Stories with it: {count(actor.articleCount, 'article')}
            </Link>
            <Link to="/statements" search={{ speaker: actor.id }}>
              Statements by it: {actor.statementCount.toLocaleString('en-GB')}
            </Link>
            <Link to="/statements" search={{ about: actor.id }}>
              Statements about it
            </Link>
            <Link to="/events" search={{ actor: actor.id }}>
              Events done by it
            </Link>
            <Link to="/events" search={{ recipient: actor.id }}>
              Events done to it
            </Link>
            <Link to="/events" search={{ party: actor.id }}>
              Events on either side: {actor.eventCount.toLocaleString('en-GB')}
            </Link>
          </p>
          <ActorEvents actor={actor} />
          <h3>Roles</h3>
          {actor.roles.length === 0 ? <p className="muted">No role is on file.</p> : <Roles roles={actor.roles} />}
        </section>
      )}
    </section>
  )
}

/** What it did and what was done to it, over time; every sign and every row leads to the words. */
function ActorEvents({ actor: { id, name } }: { actor: ActorRow }): ReactNode {
  const [{ since, until, dated }] = useUrlState()
  const timeline = useQuery(timelineQuery({ party: id }))
  const list = useInfiniteQuery(eventsQuery({ party: id, since, until, dated }))
  const rows = rowsOf(list)
  if (timeline.data === undefined || timeline.data.total === 0) return null
  const total = totalOf(list) ?? rows.length
  const asked = {
    party: id,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(dated === undefined ? {} : { dated }),
  }
  return (
    <>
      <h3>Events</h3>
      <PlacedTimeline
        place={{ filters: { party: id }, with: { sel: `ac.${id}` }, words: { to: '/events', search: { party: id } } }}
        rows={4}
        timeline={timeline.data}
      />
      <ul className="eventlist" aria-label={`Events of ${name}`}>
        {rows.slice(0, MOST_EVENTS).map(row => (
          <li key={row.id}>
            <Link to="/events" search={{ ...asked, sel: `ev.${row.id}` }}>
              <EventLines row={row} />
            </Link>
          </li>
        ))}
      </ul>
      {total > MOST_EVENTS ? (
        <p>
          <Link to="/events" search={asked}>
            all {total.toLocaleString('en-GB')} of them
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Roles({ roles }: { roles: ActorRow['roles'] }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th>Office</th>
          <th>Of</th>
          <th>From</th>
          <th>To</th>
          <th>Source</th>
        </tr>
      </thead>
      <tbody>
        {roles.map(role => (
          <tr key={`${role.office} ${role.of} ${role.from}`}>
            <td>{role.office}</td>
            <td>{role.of.split(':').at(-1)}</td>
            <td className="num">
              {role.from === null ? <span className="unknown">unknown</span> : showDay(role.from)}
            </td>
            <td className="num">
              {role.to === null ? <span className="muted">no end on file</span> : showDay(role.to)}
            </td>
            <td className="muted">{role.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
