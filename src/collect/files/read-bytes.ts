import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { isZlibError, tooLarge } from '../network/read-body.ts'

/** A file as a stream; with `gzip` its decompressed content. Errors of both streams arrive at the one returned. */
export function openFile(path: string, gzip: boolean): Readable {
  const file = createReadStream(path)
  if (!gzip) return file
  const gunzip = createGunzip()
  file.on('error', error => gunzip.destroy(error))
  gunzip.on('close', () => file.destroy())
  return file.pipe(gunzip)
}

/** A whole stream of at most `budget` bytes. Damaged gzip and unreadable files are rejections. */
export async function readBytes(
  source: AsyncIterable<Uint8Array> | Readable,
  budget: number,
): Promise<Outcome<Buffer>> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of source) {
      const chunk = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece)
      size += chunk.length
      if (size > budget) return tooLarge(budget)
      pieces.push(chunk)
    }
  } catch (error) {
    return explainReadError(error)
  } finally {
    if (source instanceof Readable) source.destroy()
  }
  return accept(Buffer.concat(pieces))
}

/** A failed read as a rejection; errors that are no operating system's and no zlib's are thrown on. */
export function explainReadError<T>(error: unknown): Outcome<T> {
  if (isZlibError(error)) return reject('collect', 'damaged', 'The gzip data is damaged or cut off.')
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  if (code === 'ENOENT') return reject('collect', 'missing-file', 'There is no such file or folder.')
  if (code === 'EACCES' || code === 'EPERM')
    return reject('collect', 'unreadable', 'The file may not be read by this user.')
  if (
    code === 'ENAMETOOLONG' ||
    code === 'EINVAL' ||
    code === 'ERR_INVALID_ARG_VALUE' ||
    code === 'ENOTDIR' ||
    code === 'ELOOP'
  )
    return reject('collect', 'missing-file', 'There is no such file or folder: the path is not valid.')
  if (code !== null && /^E[A-Z0-9]+$/.test(code))
    return reject('collect', 'unreadable', `The file cannot be read (${code}).`)
  throw error
}
