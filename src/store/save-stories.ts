import { sql } from 'kysely'
import { tlpLevel, tlpOf } from '../access/may-see.ts'
import { mostRestrictive } from '../access/most-restrictive.ts'
import type { Story } from '../model/story.ts'
import type { Marking } from '../model/viewer.ts'
import { sha256 } from '../text/hash.ts'
import { DATABASE_LOCK } from './migrate.ts'
import { putRows, type Row, type TableShape } from './put-rows.ts'
import type { WriteTx } from './store.ts'

const MARKED = { tlp: 'smallint', groups: 'text[]' }

const STORIES: TableShape = { name: 'stories', key: ['id'], columns: { id: 'text', content_hash: 'text' } }
const STORY_ARTICLES: TableShape = {
  name: 'story_articles',
  key: ['article_id'],
  columns: { article_id: 'text', story_id: 'text', origin_id: 'text', ...MARKED },
}
const ORIGINS: TableShape = {
  name: 'origins',
  key: ['story_id', 'id'],
  columns: { story_id: 'text', id: 'text', name: 'text', ...MARKED },
}
const REUSE: TableShape = {
  name: 'reuse',
  key: ['article_id', 'of_id', 'kind'],
  columns: {
    article_id: 'text',
    of_id: 'text',
    story_id: 'text',
    kind: 'text',
    share: 'real',
    passages: 'jsonb',
    ...MARKED,
  },
}

/** Makes this transaction the only one that adds to stories, until it ends: arrival order and story order are then one. */
export async function lockStories(tx: WriteTx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${DATABASE_LOCK.class}::int, ${DATABASE_LOCK.stories}::int)`.execute(tx.db)
}

/**
 * Stores stories as they stand now and takes away those that were merged into others. A story that is stored already in
 * this very form costs one comparison. What a story says of several articles carries the most restrictive marking of them.
 */
export async function saveStories(
  tx: WriteTx,
  changes: { readonly changed: readonly Story[]; readonly removed: readonly string[] },
): Promise<void> {
  const changed = await reallyChanged(tx, changes.changed)
  const ids = [...changed.map(({ story }) => story.id), ...changes.removed]
  if (ids.length === 0) return
  const markings = await markingsOf(
    tx,
    changed.flatMap(({ story }) => story.articles),
  )
  const stories = changed.map(({ story }) => story)
  await putRows(
    tx,
    STORIES,
    changed.map(({ story, hash }) => ({ id: story.id, content_hash: hash })),
  )
  await putRows(
    tx,
    STORY_ARTICLES,
    stories.flatMap(story => articleRows(story, markings)),
  )
  await replaceOf(
    tx,
    ORIGINS,
    ids,
    stories.flatMap(story => originRows(story, markings)),
  )
  await replaceOf(
    tx,
    REUSE,
    ids,
    stories.flatMap(story => reuseRows(story, markings)),
  )
  const members = stories.flatMap(story => story.articles.map(article => `${story.id} ${article}`))
  await sql`DELETE FROM theatrum.story_articles WHERE story_id = ANY(${ids}) AND NOT (story_id || ' ' || article_id = ANY(${members}))`.execute(
    tx.db,
  )
  await sql`DELETE FROM theatrum.stories WHERE id = ANY(${[...changes.removed]})`.execute(tx.db)
}

interface Changed {
  readonly story: Story
  readonly hash: string
}

async function reallyChanged(tx: WriteTx, stories: readonly Story[]): Promise<Changed[]> {
  const hashed = stories.map(story => ({
    story,
    hash: sha256(JSON.stringify([story.articles, story.origins, story.reuse])),
  }))
  const ids = stories.map(story => story.id)
  const { rows } = await sql<{
    id: string
    content_hash: string
  }>`SELECT id, content_hash FROM theatrum.stories WHERE id = ANY(${ids})`.execute(tx.db)
  const stored = new Map(rows.map(row => [row.id, row.content_hash]))
  return hashed.filter(({ story, hash }) => stored.get(story.id) !== hash)
}

async function markingsOf(tx: WriteTx, articleIds: readonly string[]): Promise<ReadonlyMap<string, Marking>> {
  const { rows } = await sql<{
    id: string
    tlp: number
    groups: string[]
  }>`SELECT id, tlp, groups FROM theatrum.articles WHERE id = ANY(${[...articleIds]})`.execute(tx.db)
  return new Map(rows.map(({ id, tlp, groups }) => [id, { tlp: tlpOf(tlp), groups }]))
}

/** Marking columns of something made of several articles; of an article that is not stored nothing may be told. */
function marked(
  articles: readonly string[],
  markings: ReadonlyMap<string, Marking>,
): { readonly tlp: number; readonly groups: readonly string[] } {
  const { tlp, groups } = mostRestrictive(articles.map(id => markings.get(id) ?? { tlp: 'RED', groups: ['owner'] }))
  return { tlp: tlpLevel(tlp), groups }
}

function articleRows(story: Story, markings: ReadonlyMap<string, Marking>): Row[] {
  const originOf = new Map(story.origins.flatMap(origin => origin.articles.map(article => [article, origin.id])))
  return story.articles.map(id => ({
    article_id: id,
    story_id: story.id,
    origin_id: originOf.get(id) ?? null,
    ...marked([id], markings),
  }))
}

function originRows(story: Story, markings: ReadonlyMap<string, Marking>): Row[] {
  return story.origins.map(({ id, name, articles }) => ({
    story_id: story.id,
    id,
    name,
    ...marked(articles, markings),
  }))
}

function reuseRows(story: Story, markings: ReadonlyMap<string, Marking>): Row[] {
  return story.reuse.map(({ article, of, kind, share, passages }) => ({
    ...{ article_id: article, of_id: of, story_id: story.id, kind, share, passages },
    ...marked([article, of], markings),
  }))
}

async function replaceOf(
  tx: WriteTx,
  table: TableShape,
  storyIds: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const kept = rows.map(row => table.key.map(column => String(row[column])).join(' '))
  const key = sql.raw(table.key.join(" || ' ' || "))
  await sql`DELETE FROM ${sql.raw(`theatrum.${table.name}`)} WHERE story_id = ANY(${[...storyIds]}) AND NOT (${key} = ANY(${kept}))`.execute(
    tx.db,
  )
  await putRows(tx, table, rows)
}
