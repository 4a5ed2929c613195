import fs from 'node:fs'
import path from 'node:path'
import type { KnownPlace, Towns } from '../model/knowledge.ts'
import { damaged } from './read-table.ts'

const TAB = 9
const NEWLINE = 10

/** A look-up that makes one town only, for the capitals of the world at start. */
export interface CountryTowns {
  /** The most populous town of this name in a country (alpha-2), or null. */
  largestIn(country: string, normalised: string): KnownPlace | null
}

/**
 * The towns of dist/assets/cities.tsv (GeoNames, compiled by scripts/compile-places.js). The file stays one buffer of
 * about 8 MB in which names are found by binary search: loading costs a read, a name costs microseconds.
 * Throws TH_ASSET_DAMAGED when the file is missing or is not what the script writes.
 */
export function loadTowns(root: string): Towns & CountryTowns {
  const where = 'dist/assets/cities.tsv'
  const file = path.join(root, where)
  if (!fs.existsSync(file)) throw damaged(where, 'the file is missing; `npm run build` makes it')
  let bytes: Buffer | null = null
  let byId: Map<string, number> | null = null
  const load = (): Buffer => {
    if (bytes !== null) return bytes
    bytes = fs.readFileSync(file)
    const line = bytes.subarray(0, Math.max(0, bytes.indexOf(NEWLINE))).toString('utf8')
    if (line.split('\t').length !== 9) throw damaged(`${where}:1`, '9 cells are expected')
    return bytes
  }
  const cache = new Map<string, readonly KnownPlace[]>()
  return {
    named(normalised) {
      const known = cache.get(normalised)
      if (known !== undefined) return known
      const found = normalised === '' ? [] : townsAt(load(), normalised)
      // A reading asks for some dozens of names; the bound only stops a hostile stream of names from filling memory.
      if (cache.size > 50_000) cache.clear()
      cache.set(normalised, found)
      return found
    },
    largestIn(country, normalised) {
      const data = load()
      for (const at of linesOf(data, normalised)) {
        const line = lineAt(data, at)
        if (line.split('\t', 5)[4] === country) return townOf(line)
      }
      return null
    },
    byId(id) {
      const data = load()
      byId ??= indexIds(data)
      const at = byId.get(id)
      return at === undefined ? null : townOf(lineAt(data, at))
    },
  }
}

function townsAt(bytes: Buffer, key: string): readonly KnownPlace[] {
  const out: KnownPlace[] = []
  for (const at of linesOf(bytes, key)) out.push(townOf(lineAt(bytes, at)))
  return out
}

/** Where the lines of a key begin. */
function* linesOf(bytes: Buffer, key: string): Generator<number> {
  const wanted = Buffer.from(`${key}\t`)
  let low = 0
  let high = bytes.length
  while (low < high) {
    const at = startOfLine(bytes, (low + high) >> 1)
    if (compareAt(bytes, at, wanted) < 0) low = nextLine(bytes, Math.max(at, low))
    else high = at
  }
  for (let at = low; at < bytes.length && compareAt(bytes, at, wanted) === 0; at = nextLine(bytes, at)) yield at
}

// Loops over bytes rather than Buffer's own search: a line is some sixty bytes, less than what a call into it costs.

function startOfLine(bytes: Buffer, at: number): number {
  let start = at
  while (start > 0 && bytes[start - 1] !== NEWLINE) start--
  return start
}

function nextLine(bytes: Buffer, at: number): number {
  let end = at
  while (end < bytes.length && bytes[end] !== NEWLINE) end++
  return Math.min(end + 1, bytes.length)
}

/** Order of the line's key against `wanted`, which ends in a tab; a tab sorts below every character of a key. */
function compareAt(bytes: Buffer, at: number, wanted: Buffer): number {
  for (let i = 0; i < wanted.length; i++) {
    const difference = (bytes[at + i] ?? -1) - (wanted[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function lineAt(bytes: Buffer, at: number): string {
  return bytes.toString('utf8', at, bytes.indexOf(NEWLINE, at))
}

function townOf(line: string): KnownPlace {
  const [, name = '', lat, lon, country = '', admin1 = '', population, feature, id] = line.split('\t')
  return {
    id: `geonames:${id}`,
    name,
    lat: Number(lat),
    lon: Number(lon),
    country,
    precision: 'town',
    kind: feature === 'PPLC' ? 'capital' : 'town',
    population: Number(population),
    aliases: [],
    admin1,
  }
}

function indexIds(bytes: Buffer): Map<string, number> {
  const index = new Map<string, number>()
  for (let at = 0; at < bytes.length; at = nextLine(bytes, at)) {
    const end = bytes.indexOf(NEWLINE, at)
    const tab = bytes.lastIndexOf(TAB, end)
    index.set(`geonames:${bytes.toString('latin1', tab + 1, end)}`, at)
  }
  return index
}
