import { type RawBuilder, sql } from 'kysely'
import type { Paged, StoryDetail, StoryRow } from '../model/api.ts'
import type { Origin } from '../model/story.ts'
import type { ReadTx } from '../store/store.ts'
import { articleCards, reuseOf, type StoriedCard } from './article-cards.ts'
import { disagreementsOf } from './disagreements.ts'
import { eventsOf } from './events.ts'
import { every, type Filters, idsNamed, numberOf, textOf } from './filters.ts'
import { namesOf } from './names.ts'
import { type Page, paged, placeOf } from './paging.ts'
import { statementsOf } from './statements.ts'

/**
 * Trains of events, newest first by their latest article. Filters: `q` (web search syntax, in any of its articles),
 * `actor` (mentioned: id or name), `from`, `to` (some article published in between), `minOrigins`.
 */
export async function listStories(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<StoryRow>> {
  const place = placeOf(page.after, 2)
  const beyond = place === null ? sql`true` : sql`(sort, story_id) < (${place[0]}, ${place[1]})`
  const { rows } = await sql<{ story_id: string; sort: string; total: number }>`
    WITH found AS MATERIALIZED (
      SELECT sa.story_id, coalesce(max(a.published), '') AS sort
      FROM theatrum.story_articles sa JOIN theatrum.articles a ON a.id = sa.article_id
      WHERE ${every(conditionsOf(filters))} GROUP BY sa.story_id HAVING ${every(groupConditionsOf(filters))})
    SELECT story_id, sort, (SELECT count(*) FROM found) AS total FROM found WHERE ${beyond}
    ORDER BY sort DESC, story_id DESC LIMIT ${page.limit + 1}`.execute(tx.db)
  const ids = rows.slice(0, page.limit).map(row => row.story_id)
  const stories = await storiesById(tx, ids)
  return paged(
    stories,
    rows[0]?.total ?? 0,
    page.limit,
    rows.map(row => [row.sort, row.story_id]),
  )
}

/** A story with all that was read in its articles. Null when there is none that this viewer may see. */
export async function storyDetail(tx: ReadTx, id: string): Promise<StoryDetail | null> {
  const [story] = await storiesById(tx, [id])
  if (story === undefined) return null
  const articleIds = story.articles.map(card => card.id)
  return {
    ...story,
    origins: await originsOf(tx, id, story.articles),
    reuse: await reuseOf(tx, articleIds),
    statements: await statementsOf(tx, articleIds),
    events: await eventsOf(tx, articleIds),
    disagreements: (await disagreementsOf(tx, [id])).get(id) ?? [],
  }
}

function conditionsOf(filters: Filters): readonly RawBuilder<unknown>[] {
  const [q, actor] = [textOf(filters, 'q'), textOf(filters, 'actor')]
  const inStory = (articles: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`sa.story_id IN (SELECT x.story_id FROM theatrum.story_articles x WHERE x.article_id IN (${articles}))`
  return [
    ...(q === null ? [] : [inStory(sql`SELECT article_id FROM theatrum.search_articles(${q})`)]),
    ...(actor === null
      ? []
      : [inStory(sql`SELECT article_id FROM theatrum.mentions WHERE actor_id = ANY(${idsNamed(actor)})`)]),
  ]
}

function groupConditionsOf(filters: Filters): readonly RawBuilder<unknown>[] {
  const [from, to, minOrigins] = [textOf(filters, 'from'), textOf(filters, 'to'), numberOf(filters, 'minOrigins')]
  return [
    ...(from === null ? [] : [sql`max(a.published) >= ${from}`]),
    ...(to === null ? [] : [sql`left(min(a.published), ${to.length}) <= ${to}`]),
    ...(minOrigins === null ? [] : [sql`count(DISTINCT coalesce(sa.origin_id, sa.article_id)) >= ${minOrigins}`]),
  ]
}

async function storiesById(tx: ReadTx, ids: readonly string[]): Promise<readonly StoryRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    article_id: string
  }>`SELECT article_id FROM theatrum.story_articles WHERE story_id = ANY(${[...ids]})`.execute(tx.db)
  const cards = [
    ...(
      await articleCards(
        tx,
        rows.map(row => row.article_id),
      )
    ).values(),
  ]
  const numbers = await numbersOf(tx, ids)
  const disagreements = await disagreementsOf(tx, ids)
  return ids.flatMap(id => {
    const articles = cards.filter(card => card.storyId === id)
    return articles.length === 0 ? [] : [rowOf(id, articles, numbers, disagreements.get(id)?.length ?? 0)]
  })
}

interface Numbers {
  readonly statements: ReadonlyMap<string, number>
  readonly events: ReadonlyMap<string, number>
  readonly actors: ReadonlyMap<string, StoryRow['actors']>
}

