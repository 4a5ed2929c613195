// people.tsv and roles.tsv: who held which office, from when to when.
import { joinRoles, RENAME } from './hand.js'
import { handRows, plain, read, slug, sourceName, write } from './tables.js'

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
  if (/^(head of government|prime minister)$/.test(office)) return 'head of government'
  if (office === 'foreign minister') return 'foreign'
  if (/^(secretary general|president of the European)/.test(office)) return 'head'
  if (/secretary of (defense|war)|defen[cs]e minister/i.test(office)) return 'defence'
  if (/secretary of state$/.test(office)) return 'foreign'
  if (/^(king|queen|emperor|emir|sultan)/i.test(title)) return 'head of state'
  if (/vice president|deputy prime minister/.test(office)) return 'deputy'
  return 'other'
}

// The words of reporting where the source has others: [country, title as the source has it, words].
const WORDS = [
  ['ESP', /^President of the Government/, 'Prime Minister'],
  ['FRA', /^$/, 'Prime Minister'],
  ['EST', /^$/, 'Prime Minister'],
  ['RUS', /^Premier$/, 'Prime Minister'],
  ['SAU', /^Crown Prince and Prime Minister$/, 'Prime Minister'],
  ['PRK', /^State Affairs Commission/, 'Supreme Leader'],
]
const FOREIGN = { GBR: 'Foreign Secretary', PHL: 'Foreign Secretary', USA: 'Secretary of State' }
function officeOf(row, known) {
  if (known === 'foreign') return FOREIGN[row.country] ?? 'Foreign Minister'
  const words = WORDS.find(([country, title]) => country === row.country && title.test(row.title))?.[2]
  return words ?? (row.title || row.office.replace(/(?<!\p{L})(?!of )\p{Ll}/gu, letter => letter.toUpperCase()))
}

// Attested offices that are carried over: words and class.
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
  'secretary-general': ['Secretary-General', 'head'],
  'foreign minister': ['Foreign Minister', 'foreign'],
  'defence minister': ['Defence Minister', 'defence'],
  'crown prince': ['Crown Prince', 'other'],
}

/** The body or state whose office a row of leaders.tsv or attested.tsv is. */
function bodyOf(country, office) {
  if (/^EUE?$/.test(country)) return /Commission/.test(office) ? 'org:european-commission' : 'org:european-council'
  return { NATO: 'org:nato', UN: 'org:un' }[country] ?? `country:${country}`
}

