import { gunzipSync, constants as zlibConstants } from 'node:zlib'
import jschardet from 'jschardet'
import { accept, type Outcome, reject } from '../model/rejection.ts'
import { MAX_BYTES, MAX_MARKS } from './limits.ts'

/** Starts of files that are no text, whatever their name says: pictures, PDF, archives, sound, video, fonts, programs. */
const MAGIC: readonly (readonly [name: string, start: string])[] = [
  ['a PNG picture', '\x89PNG'],
  ['a JPEG picture', '\xff\xd8\xff'],
  ['a GIF picture', 'GIF8'],
  ['a WebP, WAV or AVI file', 'RIFF'],
  ['a PDF file', '%PDF'],
  ['a ZIP archive or office document', 'PK\x03\x04'],
  ['a gzip file inside a gzip file', '\x1f\x8b'],
  ['a Zstandard file', '\x28\xb5\x2f\xfd'],
  ['an XZ file', '\xfd7zXZ'],
  ['a RAR archive', 'Rar!'],
  ['a 7-Zip archive', '7z\xbc\xaf'],
  ['an Ogg file', 'OggS'],
  ['an MP3 file', 'ID3'],
  ['a WOFF font', 'wOF'],
  ['a program', '\x7fELF'],
  ['an office document', '\xd0\xcf\x11\xe0'],
]

/**
 * The text of a page's bytes. Opens gzip first, to 12 MB at most. The charset comes from, in this order: byte order
 * mark, the transport's word, strict UTF-8, `<meta>` (only where `markup`), jschardet's guess. Rejects `too-large`,
 * `not-text` (a known binary start, or more than 5 % control characters) and `unreadable-encoding`.
 */
export function decodeBytes(raw: Uint8Array, charset: string | null, markup: boolean): Outcome<string> {
  const opened = openGzip(raw)
  if (!opened.ok) return opened
  const bytes = opened.value
  if (bytes.length > MAX_BYTES) {
    return reject('extract', 'too-large', `expected at most ${MAX_BYTES} bytes, got ${bytes.length}`)
  }
  const start = latin1(bytes.subarray(0, 8))
  const binary = MAGIC.find(([, magic]) => start.startsWith(magic))
  if (binary !== undefined) return reject('extract', 'not-text', `expected a page of text, got ${binary[0]}`)
  const text = decode(bytes, charset, markup)
  if (text === null) {
    return reject('extract', 'unreadable-encoding', 'no character encoding gives readable text for these bytes')
  }
  if (looksBinary(text)) {
    return reject('extract', 'not-text', 'expected a page of text, got bytes that are mostly control characters')
  }
  if (hasMarkRun(text)) {
    return reject('extract', 'not-text', `expected text, got a run of more than ${MAX_MARKS} combining marks`)
  }
  return accept(text)
}

function openGzip(bytes: Uint8Array): Outcome<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return accept(bytes)
  try {
    // Z_SYNC_FLUSH hands out what a file cut off in the middle still holds.
    return accept(gunzipSync(bytes, { maxOutputLength: MAX_BYTES, finishFlush: zlibConstants.Z_SYNC_FLUSH }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? reject(
          'extract',
          'too-large',
          `expected a gzip file that opens to at most ${MAX_BYTES} bytes; this one opens to more`,
        )
      : reject('extract', 'not-text', 'the file starts like gzip but cannot be opened')
  }
}

function decode(bytes: Uint8Array, charset: string | null, markup: boolean): string | null {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return decodeAs(bytes, marked)
  const named = charset === null ? null : decodeStrictly(bytes, charset)
  if (named !== null) return named
  const utf8 = decodeAs(bytes, 'utf-8', true)
  if (utf8 !== null) return utf8
  const meta = markup ? metaCharset(bytes) : null
  // A meta element that could be read as ASCII cannot be in UTF-16 (HTML standard, 13.2.3.2), and UTF-8 has just failed.
  if (meta !== null && !/^utf-?(8|16)/i.test(meta)) {
    const text = decodeAs(bytes, meta)
    if (text !== null) return text
  }
  return guess(bytes, meta !== null && /^utf-?8/i.test(meta))
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** The transport is believed only where it decodes without a fault: many servers say UTF-8 for everything. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  return decodeAs(bytes, charset.trim(), true)
}

function decodeAs(bytes: Uint8Array, label: string, fatal = false): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** The charset of the first 4,096 bytes' meta element or XML declaration. */
function metaCharset(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 4096))
  const found =
    /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,30})/i.exec(head) ??
    /<\?xml[^>]{0,100}?encoding=["']([\w-]{2,30})/i.exec(head)
  return found?.[1] ?? null
}

/**
 * A guess. Bytes that claim to be UTF-8 and are so but for a few are UTF-8 with damage; anything else is jschardet's,
 * over the first 64 KB.
 */
function guess(bytes: Uint8Array, claimsUtf8: boolean): string | null {
  const utf8 = decodeAs(bytes, 'utf-8') ?? ''
  const damage = countChar(utf8, '\ufffd')
  const foreign = countForeign(utf8)
  if (damage <= foreign / 4 || (claimsUtf8 && damage < foreign)) return utf8
  const found = jschardet.detect(Buffer.from(bytes.subarray(0, 65_536)))
  if (found.encoding && found.confidence > 0.3) {
    const text = decodeAs(bytes, found.encoding)
    if (text !== null) return text
  }
  return decodeAs(bytes, 'windows-1252')
}

function countChar(text: string, char: string): number {
  let count = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++
  return count
}

function countForeign(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127 && code !== 0xfffd) count++
  }
  return count
}

/** More than 100 controls and more than 5 %: random bytes have 11 %, a text with every control once has under 100. */
function looksBinary(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) controls++
  }
  return controls > 100 && controls > text.length / 20
}

function hasMarkRun(text: string): boolean {
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    run = code >= 0x300 && code < 0x370 ? run + 1 : 0
    if (run > MAX_MARKS) return true
  }
  return false
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
