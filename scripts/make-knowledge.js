// Makes the generated rows of knowledge/*.tsv out of public reference tables (knowledge/SOURCES.md names them).
//
//   node scripts/make-knowledge.js REFERENCE_DIR [COORDINATES.json [COUNTIES.json]]
//
// Not part of the build: the tables are committed. Rows whose source is `hand` are kept from the present files, so that
// hand-made facts live in the tables themselves and nowhere else. COORDINATES.json: {GEC code: "38 00 N, 97 00 W"}.
// COUNTIES.json: counties-10m.json of the npm package us-atlas (TopoJSON of the Census Bureau's cartographic boundaries).
import fs from 'node:fs'
import path from 'node:path'

const [reference, coordinatesFile, countiesFile] = process.argv.slice(2)
if (!reference) {
  process.stderr.write('usage: node scripts/make-knowledge.js REFERENCE_DIR [COORDINATES.json [COUNTIES.json]]\n')
  process.exit(2)
}
const out = path.join(import.meta.dirname, '..', 'knowledge')

// ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────

function parse(file) {
  const [head, ...lines] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']))
  })
}
const read = name => parse(path.join(reference, name))

function handRows(name) {
  const file = path.join(out, name)
  return fs.existsSync(file) ? parse(file).filter(row => row.source === 'hand') : []
}

