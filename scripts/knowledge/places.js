// places.tsv: waters, regions, islands, disputed areas.
import { joinPlaces } from './hand.js'
import { plain, read, slug, sourceName, split, write } from './tables.js'

const LONG = [
  [/\bI\.$/, 'Island'],
  [/\bIs\.$/, 'Islands'],
  [/\bPen\.$/, 'Peninsula'],
  [/\bMts\.$/, 'Mountains'],
  [/\bRa\.$/, 'Range'],
  [/^N\. /, 'Northern '],
  [/^W\. /, 'Western '],
  [/^S\. /, 'South '],
  [/^Br\. /, 'British '],
  [/\bTer\.$/, 'Territory'],
  [/\bC\. /, 'Cape '],
]
const long = name => LONG.reduce((text, [from, to]) => text.replace(from, to), name)
const turn = name =>
  name.replace(/^(.*), (The)$/, '$1').replace(/^(\p{Lu}[^,]*), (Gulf of|Strait of|Sea of|Bay of)$/u, '$2 $1')

export function places(countryRows) {
  const byName = new Map(countryRows.flatMap(c => [c.name, ...split(c.aliases)].map(n => [plain(n), c.alpha2])))
  const rows = []
  for (const s of read('seas.tsv')) {
    if (/river|reef|lagoon|kind/.test(s.kind) || /^(malta|formosa|bab el mandeb)/i.test(s.name)) continue
    const kind = /strait|channel|passage|sound|canal/.test(s.kind) ? 'strait' : 'sea'
    const name = turn(s.name)
    rows.push({
      id: `sea:${slug(name)}`,
      kind,
      name,
      aliases: split(s.name_alt, /[;,]/).join('; '),
      lat: s.lat,
      lon: s.lon,
      country: '',
      source: sourceName(s.source),
      asof: s.asof,
    })
  }
  const REGION = {
    island: 'island',
    'island group': 'island',
    peninsula: 'region',
    'pen/cape': 'region',
    desert: 'region',
    geoarea: 'region',
    continent: 'region',
    plateau: 'region',
    plain: 'region',
    'range/mtn': 'region',
    delta: 'region',
    basin: 'region',
  }
  for (const r of read('regions.tsv')) {
    const kind = REGION[r.kind]
    if (!kind || Number(r.scalerank) > 5) continue
    if (/^(North|South|Middle|Great|Tierra|Sahara)$/.test(r.name)) continue
    const name = turn(long(r.name))
    rows.push({
      id: `${kind === 'island' ? 'island' : 'region'}:${slug(name)}`,
      kind,
      name,
      aliases: split(r.name_alt, /[;,]/).map(long).join('; '),
      lat: r.lat,
      lon: r.lon,
      country: '',
      source: 'natural-earth',
      asof: r.asof,
    })
  }
  for (const d of read('disputes.tsv')) {
    if (/overlay/.test(d.type) || /Headwaters|valleys|salient|Near Om/i.test(d.area)) continue
    const name = long(d.area)
    rows.push({
      id: `region:${slug(name)}`,
      kind: 'disputed',
      name,
      aliases: '',
      lat: d.lat,
      lon: d.lon,
      country: '',
      source: 'natural-earth',
      asof: d.asof,
    })
  }
  for (const p of read('placenames.tsv')) {
    if (
      !/^(region|island|islands|island group|peninsula|enclave|strait|sea|gulf|channel|bay|passage|ocean|canal)$/.test(
        p.kind,
      ) ||
      !p.lat
    )
      continue
    const water = /strait|sea|gulf|channel|bay|passage|ocean|canal/.test(p.kind)
    const kind = water
      ? /strait|channel|passage|canal/.test(p.kind)
        ? 'strait'
        : 'sea'
      : /island/.test(p.kind)
        ? 'island'
        : 'region'
    const name = turn(p.name)
    rows.push({
      id: `${kind === 'strait' ? 'sea' : kind}:${slug(name)}`,
      kind,
      name,
      aliases: split(p.other_name, /[;,]/)
        .filter(x => x.length < 30)
        .join('; '),
      lat: p.lat,
      lon: p.lon,
      country: byName.get(plain(p.in_entry)) ?? '',
      source: 'factbook',
      asof: p.asof,
    })
  }
  // A hand row knows its place under all its names: what the sources have under any of them is the same place.
  const hand = joinPlaces(rows)
  const byHand = new Set(hand.flatMap(p => [p.name, ...split(p.aliases)].map(plain)))
  const others = rows.filter(row => ![row.name, ...split(row.aliases)].some(name => byHand.has(plain(name))))
  const columns = ['id', 'kind', 'name', 'aliases', 'lat', 'lon', 'country', 'source', 'asof']
  write('places.tsv', columns, others, row => row.id, hand)
}
