import { once } from 'node:events'
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import { isZlibError } from '../network/read-body.ts'
import { ByteReader, type Piece, plainPieces } from './byte-reader.ts'

/** Raw bytes of a member that are kept, to look through again for the next one when it turns out to be damaged. */
const KEPT_BYTES = 1_000_000
const CHUNK_BYTES = 65_536
const CUT_OFF = 'the file is cut off inside a gzip member'
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08])

/**
 * Content of a file of gzip members (RFC 1952), one after another. A member that does not inflate or whose checksum is
 * wrong becomes one gap, and reading goes on at the next member that begins like a record: node's own gunzip gives up
 * there, and drops what follows a flipped bit.
 */
export async function* gunzipMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const raw = new ByteReader(plainPieces(source))
  let recovering = false
  try {
    for (;;) {
      const at = raw.offset
      const head = await raw.peek(10)
      if (head.length === 0 || (await isPadding(raw, head))) return
      const length = await headerLength(raw)
      if (length === null) {
        if (!recovering)
          yield { gap: { at, reason: 'bytes between the gzip members that belong to none' }, suspectBytes: 0 }
        if (!(await scanForMember(raw))) return
        recovering = true
        continue
      }
      const member = new Member(raw, await raw.take(length))
      const wrong = yield* member.read(recovering)
      if (wrong === null) {
        recovering = false
        continue
      }
      if (!recovering) yield { gap: { at, reason: wrong }, suspectBytes: member.suspectBytes }
      recovering = true
      member.giveBack()
      if (!(await scanForMember(raw))) return
    }
  } finally {
    await raw.close()
  }
}

class Member {
  readonly #raw: ByteReader
  #kept: Buffer[] = []
  #keptBytes = 0
  /** Bytes handed to the inflater. */
  #fed = 0

  constructor(raw: ByteReader, head: Buffer) {
    this.#raw = raw
    this.#keep(head)
  }

  /** How much of what was yielded is in doubt. */
  suspectBytes = 0

  /** Yields the content; returns what is wrong with the member, or null. */
  async *read(recovering: boolean): AsyncGenerator<Piece, string | null> {
    const inflate = createInflateRaw()
    let sum = 0
    let size = 0
    const over = Promise.race([once(inflate, 'end'), once(inflate, 'close')]).catch(() => {})
    const feeding = this.#feed(inflate, over)
    let wrong: string | null = null
    try {
      for await (const out of inflate) {
        const bytes: Buffer = out
        if (size === 0 && recovering && !beginsLikeRecord(bytes)) {
          wrong = 'not a member'
          break
        }
        sum = crc32(bytes, sum)
        size += bytes.length
        yield { bytes }
      }
    } catch (error) {
      if (!isZlibError(error)) throw error
      const isCut = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
      wrong = isCut ? CUT_OFF : 'a gzip member does not inflate'
    } finally {
      inflate.destroy()
      await feeding
    }
    this.#unreadUnused(inflate.bytesWritten)
    if (wrong !== null) {
      this.suspectBytes = size
      return wrong
    }
    const trailer = await this.#raw.take(8)
    this.#keep(trailer)
    if (trailer.length < 8) return CUT_OFF
    if (trailer.readUInt32LE(0) !== sum >>> 0 || trailer.readUInt32LE(4) !== size >>> 0) {
      this.suspectBytes = size
      return 'the checksum of a gzip member is wrong'
    }
    return null
  }

  /** Puts the member's bytes back, to be searched for the next member from the second one on. */
  giveBack(): void {
    this.#raw.unread(Buffer.concat(this.#kept))
    this.#kept = []
  }

  async #feed(inflate: InflateRaw, over: Promise<unknown>): Promise<void> {
    let done = false
    void over.then(() => {
      done = true
    })
    while (!done && !inflate.destroyed) {
      const chunk = await this.#raw.takeSome(CHUNK_BYTES)
      if (inflate.destroyed || done) {
        this.#raw.unread(chunk)
        return
      }
      if (chunk.length === 0) {
        inflate.end()
        return
      }
      this.#fed += chunk.length
      this.#keep(chunk)
      await Promise.race([new Promise<void>(resolve => inflate.write(chunk, () => resolve())), over])
    }
  }

  #keep(chunk: Buffer): void {
    this.#kept.push(chunk)
    this.#keptBytes += chunk.length
    while (this.#keptBytes > KEPT_BYTES && this.#kept.length > 1) this.#keptBytes -= this.#kept.shift()?.length ?? 0
  }

  /** What the inflater took and did not need belongs to whatever follows the member. */
  #unreadUnused(used: number): void {
    const kept = Buffer.concat(this.#kept)
    const unused = Math.min(Math.max(0, this.#fed - used), kept.length)
    this.#raw.unread(kept.subarray(kept.length - unused))
    this.#kept = [kept.subarray(0, kept.length - unused)]
    this.#keptBytes = kept.length - unused
  }
}

function beginsLikeRecord(bytes: Buffer): boolean {
  return /^[\r\n]*(?:WARC\/\d|[a-z][a-z0-9+.-]{1,20}:\S)/.test(bytes.subarray(0, 64).toString('latin1'))
}

/** Length of the gzip header here, or null where there is none that a compressor writes (RFC 1952, 2.3). */
async function headerLength(raw: ByteReader): Promise<number | null> {
  const head = await raw.peek(10)
  if (head.length < 10 || !head.subarray(0, 3).equals(MAGIC)) return null
  const flags = head[3] ?? 0
  if ((flags & 0xe0) !== 0) return null
  let length = 10
  if ((flags & 4) !== 0) {
    const window = await raw.peek(length + 2)
    if (window.length < length + 2) return null
    length += 2 + window.readUInt16LE(length)
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const end = (await raw.peek(length + 4_096)).indexOf(0, length)
    if (end < 0) return null
    length = end + 1
  }
  return (flags & 2) === 0 ? length : length + 2
}

/** Moves to the next gzip header; false where there is none. */
async function scanForMember(raw: ByteReader): Promise<boolean> {
  await raw.skip(1)
  for (;;) {
    const window = await raw.peek(CHUNK_BYTES)
    const at = window.indexOf(MAGIC)
    if (at >= 0) {
      await raw.skip(at)
      if ((await headerLength(raw)) !== null) return true
      await raw.skip(1)
    } else if (window.length < CHUNK_BYTES) return false
    else await raw.skip(window.length - 2)
  }
}

/** Zeros up to the end of the file, as tapes and block devices add them. */
async function isPadding(raw: ByteReader, head: Buffer): Promise<boolean> {
  if (head[0] !== 0) return false
  const window = await raw.peek(CHUNK_BYTES)
  return window.every(byte => byte === 0)
}
