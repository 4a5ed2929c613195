const UTF8_STRICT = () => new TextDecoder('utf-8', { fatal: true })

/**
 * The characters of an XML or JSON document: byte order mark, then valid UTF-8 that shows itself by a multi-byte
 * character, then the charset of the transport, then the XML declaration, then UTF-8, then windows-1252. Labels mean what
 * the WHATWG Encoding Standard says, so `iso-8859-1` is windows-1252. Never throws.
 */
export function decodeDocument(bytes: Uint8Array, charset: string | null): string {
  return fixWindows1252(decode(bytes, charset))
}

function decode(bytes: Uint8Array, charset: string | null): string {
  const marked = byMark(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  const utf8 = decodeStrictly('utf-8', bytes)
  const isAscii = utf8 !== null && utf8.length === bytes.length
  if (utf8 !== null && !isAscii) return utf8
  for (const label of [charset, declaredCharset(bytes)]) {
    // A UTF-16 label on bytes that read as ASCII is a lie, and ISO-2022 switches alphabets by ASCII bytes alone.
    if (label === null || (isAscii && !/^iso-2022|^hz/i.test(label)) || /^utf-?(?:8|16|32)|^ucs/i.test(label)) continue
    const text = decodeStrictly(label, bytes)
    if (text !== null) return text
  }
  if (utf8 !== null) return utf8
  return decodeStrictly('windows-1252', bytes) ?? new TextDecoder().decode(bytes)
}

/** Encoding by byte order mark, or by the first two characters of XML in UTF-16 without one. */
function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0 && c !== undefined && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be'
  return null
}

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    const decoder = /^utf-?8$/i.test(label) ? UTF8_STRICT() : new TextDecoder(label, { fatal: true })
    return decoder.decode(bytes)
  } catch (error) {
    // RangeError: no such label. TypeError: bytes that this encoding does not have.
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1')
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? null
}

/** What bytes 0x80 to 0x9f mean in windows-1252; five of them mean nothing and stay. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/**
 * C1 controls are windows-1252 in disguise: Node 20's TextDecoder reads that charset as ISO-8859-1 (nodejs/node issue
 * 56542), and editors carry the bytes into UTF-8.
 */
function fixWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, control => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80))
}
