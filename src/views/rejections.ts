import { sql } from 'kysely'
import type { Paged, RejectionRow } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'
import type { Filters } from './filters.ts'
import { type Page, paged, placeOf } from './paging.ts'

/** Why pages are not in the picture, the latest first. No filters yet. */
export async function listRejections(tx: ReadTx, _filters: Filters, page: Page): Promise<Paged<RejectionRow>> {
  const place = placeOf(page.after, 2)
  const beyond = place === null ? sql`true` : sql`(at, page_key) < (${place[0]}::timestamptz, ${place[1]})`
  const { rows } = await sql<RejectionRow & { readonly page_key: string; readonly exact: string }>`
    SELECT page_key, file, url, stage, reason, detail, at::text AS exact, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
    FROM theatrum.rejections WHERE ${beyond} ORDER BY rejections.at DESC, page_key DESC LIMIT ${page.limit + 1}`.execute(
    tx.db,
  )
  const { rows: totals } = await sql<{ total: number }>`SELECT count(*) AS total FROM theatrum.rejections`.execute(
    tx.db,
  )
  const shown = rows
    .slice(0, page.limit)
    .map(({ file, url, stage, reason, detail, at }) => ({ file, url, stage, reason, detail, at }))
  return paged(
    shown,
    totals[0]?.total ?? 0,
    page.limit,
    rows.map(row => [row.exact, row.page_key]),
  )
}
