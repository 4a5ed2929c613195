import type { ReactNode } from 'react'
import type { ActorRow, EntryRow, EventRow, StatementRow, StoryRow, WordingRow } from '../../../src/model/api.ts'
import { TYPE_MEANS } from '../../../src/model/event-words.ts'
import type { PloverType } from '../../../src/model/reading.ts'
import type { Reuse } from '../../../src/model/story.ts'
import type { Row } from '../state/rows.ts'
import { count, showDay, showDays, showWhen } from '../text/show-date.ts'
import { kindWords, showQuote } from '../text/show-quote.ts'
import { StatusIcon } from '../timeline/status-sign.tsx'
import { Hits, hopWords, LINK_WORDS, Numbers, OriginBar, QuadMark, SampleTag, Unknown } from './small-parts.tsx'

/** Heights of rows in CSS pixels, by kind; the style sheet's lines add up to them. */
export const ROW_HEIGHT = 70
const SHORT_ROW_HEIGHT = 52

export function heightOfRow(row: Row): number {
  return row.t === 'side' || (row.t === 'article' && row.snippet === undefined) ? SHORT_ROW_HEIGHT : ROW_HEIGHT
}

/** Parts set apart by dots; absent ones leave no dot behind. */
function Dots({ parts }: { parts: readonly ReactNode[] }): ReactNode {
  const shown = parts.filter(part => part !== null && part !== undefined && part !== false && part !== '')
  return shown.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other identity and never move
    <span key={index}>
      {index === 0 ? null : ' · '}
      {part}
    </span>
  ))
}

export function StoryLines({ story }: { story: StoryRow }): ReactNode {
  const days = story.first === null || story.last === null ? null : showDays(story.first, story.last)
  return (
    <>
      <div className="line1">
        <span className="who" title={story.headline ?? undefined}>
          {story.headline ?? <Unknown what="no headline" why={null} />}
        </span>
        <Numbers articles={story.articleCount} origins={story.originCount} />
      </div>
      <div className="line3">
        <span className="grow">
          <Dots
            parts={[
              days ?? <Unknown key="d" what="date unknown" why={null} />,
              count(story.statementCount, 'statement'),
              count(story.eventCount, 'event'),
            ]}
          />
        </span>
        {story.disagreementCount > 0 ? (
          <span className="differs-count" title={count(story.disagreementCount, 'disagreement')}>
            <span aria-hidden="true">≠ {story.disagreementCount}</span>
            <span className="sr-only">{count(story.disagreementCount, 'disagreement')}</span>
          </span>
        ) : null}
      </div>
      <div className="line3">
        <span className="grow">{story.actors.map(actor => actor.name).join(', ') || 'no actor resolved'}</span>
        <SampleTag sample={story.sample} />
        <OriginBar bar={story.bar} />
      </div>
    </>
  )
}

function Speaker({ speaker }: { speaker: StatementRow['speaker'] }): ReactNode {
  if (speaker.name !== null) return speaker.name
  if (speaker.words !== null) return <span title={speaker.why ?? undefined}>{speaker.words}</span>
  return <Unknown what="no speaker named" why={speaker.why} />
}

/** Who said it to whom, in the role held on the day of the article. */
function Who({ row }: { row: StatementRow }): ReactNode {
  const { speaker } = row
  return (
    <span className="who">
      <Speaker speaker={speaker} />
      {row.addressee === null ? null : (
        <>
          <span className="arrow"> → </span>
          {row.addressee}
        </>
      )}
      {speaker.role === null ? null : (
        <span
          className="role"
          title={row.published === null ? undefined : `held on ${showDay(row.published)}, the day of the article`}
        >
          {speaker.role}
        </span>
      )}
    </span>
  )
}

/** The words, with quotation marks around nothing but what stands inside some. */
function Words({ row }: { row: Pick<StatementRow, 'kind' | 'text' | 'denied'> }): ReactNode {
  const shown = showQuote(row.kind, row.text)
  return (
    <div className="line2" title={shown}>
      {row.denied ? <span className="denied">not said: </span> : null}
      {shown}
    </div>
  )
}

const viaWords = ({ chain }: Pick<StatementRow, 'chain'>): string | null =>
  chain.length === 0 ? null : `via ${chain.map(hopWords).join(' → ')}`

/** Where and when it was said, in the words of the text. */
const saidWords = ({ saidIn, saidOn }: Pick<StatementRow, 'saidIn' | 'saidOn'>): string | null =>
  [saidIn, saidOn].filter(words => words !== null).join(' ') || null

/** The stand that the cue takes. */
function Stance({ stance }: { stance: PloverType }): ReactNode {
  return (
    <span className="stance" title={`the cue takes a stand: ${TYPE_MEANS[stance]}`}>
      {stance.toLowerCase()}
    </span>
  )
}

