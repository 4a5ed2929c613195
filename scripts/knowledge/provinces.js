// admin1.tsv and admin2.tsv: states and provinces, counties of the United States.
import fs from 'node:fs'
import path from 'node:path'
import { out, parse, read, slug, split, write } from './tables.js'

// Abbreviations of states that stand alone in agency copy and are no other word.
const STATES =
  'AZ Ariz.; CA Calif.; CT Conn.; FL Fla.; MI Mich.; MN Minn.; NH N.H.; NJ N.J.; NM N.M.; NY N.Y.; NC N.C.; ND N.D.; OK Okla.; RI R.I.; SC S.C.; SD S.D.; TN Tenn.; WV W.Va.; WY Wyo.'
const ABBREVIATED = new Map(STATES.split('; ').map(pair => pair.split(' ')))

export function admin1(countryRows) {
  const alpha2 = new Map(countryRows.map(c => [c.code, c.alpha2]))
  const rows = read('admin1.tsv')
    .filter(a => a.name && alpha2.get(a.country) && !/aggregation|~/.test(a.name))
    .map(a => ({
      id: `admin1:${alpha2.get(a.country)}-${a.iso_3166_2.split('-')[1] || slug(a.name)}`,
      name: a.name,
      aliases: split(a.name_alt, /[|;]/).join('; '),
      short:
        a.postal && /^(USA|CAN|AUS)$/.test(a.country)
          ? [a.postal, a.country === 'USA' ? ABBREVIATED.get(a.postal) : ''].filter(Boolean).join('; ')
          : '',
      lat: a.lat,
      lon: a.lon,
      country: alpha2.get(a.country),
      source: 'natural-earth',
      asof: a.asof,
    }))
  write(
    'admin1.tsv',
    ['id', 'name', 'aliases', 'short', 'lat', 'lon', 'country', 'source', 'asof'],
    rows,
    row => row.id,
  )
}

/** Counties of the United States with the centre of their largest part; one table with a row a county. */
export function counties(file) {
  const t = JSON.parse(fs.readFileSync(file, 'utf8'))
  const [kx, ky] = t.transform.scale
  const [x0, y0] = t.transform.translate
  const arcs = t.arcs.map(arc => {
    let x = 0
    let y = 0
    return arc.map(([dx, dy]) => {
      x += dx
      y += dy
      return [x * kx + x0, y * ky + y0]
    })
  })
  const ring = parts => parts.flatMap((i, at) => (i < 0 ? [...arcs[~i]].reverse() : arcs[i]).slice(at === 0 ? 0 : 1))
  const centre = points => {
    let area = 0
    let x = 0
    let y = 0
    for (let i = 0; i + 1 < points.length; i++) {
      const [[x1, y1], [x2, y2]] = [points[i], points[i + 1]]
      const cross = x1 * y2 - x2 * y1
      area += cross
      x += (x1 + x2) * cross
      y += (y1 + y2) * cross
    }
    // Parts of a handful of points can close on themselves.
    if (area === 0) return { area, lon: points[0][0], lat: points[0][1] }
    return { area: Math.abs(area), lon: x / (3 * area), lat: y / (3 * area) }
  }
  const postal = new Map(
    parse(path.join(out, 'admin1.tsv'))
      .filter(a => a.country === 'US')
      .map(a => [a.name, a.short.split(';')[0]]),
  )
  const state = new Map(t.objects.states.geometries.map(g => [g.id, postal.get(g.properties.name)]))
  const rows = t.objects.counties.geometries.flatMap(g => {
    const code = state.get(g.id.slice(0, 2))
    if (!code) return []
    const parts = (g.type === 'Polygon' ? [g.arcs] : g.arcs).map(p => centre(ring(p[0])))
    const { lat, lon } = parts.sort((a, b) => b.area - a.area)[0]
    const kind = code === 'LA' ? 'Parish' : code === 'AK' ? 'Borough' : 'County'
    return [
      {
        id: `admin2:US-${code}-${g.id}`,
        name: `${g.properties.name} ${kind}`,
        admin1: code,
        lat: lat.toFixed(3),
        lon: lon.toFixed(3),
        country: 'US',
        source: 'us-census',
        asof: '2020',
      },
    ]
  })
  write('admin2.tsv', ['id', 'name', 'admin1', 'lat', 'lon', 'country', 'source', 'asof'], rows, row => row.id)
}
