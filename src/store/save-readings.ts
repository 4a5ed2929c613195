import { sql } from 'kysely'
import { tlpLevel } from '../access/may-see.ts'
import { valueOf } from '../model/known.ts'
import type { PageRecord, Saved, StoredReading, StoredRejection } from '../model/picture.ts'
import { sha256 } from '../text/hash.ts'
import { packStoryInput } from './pack-story-input.ts'
import { addRows, jsonOf, putRows, type TableShape } from './put-rows.ts'
import {
  ACTORS,
  ARTICLE_SEARCH,
  actorRows,
  DOCS,
  docLayers,
  EVENT_MENTIONS,
  eventRows,
  MENTIONS,
  markedOf,
  mentionRows,
  OUTLETS,
  outletRows,
  PAGES,
  PLACES,
  placeRows,
  STAGE_RUN,
  STATEMENTS,
  STORY_INPUTS,
  statementRows,
} from './reading-rows.ts'
import type { WriteTx } from './store.ts'

/** The one stage that the fence knows so far: all of reading, from text to resolved findings. */
const STAGE = 'read'

interface Fresh {
  readonly stored: StoredReading
  readonly inputHash: string
  readonly outputHash: string
}

/**
 * Stores a batch of readings. The fence (`stage_run`) is taken first: a reading whose output is there already only has
 * its version raised, one that differs replaces what was derived before; the text of an article is written once. The
 * same batch twice changes nothing. Ids are returned in the order of the batch, each once.
 */
export async function saveReadings(
  tx: WriteTx,
  readings: readonly StoredReading[],
  readerVersion: string,
): Promise<Saved> {
  const batch = lastOfEach(readings).map(fresh)
  if (batch.length === 0) return { added: [], changed: [], unchanged: [] }
  const before = await takeFence(tx, batch, readerVersion)
  const changed = batch.filter(({ stored, outputHash }) => before.get(stored.reading.article.id) !== outputHash)
  const stored = changed.map(one => one.stored)
  await savePages(
    tx,
    batch.map(one => one.stored),
    readerVersion,
  )
  await saveArticles(
    tx,
    batch.map(one => one.stored),
    readerVersion,
  )
  await saveDerived(tx, stored)
  const ids = (of: readonly Fresh[]): string[] => of.map(one => one.stored.reading.article.id)
  return {
    added: ids(changed).filter(id => !before.has(id)),
    changed: ids(changed).filter(id => before.has(id)),
    unchanged: ids(batch).filter(id => !ids(changed).includes(id)),
  }
}

/** Of readings of one article in a batch the last counts. */
function lastOfEach(readings: readonly StoredReading[]): StoredReading[] {
  const byId = new Map(readings.map(stored => [stored.reading.article.id, stored]))
  return [...byId.values()]
}

function fresh(stored: StoredReading): Fresh {
  const { reading, story, marking, page } = stored
  const { made: _made, ...output } = reading
  return { stored, inputHash: page.hash, outputHash: sha256(JSON.stringify([output, story, marking])) }
}

/** Locks the rows of the fence, writes the new state, and gives the output hashes that stood there. */
async function takeFence(
  tx: WriteTx,
  batch: readonly Fresh[],
  readerVersion: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = batch.map(one => one.stored.reading.article.id)
  // In one order everywhere, or two processes with the same articles would wait for each other.
  const { rows } = await sql<{ article_id: string; output_hash: string }>`
    SELECT article_id, output_hash FROM theatrum.stage_run
    WHERE article_id = ANY(${ids}) AND stage = ${STAGE} ORDER BY article_id FOR UPDATE`.execute(tx.db)
  await putRows(
    tx,
    STAGE_RUN,
    batch
      .map(({ stored, inputHash, outputHash }) => ({
        ...{
          article_id: stored.reading.article.id,
          stage: STAGE,
          version: readerVersion,
          input_hash: inputHash,
          output_hash: outputHash,
        },
        ...markedOf(stored),
      }))
      .sort((a, b) => (a.article_id < b.article_id ? -1 : 1)),
  )
  return new Map(rows.map(row => [row.article_id, row.output_hash]))
}

async function savePages(tx: WriteTx, readings: readonly StoredReading[], readerVersion: string): Promise<void> {
  const keys = readings.map(({ page }) => page.key)
  await putRows(
    tx,
    PAGES,
    readings.map(stored => ({
      ...pageRow(stored.page, readerVersion),
      article_id: stored.reading.article.id,
      ...markedOf(stored),
    })),
  )
  await sql`DELETE FROM theatrum.rejections WHERE page_key = ANY(${keys})`.execute(tx.db)
}

function pageRow(page: PageRecord, readerVersion: string): Record<string, unknown> {
  const { key, hash, file, arrival, url, status } = page
  return {
    key,
    hash,
    file,
    arrival,
    url,
    status,
    reached_url: page.reachedUrl,
    media_type: page.mediaType,
    fetched_at: page.fetchedAt,
    reader_version: readerVersion,
  }
}

