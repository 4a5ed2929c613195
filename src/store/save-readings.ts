import { sql } from 'kysely'
import { tlpLevel } from '../access/may-see.ts'
import type { Saved, StoredReading, StoredRejection } from '../model/picture.ts'
import { sha256 } from '../text/hash.ts'
import { canonicalJson } from './canonical-json.ts'
import { CAPABILITIES, capabilityRows } from './capability-rows.ts'
import { packStoryInput } from './pack-story-input.ts'
import { addRows, putRows, type TableShape } from './put-rows.ts'
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
  PLACES,
  placeRows,
  STAGE_RUN,
  STATEMENTS,
  STORY_INPUTS,
  statementRows,
} from './reading-rows.ts'
import { saveArticles, savePages } from './save-articles.ts'
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
  const all = batch.map(one => one.stored)
  await savePages(tx, all, readerVersion)
  await saveArticles(tx, all, readerVersion)
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
  // Neither the names of the readers nor the file belong to what was found: the same text from another place is the same.
  const { made: _made, file: _file, ...output } = reading
  const { file: _place, ...article } = output.article
  return { stored, inputHash: page.hash, outputHash: sha256(canonicalJson([{ ...output, article }, story, marking])) }
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
  await replaceRows(tx, CAPABILITIES, ids, readings.flatMap(capabilityRows))
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
