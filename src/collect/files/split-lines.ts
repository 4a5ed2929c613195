/** One line of a stream without its line end; `tooLong` lines carry no bytes. Numbers count from 1. */
export interface Line {
  readonly number: number
  readonly bytes: Buffer
  readonly tooLong: boolean
}

/** Lines of a byte stream, split at LF. No more than `longest` bytes of a line are ever held. */
export async function* splitLines(source: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let number = 1
  let held: Buffer[] = []
  let size = 0
  const finish = (): Line => {
    const tooLong = size > longest
    const line = { number: number++, bytes: tooLong ? Buffer.alloc(0) : Buffer.concat(held), tooLong }
    held = []
    size = 0
    return line
  }
  const hold = (piece: Buffer) => {
    size += piece.length
    if (size > longest) held = []
    else if (piece.length > 0) held.push(piece)
  }
  for await (const bytes of source) {
    let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      hold(rest.subarray(0, at))
      yield finish()
      rest = rest.subarray(at + 1)
    }
    hold(rest)
  }
  if (size > 0) yield finish()
}
