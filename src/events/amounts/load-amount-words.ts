import { TheatrumError } from '../../model/errors.ts'
import { AMOUNT_CLASSES, type AmountClass } from '../../model/expressions.ts'
import type { AmountWords, Meaning, Unit } from './amount-words.ts'

const HEADER = 'words\tkind\tclass\tvalue\texample'

interface Row {
  readonly where: string
  readonly words: readonly string[]
  readonly kind: string
  readonly class: string
  readonly value: string
}

/**
 * Reads the text of `knowledge/events/amounts.tsv`; its head explains the columns. `file` is for messages. Throws
 * TH_ASSET_DAMAGED with file and line for a row that is not as the head says.
 */
export function parseAmountWords(tsv: string, file: string): AmountWords {
  const things = new Map<string, Meaning>()
  const harms = new Map<string, Meaning>()
  const suffers = new Map<string, Meaning>()
  const tolls = new Map<string, Meaning>()
  const owners = new Set<string>()
  const units = new Map<string, Unit>()
  const meanings: Readonly<Record<string, Map<string, Meaning>>> = {
    thing: things,
    harm: harms,
    suffer: suffers,
    toll: tolls,
  }
  for (const row of rowsOf(tsv, file)) {
    const [kind = '', people] = row.kind.split(' ')
    const map = meanings[kind]
    if (kind === 'has') for (const word of row.words) owners.add(word)
    else if (map !== undefined) {
      const meaning = { class: classOf(row), fate: row.value === '' ? null : row.value, people: people === 'people' }
      for (const word of row.words) map.set(word, meaning)
    } else if (kind === 'measure' || kind === 'money') {
      if (row.value === '') throw damaged(row.where, 'a measure and money must have a value')
      const unit = { name: row.value.replace(/\?$/, ''), class: classOf(row), custom: row.value.endsWith('?') }
      for (const word of row.words) units.set(word, unit)
    } else throw damaged(row.where, `kind must be thing, measure, money, has, harm, suffer or toll, got "${row.kind}"`)
  }
  return { things, harms, suffers, tolls, owners, ...unitPatterns(units) }
}

function rowsOf(tsv: string, file: string): Row[] {
  const rows: Row[] = []
  let headed = false
  tsv.split('\n').forEach((text, index) => {
    if (text.startsWith('#') || text.trim() === '') return
    const where = `${file}:${index + 1}`
    const line = text.replace(/\r$/, '')
    if (!headed) {
      if (line !== HEADER) throw damaged(where, `the first row must be the columns' names, got "${line.slice(0, 60)}"`)
      headed = true
      return
    }
    const cells = line.split('\t')
    const [words = '', kind = '', class_ = '', value = '', example = ''] = cells
    if (cells.length !== 5) throw damaged(where, `5 columns were expected, got ${cells.length}`)
    if (words === '' || example === '') throw damaged(where, 'words and example must not be empty')
    // "km/h" is one word: a slash with a letter alone behind it does not part
    rows.push({ where, words: words.split(/\/(?!h(?:\/|$))/), kind, class: class_, value })
  })
  return rows
}

function classOf(row: Row): AmountClass {
  const found = AMOUNT_CLASSES.find(one => one === row.class)
  if (found === undefined) throw damaged(row.where, `"${row.class}" is no class of amounts`)
  return found
}

function damaged(where: string, message: string): TheatrumError {
  return new TheatrumError('TH_ASSET_DAMAGED', message, {
    where,
    todo: 'correct the row, or install the package again',
  })
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const longestFirst = (a: string, b: string): number => b.length - a.length

/** Signs and codes are taken as written, names in any case and in the plural. */
const isSymbol = (word: string): boolean =>
  /[^\p{L} .-]|\p{Lu}{2}|^[A-Z]|^.{1,2}$|^(?:nmi|bbl|lbs|gal|kph|mph|kmh|pct|kw)$/u.test(word) && !/ /.test(word)
const isSign = (word: string): boolean => /[$€£¥₩₹₽₴₺₪₦₱]|^[A-Z]{3}$/u.test(word)

type UnitPatterns = Pick<AmountWords, 'behind' | 'before' | 'unitOf' | 'namedDollar'>

function unitPatterns(units: ReadonlyMap<string, Unit>): UnitPatterns {
  const symbols = [...units.keys()].filter(isSymbol).sort(longestFirst)
  const names = [...units.keys()].filter(word => !isSymbol(word)).sort(longestFirst)
  const byName = new Map<string, Unit>()
  for (const [word, unit] of units) byName.set(isSymbol(word) ? word : word.toLowerCase(), unit)
  const name = names.map(namePattern).join('|')
  const symbol = symbols.map(escaped).join('|')
  const sign = symbols.filter(isSign).map(escaped).join('|')
  const dollars = [...units.keys()].filter(word => /.\$$|. dollar$/.test(word)).sort(longestFirst)
  return {
    behind: new RegExp(`[ \\u00a0]?[-‐‑]?[ \\u00a0]?(?:(${symbol})|(${name}))(?![\\p{L}\\d])`, 'uy'),
    before: new RegExp(`(?<![\\p{L}\\d$])(${sign})[ \\u00a0]?$`, 'u'),
    namedDollar: new RegExp(
      `(?<![\\p{L}\\d$])(?:${dollars.map(word => (/\$$/.test(word) ? escaped(word) : namePattern(word))).join('|')})(?![\\p{L}])`,
      'gu',
    ),
    unitOf: said => byName.get(said) ?? lookUp(byName, said),
  }
}

/** A name with its plural, its first letter in either case. */
function namePattern(word: string): string {
  const [first = '', ...rest] = escaped(word).split(' ')
  const start = first.slice(0, 1)
  const either = /[a-z]/.test(start) ? `[${start}${start.toUpperCase()}]${first.slice(1)}` : first
  return `${[either, ...rest].join('[ \\u00a0-]')}(?:s|es)?`
}

function lookUp(byName: ReadonlyMap<string, Unit>, said: string): Unit | null {
  const plain = said.toLowerCase().replace(/[\u00a0-]/g, ' ')
  for (const form of [plain, plain.replace(/s$/, ''), plain.replace(/es$/, ''), said.toLowerCase()])
    for (const whole of [form, form.replaceAll(' ', '-')]) {
      const unit = byName.get(whole)
      if (unit) return unit
    }
  return null
}
