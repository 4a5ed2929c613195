import { LIMITS } from '../limits.ts'
import { type ArcLine, isArcLine, parseArcLine } from './arc-line.ts'
import type { ByteReader, Damage } from './byte-reader.ts'

/** One record of an archive, its block still as stored. */
export interface ArchiveRecord {
  /** `response`, `resource`, `request`, …; `arc` for records of ARC files and `filedesc` for their own header. */
  readonly type: string
  readonly url: string | null
  /** ISO 8601 instant of the capture. */
  readonly date: string | null
  readonly contentType: string | null
  readonly block: Buffer
  /** `length`: the block is cut off or of another length than it says. `bytes`: bytes of it are wrong (a checksum says so). */
  readonly damage: 'length' | 'bytes' | null
  /** True where the block exceeds `LIMITS.recordBytes` and was skipped. */
  readonly tooLarge: boolean
}

/** A record, or damage between and inside records: each place is said once. */
export type ArchiveItem = { readonly record: ArchiveRecord } | { readonly damage: Damage }

/** A record's first line inside other bytes, with a header field below it. */
const RECORD_START = /(?:^|\n)(WARC\/[01]\.\d{1,2}[ \t]*\r?\n(?=[A-Za-z-]{1,60}[ \t]*:))/
/** The same behind garbage, which need not end with a line; a field that every record has tells it from chance. */
const RECORD_IN_GARBAGE = /WARC\/[01]\.\d{1,2}[ \t]*\r?\n(?=(?:WARC|Content)-[A-Za-z-]{1,40}[ \t]*:)/i
const WINDOW = 65_536
/** Read behind a record before it is handed on, so that a wrong checksum of its gzip member is seen in time. */
const LOOK_AHEAD = 4_096
/** Kept of a window in which no record began: the longest first line that can lie across its end. */
const OVERLAP = 8_192

/**
 * Records of a WARC (0.17 to 1.1, ISO 28500) or ARC file, in order. Garbage, lengths that are wrong and records that are
 * cut off are reported and survived: reading goes on at the next line that begins a record. Nothing larger than
 * `LIMITS.recordBytes` is held.
 */
export async function* readRecords(reader: ByteReader): AsyncGenerator<ArchiveItem> {
  let isArc = false
  let inDamage = false
  const passOn = function* (item: ArchiveItem): Generator<ArchiveItem> {
    // A damaged record does not end the damage that was told of; a sound one does.
    if ('damage' in item) inDamage = true
    else if (item.record.damage === null) inDamage = false
    yield item
  }
  for (;;) {
    await skipBlank(reader)
    const line = (await reader.peek(OVERLAP)).toString('latin1')
    if (line === '') {
      const gap = reader.gap
      if (gap === null) return
      // A record that made no sense and the gap that explains it are one damage.
      if (!inDamage) yield { damage: gap }
      inDamage = true
      reader.passGap()
    } else if (/^WARC\/\d/.test(line)) for await (const item of readWarcRecord(reader)) yield* passOn(item)
    else if (isArcLine(line)) {
      isArc = true
      for await (const item of readArcRecord(reader)) yield* passOn(item)
    } else {
      inDamage = true
      yield { damage: { at: reader.offset, reason: 'bytes that belong to no record' } }
      await scan(reader, isArc)
    }
  }
}

async function* readWarcRecord(reader: ByteReader): AsyncGenerator<ArchiveItem> {
  const at = reader.offset
  const fields = await readHead(reader)
  if (fields === null) {
    if (reader.gap === null) yield { damage: { at, reason: 'the header of a record has no end' } }
    await reader.skip(1)
    await scan(reader, false)
    return
  }
  const written = fields.get('content-length') ?? ''
  const about = {
    type: (fields.get('warc-type') ?? 'unknown').toLowerCase(),
    url: fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null,
    date: fields.get('warc-date') ?? null,
    contentType: fields.get('content-type') ?? null,
  }
  if (!/^\d{1,15}$/.test(written)) {
    yield { damage: { at, reason: `a record names the length "${written.slice(0, 40)}"` } }
    await scan(reader, false)
    return
  }
  yield* readBlock(reader, at, Number(written), about, false)
}

async function* readArcRecord(reader: ByteReader): AsyncGenerator<ArchiveItem> {
  const at = reader.offset
  const line = await readLine(reader)
  const about: ArcLine | null = line === null ? null : parseArcLine(line)
  if (about === null || about.length === null) {
    yield { damage: { at, reason: 'a record names no valid length' } }
    await scan(reader, true)
    return
  }
  yield* readBlock(reader, at, about.length, about, true)
}

type About = Pick<ArchiveRecord, 'type' | 'url' | 'date' | 'contentType'>

