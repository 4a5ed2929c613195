import { type RawBuilder, sql } from 'kysely'
import type { StatementRow } from '../model/api.ts'
import type { Statement } from '../model/reading.ts'
import type { ReadTx } from '../store/store.ts'
import { alsoIn } from './also-in.ts'
import { type Filters, hasId, idsNamed, named, publishedBetween, textOf } from './filters.ts'
import { namesOf } from './names.ts'

/** A statement with what its article, outlet and story say of it. */
export interface StatementTableRow {
  readonly article_id: string
  readonly id: string
  /** Utterance that it is a wording of. */
  readonly entry: string
  readonly speaker: string | null
  readonly words: string | null
  readonly addressee: string | null
  readonly occasion: string | null
  readonly said_in: string | null
  readonly said_on: string | null
  readonly stance: StatementRow['stance']
  readonly content: string[]
  readonly detail: Statement
  readonly published: string | null
  readonly sample: boolean
  readonly outlet: string | null
  readonly story_id: string | null
}

/** Tables that `StatementTableRow` and the filters on statements are read from. */
export const FROM: RawBuilder<unknown> = sql`
  theatrum.statements s JOIN theatrum.articles a ON a.id = s.article_id LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
  LEFT JOIN theatrum.story_articles sa ON sa.article_id = s.article_id
  LEFT JOIN theatrum.wordings w ON w.article_id = s.article_id AND w.statement_id = s.id`

/** Id of the utterance; a statement that was never grouped is one of its own. */
export const ENTRY: RawBuilder<unknown> = sql`coalesce(w.entry_id, s.article_id || '-' || s.id)`

/** Columns of a `StatementTableRow`, and `seq` and `ord` to order by. */
export const STATEMENT_COLUMNS: RawBuilder<unknown> = sql`
  s.article_id, s.id, ${ENTRY} AS entry, s.ord, a.seq, s.speaker, s.words, s.addressee, s.occasion, s.said_in, s.said_on,
  s.stance, s.content, s.detail, a.published, a.sample, o.name AS outlet, sa.story_id`

/** All statements of these articles, oldest article first, in an article in order of text. */
export async function statementsOf(tx: ReadTx, articleIds: readonly string[]): Promise<readonly StatementRow[]> {
  const { rows } = await sql<StatementTableRow>`
    SELECT ${STATEMENT_COLUMNS} FROM ${FROM} WHERE s.article_id = ANY(${[...articleIds]})
    ORDER BY a.published NULLS LAST, a.seq, s.ord`.execute(tx.db)
  return present(tx, rows)
}

/** Statements that hold these words (web search syntax), the best matches first. */
export async function searchStatements(tx: ReadTx, words: string, limit: number): Promise<readonly StatementRow[]> {
  const { rows } = await sql<StatementTableRow>`
    SELECT ${STATEMENT_COLUMNS} FROM theatrum.search_statements(${words}) AS hit JOIN ${FROM} ON s.article_id = hit.article_id AND s.id = hit.id
    ORDER BY hit.rank DESC, a.published DESC NULLS LAST, s.article_id, s.ord LIMIT ${limit}`.execute(tx.db)
  return present(tx, rows)
}

/** What a statement must fulfil to pass these filters; over the tables `FROM`. */
export function statementConditions(filters: Filters): readonly RawBuilder<unknown>[] {
  const [speaker, about, q, story, kind, stance] = ['speaker', 'about', 'q', 'story', 'kind', 'stance'].map(name =>
    textOf(filters, name),
  )
  return [
    ...(speaker == null ? [] : [sql`(${hasId('s.speaker_id', speaker)} OR ${named('s.speaker_key', speaker)})`]),
    ...(about == null ? [] : [sql`s.about && ${idsNamed(about)}`]),
    ...(q == null ? [] : [sql`(s.article_id, s.id) IN (SELECT article_id, id FROM theatrum.search_statements(${q}))`]),
    ...(story == null ? [] : [sql`sa.story_id = ${story}`]),
    ...(kind == null ? [] : [sql`s.kind = ${kind}`]),
    ...(stance == null ? [] : [sql`s.stance = ${stance.toUpperCase()}`]),
    ...publishedBetween('a.published', filters),
  ]
}

async function present(tx: ReadTx, rows: readonly StatementTableRow[]): Promise<readonly StatementRow[]> {
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
  return rows.map((row, i) => ({
    ...statementParts(row, name),
    ...elsewhere(worded[i] ?? { articleId: row.article_id, id: row.id, storyId: null, content: [] }),
  }))
}

/** What a statement says by itself, without where else it stands. `name` gives the display name of an id. */
export function statementParts(
  row: StatementTableRow,
  name: (id: string) => string,
): Omit<StatementRow, 'alsoIn' | 'originCount'> {
  const { source, sourceWhy, cue, content, kind, verb, denied, chain, about, addressee, occasion } = row.detail
  const { saidIn = null, saidOn = null } = row.detail
  const speaker = {
    ...{ name: row.speaker, id: source?.actorId ?? null, role: source?.role ?? null, words: row.words },
    why: source === null ? (sourceWhy ?? null) : (source.why ?? null),
  }
  return {
    ...{ id: row.id, entry: row.entry, articleId: row.article_id, storyId: row.story_id, outlet: row.outlet },
    ...{ published: row.published, sample: row.sample, speaker, verb, kind, denied, text: row.content },
    ...{ addressee: row.addressee, occasion: row.occasion, chain },
    ...{ saidIn: row.said_in, saidOn: row.said_on, stance: row.stance },
    about: about.map(id => ({ id, name: name(id) })),
    spans: {
      ...{ source: source?.span ?? null, cue, content, addressee: addressee?.span ?? null },
      ...{ occasion, saidIn, saidOn },
    },
  }
}
