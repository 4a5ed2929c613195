// Reading the reference tables and writing ours: shared by the makers of knowledge/*.tsv.
import fs from 'node:fs'
import path from 'node:path'

const reference = process.argv[2] ?? ''
export const out = path.join(import.meta.dirname, '..', '..', 'knowledge')

export function parse(file) {
  const [head, ...lines] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']))
  })
}
export const read = name => parse(path.join(reference, name))

/** Rows that are by hand, wholly (`hand`) or in part (`factbook+hand`). */
export function handRows(name) {
  const file = path.join(out, name)
  return fs.existsSync(file) ? parse(file).filter(row => isHand(row.source)) : []
}
export const isHand = source => /(^|\+)hand$/.test(source)

/** Our name of a source of the reference; where it names several, the first of these that is among them. */
export function sourceName(written) {
  const names = ['white-house', 'congress-legislators', 'wikidata', 'natural-earth']
  return names.find(name => written.includes(name)) ?? 'factbook'
}

/** Writes generated rows and the hand rows of the present file; a hand row replaces the generated one of the same key. */
export function write(name, columns, rows, keyOf, hand = handRows(name)) {
  const all = new Map()
  for (const row of [...rows, ...hand]) {
    const key = keyOf(row)
    if (isHand(row.source) || !all.has(key)) all.set(key, row)
  }
  const sorted = [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const clean = value =>
    String(value ?? '')
      .replace(/[\t\n\r]+/g, ' ')
      .trim()
  const text = [columns.join('\t'), ...sorted.map(row => columns.map(c => clean(row[c])).join('\t'))].join('\n')
  fs.writeFileSync(path.join(out, name), `${text}\n`)
  process.stderr.write(
    `${name}: ${sorted.length} rows, ${sorted.filter(row => isHand(row.source)).length} by hand in whole or part\n`,
  )
  return sorted
}

export const plain = text =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
export const slug = text => plain(text).replace(/^the /, '').replaceAll(' ', '-')
export const unique = list => [...new Set(list.map(x => x.trim()).filter(Boolean))]
export const split = (cell, by = /;/) => unique((cell ?? '').split(by))