const dayOf = ({ published }: Pick<StatementRow, 'published'>): ReactNode =>
  published === null ? <Unknown key="d" what="date unknown" why={null} /> : showDay(published)

const outletOf = ({ outlet }: Pick<StatementRow, 'outlet'>): ReactNode =>
  outlet ?? <Unknown key="o" what="outlet unknown" why={null} />

/** An utterance: its fullest wording, how many others stand behind it, in which outlets and of how many origins. */
function EntryLines({ row, open }: { row: EntryRow; open: boolean }): ReactNode {
  const { wordings, outlets } = row
  const more = wordings.length > 1
  return (
    <>
      <div className="line1">
        <Who row={row} />
        <Numbers articles={row.articleCount} origins={row.originCount} />
      </div>
      <Words row={row} />
      <div className="line3">
        <span className="grow">
          <Dots
            parts={[
              dayOf(row),
              row.verb,
              row.stance === null ? null : <Stance key="s" stance={row.stance} />,
              saidWords(row),
              kindWords(row.kind),
              viaWords(row),
              outlets.length === 0 ? outletOf(row) : outlets.join(', '),
            ]}
          />
        </span>
        {more ? (
          <span className="fold" data-fold title={open ? 'hide the wordings (←)' : 'show the wordings (→)'}>
            <span aria-hidden="true">{open ? '▾' : '▸'}</span> {count(wordings.length, 'wording')}
          </span>
        ) : null}
        <SampleTag sample={row.sample} />
      </div>
    </>
  )
}

/** One wording of the utterance above it: its own words, where they stand and by which way they came there. */
function WordingLines({ row }: { row: WordingRow }): ReactNode {
  return (
    <>
      <div className="line1">
        <span className="who">{outletOf(row)}</span>
        <span className="numbers">{dayOf(row)}</span>
      </div>
      <Words row={row} />
      <div className="line3">
        <span className="grow">
          <Dots parts={[kindWords(row.kind), row.verb, saidWords(row), viaWords(row), LINK_WORDS[row.link]]} />
        </span>
        <SampleTag sample={row.sample} />
      </div>
    </>
  )
}

export function StatementLines({ row }: { row: StatementRow }): ReactNode {
  return (
    <>
      <div className="line1">
        <Who row={row} />
        <Numbers articles={row.alsoIn.length + 1} origins={row.originCount} />
      </div>
      <Words row={row} />
      <div className="line3">
        <span className="grow">
          <Dots
            parts={[
              dayOf(row),
              row.verb,
              row.stance === null ? null : <Stance key="s" stance={row.stance} />,
              saidWords(row),
              kindWords(row.kind),
              viaWords(row),
              outletOf(row),
              row.alsoIn.length === 0 ? null : `+${row.alsoIn.length}`,
            ]}
          />
        </span>
        <SampleTag sample={row.sample} />
      </div>
    </>
  )
}

/** The type as words: `CONSULT · visit`. */
function EventType({ row }: { row: EventRow }): ReactNode {
  const mode = row.mentions[0]?.mode ?? null
  return (
    <span className={`quad quad-${row.quad}`}>
      <QuadMark quad={row.quad} /> {row.type.toLowerCase()}
      {mode === null ? '' : ` (${mode})`}
    </span>
  )
}

export function EventLines({ row }: { row: EventRow }): ReactNode {
  const [telling] = row.mentions
  const articles = new Set(row.mentions.map(mention => mention.articleId)).size
  return (
    <>
      <div className="line1">
        <span className="who">
          <EventType row={row} />{' '}
          {row.actors.length === 0 ? <Unknown what="nobody named" why={null} /> : row.actors.join(', ')}
          {row.recipients.length === 0 ? null : (
            <>
              <span className="arrow"> → </span>
              {row.recipients.join(', ')}
            </>
          )}
        </span>
        <Numbers articles={articles} origins={row.originCount} />
      </div>
      <div className="line2" title={telling?.quote}>
        {telling?.quote}
      </div>
      <div className="line3">
        <span className="grow">
          <Dots
            parts={[
              <span key="s" className={telling?.negated ? 'denied' : undefined}>
                <StatusIcon status={row.status} claimed={row.claimed} negated={telling?.negated ?? false} />{' '}
                {telling?.negated ? 'did not happen' : row.status}
              </span>,
              row.claimed ? `claimed by ${row.claimedBy ?? 'a speaker not named'}` : (telling?.outlet ?? null),
              row.when === null ? (
                <Unknown key="w" what="date unknown" why={row.whenWhy} />
              ) : (
                <span key="w" className="num">
                  {showWhen(row.when)}
                </span>
              ),
              row.place?.name ?? <Unknown key="p" what="place unknown" why={row.placeWhy} />,
            ]}
          />
        </span>
        <SampleTag sample={row.sample} />
      </div>
    </>
  )
}

