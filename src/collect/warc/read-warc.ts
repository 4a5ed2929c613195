import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Rejection } from '../../model/rejection.ts'
import { explainReadError } from '../files/read-bytes.ts'
import { LIMITS } from '../limits.ts'
import { ByteReader, type Damage, plainPieces } from './byte-reader.ts'
import { gunzipMembers } from './gunzip-members.ts'
import { readHttpPayload } from './http-payload.ts'
import { type ArchiveRecord, readRecords } from './read-records.ts'

/** Content of one record: the decoded body of a response, or the block of a resource or a conversion. */
export interface ArchivePayload {
  readonly url: string | null
  readonly type: 'response' | 'resource' | 'conversion'
  readonly status: number | null
  readonly mediaType: string | null
  readonly charset: string | null
  /** ISO 8601 instant of the capture. */
  readonly date: string | null
  readonly bytes: Buffer
  /** True where the content is known to be incomplete or wrong. */
  readonly damaged: boolean
  /** Which record of the archive, from 1. */
  readonly record: number
}

/** What reading an archive gives, in order. Every record gives one `record`, before its payload if it has one. */
export type WarcItem =
  | { readonly kind: 'record' }
  | { readonly kind: 'payload'; readonly payload: ArchivePayload }
  | { readonly kind: 'damage'; readonly damage: Damage }
  | { readonly kind: 'skipped'; readonly url: string | null; readonly reason: string }

/**
 * Contents of a WARC or ARC file, gzipped by record, as a whole, or not at all; streamed, at most one record of
 * `LIMITS.recordBytes` in memory. Damage is reported and survived. An input that is no archive gives no record.
 */
export async function* readWarc(source: AsyncIterable<Uint8Array>): AsyncGenerator<WarcItem> {
  const reader = await openArchive(source)
  let record = 0
  try {
    for await (const item of readRecords(reader)) {
      if ('damage' in item) {
        yield { kind: 'damage', damage: item.damage }
        continue
      }
      record++
      yield { kind: 'record' }
      yield* contentOf(item.record, record)
    }
  } finally {
    await reader.close()
  }
}

async function openArchive(source: AsyncIterable<Uint8Array>): Promise<ByteReader> {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done === true ? new Uint8Array() : first.value
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield head
      if (first.done !== true)
        for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  const isGzip = head[0] === 0x1f && (head.length < 2 || head[1] === 0x8b)
  return new ByteReader(isGzip ? gunzipMembers(whole()) : plainPieces(whole()))
}

function* contentOf(record: ArchiveRecord, number: number): Generator<WarcItem> {
  const type = payloadType(record)
  if (type === null) return
  if (record.tooLarge) {
    yield { kind: 'skipped', url: record.url, reason: `the record is larger than ${LIMITS.recordBytes / 1_000_000} MB` }
    return
  }
  const isHttp =
    type === 'response' &&
    (record.type === 'arc' || record.contentType === null || /^application\/http\b/i.test(record.contentType))
  const about = { url: record.url, type, date: record.date, record: number }
  if (!isHttp) {
    const mediaType = record.contentType?.split(';')[0]?.trim().toLowerCase() ?? null
    yield {
      kind: 'payload',
      payload: {
        ...about,
        status: null,
        mediaType,
        charset: null,
        bytes: record.block,
        damaged: record.damage !== null,
      },
    }
    return
  }
  const http = readHttpPayload(record.block, LIMITS.recordBytes, record.damage === 'length')
  if (http.status === null && record.block.toString('latin1').trim() === '') return
  if (http.damage !== null && record.damage === null)
    yield { kind: 'damage', damage: { at: number, reason: http.damage } }
  const mediaType = http.mediaType ?? (record.type === 'arc' ? record.contentType : null)
  const damaged = http.damage !== null || record.damage === 'bytes' || (record.damage === 'length' && !http.vouched)
  yield {
    kind: 'payload',
    payload: { ...about, status: http.status, mediaType, charset: http.charset, bytes: http.body, damaged },
  }
}

function payloadType(record: ArchiveRecord): ArchivePayload['type'] | null {
  if (record.type === 'arc') return 'response'
  if (record.type === 'response' || record.type === 'resource' || record.type === 'conversion') return record.type
  return null
}

/** One line of `theatrum warc`: what an archive holds, without storing anything (form: head of ../shared/score/warc.mjs). */
export interface WarcSummary {
  readonly file: string
  readonly records: number
  readonly payloads: readonly {
    readonly url: string | null
    readonly type: string
    readonly status: number | null
    readonly mime: string | null
    readonly length: number
    readonly sha1: string
    readonly damaged?: true
  }[]
  readonly damaged: readonly Damage[]
  readonly skipped: readonly { readonly url: string | null; readonly reason: string }[]
}

/** A file that `theatrum warc` or `theatrum feed` could not read, and why. */
export interface NotRead {
  readonly file: string
  readonly rejected: Rejection
}

/** Reads an archive file through and says what it holds; never throws for what is wrong with the file. */
export async function summariseWarc(file: string): Promise<WarcSummary | NotRead> {
  let records = 0
  const payloads: WarcSummary['payloads'][number][] = []
  const damaged: Damage[] = []
  const skipped: { url: string | null; reason: string }[] = []
  try {
    for await (const item of readWarc(createReadStream(file))) {
      if (item.kind === 'record') records++
      else if (item.kind === 'damage') damaged.push(item.damage)
      else if (item.kind === 'skipped') skipped.push({ url: item.url, reason: item.reason })
      else if (item.payload.type !== 'conversion') payloads.push(summaryOf(item.payload))
    }
  } catch (error) {
    const explained = explainReadError<never>(error)
    if (!explained.ok) return { file, rejected: explained.rejection }
  }
  if (records > 0 || damaged.length > 1) return { file, records, payloads, damaged, skipped }
  const detail = 'The file holds no record of a web archive (WARC or ARC).'
  return { file, rejected: { stage: 'collect', reason: 'not-an-archive', detail } }
}

function summaryOf(payload: ArchivePayload): WarcSummary['payloads'][number] {
  const { url, type, status, mediaType, bytes, damaged } = payload
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  return {
    url,
    type,
    status,
    mime: mediaType,
    length: bytes.length,
    sha1,
    ...(damaged ? { damaged: true as const } : {}),
  }
}
