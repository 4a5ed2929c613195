import { sql } from 'kysely'
import type { StoredEntry } from '../model/picture.ts'
import { GROUNDS, WORDED } from './load-wordings.ts'
import { jsonOf } from './put-rows.ts'
import type { WriteTx } from './store.ts'

/**
 * Stores which statements are wordings of one utterance, with the marking of each and the grounds it was grouped on. A
 * wording that was in another entry moves; one that stands as it did is not touched.
 */
export async function saveEntries(tx: WriteTx, entries: readonly StoredEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.flatMap(({ id, wordings }) =>
    wordings.map(({ articleId, statementId, link }, rank) => ({
      article_id: articleId,
      statement_id: statementId,
      entry_id: id,
      rank,
      link,
    })),
  )
  await sql`
    INSERT INTO theatrum.wordings AS t (article_id, statement_id, entry_id, rank, link, grounds, tlp, groups)
    SELECT r.article_id, r.statement_id, r.entry_id, r.rank, r.link, ${GROUNDS}, s.tlp, s.groups
    FROM json_to_recordset(${jsonOf(rows)}::json) AS r(article_id text, statement_id text, entry_id text, rank int, link text)
      JOIN ${WORDED} ON s.article_id = r.article_id AND s.id = r.statement_id
    ON CONFLICT (article_id, statement_id) DO UPDATE
    SET entry_id = excluded.entry_id, rank = excluded.rank, link = excluded.link, grounds = excluded.grounds, tlp = excluded.tlp, groups = excluded.groups
    WHERE (t.entry_id, t.rank, t.link, t.grounds, t.tlp, t.groups)
      IS DISTINCT FROM (excluded.entry_id, excluded.rank, excluded.link, excluded.grounds, excluded.tlp, excluded.groups)`.execute(
    tx.db,
  )
}
