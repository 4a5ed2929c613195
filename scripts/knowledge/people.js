// people.tsv and roles.tsv: who held which office, from when to when.
import { handRows, plain, read, slug, split, write } from './tables.js'

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

export function peopleAndRoles(countryRows) {
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