/** Writes texts that are new, and of all what a better reader may read differently: headline, facts, dates. */
async function saveArticles(tx: WriteTx, readings: readonly StoredReading[], readerVersion: string): Promise<void> {
  const rows = readings.map(stored => {
    const { article, made } = stored.reading
    const {
      id,
      file,
      url,
      title,
      text,
      sample,
      language,
      outlet,
      byline,
      published,
      standfirst,
      blocks,
      wire,
      credit,
    } = article
    return {
      ...{
        id,
        page_key: stored.page.key,
        file,
        url,
        title,
        text,
        text_hash: sha256(text),
        sample,
        made,
        reader_version: readerVersion,
      },
      outlet_id: valueOf(outlet)?.id ?? null,
      published: valueOf(published),
      facts: { language, outlet, byline, published, standfirst, blocks, wire, credit },
      ...markedOf(stored),
    }
  })
  const columns =
    'id, page_key, file, url, title, text, text_hash, outlet_id, published, sample, facts, made, reader_version, tlp, groups'
  const types =
    'id text, page_key text, file text, url text, title text, text text, text_hash text, outlet_id text, published text, sample boolean, facts jsonb, made jsonb, reader_version text, tlp smallint, groups text[]'
  // The order of arrival is the order of the batch: nextval runs over rows that are sorted already.
  await sql`
    INSERT INTO theatrum.articles AS t (${sql.raw(columns)})
    SELECT ${sql.raw(columns)} FROM ROWS FROM (json_to_recordset(${jsonOf(rows)}::json) AS (${sql.raw(types)})) WITH ORDINALITY AS r(${sql.raw(columns)}, place)
    ORDER BY place
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, outlet_id = excluded.outlet_id, published = excluded.published,
      sample = excluded.sample, facts = excluded.facts, made = excluded.made, reader_version = excluded.reader_version,
      tlp = excluded.tlp, groups = excluded.groups
    WHERE (t.title, t.outlet_id, t.published, t.sample, t.facts, t.made, t.reader_version, t.tlp, t.groups)
      IS DISTINCT FROM (excluded.title, excluded.outlet_id, excluded.published, excluded.sample, excluded.facts, excluded.made,
        excluded.reader_version, excluded.tlp, excluded.groups)`.execute(tx.db)
}

/** Everything read out of the articles; what an older reading found and this one does not is removed. */
async function saveDerived(tx: WriteTx, readings: readonly StoredReading[]): Promise<void> {
  if (readings.length === 0) return
  const ids = readings.map(({ reading }) => reading.article.id)
  const { rows: arrivals } = await sql<{
    id: string
    seq: number
  }>`SELECT id, seq FROM theatrum.articles WHERE id = ANY(${ids})`.execute(tx.db)
  const seqOf = new Map(arrivals.map(({ id, seq }) => [id, seq]))
  await putRows(tx, OUTLETS, outletRows(readings))
  await putRows(tx, PLACES, placeRows(readings))
  await addRows(tx, ACTORS, actorRows(readings))
  await putRows(
    tx,
    ARTICLE_SEARCH,
    readings.map(one => ({ article_id: one.reading.article.id, body: one.reading.article.text, ...markedOf(one) })),
  )
  await putRows(
    tx,
    DOCS,
    readings.map(one => ({ article_id: one.reading.article.id, layers: docLayers(one.reading), ...markedOf(one) })),
  )
  await replaceRows(tx, MENTIONS, ids, readings.flatMap(mentionRows))
  await replaceRows(tx, STATEMENTS, ids, readings.flatMap(statementRows))
  await replaceRows(tx, EVENT_MENTIONS, ids, readings.flatMap(eventRows))
  await putRows(
    tx,
    STORY_INPUTS,
    readings.map(one => {
      const { id } = one.reading.article
      return {
        article_id: id,
        seq: seqOf.get(id),
        packed: packStoryInput(one.story).toString('base64'),
        ...markedOf(one),
      }
    }),
  )
}

async function replaceRows(
  tx: WriteTx,
  table: TableShape,
  articleIds: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const kept = rows.map(row => `${String(row['article_id'])} ${String(row['id'])}`)
  await sql`DELETE FROM ${sql.raw(`theatrum.${table.name}`)} WHERE article_id = ANY(${articleIds}) AND NOT (article_id || ' ' || id = ANY(${kept}))`.execute(
    tx.db,
  )
  await putRows(tx, table, rows)
}

const REJECTIONS: TableShape = {
  name: 'rejections',
  key: ['page_key'],
  columns: {
    ...{
      page_key: 'text',
      file: 'text',
      url: 'text',
      stage: 'text',
      reason: 'text',
      detail: 'text',
      reader_version: 'text',
    },
    ...{ tlp: 'smallint', groups: 'text[]' },
  },
}

/**
 * Stores why inputs were turned away, one row a page: a later reason replaces an earlier one. They carry no marking of
 * their own yet, so they are for the owner of the store alone: what cannot be judged is not shown.
 */
export async function saveRejections(
  tx: WriteTx,
  rejections: readonly StoredRejection[],
  readerVersion: string,
): Promise<void> {
  const marked = { tlp: tlpLevel('RED'), groups: ['owner'] }
  await putRows(
    tx,
    REJECTIONS,
    rejections.map(({ rejected, page }) => ({
      ...{ page_key: page.key, file: page.file, url: page.url, reader_version: readerVersion },
      ...rejected.rejected,
      ...marked,
    })),
  )
}