/** Persons by id, as the sources name them; `source` lists every source that has the person. */
function newPeople() {
  const people = new Map()
  const add = (raw, family, country, source) => {
    const name = personName(raw)
    const id = slug(name)
    const p = people.get(id) ?? { id, name, aliases: new Set(), family: familyOf(name, family), country, source }
    if (!p.source.split('+').includes(source)) p.source += `+${source}`
    const full = raw.replace(/\s+/g, ' ').trim()
    if (plain(full) !== plain(name) && !/"/.test(full)) p.aliases.add(full.replace(/,? (Jr|Sr)\.$/, ''))
    people.set(id, p)
    return id
  }
  return { people, add }
}

const MINOR =
  /^(vice president|deputy prime minister|first deputy prime minister|first vice president|prime minister|president|governor general|crown prince)$/

/** Rows that are read wrongly, or that say nothing of use. */
function isSlip(r, known, own) {
  if (known === 'other' && !MINOR.test(r.office)) return true
  if (known === 'deputy' && !MINOR.test(r.office)) return true
  if (/Hugo|Alexander DE/.test(r.title) || (known !== 'foreign' && /[,;]/.test(r.title))) return true
  if (
    (r.name.split(' ').length > 6 && !RENAME.has(plain(r.name))) ||
    /^(Jr|Jonge)/.test(r.family) ||
    !/\p{L}{2}/u.test(r.name)
  )
    return true
  if ((r.to || r.seen_to) < '2010') return true
  // The head of state of a territory is its state's; a monarch is counted for the state that bears the name.
  const isState = own.has(r.country) || !/^[A-Z]{3}$/.test(r.country) || r.country === 'EUE'
  if (!isState && (known === 'head of state' || /president$/.test(r.office))) return true
  if (/Co-prince/i.test(r.title) && known === 'head of state') return true
  if (/^(Elizabeth II|Charles III)$/.test(r.name) && r.country !== 'GBR') return true
  // The row of Kim Jong Il's years bears his son's name; one row of Portugal spans two prime ministers under the
  // later's name; the Laotian deputies of 2011 stand as prime ministers.
  if (r.country === 'PRK' && r.from === '1994-07') return true
  if (r.country === 'PRT' && r.name === 'Antonio Luis Montenegro') return true
  return r.country === 'LAO' && r.office === 'prime minister'
}

function fromLeaders(own, add) {
  const roles = new Map()
  for (const r of read('leaders.tsv')) {
    const known = classOf(r)
    if (isSlip(r, known, own)) continue
    const of = bodyOf(r.country, r.title)
    const office = officeOf(r, known)
    const source = sourceName(r.source)
    const id = add(r.name, r.family, /^[A-Z]{3}$/.test(r.country) && r.country !== 'EUE' ? r.country : '', source)
    const asof = r.seen_to.length === 4 ? `${r.seen_to}-12-31` : r.seen_to
    const role = { person: `person:${id}`, office, class: known, of, from: r.from, to: r.to, source, asof }
    const key = [id, plain(office), of, r.from].join('|')
    const old = roles.get(key)
    if (old === undefined) {
      roles.set(key, role)
      continue
    }
    if (old.class === 'other') old.class = known
    else if (old.class !== known && known !== 'other') old.class = 'leader'
    if (!old.to) old.to = role.to
    if (asof > old.asof) old.asof = asof
  }
  return roles
}

function sightings(add) {
  return read('attested.tsv').flatMap(a => {
    const [office, known] = ATTESTED[a.office] ?? []
    if (!office) return []
    const words = known === 'foreign' ? (FOREIGN[a.country] ?? office) : office
    const country = /^[A-Z]{3}$/.test(a.country) ? a.country : ''
    // One document is weak evidence; officers of states are called attorney general and secretary of state as well.
    const strong = Number(a.documents) >= (a.country === 'USA' ? 11 : 3)
    const id = strong ? add(a.name, '', country, 'white-house') : slug(personName(a.name))
    const role = { person: `person:${id}`, office: words, class: known, of: bodyOf(a.country, a.office) }
    return [{ ...role, from: a.from_seen, to: a.to_seen, strong }]
  })
}

/** Sightings lengthen the reach of an open office of the same kind, or stand for an office that no other source has. */
function addSightings(roles, seen) {
  for (const { strong, ...s } of seen.filter(s => s.strong)) {
    const already = [...roles.values()].find(
      r => r.person === s.person && r.of === s.of && r.class === s.class && s.class !== 'other',
    )
    if (already) {
      if (!already.to && s.to > already.asof) already.asof = s.to
      if (already.sighted && s.from < already.from) already.from = s.from
    } else {
      const key = [s.person, plain(s.office), s.of].join('|')
      roles.set(key, { ...s, to: '', source: 'white-house', asof: s.to, sighted: true })
    }
  }
}

export function peopleAndRoles(countryRows) {
  const own = new Set(countryRows.filter(c => c.own !== false).map(c => c.code))
  const { people, add } = newPeople()
  const roles = fromLeaders(own, add)
  const seen = sightings(add)
  addSightings(roles, seen)
  const hand = joinRoles(roles, seen)
  const all = [...roles.values(), ...hand]
  closeRoles(all)
  writePeople(people, all)
  write(
    'roles.tsv',
    ['person', 'office', 'class', 'of', 'from', 'to', 'source', 'asof'],
    withoutRepeats(all),
    row => `${row.person} ${plain(row.office)} ${row.of} ${row.from.slice(0, 7)}`,
    [],
  )
}

/** An office that lies within a longer one of the same words (a president counted as head of government later on). */
function withoutRepeats(roles) {
  const reach = r => r.to || r.asof
  return roles.filter(
    r =>
      !roles.some(
        other =>
          other !== r &&
          other.person === r.person &&
          other.of === r.of &&
          plain(other.office) === plain(r.office) &&
          other.from < r.from &&
          reach(other) >= reach(r),
      ),
  )
}

const ORDER = ['factbook', 'white-house', 'congress-legislators', 'wikidata']

function writePeople(people, roles) {
  const held = new Map()
  for (const r of roles) held.set(r.person, [...(held.get(r.person) ?? []), ...r.source.split('+')])
  const sources = (id, more) => {
    const named = new Set([...more.split('+'), ...(held.get(`person:${id}`) ?? [])])
    return ORDER.filter(source => named.has(source)).join('+')
  }
  const rows = [...people.values()].map(p => ({
    ...p,
    aliases: [...p.aliases].slice(0, 4).join('; '),
    source: sources(p.id, p.source),
  }))
  const known = new Map(rows.map(row => [row.id, row]))
  const hand = handRows('people.tsv').map(h => {
    const base = known.get(h.id)?.source || sources(h.id, '')
    return { ...h, source: base ? `${base}+hand` : 'hand' }
  })
  const columns = ['id', 'name', 'aliases', 'family', 'country', 'source']
  // A person whom only the makers know, and to whom no office is given, has to be wanted by name: see OFFICELESS.
  write(
    'people.tsv',
    columns,
    rows,
    row => row.id,
    hand.filter(h => h.source !== 'hand' || held.has(`person:${h.id}`) || OFFICELESS.has(h.id)),
  )
}
// Persons in the news who hold no office of these tables.
const OFFICELESS = new Set(
  'andriy-yermak asim-munir aung-san-suu-kyi hassan-nasrallah ismail-haniyeh keith-kellogg kim-yo-jong min-aung-hlaing oleksandr-syrskyi valerii-zaluzhnyi yahya-sinwar yevgeny-prigozhin'.split(
    ' ',
  ),
)

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
