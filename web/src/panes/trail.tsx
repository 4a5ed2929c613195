import { Link, useLocation } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import type { ArticleDetail } from '../../../src/model/api.ts'
import { TYPE_MEANS } from '../../../src/model/event-words.ts'
import type { Known } from '../../../src/model/known.ts'
import type { Span } from '../../../src/model/span.ts'
import { LINK_WORDS, Unknown } from '../parts/small-parts.tsx'
import { focusOf, focusWords, saidIn, type Telling } from '../state/evidence-target.ts'
import { keyOf, type Row } from '../state/rows.ts'
import { type UrlState, writeSpan } from '../state/url-state.ts'
import type { UrlPatch } from '../state/use-url-state.ts'
import { count, showDay } from '../text/show-date.ts'
import { openAtQuote } from '../text/text-fragment.ts'

interface TrailProps {
  readonly row: Row | undefined
  readonly article: ArticleDetail
  readonly url: UrlState
  readonly change: (patch: UrlPatch) => void
  readonly tellings: readonly Telling[]
}

/** Below the text: by which way the words came here, who else carries them, where to read them at their source. */
export function Trail({ row, article, url, change, tellings }: TrailProps): ReactNode {
  const focus = focusOf(row, article, url)
  const address = openAtQuote(article.url, focusWords(focus, article.text))
  const others = tellings.filter(telling => telling.articleId !== article.id)
  const said = saidIn(row, article)
  const show = (span: Span) => change({ article: article.id, span: writeSpan(span) })
  return (
    <div className="trail">
      <dl>
        {said === undefined ? null : <StatementTrail said={said} article={article} show={show} />}
        {row?.t === 'entry' ? <EntryTrail row={row} article={article} /> : null}
        {row?.t === 'event' ? <EventTrail row={row} article={article} show={show} /> : null}
        {row?.t === 'side' ? <SideTrail row={row} change={change} /> : null}
        {others.length === 0 ? null : (
          <>
            <dt>Also in</dt>
            <dd className="also">
              {others.map(({ articleId, outlet }) => (
                <button
                  key={articleId}
                  type="button"
                  className="linklike"
                  onClick={() => change({ article: articleId, span: undefined })}
                >
                  {outlet ?? 'outlet unknown'}
                </button>
              ))}
            </dd>
          </>
        )}
        <StoryLink row={row} article={article} />
        <dt>Original</dt>
        <dd>
          {address === null ? (
            <Unknown what="no address" why={`read from ${article.file}`} />
          ) : (
            <a href={address} target="_blank" rel="noreferrer noopener">
              {focus.kind === 'article' ? 'open the page' : 'open at quote'} ↗
            </a>
          )}
        </dd>
      </dl>
      <Facts article={article} />
    </div>
  )
}

/** From a list of rows to the story around one of them. */
function StoryLink({ row, article }: Pick<TrailProps, 'row' | 'article'>): ReactNode {
  const path = useLocation({ select: location => location.pathname })
  if (path === '/stories' || article.storyId === null) return null
  const search = {
    story: article.storyId,
    sel: row === undefined ? `ar.${article.id}` : nameInStory(row, article),
    article: article.id,
  }
  return (
    <>
      <dt>Story</dt>
      <dd>
        <Link to="/stories" search={search}>
          show in its story
        </Link>
      </dd>
    </>
  )
}

interface PartProps<T extends Row['t']> {
  readonly row: Extract<Row, { readonly t: T }>
  readonly article: ArticleDetail
  readonly show: (span: Span) => void
}

/** A story has rows for statements, not for utterances. */
function nameInStory(row: Row, article: ArticleDetail): string {
  const said = row.t === 'entry' || row.t === 'wording' ? saidIn(row, article) : undefined
  return said === undefined ? keyOf(row) : `st.${said.id}`
}

/** Why the words on screen are in this entry, and how many say it. */
function EntryTrail({ row: { row }, article }: Omit<PartProps<'entry'>, 'show'>): ReactNode {
  if (row.wordings.length < 2) return null
  const here = row.wordings.find(one => one.articleId === article.id)
  return (
    <>
      <dt>Wording</dt>
      <dd>
        {here === undefined ? null : `${LINK_WORDS[here.link]}; `}
        {count(row.wordings.length, 'wording')} in {count(row.articleCount, 'article')} of{' '}
        {count(row.originCount, 'independent origin')}
      </dd>
    </>
  )
}

interface SaidProps {
  readonly said: NonNullable<ReturnType<typeof saidIn>>
  readonly article: ArticleDetail
  readonly show: (span: Span) => void
}

const SAID_NAMES = { addressee: 'To', occasion: 'Occasion', saidIn: 'Said where', saidOn: 'Said when' } as const

/** Words of the text that lead to where they stand. */
function WordsButton({ words, show }: { words: string; show: () => void }): ReactNode {
  return (
    <button type="button" className="linklike" onClick={show}>
      {words}
    </button>
  )
}

