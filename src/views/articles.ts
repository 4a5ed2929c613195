import { sql } from 'kysely'
import type { ArticleDetail } from '../model/api.ts'
import type { Known } from '../model/known.ts'
import { valueOf } from '../model/known.ts'
import type { Capability, EventMention, Mention, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { ArticleFacts as Facts } from '../store/save-articles.ts'
import type { ReadTx } from '../store/store.ts'
import { articleCards } from './article-cards.ts'

interface Row {
  readonly text: string
  readonly facts: Facts
  readonly made: Record<string, string>
  readonly layers: { readonly sentences: Span[]; readonly chains: Span[][]; readonly mentions: Mention[] }
  readonly arrival: string | null
  readonly fetched_at: string | null
}

/** An article with everything read out of it: the evidence pane. Null when there is none that this viewer may see. */
export async function articleDetail(tx: ReadTx, id: string): Promise<ArticleDetail | null> {
  const card = (await articleCards(tx, [id])).get(id)
  const { rows } = await sql<Row>`
    SELECT a.text, a.facts, a.made, d.layers, p.arrival, p.fetched_at FROM theatrum.articles a JOIN theatrum.docs d ON d.article_id = a.id
    LEFT JOIN theatrum.pages p ON p.key = a.page_key WHERE a.id = ${id}`.execute(tx.db)
  const row = rows[0]
  if (card === undefined || row === undefined) return null
  const statements = await detailsOf<Statement>(tx, 'statements', id)
  const events = await detailsOf<EventMention>(tx, 'event_mentions', id)
  const capabilities = await detailsOf<Capability>(tx, 'capabilities', id)
  const { language, byline, published, outlet, wire, blocks } = row.facts
  return {
    ...card,
    ...{
      text: row.text,
      language,
      byline,
      publishedKnown: published,
      outletKnown: outletName(outlet),
      wire: wire?.value ?? null,
    },
    ...{
      arrival: row.arrival ?? 'file',
      fetchedAt: row.fetched_at,
      blocks,
      made: row.made,
      statements,
      events,
      capabilities,
    },
    ...{ sentences: row.layers.sentences, mentions: row.layers.mentions, chains: row.layers.chains },
  }
}

function outletName(outlet: Facts['outlet']): Known<string> {
  const known = valueOf(outlet)
  return 'value' in outlet && known !== null
    ? { value: known.name, from: outlet.from }
    : { unknown: 'unknown' in outlet ? outlet.unknown : '' }
}

async function detailsOf<Detail>(
  tx: ReadTx,
  table: 'statements' | 'event_mentions' | 'capabilities',
  id: string,
): Promise<readonly Detail[]> {
  const { rows } = await sql<{
    detail: Detail
  }>`SELECT detail FROM ${sql.table(`theatrum.${table}`)} WHERE article_id = ${id} ORDER BY ord`.execute(tx.db)
  return rows.map(row => row.detail)
}
