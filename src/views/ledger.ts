import { type RawBuilder, sql } from 'kysely'
import type { EntryRow, Paged, WordingRow } from '../model/api.ts'
import type { WordingLink } from '../model/picture.ts'
import type { ReadTx } from '../store/store.ts'
import { every, type Filters } from './filters.ts'
import { namesOf } from './names.ts'
import { type Page, paged, placeOf } from './paging.ts'
import {
  ENTRY,
  FROM,
  STATEMENT_COLUMNS,
  type StatementTableRow,
  statementConditions,
  statementParts,
} from './statements.ts'

interface Row extends StatementTableRow {
  readonly rank: number | null
  readonly link: WordingLink | null
  readonly origin_id: string | null
}

/**
 * The ledger: who said what, an utterance a row, with all its wordings. Filters: `speaker` (actor id or its last part, or
 * the beginning of a word of name or description), `about` (actor or place in what was said), `q` (web search syntax),
 * `story`, `kind`, `stance` (verbal PLOVER type of the cue), `from`, `to` (publication). An utterance passes when one of its wordings does, and comes with all that
 * the viewer may see. Newest first, by the latest article with a wording that passes; in an article in order of text.
 */
export async function listEntries(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<EntryRow>> {
  const place = placeOf(page.after, 2)
  const beyond = place === null ? sql`true` : sql`(sort < ${place[0]} OR (sort = ${place[0]} AND place > ${place[1]}))`
  const { rows } = await sql<{ entry: string; sort: string; place: string; total: number }>`
    WITH entries AS MATERIALIZED (
      SELECT ${ENTRY} AS entry, max(coalesce(a.published, '')) AS sort,
        min(s.article_id || lpad(s.ord::text, 9, '0')) COLLATE "C" AS place
      FROM ${FROM} WHERE ${every(statementConditions(filters))} GROUP BY 1)
    SELECT entry, sort, place, (SELECT count(*) FROM entries) AS total FROM entries WHERE ${beyond}
    ORDER BY sort DESC, place LIMIT ${page.limit + 1}`.execute(tx.db)
  const shown = rows.slice(0, page.limit).map(row => row.entry)
  const places = rows.map(row => [row.sort, row.place])
  return paged(await entriesById(tx, shown), rows[0]?.total ?? 0, page.limit, places)
}

/** Utterances with all wordings that the viewer may see, in the order of the ids. */
async function entriesById(tx: ReadTx, ids: readonly string[]): Promise<readonly EntryRow[]> {
  if (ids.length === 0) return []
  const columns: RawBuilder<unknown> = sql`SELECT ${STATEMENT_COLUMNS}, w.rank, w.link, sa.origin_id FROM ${FROM}`
  const { rows } = await sql<Row>`
    SELECT * FROM (
      ${columns} WHERE w.entry_id = ANY(${[...ids]})
      UNION ALL ${columns} WHERE w.entry_id IS NULL AND ${looseStatements(ids)}) found
    ORDER BY published NULLS LAST, seq, ord`.execute(tx.db)
  const name = await namesOf(
    tx,
    rows.flatMap(row => row.detail.about),
  )
  const byEntry = new Map<string, Row[]>()
  for (const row of rows) byEntry.set(row.entry, [...(byEntry.get(row.entry) ?? []), row])
  return ids.flatMap(id => {
    const wordings = byEntry.get(id)
    return wordings === undefined ? [] : [entryOf(wordings, name)]
  })
}

/** Statements that were never grouped: entries of their own, under article and id joined by a hyphen (`ENTRY`). */
function looseStatements(ids: readonly string[]): RawBuilder<unknown> {
  const keys = ids.flatMap(id => {
    const at = id.lastIndexOf('-')
    return at < 0 ? [] : [sql`(${id.slice(0, at)}::text, ${id.slice(at + 1)}::text)`]
  })
  return keys.length === 0 ? sql`false` : sql`(s.article_id, s.id) IN (${sql.join(keys)})`
}

/** Wordings come in order of publication; the entry speaks with the fullest that this viewer may see. */
function entryOf(rows: readonly Row[], name: (id: string) => string): EntryRow {
  const wordings = rows.map(
    (row): WordingRow => ({
      ...statementParts(row, name),
      link: row.link ?? 'core',
      originId: row.origin_id ?? row.article_id,
    }),
  )
  const fullest = rows.reduce((best, row, i) => ((row.rank ?? 0) < (rows[best]?.rank ?? 0) ? i : best), 0)
  const { link: _link, originId: _origin, ...head } = wordings[fullest]!
  const others = wordings.filter((_, i) => i !== fullest)
  return {
    ...head,
    sample: wordings.some(one => one.sample),
    alsoIn: others.map(({ articleId, outlet, id }) => ({ articleId, outlet, statementId: id })),
    originCount: new Set(wordings.map(one => one.originId)).size,
    articleCount: new Set(wordings.map(one => one.articleId)).size,
    outlets: [...new Set(wordings.flatMap(one => one.outlet ?? []))],
    wordings,
  }
}
