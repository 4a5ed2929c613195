/** Media type and charset of a Content-Type header, lower-cased; nulls where it names none. */
export function parseContentType(header: string | null): { mediaType: string | null; charset: string | null } {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map(parameter => /^\s*charset\s*=\s*["']?([\w.:+-]{1,40})/i.exec(parameter)?.[1])
    .find(found => found !== undefined)
  return {
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : null,
    charset: charset?.toLowerCase() ?? null,
  }
}

/** True for media types that may hold a page, a feed or a sitemap. */
export function isReadableType(mediaType: string): boolean {
  return (
    mediaType === 'text/html' ||
    mediaType === 'text/plain' ||
    mediaType === 'application/xhtml+xml' ||
    isDocumentType(mediaType)
  )
}

/** True for the media types under which feeds and sitemaps travel. */
export function isDocumentType(mediaType: string): boolean {
  return /^(?:application|text)\/(?:[\w.-]+\+)?(?:xml|json)$/.test(mediaType) && mediaType !== 'application/xhtml+xml'
}

/** What bytes without a media type are taken for: null where they are no text. */
export function sniffMediaType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1_024))
  if (head.includes(0) && !(head[0] === 0xff && head[1] === 0xfe) && !(head[0] === 0xfe && head[1] === 0xff))
    return null
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (/^<\?xml|^<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b/i.test(text) && !/<html\b/i.test(text))
    return 'application/xml'
  if (text.startsWith('<')) return 'text/html'
  return 'text/plain'
}

const BINARIES: readonly (readonly [start: string, name: string])[] = [
  ['1f8b', 'gzip data'],
  ['25504446', 'a PDF document'],
  ['504b0304', 'a ZIP archive or office document'],
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['7f454c46', 'a program'],
]

/** What bytes are that begin like a known binary format, whatever their name or media type says; null for others. */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return BINARIES.find(([mark]) => start.startsWith(mark))?.[1] ?? null
}
