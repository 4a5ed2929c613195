import { sql } from 'kysely'
import type { StoredTelling } from '../model/picture.ts'
import type { EventMention } from '../model/reading.ts'
import type { WriteTx } from './store.ts'

/** Stories that these articles stand in, each once. */
export async function storiesOf(tx: WriteTx, articleIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ story_id: string }>`
    SELECT DISTINCT story_id FROM theatrum.story_articles WHERE article_id = ANY(${[...articleIds]}) ORDER BY story_id`.execute(
    tx.db,
  )
  return rows.map(row => row.story_id)
}

/** All event mentions of the articles of these stories, for grouping by happening. */
export async function tellingsOf(tx: WriteTx, storyIds: readonly string[]): Promise<readonly StoredTelling[]> {
  const { rows } = await sql<{
    story_id: string
    article_id: string
    published: string | null
    detail: EventMention
    trigger_text: string
  }>`
    SELECT s.story_id, m.article_id, a.published, m.detail, m.trigger_text
    FROM theatrum.story_articles s JOIN theatrum.event_mentions m ON m.article_id = s.article_id
    JOIN theatrum.articles a ON a.id = s.article_id
    WHERE s.story_id = ANY(${[...storyIds]}) ORDER BY s.story_id, a.seq, m.ord`.execute(tx.db)
  return rows.map(row => ({
    storyId: row.story_id,
    articleId: row.article_id,
    published: row.published,
    event: row.detail,
    trigger: row.trigger_text,
  }))
}
