import { sql } from 'kysely'
import type { ArticleCard } from '../model/api.ts'
import type { Known } from '../model/known.ts'
import type { Span } from '../model/span.ts'
import type { Reuse, ReuseKind } from '../model/story.ts'
import type { ReadTx } from '../store/store.ts'

/** A card with the story it belongs to. */
export type StoriedCard = ArticleCard & { readonly storyId: string | null }

interface CardRow {
  readonly id: string
  readonly file: string
  readonly title: string | null
  readonly outlet: string | null
  readonly outlet_id: string | null
  readonly published: string | null
  readonly known: Known<string> | null
  readonly url: string | null
  readonly sample: boolean
  readonly origin_id: string | null
  readonly story_id: string | null
}

/** Cards of these articles as far as the viewer may see them, by id; oldest publication first, unknown dates last. */
export async function articleCards(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, StoriedCard>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CardRow>`
    SELECT a.id, a.file, a.title, o.name AS outlet, a.outlet_id, a.published, a.facts -> 'published' AS known, a.url, a.sample,
      s.origin_id, s.story_id
    FROM theatrum.articles a LEFT JOIN theatrum.outlets o ON o.id = a.outlet_id
      LEFT JOIN theatrum.story_articles s ON s.article_id = a.id
    WHERE a.id = ANY(${[...ids]}) ORDER BY a.published NULLS LAST, a.seq`.execute(tx.db)
  const reuse = await reuseOf(tx, ids)
  return new Map(
    rows.map(row => [
      row.id,
      {
        ...{
          id: row.id,
          file: row.file,
          title: row.title,
          outlet: row.outlet,
          outletId: row.outlet_id,
          published: row.published,
        },
        publishedWhy: row.known !== null && 'unknown' in row.known ? row.known.unknown : null,
        ...{ url: row.url, sample: row.sample, originId: row.origin_id, storyId: row.story_id },
        reuse: strongest(reuse.filter(one => one.article === row.id)),
      },
    ]),
  )
}

/** How these articles hang on others that the viewer may see too. */
export async function reuseOf(tx: ReadTx, ids: readonly string[]): Promise<readonly Reuse[]> {
  const { rows } = await sql<{
    article_id: string
    of_id: string
    kind: ReuseKind
    share: number | null
    passages: Span[]
  }>`
    SELECT article_id, of_id, kind, share, passages FROM theatrum.reuse WHERE article_id = ANY(${[...ids]})
    ORDER BY article_id, of_id, kind`.execute(tx.db)
  return rows.map(({ article_id, of_id, kind, share, passages }) => ({
    article: article_id,
    of: of_id,
    kind,
    share,
    passages,
  }))
}

const STRENGTH: readonly ReuseKind[] = ['copy', 'rewrite', 'relay']

/** An article can be a copy of one and a relay of another: the card shows what says most. */
function strongest(reuse: readonly Reuse[]): Reuse | null {
  const byStrength = [...reuse].sort(
    (a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind) || (b.share ?? 0) - (a.share ?? 0),
  )
  return byStrength[0] ?? null
}
