// bodies.tsv and memberships.tsv: blocs, organisations, armed groups, and who belongs to them.
import { joinMemberships, joinRows } from './hand.js'
import { read, slug, sourceName, split, unique, write } from './tables.js'

// Bodies that the hand rows have under another id.
const DOUBLE =
  /^(islamic-state-of-iraq-and-ash-sham|islamic-revolutionary-guard-corps|united-nations-general-assembly|las|world-bank-group|european-community|palestine-islamic-jihad|commonwealth|or-european.*|north-atlantic-treaty-organization)$/
const NOT_BODIES =
  /countries|economies|states$|world$|^(North|South|Near Abroad|Four Dragons|former.*|new .*|newly.*|Franc Zone|Union Latina)$/i
// Acronyms of one letter, or that mean something else in news.
const BAD_ACRONYM = /^(C|AG|FZ|AS|BH|RS|EA|IM|JI|KC|LJ|LT|AQ|NC|CE|CAN|BA|UN|EU|CD|or .*)$/

export function bodies() {
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
  const columns = ['id', 'kind', 'name', 'aliases', 'seat', 'code', 'country', 'source', 'asof']
  const kept = rows.filter(row => !DOUBLE.test(row.id))
  return write(
    'bodies.tsv',
    columns,
    kept,
    row => row.id,
    joinRows('bodies.tsv', kept, row => row.id),
  )
}

export function memberships(bodyRows) {
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
      source: /White House/.test(m.evidence) ? 'white-house' : sourceName(m.source),
      asof: m.asof,
      stated: Boolean(m.from),
    })
  }
  const columns = ['of', 'member', 'from', 'to', 'source', 'asof']
  const key = row => `${row.of} ${row.member}`
  write('memberships.tsv', columns, rows, key, joinMemberships(rows))
}
