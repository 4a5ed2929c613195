import { sql } from 'kysely'
import type { EventMention, Mention, Statement } from '../model/reading.ts'
import type { Span } from '../model/span.ts'
import type { ReadTx } from '../store/store.ts'
import { sha256 } from '../text/hash.ts'
import { isValidSpan } from '../text/spans.ts'

/** A stored thing that is not what it was. */
export interface Fault {
  readonly articleId: string
  readonly what: string
  readonly detail: string
}

export interface Verified {
  readonly articles: number
  readonly spans: number
  readonly faults: readonly Fault[]
}

const BATCH = 200

interface ArticleRow {
  readonly id: string
  readonly text: string
  readonly text_hash: string
  readonly layers: { readonly sentences: Span[]; readonly chains: Span[][]; readonly mentions: Mention[] } | null
}

interface QuotedRow {
  readonly article_id: string
  readonly id: string
  readonly quotes: string[]
  readonly spans: Span[]
}

/** Does every text still have its hash, and every span still its quote? Reads everything that the viewer may see. */
export async function verifySpans(tx: ReadTx): Promise<Verified> {
  let after = ''
  let articles = 0
  let spans = 0
  const faults: Fault[] = []
  for (;;) {
    const { rows } = await sql<ArticleRow>`
      SELECT a.id, a.text, a.text_hash, d.layers FROM theatrum.articles a LEFT JOIN theatrum.docs d ON d.article_id = a.id
      WHERE a.id > ${after} ORDER BY a.id LIMIT ${BATCH}`.execute(tx.db)
    const quoted = await quotedSpans(
      tx,
      rows.map(row => row.id),
    )
    for (const row of rows) {
      const checked = checkArticle(
        row,
        quoted.filter(one => one.article_id === row.id),
      )
      spans += checked.spans
      faults.push(...checked.faults)
    }
    articles += rows.length
    after = rows.at(-1)?.id ?? after
    if (rows.length < BATCH) return { articles, spans, faults }
  }
}

/** Spans that are stored with the words they stood for. */
async function quotedSpans(tx: ReadTx, ids: readonly string[]): Promise<readonly QuotedRow[]> {
  const { rows: statements } = await sql<{
    article_id: string
    id: string
    content: string[]
    words: string | null
    said_in: string | null
    said_on: string | null
    detail: Statement
  }>`
    SELECT article_id, id, content, words, said_in, said_on, detail FROM theatrum.statements WHERE article_id = ANY(${[...ids]})`.execute(
    tx.db,
  )
  const { rows: events } = await sql<{
    article_id: string
    id: string
    trigger_text: string
    quote: string
    detail: EventMention
  }>`
    SELECT article_id, id, trigger_text, quote, detail FROM theatrum.event_mentions WHERE article_id = ANY(${[...ids]})`.execute(
    tx.db,
  )
  return [
    ...statements.map(({ article_id, id, content, words, said_in, said_on, detail }) => ({
      article_id,
      id: `statement ${id}`,
      quotes: [...content, ...[words, said_in, said_on].flatMap(quote => quote ?? [])],
      spans: [
        ...detail.content,
        ...[detail.source?.span, detail.saidIn, detail.saidOn].flatMap(span => (span == null ? [] : [span])),
      ],
    })),
    ...events.map(({ article_id, id, trigger_text, quote, detail }) => ({
      article_id,
      id: `event ${id}`,
      quotes: [trigger_text, quote],
      spans: [detail.trigger, detail.evidence],
    })),
  ]
}

function checkArticle(
  row: ArticleRow,
  quoted: readonly QuotedRow[],
): { readonly spans: number; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const fault = (what: string, detail: string): void => void faults.push({ articleId: row.id, what, detail })
  if (sha256(row.text) !== row.text_hash) fault('text', 'the text is not the one that was stored: its hash differs')
  if (row.layers === null) fault('doc', 'the layers of the article are missing')
  const layers = row.layers ?? { sentences: [], chains: [], mentions: [] }
  const bare = [...layers.sentences, ...layers.chains.flat(), ...layers.mentions.map(mention => mention.span)]
  for (const span of bare)
    if (!isValidSpan(row.text, span)) fault('span', `[${span.join(', ')}) is no span of the text`)
  for (const { id, quotes, spans } of quoted) {
    if (quotes.length !== spans.length) fault(id, `${spans.length} spans but ${quotes.length} quotes`)
    for (const [i, span] of spans.entries()) {
      if (row.text.slice(...span) !== quotes[i]) fault(id, `[${span.join(', ')}) no longer holds its quote`)
    }
  }
  return { spans: bare.length + quoted.reduce((sum, one) => sum + one.spans.length, 0), faults }
}
