import { sql } from 'kysely'
import type { SearchAnswer } from '../model/api.ts'
import type { ReadTx } from '../store/store.ts'
import { listActors } from './actors.ts'
import { articleCards } from './article-cards.ts'
import { candidateWords, snippetOf } from './find-hits.ts'
import { searchStatements } from './statements.ts'

/**
 * Words in articles, statements and actors' names. `q` is web search syntax: words, "phrases", or, -not; best matches
 * first, at most `limit` of each. `total` counts articles. Offsets of hits are into the snippet.
 */
export async function search(tx: ReadTx, q: string, limit: number): Promise<SearchAnswer> {
  const words = q.replaceAll('\0', ' ').toWellFormed()
  const { rows } = await sql<{ article_id: string; text: string; total: number }>`
    WITH hit AS MATERIALIZED (SELECT article_id, rank FROM theatrum.search_articles(${words}))
    SELECT hit.article_id, a.text, (SELECT count(*) FROM hit) AS total FROM hit JOIN theatrum.articles a ON a.id = hit.article_id
    ORDER BY hit.rank DESC, a.published DESC NULLS LAST, hit.article_id LIMIT ${limit}`.execute(tx.db)
  const cards = await articleCards(
    tx,
    rows.map(row => row.article_id),
  )
  const isHit = await hitTest(
    tx,
    words,
    rows.map(row => row.text),
  )
  const { rows: actors } = await listActors(tx, { q: words }, { after: null, limit })
  return {
    q,
    articles: rows.flatMap(({ article_id, text }) => {
      const card = cards.get(article_id)
      return card === undefined ? [] : [{ ...card, ...snippetOf(text, isHit) }]
    }),
    statements: await searchStatements(tx, words, limit),
    actors,
    total: rows[0]?.total ?? 0,
  }
}

/** Tells which words of these texts the search found, by the same stemming that found them. */
async function hitTest(tx: ReadTx, words: string, texts: readonly string[]): Promise<(word: string) => boolean> {
  const { rows } = await sql<{ lexeme: string }>`
    SELECT unnest(tsvector_to_array(to_tsvector('pg_catalog.english', ${words}))) AS lexeme`.execute(tx.db)
  const lexemes = rows.map(row => row.lexeme)
  const candidates = [...new Set(texts.flatMap(text => candidateWords(text, lexemes)))]
  const { rows: hits } = await sql<{ word: string }>`
    SELECT word FROM unnest(${candidates}::text[]) AS word WHERE tsvector_to_array(to_tsvector('pg_catalog.english', word)) && ${lexemes}::text[]`.execute(
    tx.db,
  )
  const found = new Set(hits.map(row => row.word))
  return word => found.has(word)
}
