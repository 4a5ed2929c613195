// countries.tsv: states and territories with codes, names, demonyms, capital and a point inside.
import fs from 'node:fs'
import { plain, read, split, unique, write } from './tables.js'

/** "38 00 N, 97 00 W" as decimal degrees; null where the cell holds several places or none. */
function degrees(text) {
  const m = /^(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])/.exec((text ?? '').replace(/<[^>]*>|[^\d]*:/g, '').trim())
  if (!m) return null
  const value = (d, mi, sign) => ((Number(d) + Number(mi) / 60) * sign).toFixed(3)
  return { lat: value(m[1], m[2], m[3] === 'N' ? 1 : -1), lon: value(m[4], m[5], m[6] === 'E' ? 1 : -1) }
}

// Names by which English-language reporting knows a country where the source's own name is another one.
const USUAL = {
  DOM: 'Dominican Republic',
  GMB: 'Gambia',
  BHS: 'Bahamas',
  COD: 'Democratic Republic of the Congo',
  MMR: 'Myanmar',
  COG: 'Republic of the Congo',
  VAT: 'Holy See',
  CZE: 'Czech Republic',
}

// What English-language reporting adds to the source's names: [aliases, adjectives, demonyms, names of the seat].
const EXTRA = {
  USA: [
    'U.S.; US; U.S.A.; USA; America',
    '',
    '',
    'Washington; Washington, D.C.; Washington D.C.; Washington, DC; Washington DC',
  ],
  GBR: ['U.K.; UK; Britain; Great Britain', 'British; U.K.', 'Britons; British', 'London; Westminster; Whitehall'],
  KOR: ['Republic of Korea; ROK; R.O.K.', 'South Korean', 'South Koreans; South Korean', 'Seoul'],
  PRK: ['DPRK; D.P.R.K.; N. Korea', 'North Korean', 'North Koreans; North Korean', 'Pyongyang'],
  CHN: ["People's Republic of China; PRC; P.R.C.; mainland China", '', '', 'Beijing'],
  TWN: ['Republic of China; Chinese Taipei; Formosa', 'Taiwanese', 'Taiwanese', 'Taipei'],
  RUS: ['Russian Federation', '', '', 'Moscow; the Kremlin'],
  NLD: ['Holland; the Netherlands', '', 'Dutch', 'The Hague'],
  ARE: ['UAE; U.A.E.; Emirates', 'Emirati', 'Emiratis', 'Abu Dhabi'],
  PSE: [
    'Palestine; Palestinian territories; State of Palestine',
    'Palestinian',
    'Palestinians; Palestinian',
    'Ramallah',
  ],
  SAU: ['Saudi; KSA', 'Saudi; Saudi Arabian', 'Saudis', 'Riyadh'],
  UKR: ['', '', '', 'Kyiv; Kiev'],
  TUR: ['Türkiye; Turkiye', '', '', 'Ankara'],
  IRN: ['Islamic Republic of Iran', '', '', 'Tehran; Teheran'],
  MMR: ['Burma', 'Myanmar', '', 'Naypyidaw; Naypyitaw; Nay Pyi Taw; Yangon'],
  COD: ['Democratic Republic of Congo; DR Congo; DRC; D.R.C.; Congo-Kinshasa', '', '', 'Kinshasa'],
  COG: ['Republic of Congo; Congo Republic; Congo-Brazzaville; Congo', '', '', 'Brazzaville'],
  CZE: ['Czechia; Czech Republic', '', '', 'Prague'],
  CIV: ['Ivory Coast; Cote d’Ivoire', 'Ivorian', 'Ivorians', 'Yamoussoukro; Abidjan'],
  MKD: ['Macedonia; North Macedonia', '', '', 'Skopje'],
  SWZ: ['Swaziland', 'Swazi', 'Swazis', ''],
  BIH: ['Bosnia; Bosnia-Herzegovina', '', '', 'Sarajevo'],
  VAT: ['Vatican; Vatican City; Holy See', '', '', 'Vatican'],
  NZL: ['', 'New Zealand', 'New Zealanders; New Zealander; Kiwis', 'Wellington'],
  XKX: ['', 'Kosovar; Kosovan', 'Kosovars; Kosovans', 'Pristina'],
  SYR: ['Syrian Arab Republic', '', '', 'Damascus'],
  HKG: ['Hong Kong', 'Hong Kong', 'Hong Kongers; Hong Konger', ''],
  MAC: ['Macau; Macao', '', '', ''],
  TLS: ['East Timor; Timor Leste', '', '', 'Dili'],
  CPV: ['Cape Verde', '', '', 'Praia'],
  FSM: ['Micronesia', '', '', ''],
  PNG: ['PNG', '', '', 'Port Moresby'],
  VNM: ['Viet Nam', '', '', 'Hanoi'],
  LAO: ['Lao PDR', '', '', 'Vientiane'],
  PHL: ['', 'Philippine; Filipino', 'Filipinos', 'Manila'],
  IND: ['', '', '', 'New Delhi; Delhi'],
  ISR: ['', '', '', 'Jerusalem; Tel Aviv'],
  BEL: ['', '', '', ''],
  LUX: ['', '', '', ''],
  DJI: ['', '', '', ''],
  SGP: ['', '', '', ''],
  PAN: ['', '', '', ''],
  GTM: ['', '', '', ''],
  MCO: ['', '', '', ''],
  KWT: ['', '', '', ''],
  MEX: ['', '', '', 'Mexico City'],
  GEO: ['', '', '', 'Tbilisi'],
  JOR: ['', '', '', 'Amman'],
  LKA: ['', '', '', 'Colombo'],
  TZA: ['', '', '', 'Dodoma; Dar es Salaam'],
  NGA: ['', '', '', 'Abuja'],
  KAZ: ['', 'Kazakh; Kazakhstani', 'Kazakhs', 'Astana'],
  ZAF: ['', '', '', 'Pretoria'],
  ESP: ['', '', 'Spaniards; Spaniard', 'Madrid'],
  BGD: ['', '', '', 'Dhaka'],
  YEM: ['', '', '', "Sana'a; Sanaa; Aden"],
  BRA: ['', '', '', 'Brasília; Brasilia'],
  BOL: ['', '', '', 'La Paz'],
  AUS: ['', '', 'Aussies', 'Canberra'],
}

