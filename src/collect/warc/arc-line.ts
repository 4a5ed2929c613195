/** The header line of an ARC record, read. */
export interface ArcLine {
  readonly type: 'arc' | 'filedesc'
  readonly url: string
  readonly date: string | null
  readonly contentType: string | null
  /** Null where the line names no length that a block can have. */
  readonly length: number | null
}

/** Address, IP address, date of 8 to 18 digits, then media type and more, the length last. */
const LINE =
  /^([a-z][a-z0-9+.-]{1,20}:[^\r\n]{0,6000}) ([\d.]{7,15}|[0-9a-f:]{2,45}) (\d{8,18}) ([^\r\n]*?) ?([^ \r\n]*)\r?(?:\n|$)/

/** True for text that begins with the header line of an ARC record (ARC 1 and 2; the address may hold spaces). */
export function isArcLine(text: string): boolean {
  return LINE.test(text)
}

/** The line's fields; null for another line. */
export function parseArcLine(line: string): ArcLine | null {
  const match = LINE.exec(line)
  if (match === null) return null
  const [, url = '', , date = '', middle = '', length = ''] = match
  const type = middle.split(' ')[0] ?? ''
  return {
    type: url.startsWith('filedesc:') ? 'filedesc' : 'arc',
    url: url.replaceAll(' ', '%20'),
    date: isoOf(date),
    contentType: type.includes('/') ? type : null,
    length: /^\d{1,15}$/.test(length) ? Number(length) : null,
  }
}

/** `20140216050221` as an instant. */
function isoOf(digits: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?/.exec(digits)
  if (parts === null) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  return Number.isNaN(Date.parse(iso)) ? null : iso
}
