/** Damage of an archive: where, in bytes of the file (of the decompressed text inside gzip), and what. */
export interface Damage {
  readonly at: number
  readonly reason: string
}

/** What a byte source gives: bytes, or a place where bytes are missing; of those before it, `suspectBytes` may be wrong. */
export type Piece = { readonly bytes: Buffer } | { readonly gap: Damage; readonly suspectBytes: number }

/** Plain bytes as pieces. */
export async function* plainPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  for await (const chunk of source) yield { bytes: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) }
}

/**
 * Reads pieces by length or by look-ahead. A gap ends every read like the end of the source, until it is passed: nothing
 * is ever read across missing bytes.
 */
export class ByteReader {
  readonly #pieces: AsyncIterator<Piece>
  #held: Buffer = Buffer.alloc(0)
  #gap: Damage | null = null
  #suspectBytes = 0
  #ended = false
  #offset = 0

  constructor(source: AsyncIterable<Piece>) {
    this.#pieces = source[Symbol.asyncIterator]()
  }

  /** Bytes taken or skipped so far. */
  get offset(): number {
    return this.#offset
  }

  /** The gap that ended the last read, if one did. */
  get gap(): Damage | null {
    return this.#held.length === 0 ? this.#gap : null
  }

  /** True when look-ahead met a gap that throws doubt on the byte taken last. */
  get isLastSuspect(): boolean {
    return this.#gap !== null && this.#suspectBytes > this.#held.length
  }

  /** Reads on behind a gap. */
  passGap(): void {
    this.#gap = null
  }

  /** The next bytes without taking them: `count` of them, fewer only before the end or a gap. */
  async peek(count: number): Promise<Buffer> {
    if (this.#held.length < count) {
      const parts = [this.#held]
      let size = this.#held.length
      while (size < count) {
        const more = await this.#pull()
        if (more === null) break
        parts.push(more)
        size += more.length
      }
      this.#held = Buffer.concat(parts)
    }
    return this.#held.subarray(0, count)
  }

  /** Takes `count` bytes, fewer only before the end or a gap. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = []
    let left = count
    while (left > 0) {
      const some = await this.takeSome(left)
      if (some.length === 0) break
      parts.push(some)
      left -= some.length
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
  }

  /** Takes what is at hand, at least one byte and at most `most`; none only at the end or a gap. */
  async takeSome(most: number): Promise<Buffer> {
    if (this.#held.length === 0) this.#held = (await this.#pull()) ?? Buffer.alloc(0)
    const some = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(some.length)
    this.#offset += some.length
    return some
  }

  /** Drops `count` bytes and says how many there were. */
  async skip(count: number): Promise<number> {
    let left = count
    while (left > 0) {
      const some = await this.takeSome(left)
      if (some.length === 0) break
      left -= some.length
    }
    return count - left
  }

  /** Gives bytes back, to be read again next. */
  unread(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
    this.#offset -= bytes.length
  }

  /** Tells the source that nothing more is wanted. */
  async close(): Promise<void> {
    await this.#pieces.return?.()
  }

  async #pull(): Promise<Buffer | null> {
    while (this.#gap === null && !this.#ended) {
      const next = await this.#pieces.next()
      if (next.done === true) this.#ended = true
      else if ('gap' in next.value) {
        this.#gap = next.value.gap
        this.#suspectBytes = next.value.suspectBytes
      } else if (next.value.bytes.length > 0) return next.value.bytes
    }
    return null
  }
}