/** Writes generated rows and the hand rows of the present file; a hand row replaces the generated one of the same key. */
function write(name, columns, rows, keyOf, hand = handRows(name)) {
  const all = new Map()
  for (const row of [...rows, ...hand]) {
    const key = keyOf(row)
    if (row.source === 'hand' || !all.has(key)) all.set(key, row)
  }
  const sorted = [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const clean = value =>
    String(value ?? '')
      .replace(/[\t\n\r]+/g, ' ')
      .trim()
  const text = [columns.join('\t'), ...sorted.map(row => columns.map(c => clean(row[c])).join('\t'))].join('\n')
  fs.writeFileSync(path.join(out, name), `${text}\n`)
  process.stderr.write(`${name}: ${sorted.length} rows, ${hand.length} by hand\n`)
  return sorted
}

const plain = text =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const slug = text => plain(text).replace(/^the /, '').replaceAll(' ', '-')
const unique = list => [...new Set(list.map(x => x.trim()).filter(Boolean))]
const split = (cell, by = /;/) => unique((cell ?? '').split(by))

// ── countries ───────────────────────────────────────────────────────────────────────────────────────────────────────

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

function countries() {
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

// ── bodies and memberships ──────────────────────────────────────────────────────────────────────────────────────────

// Bodies that the hand rows have under another id.
const DOUBLE =
  /^(islamic-state-of-iraq-and-ash-sham|islamic-revolutionary-guard-corps|united-nations-general-assembly|las|world-bank-group|european-community|palestine-islamic-jihad|commonwealth|or-european.*|north-atlantic-treaty-organization)$/
const NOT_BODIES =
  /countries|economies|states$|world$|^(North|South|Near Abroad|Four Dragons|former.*|new .*|newly.*|Franc Zone|Union Latina)$/i
// Acronyms of one letter, or that mean something else in news.
const BAD_ACRONYM = /^(C|AG|FZ|AS|BH|RS|EA|IM|JI|KC|LJ|LT|AQ|NC|CE|CAN|BA|UN|EU|CD|or .*)$/

function bodies() {
  const rows = read('organisations.tsv')
    .filter(o => o.name && !NOT_BODIES.test(o.name))
    .map(o => {
      const acronym = (o.acronym === 'UN' || o.acronym === 'EU' || !BAD_ACRONYM.test(o.acronym) ? o.acronym : '')
        .split(/ - | or |;/)[0]
        .trim()
      const name = o.name.replace(/ \(.*\)$/, '').replace(/ or .*$/, '')
      const dashless = /^G-\d+$/.test(acronym) ? acronym.replace('-', '') : ''
      return {
        id: slug(acronym || name),
        kind: 'bloc',
        name: acronym && /^(NATO|ASEAN|APEC|OPEC|UNESCO|UNICEF|BRICS|Interpol)$/.test(acronym) ? acronym : name,
        aliases: unique([acronym, dashless, name])
          .filter(x => x !== name || /^(NATO|ASEAN|APEC|OPEC|UNESCO|UNICEF)$/.test(acronym))
          .join('; '),
        seat: '',
        code: 'IGO',
        country: '',
        source: 'factbook',
        asof: o.asof,
      }
    })
  for (const g of read('groups.tsv')) {
    const name = g.name.replace(/ \(.*$/, '').split('/')[0]
    const aliases = unique(
      [g.acronym, ...split(g.aliases, /[;,]/)].map(x => x.replace(/\([^)]*\)?/g, '').replace(/^the /i, '')),
    ).filter(
      x =>
        x !== name &&
        x.length > 3 &&
        !/^(Youth|Base|Guard|Army|Party|Defenders|Halhul|Red Eagle|byvshee|Party of God|GIS|Islamic Jihad|Brigades|Army of)/i.test(
          x,
        ),
    )
    rows.push({
      id: slug(name),
      kind: 'armed-force',
      name,
      aliases: aliases.slice(0, 3).join('; '),
      seat: '',
      code: '',
      country: '',
      source: 'factbook',
      asof: g.asof,
    })
  }
  return write(
    'bodies.tsv',
    ['id', 'kind', 'name', 'aliases', 'seat', 'code', 'country', 'source', 'asof'],
    rows.filter(row => !DOUBLE.test(row.id)),
    row => row.id,
  )
}

function memberships(bodyRows) {
  const byAcronym = new Map()
  for (const b of bodyRows) for (const a of [b.id, ...split(b.aliases), b.name]) byAcronym.set(slug(a), b.id)
  const rows = []
  for (const m of read('memberships.tsv')) {
    if (m.status !== 'member' || m.country === 'country') continue
    const of = byAcronym.get(slug(m.organisation))
    // The Factbook's rows of single countries still list the United Kingdom as a member: the EU's own entry is right.
    if (!of || (of === 'eu' && m.status_as_written !== "in the EU's entry")) continue
    const gone = m.last_seen < '2025' ? m.last_seen : ''
    rows.push({
      of: `org:${of}`,
      member: m.country === 'EUE' ? 'org:eu' : `country:${m.country}`,
      from: m.from || (m.absent_on ? m.first_seen : ''),
      to: gone,
      source: 'factbook',
      asof: m.asof,
    })
  }
  write('memberships.tsv', ['of', 'member', 'from', 'to', 'source', 'asof'], rows, row => `${row.of} ${row.member}`)
}

// ── people and roles ────────────────────────────────────────────────────────────────────────────────────────────────

/** Other spellings of persons entered by hand, so that the sources' rows join theirs. */
const RENAME = new Map(
  handRows('people.tsv').flatMap(p => [p.name, ...split(p.aliases)].map(form => [plain(form), p.name])),
)
function personName(raw) {
  const name = raw
    .replace(/"[^"]*"|“[^”]*”|\([^)]*\)/g, ' ')
    .replace(/,? (Jr\.|Sr\.)$/, '')
    .replace(/( \p{L}+) III$/u, '$1')
    .replace(
      /^(Gen|Lt|Col|Maj|Brig|Adm|Capt|Dr|Sir|Dame|Sheikh|Shaykh|Prince|Princess|Crown Prince|Field Marshal|Marshal|Staff)\.? (Gen\.? |Col\.? )?(\(Ret\.\) )?/,
      '',
    )
    .replace(/ \p{Lu}\. /gu, ' ')
    .replace(/ \p{Lu}\p{L}+(ovich|evich|ovna|evna) /gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return RENAME.get(plain(name)) ?? name
}
const PARTICLES = new Set([
  'von',
  'van',
  'der',
  'den',
  'de',
  'da',
  'do',
  'dos',
  'del',
  'della',
  'di',
  'bin',
  'al',
  'el',
  'ben',
  'la',
  'le',
  'af',
])
function familyOf(name, given) {
  if (given && !/[.,]/.test(given)) return given
  const words = name.split(' ')
  let at = words.length - 1
  while (at > 1 && PARTICLES.has(words[at - 1].toLowerCase())) at--
  return words.slice(at).join(' ')
}

function classOf(row) {
  const title = row.title ?? ''
  const office = row.office
  if (office === 'head of state') return 'head of state'
  if (office === 'head of government') return 'head of government'
  if (office === 'foreign minister') return 'foreign'
  if (/^(secretary general|president of the European)/.test(office)) return 'head'
  if (/secretary of (defense|war)|defen[cs]e minister/i.test(office)) return 'defence'
  if (/secretary of state$/.test(office)) return 'foreign'
  if (/^(king|queen|emperor|emir|sultan)/i.test(title)) return 'head of state'
  return 'other'
}
const ATTESTED = {
  'secretary of defense': ['Secretary of Defense', 'defence'],
  'secretary of state': ['Secretary of State', 'foreign'],
  'secretary of the treasury': ['Secretary of the Treasury', 'other'],
  'national security advisor': ['National Security Advisor', 'other'],
  'secretary of commerce': ['Secretary of Commerce', 'other'],
  'secretary of energy': ['Secretary of Energy', 'other'],
  'secretary of homeland security': ['Secretary of Homeland Security', 'other'],
  'attorney general': ['Attorney General', 'other'],
  'White House press secretary': ['White House Press Secretary', 'other'],
  'director of national intelligence': ['Director of National Intelligence', 'other'],
  'speaker of the House': ['Speaker of the House', 'other'],
  'special envoy': ['Special Envoy', 'other'],
  'trade representative': ['Trade Representative', 'other'],
  'secretary general': ['Secretary General', 'head'],
  'foreign minister': ['Foreign Minister', 'foreign'],
}

function peopleAndRoles(countryRows) {
  const own = new Set(countryRows.filter(c => c.own !== false).map(c => c.code))
  const people = new Map()
  const roles = new Map()
  const person = (raw, family, country) => {
    const name = personName(raw)
    const id = slug(name)
    const p = people.get(id) ?? {
      id,
      name,
      aliases: new Set(),
      family: familyOf(name, family),
      country,
      source: 'factbook',
    }
    const full = raw.replace(/\s+/g, ' ').trim()
    if (plain(full) !== plain(name) && !/"/.test(full)) p.aliases.add(full.replace(/,? (Jr|Sr)\.$/, ''))
    people.set(id, p)
    return id
  }
  for (const r of read('leaders.tsv')) {
    const known = classOf(r)
    if (
      known === 'other' &&
      !/^(vice president|deputy prime minister|first deputy prime minister|first vice president|prime minister|president|governor general|crown prince)$/.test(
        r.office,
      )
    )
      continue
    if (
      /Hugo|Alexander DE/.test(r.title) ||
      r.name.split(' ').length > 6 ||
      /^(Jr|Jonge)/.test(r.family) ||
      !/\p{L}{2}/u.test(r.name) ||
      /[,;]/.test(r.title)
    )
      continue
    if ((r.to || r.seen_to) < '2010') continue
    // The head of state of a territory is its state's; a monarch is counted for the state that bears the name.
    if (known === 'head of state' && (!own.has(r.country) || /Co-prince/i.test(r.title))) continue
    if (/^(Elizabeth II|Charles III)$/.test(r.name)) continue
    const of =
      r.country === 'EUE'
        ? /Commission/.test(r.title)
          ? 'org:european-commission'
          : 'org:european-council'
        : r.country === 'NATO'
          ? 'org:nato'
          : r.country === 'UN'
            ? 'org:un'
            : `country:${r.country}`
    const office =
      { 'United States Secretary of State': 'Secretary of State' }[r.title] ??
      (known === 'foreign'
        ? 'Foreign Minister'
        : r.title ||
          { 'head of state': 'Head of State', 'head of government': 'Head of Government' }[r.office] ||
          r.office)
    const id = person(r.name, r.family, /^[A-Z]{3}$/.test(r.country) && r.country !== 'EUE' ? r.country : '')
    const key = [id, plain(office), of, r.from].join('|')
    const old = roles.get(key)
    const role = {
      person: `person:${id}`,
      office,
      class: known,
      of,
      from: r.from,
      to: r.to,
      source: r.source.includes('white')
        ? 'white-house'
        : r.source.includes('congress')
          ? 'congress-legislators'
          : r.source.includes('wikidata')
            ? 'wikidata'
            : 'factbook',
      asof: r.seen_to.length === 4 ? `${r.seen_to}-12-31` : r.seen_to,
    }
    if (old) {
      if (old.class !== known && old.class !== 'other' && known !== 'other') old.class = 'leader'
      if (old.class === 'other') old.class = known
      if (!old.to) old.to = role.to
      if (role.asof > old.asof) old.asof = role.asof
    } else roles.set(key, role)
  }
  for (const a of read('attested.tsv')) {
    const [office, known] = ATTESTED[a.office] ?? []
    // One document is weak evidence; officers of states are called attorney general and secretary of state as well.
    if (!office || Number(a.documents) < (a.country === 'USA' ? 11 : 3)) continue
    const of =
      {
        EU: /Commission/.test(a.office) ? 'org:european-commission' : 'org:european-council',
        NATO: 'org:nato',
        UN: 'org:un',
      }[a.country] ?? `country:${a.country}`
    const id = person(a.name, '', /^[A-Z]{3}$/.test(a.country) ? a.country : '')
    const key = [id, plain(office), of].join('|')
    const already = [...roles.values()].find(
      r => r.person === `person:${id}` && r.of === of && r.class === known && known !== 'other',
    )
    if (already) {
      if (!already.to && a.to_seen > already.asof) already.asof = a.to_seen
      continue
    }
    roles.set(key, {
      person: `person:${id}`,
      office,
      class: known,
      of,
      from: a.from_seen,
      to: '',
      source: 'white-house',
      asof: a.to_seen,
    })
  }
  // A hand role stands for all that the sources have of that person in that body and kind of office.
  const hand = handRows('roles.tsv')
  for (const [key, r] of roles) {
    const byHand = hand.some(
      h =>
        h.person === r.person &&
        h.of === r.of &&
        (h.class === r.class || [h.class, r.class].includes('leader') || plain(h.office) === plain(r.office)),
    )
    if (!byHand) continue
    roles.delete(key)
    // An open hand role reaches as far as any source still has its holder.
    const open = hand.find(h => h.person === r.person && h.of === r.of && h.to === '')
    if (open && r.to === '' && r.asof > open.asof) open.asof = r.asof
  }
  closeRoles([...roles.values(), ...hand])
  const rows = [...people.values()].map(p => ({ ...p, aliases: [...p.aliases].slice(0, 4).join('; ') }))
  write('people.tsv', ['id', 'name', 'aliases', 'family', 'country', 'source'], rows, row => row.id)
  write(
    'roles.tsv',
    ['person', 'office', 'class', 'of', 'from', 'to', 'source', 'asof'],
    [...roles.values()],
    row => `${row.person} ${plain(row.office)} ${row.of} ${row.from.slice(0, 7)}`,
    hand,
  )
}

/** Ends an office with the next holder's first day where one office of one state has one holder at a time. */
function closeRoles(list) {
  const groups = new Map()
  for (const r of list) {
    if (!['head of state', 'head of government', 'leader', 'head'].includes(r.class) || !r.from) continue
    const key = `${r.of} ${plain(r.office)}`
    groups.set(key, [...(groups.get(key) ?? []), r])
  }
  for (const holders of groups.values()) {
    holders.sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [i, r] of holders.entries()) {
      const next = holders[i + 1]
      // A gap of more than two years between the last sighting and the successor may hide another holder.
      if (
        !r.to &&
        next &&
        Date.parse(next.from) - Date.parse(r.asof) < 2 * 366 * 864e5 &&
        next.from >= r.asof.slice(0, 4)
      )
        r.to = next.from
    }
  }
}

// ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────────

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

function places(countryRows) {
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
      source: s.source.split('-')[0],
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
  const byHand = new Set(handRows('places.tsv').flatMap(p => [p.name, ...split(p.aliases)].map(plain)))
  const others = rows.filter(row => ![row.name, ...split(row.aliases)].some(name => byHand.has(plain(name))))
  write(
    'places.tsv',
    ['id', 'kind', 'name', 'aliases', 'lat', 'lon', 'country', 'source', 'asof'],
    others,
    row => row.id,
  )
}

// Abbreviations of states that stand alone in agency copy and are no other word.
const STATES =
  'AZ Ariz.; CA Calif.; CT Conn.; FL Fla.; MI Mich.; MN Minn.; NH N.H.; NJ N.J.; NM N.M.; NY N.Y.; NC N.C.; ND N.D.; OK Okla.; RI R.I.; SC S.C.; SD S.D.; TN Tenn.; WV W.Va.; WY Wyo.'
const ABBREVIATED = new Map(STATES.split('; ').map(pair => pair.split(' ')))

function admin1(countryRows) {
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
function counties(file) {
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

function outlets() {
  const rows = read('agencies.tsv')
    .filter(a => !/Audio Broadcasting|Free-To-Air|Digital Standard/.test(a.name))
    .map(a => ({
      id: slug(a.name),
      name: a.name,
      kind: 'outlet',
      aliases: /^(ABC|BBC|SBS|RTE|NPR|TRT|IRIB|ORF|NRK|RFA|VOA|ERR|SABC)$/.test(a.aliases) ? a.aliases : '',
      hosts: '',
      country: a.country,
      source: 'factbook',
      asof: a.asof,
    }))
  write('outlets.tsv', ['id', 'name', 'kind', 'aliases', 'hosts', 'country', 'source', 'asof'], rows, row => row.id)
}

const countryRows = countries()
const bodyRows = bodies()
memberships(bodyRows)
peopleAndRoles(countryRows)
places(countryRows)
admin1(countryRows)
outlets()
if (countiesFile) counties(countiesFile)
