/** The page inside a saved web archive: its bytes, the charset its part names and the address it was saved from. */
export interface SavedPage {
  readonly bytes: Uint8Array
  readonly charset: string | null
  readonly address: string | null
}

/** Parts that are looked at; a saved page has its HTML among the first. */
const MAX_PARTS = 2_000

/**
 * The first `text/html` part of an MHTML archive (RFC 2557; multipart/related, RFC 2387), its transfer encoding undone;
 * `null` where there is none. Nested multiparts are not opened.
 */
export function openMhtml(bytes: Uint8Array): SavedPage | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/\r\n/g, '\n')
  const top = splitHeaders(raw)
  const boundary = /boundary="?([^"\n;]{1,200})/i.exec(top.headers)?.[1]
  if (boundary === undefined) return null
  const parts = top.body.split(`--${boundary}`)
  for (const part of parts.slice(1, MAX_PARTS)) {
    const { headers, body } = splitHeaders(part.replace(/^\n/, ''))
    if (!/^content-type:\s*text\/html/im.test(headers)) continue
    return {
      bytes: decodeTransfer(
        body,
        /^content-transfer-encoding:\s*([\w-]+)/im.exec(headers)?.[1]?.toLowerCase() ?? '8bit',
      ),
      charset: /^content-type:[^\n]*charset="?([\w-]+)/im.exec(headers)?.[1] ?? null,
      address:
        /^content-location:\s*(https?:\S+)/im.exec(headers)?.[1] ??
        /^snapshot-content-location:\s*(https?:\S+)/im.exec(top.headers)?.[1] ??
        null,
    }
  }
  return null
}

/** Header lines with their continuations joined, and what follows the blank line. */
function splitHeaders(part: string): { headers: string; body: string } {
  const at = part.indexOf('\n\n')
  if (at < 0) return { headers: part.slice(0, 10_000), body: '' }
  return { headers: part.slice(0, Math.min(at, 10_000)).replace(/\n[ \t]+/g, ' '), body: part.slice(at + 2) }
}

function decodeTransfer(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}