function SideLines({ row }: { row: Extract<Row, { t: 'side' }> }): ReactNode {
  const { side } = row
  const [first] = side.articles
  return (
    <>
      <div className="line1">
        <span className="who">{side.value}</span>
        <Numbers articles={side.articles.length} origins={side.originCount} />
      </div>
      <div className="line3">
        <span className="grow">
          {first?.outlet ?? 'outlet unknown'}
          {side.articles.length > 1 ? ` +${side.articles.length - 1}` : ''}: {first?.quote}
        </span>
      </div>
    </>
  )
}

/** `copy of Sample Wire, 92 %`; without the outlet where the other article is not at hand. */
function reuseWords(reuse: Reuse | null, of: string | null | undefined): string {
  if (reuse === null) return 'own reporting'
  const kind =
    of == null ? reuse.kind : { copy: `copy of ${of}`, rewrite: `rewrite of ${of}`, relay: `relays ${of}` }[reuse.kind]
  return reuse.share === null ? kind : `${kind}, ${Math.round(reuse.share * 100)} %`
}

function ArticleLines({ row }: { row: Extract<Row, { t: 'article' }> }): ReactNode {
  const { card, snippet, copyOf } = row
  return (
    <>
      <div className="line1">
        <span className="who">{card.title ?? card.file}</span>
      </div>
      {snippet === undefined ? null : (
        <div className="line2">
          <Hits text={snippet.text} hits={snippet.hits} />
        </div>
      )}
      <div className="line3">
        <span className="grow">
          <Dots
            parts={[
              card.outlet ?? <Unknown key="o" what="outlet unknown" why={null} />,
              card.published === null ? (
                <Unknown key="d" what="date unknown" why={card.publishedWhy} />
              ) : (
                showDay(card.published)
              ),
              reuseWords(card.reuse, copyOf),
            ]}
          />
        </span>
        <SampleTag sample={card.sample} />
      </div>
    </>
  )
}

function ActorLines({ row }: { row: ActorRow }): ReactNode {
  const [role] = row.roles
  return (
    <>
      <div className="line1">
        <span className="who">{row.name}</span>
        <span className="numbers">{count(row.articleCount, 'article')}</span>
      </div>
      <div className="line2">
        {role === undefined ? (
          <span className="muted">{row.kind}</span>
        ) : (
          `${role.office}, ${role.of.split(':').at(-1)}`
        )}
      </div>
      <div className="line3">
        <span className="grow">
          <Dots
            parts={[
              row.code,
              count(row.mentionCount, 'mention'),
              count(row.statementCount, 'statement'),
              count(row.eventCount, 'event'),
            ]}
          />
        </span>
      </div>
    </>
  )
}

export function RowLines({ row }: { row: Row }): ReactNode {
  switch (row.t) {
    case 'statement':
      return <StatementLines row={row.row} />
    case 'entry':
      return <EntryLines row={row.row} open={row.open} />
    case 'wording':
      return <WordingLines row={row.row} />
    case 'event':
      return <EventLines row={row.row} />
    case 'side':
      return <SideLines row={row} />
    case 'article':
      return <ArticleLines row={row} />
    case 'actor':
      return <ActorLines row={row.row} />
  }
}

/** A row as a screen reader says it after a move. */
export function describeRow(row: Row): string {
  switch (row.t) {
    case 'statement':
      return `${row.row.speaker.name ?? row.row.speaker.words ?? 'no speaker named'}, ${kindWords(row.row.kind)}: ${row.row.text.join(' … ')}`
    case 'entry':
      return `${row.row.speaker.name ?? row.row.speaker.words ?? 'no speaker named'}, ${kindWords(row.row.kind)}: ${row.row.text.join(' … ')}; ${count(row.row.wordings.length, 'wording')}, ${count(row.row.originCount, 'independent origin')}`
    case 'wording':
      return `${row.row.outlet ?? 'outlet unknown'}, ${kindWords(row.row.kind)}: ${row.row.text.join(' … ')}`
    case 'event':
      return `${row.row.type.toLowerCase()}, ${row.row.actors.join(', ') || 'nobody named'}${row.row.recipients.length > 0 ? ` to ${row.row.recipients.join(', ')}` : ''}, ${row.row.status}`
    case 'side':
      return `${row.of.what}: ${row.side.value}, ${count(row.side.originCount, 'origin')}`
    case 'article':
      return `${row.card.outlet ?? 'outlet unknown'}: ${row.card.title ?? row.card.file}`
    case 'actor':
      return `${row.row.name}, ${row.row.kind}`
  }
}
