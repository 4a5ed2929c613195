// Rows entered by hand, held against the reference: where a source has the fact, the source's dates stand.
import { handRows, plain, split } from './tables.js'

// Names as the sources write them, of persons whom the hand rows know under the name that reporting uses.
const JOINED = {
  'abdelfattah elsisi': 'Abdel Fattah al-Sisi',
  'ali hoseini khamenei': 'Ali Khamenei',
  'antonio taiani': 'Antonio Tajani',
  'bashar al asad': 'Bashar al-Assad',
  'claudia sheinbaum pardo': 'Claudia Sheinbaum',
  francis: 'Pope Francis',
  'hasan fereidun rohani': 'Hassan Rouhani',
  'hugo chavez frias': 'Hugo Chávez',
  'javier gerardo milei': 'Javier Milei',
  'justin pierre james trudeau': 'Justin Trudeau',
  'matamela cyril ramaphosa': 'Cyril Ramaphosa',
  'muhammad bin salman bin abd al aziz al saud': 'Mohammed bin Salman',
  'muhammad shehbaz sharif': 'Shehbaz Sharif',
  'nicolas maduro moros': 'Nicolás Maduro',
  'pedro sanchez perez castejon': 'Pedro Sánchez',
  'prabowo subianto djojohadikusumo': 'Prabowo Subianto',
}
/** The name that reporting uses, by any other spelling. */
export const RENAME = new Map([
  ...handRows('people.tsv').flatMap(p => [p.name, ...split(p.aliases)].map(form => [plain(form), p.name])),
  ...Object.entries(JOINED),
])

// The Factbook has Raisi and Orpo "since" the day of their election, and so ends their predecessors' terms too early.
const HAND_STANDS = new Set([
  'person:ebrahim-raisi country:IRN',
  'person:hassan-rouhani country:IRN',
  'person:petteri-orpo country:FIN',
  'person:sanna-marin country:FIN',
])

const DAY = 864e5
const time = (day, end = false) =>
  Date.parse(day.length === 10 ? day : day + (end ? '-12-28' : '-01-01').slice(day.length - 4))
const TOP = ['leader', 'head of state', 'head of government']

/** True when two rows speak of one office: the same kind of office, or the same words. */
function isSameOffice(a, b) {
  if (plain(a.office) === plain(b.office)) return true
  if ([a.class, b.class].includes('leader')) return TOP.includes(a.class) && TOP.includes(b.class)
  return a.class === b.class && a.class !== 'other'
}

function overlap(h, r) {
  const end = role => (role.to ? time(role.to, true) : Math.max(time(role.asof, true), time(role.from || '1900')))
  return time(r.from || '1900') < end(h) && time(h.from) < end(r)
}

/** A row of which the source gives one part (`base`) and the makers another. */
const partly = base => `${base.replace('+hand', '')}+hand`

/**
 * Takes out of `roles` (a map) and of the hand rows what is said twice, and returns the rows that are to be written
 * beside `roles`. `sightings`: rows of attested.tsv as {person, of, class, office, from, to}.
 */
export function joinRoles(roles, sightings) {
  const left = []
  for (const h of handRows('roles.tsv')) {
    const same = [...roles.entries()].filter(([, r]) => r.person === h.person && r.of === h.of && isSameOffice(h, r))
    const dated = same.filter(([, r]) => !r.sighted && overlap(h, r))
    const sighted = same.find(([, r]) => r.sighted && overlap(h, r))
    if (HAND_STANDS.has(`${h.person} ${h.of}`)) {
      for (const [key] of same) roles.delete(key)
      left.push({ ...h, source: partly('factbook') })
    } else if (dated.length > 0) {
      extend(
        h,
        dated
          .map(([, r]) => r)
          .sort((a, b) => (a.from < b.from ? -1 : 1))
          .at(-1),
      )
      // Sixty days between taking office and the first document are usual: then the documents alone say enough.
    } else if (!sighted || h.to || time(sighted[1].from) - time(h.from) > 60 * DAY) {
      if (sighted) roles.delete(sighted[0])
      left.push(sight(h, sightings))
    }
  }
  return left
}

/** Where a source stops before the end that is entered by hand, the source's row gets that end and says so. */
function extend(h, r) {
  if (r.to) return
  if (h.to) Object.assign(r, { to: h.to, asof: h.to })
  else if (time(h.asof, true) - time(r.asof, true) > 90 * DAY) r.asof = h.asof
  else return
  Object.assign(r, { office: h.office, source: partly(r.source) })
}

/** A row by hand, with a mark where documents of the White House give that office to that person in those days. */
function sight(h, sightings) {
  const seen = sightings.filter(
    s => s.person === h.person && s.of === h.of && isSameOffice(h, s) && s.from >= h.from && (!h.to || s.from <= h.to),
  )
  if (seen.length === 0) return { ...h, source: 'hand' }
  const last = [h.asof, ...seen.map(s => s.to)].sort().at(-1)
  return { ...h, asof: h.to || last, source: partly('white-house') }
}

/** Rows of a table by hand beside the sources' rows of the same key: the hand's words, the sources' name behind them. */
export function joinRows(name, rows, keyOf) {
  const sources = new Map(rows.map(row => [keyOf(row), row.source]))
  return handRows(name).map(h => {
    const source = sources.get(keyOf(h))
    return { ...h, source: source ? partly(source) : 'hand' }
  })
}

/** Memberships that no source has, or of which it has no first day; for the others the source's row stands alone. */
export function joinMemberships(rows) {
  const sourced = new Map(rows.map(row => [`${row.of} ${row.member}`, row]))
  return handRows('memberships.tsv').flatMap(h => {
    const row = sourced.get(`${h.of} ${h.member}`)
    if (!row || row.to) return [{ ...h, source: row ? partly(row.source) : 'hand' }]
    return row.stated || !h.from ? [] : [{ ...row, from: h.from, source: partly(row.source) }]
  })
}

/**
 * Gives hand-made places the point that a source has for the same name, and says so. A source's point more than 300 km
 * off is of something else, or of a continent or wide region, for which any point is a convention: the hand's stays.
 */
export function joinPlaces(rows) {
  return handRows('places.tsv').map(h => {
    const names = [h.name, ...split(h.aliases)].map(plain)
    const best = names
      .flatMap(name =>
        rows
          .filter(row => [row.name, ...split(row.aliases)].map(plain).includes(name))
          .sort((a, b) => Number(isSharp(b)) - Number(isSharp(a))),
      )
      .find(row => isWater(row) === isWater(h) && h.kind !== 'facility' && kilometres(row, h) < 300)
    return best === undefined
      ? { ...h, source: 'hand' }
      : { ...h, lat: best.lat, lon: best.lon, source: partly(best.source), asof: best.asof }
  })
}
const isWater = row => row.kind === 'sea' || row.kind === 'strait'
/** Natural Earth's points have three decimals; the Factbook's are often rounded to whole degrees. */
const isSharp = row => row.source === 'natural-earth'
function kilometres(a, b) {
  const rad = Math.PI / 180
  const x = (a.lon - b.lon) * rad * Math.cos(((Number(a.lat) + Number(b.lat)) / 2) * rad)
  return 6371 * Math.hypot(x, (a.lat - b.lat) * rad)
}
