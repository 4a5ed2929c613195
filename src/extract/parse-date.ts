/** How a date of figures alone is read where both orders are possible: day first, month first, or not at all. */
export type DateOrder = 'day-first' | 'month-first' | 'unclear'

/** A date found in running text, as `YYYY-MM-DD`, with the offset it starts at. */
export interface FoundDate {
  readonly day: string
  readonly at: number
}

/**
 * Months by name and usual abbreviation in the languages of the pages we have seen: English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Polish, Turkish, Swedish, Danish, Norwegian. Keys are lower case without marks.
 */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari stycznia styczen ocak oca',
    'february feb februar feber fevrier fevr febrero febbraio febr fevereiro fev februari lutego luty subat',
    'march mar marz maerz mrz mars marzo marco maart mrt marca marzec mart',
    'april apr avril avr abril abr aprile kwietnia kwiecien nisan nis',
    'may mai mayo maggio mag maio mei maja maj mayis',
    'june jun juni juin junio giugno giu junho czerwca czerwiec haziran haz',
    'july jul juli juillet juil julio luglio lug julho lipca lipiec temmuz tem',
    'august aug aout agosto ago augustus sierpnia sierpien agustos avg augusti',
    'september sep sept septembre septiembre set settembre setembro wrzesnia wrzesien eylul eyl',
    'october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik ekim',
    'november nov novembre noviembre novembro listopada listopad kasim kas',
    'december dec dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien aralik ara desember des',
  ].flatMap((names, i) => names.split(' ').map(name => [name, i + 1] as const)),
)

const NAME = '\\p{L}[\\p{L}\\p{M}]{2,11}'

/** One alternative a form; each is bounded, so that scanning is linear. */
const FORMS = new RegExp(
  [
    '(?<![\\d./-])(?<isoY>\\d{4})-(?<isoM>\\d{1,2})-(?<isoD>\\d{1,2})(?:[T ]{1,2}(?<time>\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d{1,9})? ?(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d])',
    '(?<![\\d./-])(?<bigY>\\d{4})[/.](?<bigM>\\d{1,2})[/.](?<bigD>\\d{1,2})(?!\\d)',
    '(?<!\\d)(?<kanjiY>\\d{4})[年년] ?(?<kanjiM>\\d{1,2})[月월] ?(?<kanjiD>\\d{1,2})[日일]',
    `(?<![\\d./-])(?<dayD>\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[ \\u00a0-]{0,2}(?:(?:de|of|di) )?(?<dayM>${NAME})\\.?,?[ \\u00a0-]{0,2}(?:(?:de|del|of) )?[’']?(?<dayY>\\d{4}|\\d{2})(?!\\d|[:.]\\d| ?Uhr)`,
    `(?<!\\p{L})(?<usM>${NAME})\\.?[ \\u00a0]{1,2}(?<usD>\\d{1,2})(?:st|nd|rd|th)?,?[ \\u00a0]{1,2}(?:at )?(?<usY>\\d{4})(?!\\d)`,
    '(?<![\\d.,/-])(?<smallA>\\d{1,2})(?<sep>[./-]) ?(?<smallB>\\d{1,2})\\k<sep> ?(?<smallY>\\d{4}|\\d{2})(?![\\d,/-]|\\.\\d)',
    '(?<![\\d.,/-])(?<compactY>(?:19|20)\\d{2})(?<compactM>0[1-9]|1[0-2])(?<compactD>[0-3]\\d)(?:T?\\d{4,6}Z?)?(?![\\d])',
  ].join('|'),
  'giu',
)

/**
 * The date that a value written for machines or for people begins with: ISO 8601 (with its time where it has one),
 * RFC 822, figures, month names of twelve languages. The written local day, never converted. `null` where the value
 * holds no possible date: 31 February, year 0 and year 99999 are none. Only the first 100 characters are read.
 */
export function parseDate(value: string, order: DateOrder): string | null {
  for (const match of value.slice(0, 100).matchAll(FORMS)) {
    const day = dayOf(match.groups ?? {}, order)
    if (day === null) continue
    const time = match.groups?.['time']
    return time === undefined || !isTime(time) ? day : `${day}T${time}${zoneOf(match.groups?.['zone'])}`
  }
  return null
}

/** All dates in the first `length` characters of a text, in order; figures in an unclear order are none. */
export function findDates(text: string, order: DateOrder, length = 5_000): FoundDate[] {
  const found: FoundDate[] = []
  for (const match of text.slice(0, length).matchAll(FORMS)) {
    const day = dayOf(match.groups ?? {}, order)
    if (day !== null) found.push({ day, at: match.index })
  }
  return found
}

function dayOf(g: Record<string, string | undefined>, order: DateOrder): string | null {
  if (g['isoY'] !== undefined) return calendarDay(g['isoY'], g['isoM'], g['isoD'])
  if (g['bigY'] !== undefined) return calendarDay(g['bigY'], g['bigM'], g['bigD'])
  if (g['kanjiY'] !== undefined) return calendarDay(g['kanjiY'], g['kanjiM'], g['kanjiD'])
  if (g['compactY'] !== undefined) return calendarDay(g['compactY'], g['compactM'], g['compactD'])
  if (g['dayM'] !== undefined) return calendarDay(g['dayY'], monthOf(g['dayM']), g['dayD'])
  if (g['usM'] !== undefined) return calendarDay(g['usY'], monthOf(g['usM']), g['usD'])
  return figures(g['smallA'], g['smallB'], g['smallY'], g['sep'] === '.' ? 'day-first' : order)
}

function monthOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
  return String(MONTHS.get(plain) ?? 0)
}

function figures(a = '', b = '', year = '', order: DateOrder): string | null {
  const first = Number(a)
  const second = Number(b)
  if (first > 12 && second <= 12) return calendarDay(year, b, a)
  if (second > 12 && first <= 12) return calendarDay(year, a, b)
  if (first === second) return calendarDay(year, a, b)
  if (order === 'unclear') return null
  return order === 'day-first' ? calendarDay(year, b, a) : calendarDay(year, a, b)
}

/** `YYYY-MM-DD` where there is such a day between 1900 and 2099, else null. Two figures of a year are of this century. */
function calendarDay(yearText = '', monthText = '', dayText = ''): string | null {
  const year = Number(yearText.length === 2 ? `20${yearText}` : yearText)
  const month = Number(monthText)
  const day = Number(dayText)
  if (!(year >= 1900 && year < 2100) || !(month >= 1 && month <= 12) || !(day >= 1)) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  // The epoch is what a missing value becomes, not a day on which pages were published.
  if (year === 1970 && month === 1 && day === 1) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function isTime(time: string): boolean {
  const [hours = 99, minutes = 99, seconds = 0] = time.split(':').map(Number)
  return hours < 24 && minutes < 60 && seconds < 60
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (zone === 'Z' || zone === 'z' || zone.includes(':')) return zone.toUpperCase()
  return `${zone.slice(0, 3)}:${zone.slice(3)}`
}