// Points where the Factbook gives several or none: its own figure for the main part, rounded; for the United States the
// geographic centre of the 48 states (US Geological Survey), and for Australia its gravitational centre (Geoscience
// Australia), since the Factbook's points lie far off; for the Democratic Republic of the Congo the centre of its area.
const CENTRE = {
  AUS: [-25.61, 134.35],
  COD: [-2.9, 23.7],
  ALA: [60.2, 20],
  ATF: [-49.25, 69.58],
  BES: [12.2, -68.27],
  FRA: [46, 2],
  GLP: [16.25, -61.58],
  GUF: [4, -53],
  MTQ: [14.67, -61],
  MYT: [-12.83, 45.17],
  REU: [-21.1, 55.6],
  UMI: [19.3, 166.6],
  SHN: [-15.95, -5.7],
  PSE: [31.92, 35.2],
  USA: [39.83, -98.58],
}

export function countries(coordinatesFile) {
  const coordinates = coordinatesFile ? JSON.parse(fs.readFileSync(coordinatesFile, 'utf8')) : {}
  const capitals = new Map()
  const rows = read('countries.tsv')
    .filter(c => c.alpha3 !== 'EUE')
    .map(c => {
      const name = USUAL[c.alpha3] ?? c.name.replace(/ \(.*\)$/, '')
      const drop = text => text.replace(/\s*\([^)]*\)/g, '').trim()
      const aliases = unique([
        c.name,
        ...split(c.name_long.replace(/\([^)]*\)/g, '').replace(/;.*$/, '')),
        ...split(c.aliases).map(drop),
        ...split(c.former_names, /[;,]/)
          .map(drop)
          .filter(x => /^(Zaire|Burma|Swaziland|Ivory Coast|Macedonia)$/.test(x)),
      ]).filter(
        x =>
          plain(x) !== plain(name) &&
          !/note|former|disputed|^(Gaza|Gaza Strip|West Bank|The Dominican|NL|HK|China, .*|Congo \(.*|Congo)$/.test(x),
      )
      const words = text => split(text.replace(/\([^)]*\)/g, '').replace(/\bor\b/g, ';'), /[;,/]/)
      const adjectives = words(c.adjective).filter(
        x =>
          !/^(none|Congo)$/.test(x) &&
          !(c.alpha3 === 'HKG' && x === 'Chinese') &&
          plain(x) !== plain(name) &&
          !/\d/.test(x),
      )
      const nouns = split(c.demonym_forms).filter(x => x !== 'none' && plain(x) !== plain(c.name) && !/[/(]/.test(x))
      const capital = c.capital
        .split(/[;,(]/)[0]
        .replace(/^.*? - /, '')
        .trim()
      if (capital) capitals.set(c.alpha3, capital)
      const point = degrees(coordinates[c.gec])
      return {
        code: c.alpha3,
        alpha2: c.alpha2,
        name,
        aliases: unique([...aliases, ...split(EXTRA[c.alpha3]?.[0])]).join('; '),
        adjectives: unique([...adjectives, ...split(EXTRA[c.alpha3]?.[1])]),
        demonyms: unique([...nouns, ...split(EXTRA[c.alpha3]?.[2])]),
        own: /^independent|UN member/i.test(c.status) || Boolean(EXTRA[c.alpha3]),
        capital,
        seat: EXTRA[c.alpha3] ? split(EXTRA[c.alpha3][3]).join('; ') : capital,
        capital_lat: c.capital_lat,
        capital_lon: c.capital_lon,
        lat: CENTRE[c.alpha3]?.[0] ?? point?.lat ?? c.capital_lat,
        lon: CENTRE[c.alpha3]?.[1] ?? point?.lon ?? c.capital_lon,
        source: 'factbook',
        asof: c.asof,
      }
    })
  // "Dutch", "British", "French" belong to the state, not also to its territories.
  const owned = new Set(rows.filter(r => r.own).flatMap(r => [...r.adjectives, ...r.demonyms].map(plain)))
  for (const r of rows)
    for (const key of ['adjectives', 'demonyms']) r[key] = r[key].filter(x => r.own || !owned.has(plain(x))).join('; ')
  const columns = [
    'code',
    'alpha2',
    'name',
    'aliases',
    'adjectives',
    'demonyms',
    'capital',
    'seat',
    'capital_lat',
    'capital_lon',
    'lat',
    'lon',
    'source',
    'asof',
  ]
  return write('countries.tsv', columns, rows, row => row.code)
}