/** Reads a block of a said length and judges by what follows whether the length was true. */
async function* readBlock(
  reader: ByteReader,
  at: number,
  length: number,
  about: About,
  isArc: boolean,
): AsyncGenerator<ArchiveItem> {
  const held = Math.min(length, LIMITS.recordBytes)
  const block = await reader.take(held)
  const whole = block.length === held
  if (whole && length > held && nextRecordIn(block) < 0) {
    const rest = await reader.skip(length - held)
    if (rest < length - held && reader.gap === null) yield { damage: { at, reason: 'the file ends inside a record' } }
    yield {
      record: { ...about, block: Buffer.alloc(0), damage: rest < length - held ? 'length' : null, tooLarge: true },
    }
    return
  }
  const verdict = whole && length === held ? await judgeEnd(reader, block, isArc) : 'cut'
  if (verdict === 'good') {
    // Only now is the gzip member at its end, and its checksum known.
    yield { record: { ...about, block, damage: reader.isLastSuspect ? 'bytes' : null, tooLarge: false } }
    return
  }
  const next = isArc ? -1 : nextRecordIn(block)
  if (next >= 0) {
    reader.unread(block.subarray(next))
    yield { damage: { at, reason: `a record says it has ${length} bytes and has fewer` } }
    yield {
      record: {
        ...about,
        block: withoutTerminator(block.subarray(0, next)),
        damage: reader.isLastSuspect ? 'bytes' : 'length',
        tooLarge: false,
      },
    }
    return
  }
  if (verdict === 'cut') {
    if (reader.gap === null) yield { damage: { at, reason: 'the file ends inside a record' } }
    yield { record: { ...about, block, damage: reader.isLastSuspect ? 'bytes' : 'length', tooLarge: false } }
    return
  }
  yield { damage: { at, reason: `a record says it has ${length} bytes and has another number` } }
  if (verdict === 'padded') {
    yield {
      record: {
        ...about,
        block: withoutTerminator(block),
        damage: reader.isLastSuspect ? 'bytes' : 'length',
        tooLarge: false,
      },
    }
    return
  }
  const rest = await takeToNextRecord(reader, isArc)
  yield {
    record: {
      ...about,
      block: rest === null ? block : withoutTerminator(Buffer.concat([block, rest])),
      damage: reader.isLastSuspect ? 'bytes' : 'length',
      tooLarge: false,
    },
  }
}

/**
 * After a true length stand the two line ends of the record, then the next record, the end, or garbage. `padded`: the
 * block swallowed its own terminator. `long`: the content goes on.
 */
async function judgeEnd(reader: ByteReader, block: Buffer, isArc: boolean): Promise<'good' | 'padded' | 'long'> {
  const after = (await reader.peek(LOOK_AHEAD)).toString('latin1')
  if (isArc)
    return after === '' || /^[\r\n]/.test(after) || isArcLine((await reader.peek(OVERLAP)).toString('latin1'))
      ? 'good'
      : 'long'
  if (after === '' || /^\r?\n\r?\n/.test(after) || /^[\r\n]+$/.test(after)) return 'good'
  const ends = /(?:\r?\n){1,2}$/.exec(block.subarray(-4).toString('latin1'))?.[0]
  if (/^(?:\r?\n)?WARC\/\d/.test(after)) return ends === undefined ? 'good' : 'padded'
  return 'long'
}

function nextRecordIn(block: Buffer): number {
  const found = RECORD_START.exec(block.toString('latin1'))
  return found === null || found.index === 0 ? -1 : found.index + 1
}

function withoutTerminator(block: Buffer): Buffer {
  const ends = /(?:\r?\n){1,2}$/.exec(block.subarray(-4).toString('latin1'))?.[0] ?? ''
  return block.subarray(0, block.length - ends.length)
}

/** Bytes up to the next record, at most `LIMITS.recordBytes` of them; null where they are more. */
async function takeToNextRecord(reader: ByteReader, isArc: boolean): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for (;;) {
    const window = await reader.peek(WINDOW)
    const at = findStart(window, isArc)
    const isLast = window.length < WINDOW
    const count = at >= 0 ? at : isLast ? window.length : window.length - OVERLAP
    size += count
    const part = await reader.take(count)
    if (size <= LIMITS.recordBytes) parts.push(part)
    if (at >= 0 || isLast) return size <= LIMITS.recordBytes ? Buffer.concat(parts) : null
  }
}

/** Moves to the next line that begins a record, or to the end or gap. */
async function scan(reader: ByteReader, isArc: boolean): Promise<void> {
  for (;;) {
    const window = await reader.peek(WINDOW)
    const at = findStart(window, isArc)
    if (at >= 0) {
      await reader.skip(at)
      return
    }
    const isLast = window.length < WINDOW
    await reader.skip(isLast ? window.length : window.length - OVERLAP)
    if (isLast) return
  }
}

function findStart(window: Buffer, isArc: boolean): number {
  const text = window.toString('latin1')
  const found = RECORD_IN_GARBAGE.exec(text)
  if (found !== null) return found.index
  if (!isArc) return -1
  for (let at = 0; at >= 0 && at < text.length; ) {
    if (isArcLine(text.slice(at, at + OVERLAP))) return at
    const next = text.indexOf('\n', at)
    at = next < 0 ? -1 : next + 1
  }
  return -1
}

async function skipBlank(reader: ByteReader): Promise<void> {
  for (;;) {
    const window = await reader.peek(64)
    let count = 0
    while (count < window.length && (window[count] === 10 || window[count] === 13)) count++
    await reader.skip(count)
    if (count < 64) return
  }
}

/** Header fields by lower-case name, folded lines joined; null where the head does not end within its bounds. */
async function readHead(reader: ByteReader): Promise<Map<string, string> | null> {
  let size = 4_096
  for (;;) {
    const window = await reader.peek(size)
    const text = window.toString('latin1')
    const end = /\r?\n\r?\n/.exec(text)
    if (end !== null) {
      const head = (await reader.take(end.index + end[0].length)).toString('utf8')
      const fields = new Map<string, string>()
      for (const line of head
        .trimEnd()
        .replace(/\r?\n[ \t]+/g, ' ')
        .split(/\r?\n/)
        .slice(1)) {
        const colon = line.indexOf(':')
        const name = line.slice(0, colon).trim().toLowerCase()
        if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
      }
      return fields
    }
    if (window.length < size || size >= LIMITS.recordHeadBytes) return null
    size = Math.min(size * 4, LIMITS.recordHeadBytes)
  }
}

async function readLine(reader: ByteReader): Promise<string | null> {
  const window = await reader.peek(OVERLAP)
  const end = window.indexOf(10)
  if (end < 0) return null
  return (await reader.take(end + 1)).toString('utf8').trimEnd()
}
