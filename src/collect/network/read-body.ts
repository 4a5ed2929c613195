import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, gunzipSync } from 'node:zlib'
import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { LIMITS } from '../limits.ts'

type Coding = 'gzip' | 'deflate' | 'br' | null

/**
 * A response body decoded from its content coding, at most `budget` bytes: counting happens after decompression, so a
 * small answer cannot open into a large one. More than one coding is refused, for no honest server sends it.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  budget: number,
): Promise<Outcome<Uint8Array>> {
  const coding = codingOf(contentEncoding)
  if (!coding.ok) {
    discard(body)
    return coding
  }
  const wire = { bytes: 0 }
  const counted = Readable.from(countBytes(body, wire), { objectMode: false })
  const decoded = coding.value === null ? counted : pipeDecoder(counted, coding.value, body)
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of decoded) {
      const chunk: Buffer = piece
      size += chunk.length
      if (size > budget) return tooLarge(budget)
      if (size > LIMITS.ratioFromBytes && size > wire.bytes * LIMITS.ratio)
        return reject(
          'collect',
          'too-large',
          `The answer opens to more than ${LIMITS.ratio} times its size; it is taken for a compression bomb.`,
        )
      pieces.push(chunk)
    }
  } catch (error) {
    if (isZlibError(error))
      return reject(
        'collect',
        'bad-coding',
        `The answer says it is ${coding.value}-compressed and is not, or is cut off.`,
      )
    throw error
  } finally {
    for (const stream of [body, counted, decoded]) discard(stream)
  }
  return accept(Buffer.concat(pieces))
}

/** Drops a stream unread; its late errors are nobody's business any more. */
export function discard(stream: Readable): void {
  stream.on('error', () => {})
  stream.destroy()
}

/** Bytes that are a gzip file themselves (`sitemap.xml.gz`), opened to at most `budget` bytes; others as they are. */
export function openGzipFile(bytes: Uint8Array, budget: number): Outcome<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return accept(bytes)
  try {
    return accept(gunzipSync(bytes, { maxOutputLength: budget }))
  } catch (error) {
    if (!isZlibError(error)) throw error
    return reject('collect', 'bad-coding', 'The gzip file is damaged, or opens to more than is read.')
  }
}

/** The rejection for anything beyond its budget, in megabytes. */
export function tooLarge<T>(budget: number): Outcome<T> {
  return reject('collect', 'too-large', `The input is larger than ${budget / 1_000_000} MB.`)
}

/** True for errors that node's zlib raises on bad data (`Z_DATA_ERROR`, `ERR_BROTLI_…`, `ERR__ERROR_FORMAT_…`). */
export function isZlibError(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  return /^Z_|^ERR_(?:_ERROR|BROTLI|PADDING)|^ERR_BUFFER_TOO_LARGE/.test(error.code)
}

function codingOf(header: string | null): Outcome<Coding> {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'identity')
  if (names.length > 1)
    return reject(
      'collect',
      'bad-coding',
      `The answer is compressed ${names.length} times over; one coding at most is opened.`,
    )
  const name = names[0]
  if (name === undefined) return accept(null)
  if (name === 'gzip' || name === 'x-gzip') return accept('gzip')
  if (name === 'deflate' || name === 'br') return accept(name)
  return reject(
    'collect',
    'bad-coding',
    `The answer has the content coding "${name.slice(0, 40)}", which is not known here.`,
  )
}

async function* countBytes(body: AsyncIterable<Buffer>, wire: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    wire.bytes += chunk.length
    yield chunk
  }
}

/** "deflate" means zlib by RFC 9110 and raw deflate by some servers: the first byte tells (0x78 in its low half is 8). */
function pipeDecoder(source: Readable, coding: 'gzip' | 'deflate' | 'br', body: Readable): Readable {
  if (coding === 'deflate') return Readable.from(inflateEither(source), { objectMode: false })
  const decoder = coding === 'gzip' ? createGunzip() : createBrotliDecompress()
  source.on('error', error => decoder.destroy(error))
  decoder.on('close', () => discard(body))
  return source.pipe(decoder)
}

async function* inflateEither(source: Readable): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true) return
  const head: Buffer = first.value
  const decoder = ((head[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield head
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  const input = Readable.from(rest(), { objectMode: false })
  input.on('error', error => decoder.destroy(error))
  for await (const piece of input.pipe(decoder)) yield piece
}
