import { accept, type Outcome, reject } from '../../model/rejection.ts'
import { parseContentType } from '../network/media-type.ts'

/** The page inside a saved web archive (RFC 2557). */
export interface SavedPage {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly charset: string | null
  /** Address it was saved from, where the file names one. */
  readonly url: string | null
}

interface Part {
  readonly head: ReadonlyMap<string, string>
  readonly body: string
}

const MAX_PARTS = 2_000

/**
 * The first HTML part of an `.mhtml` document, decoded from quoted-printable or base64. Works on bytes read as latin1, so
 * that a part keeps its own charset.
 */
export function readMhtml(bytes: Uint8Array): Outcome<SavedPage> {
  const whole = splitHead(Buffer.from(bytes).toString('latin1'))
  const address = whole.head.get('snapshot-content-location') ?? whole.head.get('content-location') ?? null
  const boundary = /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(whole.head.get('content-type') ?? '')
  const mark = boundary?.[1] ?? boundary?.[2]
  const parts = mark === undefined ? [whole] : whole.body.split(`--${mark}`).slice(1, MAX_PARTS).map(splitPart)
  const page = parts.find(part =>
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(part.head.get('content-type')?.trim() ?? ''),
  )
  if (page === undefined) return reject('collect', 'no-page', 'The saved page (MHTML) holds no HTML part.')
  const { mediaType, charset } = parseContentType(page.head.get('content-type') ?? null)
  return accept({
    bytes: decodeTransfer(page.body, page.head.get('content-transfer-encoding') ?? ''),
    mediaType: mediaType ?? 'text/html',
    charset,
    url: httpOrNull(page.head.get('content-location')) ?? httpOrNull(address ?? undefined),
  })
}

function splitPart(text: string): Part {
  const part = splitHead(text.replace(/^[ \t]*\r?\n/, ''))
  // The line end before the next boundary belongs to the boundary (RFC 2046, 5.1.1).
  return { head: part.head, body: part.body.replace(/\r?\n$/, '') }
}

/** Header lines up to the first blank line, folded ones joined, names in lower case. */
function splitHead(text: string): Part {
  const start = text.startsWith('\ufeff') ? 1 : 0
  const end = /\r?\n\r?\n/.exec(text)
  const lines = text
    .slice(start, end?.index ?? text.length)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const head = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { head, body: end === null ? '' : text.slice(end.index + end[0].length) }
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase()
  if (name === 'base64') return Buffer.from(body, 'base64')
  if (name !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const joined = body.replace(/[ \t]*=\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

function httpOrNull(address: string | undefined): string | null {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}
