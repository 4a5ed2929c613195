import { sql } from 'kysely'
import type { Status } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'

/** How much the viewer can see of each thing; version and work under way are known to the caller. */
export async function readStatus(tx: ReadTx, { version, work }: Pick<Status, 'version' | 'work'>): Promise<Status> {
  const { rows } = await sql<Omit<Status, 'version' | 'work'>>`
    SELECT (SELECT count(*) FROM theatrum.articles) AS articles,
      (SELECT count(DISTINCT story_id) FROM theatrum.story_articles) AS stories,
      (SELECT count(*) FROM theatrum.statements) AS statements,
      (SELECT count(DISTINCT event_id) FROM theatrum.event_mentions) AS events,
      (SELECT count(DISTINCT actor_id) FROM theatrum.mentions) AS actors,
      (SELECT count(DISTINCT outlet_id) FROM theatrum.articles) AS outlets,
      (SELECT count(*) FROM theatrum.rejections) AS rejections,
      (SELECT count(*) FROM theatrum.articles WHERE sample) AS "sampleArticles"`.execute(tx.db)
  const counts = rows[0]
  if (counts === undefined) throw new Error('counting gave no row')
  return { version, ...counts, work }
}
