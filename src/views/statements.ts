import { type RawBuilder, sql } from 'kysely'
import type { Paged, StatementRow } from '../model/api.ts'
import type { Statement } from '../model/reading.ts'
import type { ReadTx } from '../store/store.ts'
import { alsoIn } from './also-in.ts'
import { every, type Filters, hasId, idsNamed, named, publishedBetween, textOf } from './filters.ts'
import { namesOf } from './names.ts'
import { type Page, paged, placeOf } from './paging.ts'

interface Row {
  readonly article_id: string
  readonly id: string
  readonly ord: number
  readonly sort: string
  readonly speaker: string | null
  readonly words: string | null
  readonly addressee: string | null
  readonly occasion: string | null
  readonly content: string[]
  readonly detail: Statement
  readonly published: string | null
  readonly sample: boolean
  readonly outlet: string | null
  readonly story_id: string | null
}

const FROM: RawBuilder<unknown> = sql`
  theatrum.statements s JOIN theatrum.articles a ON a.id = s.article_id LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
  LEFT JOIN theatrum.story_articles sa ON sa.article_id = s.article_id`
const COLUMNS: RawBuilder<unknown> = sql`
  s.article_id, s.id, s.ord, coalesce(a.published, '') AS sort, s.speaker, s.words, s.addressee, s.occasion, s.content, s.detail, a.published,
  a.sample, o.name AS outlet, sa.story_id`

/**
 * Who said what. Filters: `speaker` (actor id or its last part, or the beginning of a word of name or description),
 * `about` (actor or place in what was said), `q` (web search syntax), `story`, `kind`, `from`, `to` (publication).
 * Newest articles first, in an article in order of text.
 */
export async function listStatements(tx: ReadTx, filters: Filters, page: Page): Promise<Paged<StatementRow>> {
  const where = every(conditionsOf(filters))
  const place = placeOf(page.after, 3)
  const beyond =
    place === null
      ? sql`true`
      : sql`(coalesce(a.published, '') < ${place[0]} OR (coalesce(a.published, '') = ${place[0]} AND (s.article_id, s.ord) > (${place[1]}, ${place[2]}::int)))`
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} AND ${beyond}
    ORDER BY coalesce(a.published, '') DESC, s.article_id, s.ord LIMIT ${page.limit + 1}`.execute(tx.db)
  const { rows: totals } = await sql<{ total: number }>`SELECT count(*) AS total FROM ${FROM} WHERE ${where}`.execute(
    tx.db,
  )
  const places = rows.map(row => [row.sort, row.article_id, row.ord])
  return paged(await present(tx, rows.slice(0, page.limit)), totals[0]?.total ?? 0, page.limit, places)
}

/** All statements of these articles, oldest article first, in an article in order of text. */
export async function statementsOf(tx: ReadTx, articleIds: readonly string[]): Promise<readonly StatementRow[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM ${FROM} WHERE s.article_id = ANY(${[...articleIds]})
    ORDER BY a.published NULLS LAST, a.seq, s.ord`.execute(tx.db)
  return present(tx, rows)
}

/** Statements that hold these words (web search syntax), the best matches first. */
export async function searchStatements(tx: ReadTx, words: string, limit: number): Promise<readonly StatementRow[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM theatrum.search_statements(${words}) AS hit JOIN ${FROM} ON s.article_id = hit.article_id AND s.id = hit.id
    ORDER BY hit.rank DESC, a.published DESC NULLS LAST, s.article_id, s.ord LIMIT ${limit}`.execute(tx.db)
  return present(tx, rows)
}

function conditionsOf(filters: Filters): readonly RawBuilder<unknown>[] {
  const [speaker, about, q, story, kind] = ['speaker', 'about', 'q', 'story', 'kind'].map(name => textOf(filters, name))
  return [
    ...(speaker == null ? [] : [sql`(${hasId('s.speaker_id', speaker)} OR ${named('s.speaker_key', speaker)})`]),
    ...(about == null ? [] : [sql`s.about && ${idsNamed(about)}`]),
    ...(q == null ? [] : [sql`(s.article_id, s.id) IN (SELECT article_id, id FROM theatrum.search_statements(${q}))`]),
    ...(story == null ? [] : [sql`sa.story_id = ${story}`]),
    ...(kind == null ? [] : [sql`s.kind = ${kind}`]),
    ...publishedBetween('a.published', filters),
  ]
}

async function present(tx: ReadTx, rows: readonly Row[]): Promise<readonly StatementRow[]> {
  const name = await namesOf(
    tx,
    rows.flatMap(row => row.detail.about),
  )
  const worded = rows.map(row => ({
    articleId: row.article_id,
    id: row.id,
    storyId: row.story_id,
    content: row.content,
  }))
  const elsewhere = await alsoIn(tx, worded)
  return rows.map((row, i) => {
    const { source, sourceWhy, cue, content, kind, verb, denied, chain, about } = row.detail
    const speaker = {
      ...{ name: row.speaker, id: source?.actorId ?? null, role: source?.role ?? null, words: row.words },
      why: source === null ? (sourceWhy ?? null) : (source.why ?? null),
    }
    return {
      ...{ id: row.id, articleId: row.article_id, storyId: row.story_id, outlet: row.outlet, published: row.published },
      ...{
        sample: row.sample,
        speaker,
        verb,
        kind,
        denied,
        text: row.content,
        addressee: row.addressee,
        occasion: row.occasion,
        chain,
      },
      about: about.map(id => ({ id, name: name(id) })),
      spans: { source: source?.span ?? null, cue, content },
      ...elsewhere(worded[i] ?? { articleId: row.article_id, id: row.id, storyId: null, content: [] }),
    }
  })
}
