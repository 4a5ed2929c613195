import { sql } from 'kysely'
import type { Article } from '../model/article.ts'
import type { PageRecord } from '../model/picture.ts'
import { type Marking, TLP } from '../model/viewer.ts'
import type { Store } from './store.ts'

/** A stored article as it was extracted, with its page and marking: what reading it again needs. */
export interface StoredArticle {
  readonly article: Article
  readonly page: PageRecord
  readonly marking: Marking
}

type Facts = Pick<Article, 'language' | 'outlet' | 'byline' | 'published' | 'standfirst' | 'blocks' | 'wire' | 'credit'>

interface Row {
  readonly seq: number
  readonly id: string
  readonly file: string
  readonly url: string | null
  readonly title: string | null
  readonly text: string
  readonly sample: boolean
  readonly facts: Facts
  readonly tlp: number
  readonly groups: string[]
  readonly key: string
  readonly hash: string
  readonly arrival: string
  readonly reached_url: string | null
  readonly status: number | null
  readonly media_type: string
  readonly fetched_at: string | null
}

const BATCH = 100

/** Articles that a reader other than `readerVersion` read last (null: all), in order of arrival, `BATCH` at a time. */
export async function* storedArticles(store: Store, readerVersion: string | null): AsyncGenerator<StoredArticle> {
  let last = 0
  for (;;) {
    const rows = await store.write(async tx => {
      const found = await sql<Row>`
        SELECT a.seq, a.id, a.file, a.url, a.title, a.text, a.sample, a.facts, a.tlp, a.groups, p.key, p.hash, p.arrival,
          p.reached_url, p.status, p.media_type, p.fetched_at
        FROM theatrum.articles a JOIN theatrum.pages p ON p.key = a.page_key
        WHERE a.seq > ${last} AND a.reader_version IS DISTINCT FROM ${readerVersion} ORDER BY a.seq LIMIT ${BATCH}`.execute(
        tx.db,
      )
      return found.rows
    })
    for (const row of rows) yield toStoredArticle(row)
    if (rows.length < BATCH) return
    last = rows.at(-1)?.seq ?? last
  }
}

function toStoredArticle(row: Row): StoredArticle {
  const { id, file, url, title, text, sample, facts, key, hash, arrival, status } = row
  return {
    article: { id, file, url, title, text, sample, ...facts },
    page: {
      key,
      hash,
      file,
      arrival,
      url,
      status,
      reachedUrl: row.reached_url,
      mediaType: row.media_type,
      fetchedAt: row.fetched_at,
    },
    marking: { tlp: TLP[row.tlp] ?? 'RED', groups: row.groups },
  }
}