function StatementTrail({ said: row, article, show }: SaidProps): ReactNode {
  const own = row.articleId === article.id
  const speaker = row.speaker.name ?? row.speaker.words ?? 'a speaker not named'
  return (
    <>
      <dt>Came by</dt>
      <dd>
        <ol className="chain">
          <li>
            {speaker}
            {row.speaker.role === null ? null : <span className="muted"> {row.speaker.role}</span>}
          </li>
          {row.chain.map(hop => (
            <li key={hop.name}>
              {own ? (
                <button type="button" className="linklike" onClick={() => show(hop.span)}>
                  {hop.name}
                </button>
              ) : (
                hop.name
              )}{' '}
              <span className="muted">{hop.kind}</span>
            </li>
          ))}
          <li>
            {article.outlet ?? 'outlet unknown'} <span className="muted">this article</span>
          </li>
        </ol>
      </dd>
      {row.speaker.why === null ? null : (
        <>
          <dt>Speaker</dt>
          <dd>
            <Unknown what="not resolved" why={row.speaker.why} />
          </dd>
        </>
      )}
      {(['addressee', 'occasion', 'saidIn', 'saidOn'] as const).map(name => {
        const [words, span] = [row[name], row.spans[name]]
        return words === null ? null : (
          <Fragment key={name}>
            <dt>{SAID_NAMES[name]}</dt>
            <dd>{own && span !== null ? <WordsButton words={words} show={() => show(span)} /> : words}</dd>
          </Fragment>
        )
      })}
      {row.stance === null ? null : (
        <>
          <dt>Stance</dt>
          <dd>
            {row.stance.toLowerCase()} <span className="muted">({TYPE_MEANS[row.stance]}), by the cue</span>{' '}
            {own && row.spans.cue !== null ? (
              <WordsButton
                words={article.text.slice(...row.spans.cue)}
                show={() => row.spans.cue !== null && show(row.spans.cue)}
              />
            ) : null}
          </dd>
        </>
      )}
      {row.about.length === 0 ? null : (
        <>
          <dt>About</dt>
          <dd>{row.about.map(({ name }) => name).join(', ')}</dd>
        </>
      )}
    </>
  )
}

function EventTrail({ row: { row }, article, show }: PartProps<'event'>): ReactNode {
  const telling = row.mentions.find(mention => mention.articleId === article.id)
  const place = telling?.place ?? null
  const when = telling?.when?.span ?? null
  return (
    <>
      <dt>Told by</dt>
      <dd>
        {row.claimed
          ? `${row.claimedBy ?? 'a speaker not named'}, as ${article.outlet ?? 'this article'} reports`
          : `${article.outlet ?? 'this article'}, in its own voice`}
      </dd>
      <dt>When</dt>
      <dd>
        {row.when === null ? (
          <Unknown what="date unknown" why={row.whenWhy} />
        ) : when === null ? (
          showDay(row.when.start)
        ) : (
          <button type="button" className="linklike" onClick={() => show(when)}>
            {showDay(row.when.start)}
            {row.when.end === row.when.start ? '' : ` – ${showDay(row.when.end)}`}, from the words{' '}
            <em>{article.text.slice(when[0], when[1])}</em>
            {telling?.whenBy === 'again' ? ', where the article tells it again' : ''}
            {telling?.whenBy === 'scene' ? ', in a sentence before' : ''}
          </button>
        )}
      </dd>
      <dt>Where</dt>
      <dd>
        {place === null ? (
          <Unknown what="place unknown" why={row.placeWhy} />
        ) : (
          <button type="button" className="linklike" onClick={() => show(place.span)}>
            {place.name} ({place.precision})
          </button>
        )}
      </dd>
    </>
  )
}

/** The other accounts of the same thing, one click away. */
function SideTrail({ row, change }: { row: PartProps<'side'>['row']; change: TrailProps['change'] }): ReactNode {
  return (
    <>
      <dt>
        <span className="differs-count">≠</span> Differs
      </dt>
      <dd className="also">
        {row.of.sides.map((side, index) => {
          const words = `${side.value} (${count(side.originCount, 'origin')})`
          if (index === row.index) return <strong key={side.value}>{words}</strong>
          const sel = keyOf({ ...row, side, index })
          return (
            <button
              key={side.value}
              type="button"
              className="linklike"
              onClick={() => change({ sel, article: undefined, span: undefined })}
            >
              {words}
            </button>
          )
        })}
      </dd>
    </>
  )
}

function Fact({ name, known }: { name: string; known: Known<string> }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {'value' in known ? (
          <>
            {known.value} <span className="muted">read from {known.from}</span>
          </>
        ) : (
          <Unknown what="unknown" why={known.unknown} />
        )}
      </dd>
    </>
  )
}

function Facts({ article }: { article: ArticleDetail }): ReactNode {
  const made = Object.entries(article.made)
  return (
    <details>
      <summary>How this article was read</summary>
      <dl>
        <Fact name="Outlet" known={article.outletKnown} />
        <Fact name="Published" known={article.publishedKnown} />
        <Fact name="Byline" known={article.byline} />
        <Fact name="Language" known={article.language} />
        {article.wire === null ? null : <Fact name="Agency" known={{ value: article.wire, from: 'text' }} />}
        <dt>Came as</dt>
        <dd>
          {article.file} <span className="muted">{article.arrival}</span>
        </dd>
        <dt>Read by</dt>
        <dd>{made.map(([stage, engine]) => `${stage} ${engine}`).join(', ') || 'not recorded'}</dd>
      </dl>
    </details>
  )
}
