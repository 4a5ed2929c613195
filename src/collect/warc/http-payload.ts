import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { parseContentType } from '../network/media-type.ts'
import { isZlibError } from '../network/read-body.ts'

/** A stored HTTP answer taken apart: its body decoded from transfer and content codings. */
export interface HttpPayload {
  readonly status: number | null
  readonly mediaType: string | null
  readonly charset: string | null
  readonly body: Buffer
  /** What is wrong with the body, or null. */
  readonly damage: string | null
  /** True where the stored Content-Length confirms that the body is whole. */
  readonly vouched: boolean
}

/** `sure`: the coding itself confirms that nothing is missing (a last chunk, a checksum). */
type Decoded = { readonly body: Buffer; readonly damage: string | null; readonly sure: boolean }

/**
 * Takes a stored HTTP answer apart. Archives name codings that are no longer applied: a body without the mark of its
 * coding (a chunk size, gzip's first bytes) is handed on as it is. `budget` bounds what a body may open to. Where the
 * record's own length is wrong (`isLengthWrong`), the stored Content-Length says where the body ends.
 */
export function readHttpPayload(block: Buffer, budget: number, isLengthWrong = false): HttpPayload {
  const head = splitHead(block)
  if (head === null) return { status: null, mediaType: null, charset: null, body: block, damage: null, vouched: false }
  const { mediaType, charset } = parseContentType(head.fields.get('content-type') ?? null)
  const declared = declaredLength(head.fields.get('content-length'))
  const all = block.subarray(head.length)
  const stored = isLengthWrong && declared !== null && declared <= all.length ? all.subarray(0, declared) : all
  const isChunked = /\bchunked\b/i.test(head.fields.get('transfer-encoding') ?? '')
  const whole = isChunked ? dechunk(stored) : { body: stored, damage: null, sure: false }
  // Transfer-Encoding may compress as well (RFC 9112, 7.2).
  const transfer = codings(head.fields.get('transfer-encoding')).filter(name => name !== 'chunked')
  const names = [...codings(head.fields.get('content-encoding')), ...transfer]
  const decoded = names.reduceRight<Decoded>(
    (from, name) => (from.damage === null ? decode(from, name, budget) : from),
    whole,
  )
  const vouched = decoded.damage === null && (decoded.sure || declared === stored.length)
  return { status: head.status, mediaType, charset, body: decoded.body, damage: decoded.damage, vouched }
}

function declaredLength(written: string | undefined): number | null {
  return written !== undefined && /^\s*\d{1,15}\s*$/.test(written) ? Number(written) : null
}

function codings(header: string | undefined): string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'identity')
}

interface Head {
  readonly status: number | null
  readonly fields: ReadonlyMap<string, string>
  readonly length: number
}

/** Status line and headers; null for a block that begins with neither. Line ends may be bare LF, lines folded. */
function splitHead(block: Buffer): Head | null {
  const text = block.subarray(0, 262_144).toString('latin1')
  const status = /^[\r\n]*(?:HTTP\/\d(?:\.\d)?|ICY|HTTP) +(\d{3})/.exec(text)
  if (status === null) return null
  const end = /\r?\n\r?\n/.exec(text)
  const head = end === null ? text : text.slice(0, end.index)
  const fields = new Map<string, string>()
  for (const line of head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(1)) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { status: Number(status[1]), fields, length: end === null ? block.length : end.index + end[0].length }
}

/** Chunked transfer coding undone (RFC 9112, 7.1). */
function dechunk(stored: Buffer): Decoded {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const line = stored.subarray(at, at + 4_096)
    const end = line.indexOf(10)
    const size = /^[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?\r?$/s.exec(
      line.subarray(0, Math.max(end, 0)).toString('latin1'),
    )?.[1]
    if (size === undefined) {
      if (parts.length === 0) return { body: stored, damage: null, sure: false }
      return { body: Buffer.concat(parts), damage: 'a chunk of the stored answer has no valid size', sure: false }
    }
    const start = at + end + 1
    const count = Number.parseInt(size, 16)
    if (count === 0) return { body: Buffer.concat(parts), damage: null, sure: true }
    parts.push(stored.subarray(start, start + count))
    if (start + count > stored.length)
      return { body: Buffer.concat(parts), damage: 'the stored answer is cut off inside a chunk', sure: false }
    at = start + count
    if (stored[at] === 13) at++
    if (stored[at] === 10) at++
    if (at >= stored.length)
      return { body: Buffer.concat(parts), damage: 'the stored answer ends without its last chunk', sure: false }
  }
}

function decode(from: Decoded, coding: string, budget: number): Decoded {
  const { body } = from
  const limit = { maxOutputLength: budget }
  const attempt = (work: () => Buffer): Buffer | null => {
    try {
      return work()
    } catch (error) {
      if (isZlibError(error)) return null
      throw error
    }
  }
  if (body.length === 0) return from
  if (coding === 'gzip' || coding === 'x-gzip') {
    if (body[0] !== 0x1f || body[1] !== 0x8b) return from
    const out = attempt(() => gunzipSync(body, limit))
    if (out !== null) return { body: out, damage: null, sure: true }
    const rescued = attempt(() => gunzipSync(body, { ...limit, finishFlush: constants.Z_SYNC_FLUSH }))
    return {
      body: rescued ?? body,
      damage: 'the stored answer does not inflate (gzip), or opens to too much',
      sure: false,
    }
  }
  if (coding === 'deflate')
    return opened(from, attempt(() => inflateSync(body, limit)) ?? attempt(() => inflateRawSync(body, limit)))
  if (coding === 'br')
    return opened(
      from,
      attempt(() => brotliDecompressSync(body, limit)),
    )
  if (coding === 'zstd' && body.length > 4 && body.readUInt32LE(0) === 0xfd2fb528)
    return { body, damage: 'the stored answer is compressed with zstd, which is not opened here', sure: false }
  return from
}

/** Codings without a mark of their own: what does not open was stored opened. */
function opened(from: Decoded, out: Buffer | null): Decoded {
  return out === null ? from : { body: out, damage: null, sure: true }
}