/** Actors of a story that its row shows. */
const ACTORS_SHOWN = 8

async function numbersOf(tx: ReadTx, ids: readonly string[]): Promise<Numbers> {
  const wanted = [...ids]
  const { rows: statements } = await sql<{ id: string; count: number }>`
    SELECT sa.story_id AS id, count(*) AS count FROM theatrum.story_articles sa JOIN theatrum.statements s ON s.article_id = sa.article_id
    WHERE sa.story_id = ANY(${wanted}) GROUP BY sa.story_id`.execute(tx.db)
  const { rows: events } = await sql<{ id: string; count: number }>`
    SELECT sa.story_id AS id, count(DISTINCT m.event_id) AS count FROM theatrum.story_articles sa JOIN theatrum.event_mentions m ON m.article_id = sa.article_id
    WHERE sa.story_id = ANY(${wanted}) GROUP BY sa.story_id`.execute(tx.db)
  const { rows: actors } = await sql<{ story_id: string; id: string; count: number; rank: number }>`
    SELECT * FROM (
      SELECT sa.story_id, m.actor_id AS id, count(*) AS count, row_number() OVER (PARTITION BY sa.story_id ORDER BY count(*) DESC, m.actor_id) AS rank
      FROM theatrum.story_articles sa JOIN theatrum.mentions m ON m.article_id = sa.article_id
      WHERE sa.story_id = ANY(${wanted}) AND m.actor_id IS NOT NULL GROUP BY sa.story_id, m.actor_id) ranked
    WHERE rank <= ${ACTORS_SHOWN} ORDER BY story_id, rank`.execute(tx.db)
  const name = await namesOf(
    tx,
    actors.map(row => row.id),
  )
  const byStory = new Map<string, { id: string; name: string; count: number }[]>()
  for (const { story_id, id, count } of actors)
    byStory.set(story_id, [...(byStory.get(story_id) ?? []), { id, name: name(id), count }])
  const counted = (rows: readonly { id: string; count: number }[]): ReadonlyMap<string, number> =>
    new Map(rows.map(row => [row.id, row.count]))
  return { statements: counted(statements), events: counted(events), actors: byStory }
}

function rowOf(id: string, cards: readonly StoriedCard[], numbers: Numbers, disagreementCount: number): StoryRow {
  const head = headOf(cards)
  const dates = cards.flatMap(card => card.published ?? []).sort()
  const counted = (kind: string): number => cards.filter(card => card.reuse?.kind === kind).length
  return {
    id,
    headline: head.title,
    headlineArticle: head.id,
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    articleCount: cards.length,
    originCount: new Set(cards.map(originOf)).size,
    statementCount: numbers.statements.get(id) ?? 0,
    eventCount: numbers.events.get(id) ?? 0,
    disagreementCount,
    actors: numbers.actors.get(id) ?? [],
    outlets: [...new Set(cards.flatMap(card => card.outlet ?? []))],
    bar: {
      own: cards.filter(card => card.reuse === null).length,
      copy: counted('copy'),
      rewrite: counted('rewrite'),
      relay: counted('relay'),
    },
    sample: cards.some(card => card.sample),
    articles: cards.map(({ storyId: _storyId, ...card }) => card),
  }
}

function originOf(card: StoriedCard): string {
  return card.originId ?? card.id
}

/** The first article of the largest origin, one with a headline if there is one. Cards come oldest first. */
function headOf(cards: readonly StoriedCard[]): StoriedCard {
  const sizes = new Map<string, number>()
  for (const card of cards) sizes.set(originOf(card), (sizes.get(originOf(card)) ?? 0) + 1)
  const ranked = [...cards].sort((a, b) => (sizes.get(originOf(b)) ?? 0) - (sizes.get(originOf(a)) ?? 0))
  const head =
    ranked.find(card => card.title !== null && card.reuse === null) ??
    ranked.find(card => card.title !== null) ??
    ranked[0]
  if (head === undefined) throw new Error('a story without an article')
  return head
}

/** Origins of a story. One whose name this viewer may not see is called by the outlet of the first of its articles that he may. */
async function originsOf(tx: ReadTx, storyId: string, cards: StoryRow['articles']): Promise<readonly Origin[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`SELECT id, name FROM theatrum.origins WHERE story_id = ${storyId}`.execute(tx.db)
  const names = new Map(rows.map(row => [row.id, row.name]))
  const members = new Map<string, StoryRow['articles'][number][]>()
  for (const card of cards) {
    const id = card.originId ?? card.id
    members.set(id, [...(members.get(id) ?? []), card])
  }
  return [...members].map(([id, articles]) => ({
    id,
    name: names.get(id) ?? articles[0]?.outlet ?? 'unknown outlet',
    articles: articles.map(card => card.id),
  }))
}
