import { sql } from 'kysely'
import type { Disagreement, Paged } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'
import { type Filters, textOf } from './filters.ts'
import { findDisagreements, type ToldAmount } from './find-disagreements.ts'
import { type Page, paged, placeOf } from './paging.ts'

/** Most amounts of one story that are compared; beyond, the earliest articles count. Comparing costs the square. */
const MOST_AMOUNTS = 400

interface Row extends Omit<ToldAmount, 'span'> {
  readonly storyId: string
  readonly s: number
  readonly e: number
  readonly sentenceStart: number
}

/** Where the origins of stories differ, by story; computed from what this viewer may see. */
export async function disagreementsOf(
  tx: ReadTx,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Disagreement[]>> {
  const { rows } = await sql<Row>`
    SELECT sa.story_id AS "storyId", m.article_id AS "articleId", coalesce(sa.origin_id, m.article_id) AS "originId", o.name AS outlet, m.s, m.e,
      m.value, m.low, m.high, m.unit, m.sentence, m.sentence_s AS "sentenceStart"
    FROM theatrum.story_articles sa JOIN theatrum.mentions m ON m.article_id = sa.article_id JOIN theatrum.articles a ON a.id = sa.article_id
      LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
    WHERE sa.story_id = ANY(${[...storyIds]}) AND m.kind = 'amount' AND m.unit IS NOT NULL AND m.sentence IS NOT NULL
    ORDER BY a.published NULLS LAST, a.seq, m.s`.execute(tx.db)
  const byStory = new Map<string, ToldAmount[]>()
  for (const { s, e, sentenceStart, storyId, ...told } of rows) {
    const amounts = byStory.get(storyId) ?? []
    const quote = told.sentence.slice(s - sentenceStart, e - sentenceStart)
    if (amounts.length < MOST_AMOUNTS) amounts.push({ ...told, span: [s, e], quote })
    byStory.set(storyId, amounts)
  }
  return new Map(storyIds.map(id => [id, findDisagreements(id, byStory.get(id) ?? [])]))
}

/** Stories that are looked through at once. */
const STORIES_AT_ONCE = 100

/** Where origins tell different numbers of one thing, newest story first. Filter: `story`. */
export async function listDisagreements(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<Disagreement>> {
  const story = textOf(filters, 'story')
  const { rows } = await sql<{ story_id: string }>`
    SELECT sa.story_id FROM theatrum.story_articles sa JOIN theatrum.articles a ON a.id = sa.article_id
    WHERE ${story === null ? sql`true` : sql`sa.story_id = ${story}`}
    GROUP BY sa.story_id HAVING count(DISTINCT coalesce(sa.origin_id, sa.article_id)) > 1
    ORDER BY max(a.published) DESC NULLS LAST, sa.story_id`.execute(tx.db)
  const found: Disagreement[] = []
  for (let at = 0; at < rows.length; at += STORIES_AT_ONCE) {
    const ids = rows.slice(at, at + STORIES_AT_ONCE).map(row => row.story_id)
    for (const disagreements of (await disagreementsOf(tx, ids)).values()) found.push(...disagreements)
  }
  const start = Number(placeOf(page.after, 1)?.[0] ?? 0)
  const rest = found.slice(start, start + page.limit)
  const places = found.slice(start, start + page.limit + 1).map((_, i) => [start + i + 1])
  return paged(rest, found.length, page.limit, places)
}
