// Makes the generated rows of knowledge/*.tsv out of public reference tables (knowledge/SOURCES.md names them).
//
//   node scripts/make-knowledge.js REFERENCE_DIR [COORDINATES.json [COUNTIES.json]]
//
// Not part of the build: the tables are committed. Rows that are by hand (source `hand` or `...+hand`) are read from the
// present files and held against the reference (`knowledge/hand.js`), so that hand-made facts live in the tables
// themselves and nowhere else; running it again changes nothing. COORDINATES.json: {GEC code: "38 00 N, 97 00 W"}.
// COUNTIES.json: counties-10m.json of the npm package us-atlas (TopoJSON of the Census Bureau's cartographic boundaries).
import { bodies, memberships } from './knowledge/bodies.js'
import { countries } from './knowledge/countries.js'
import { joinRows } from './knowledge/hand.js'
import { peopleAndRoles } from './knowledge/people.js'
import { places } from './knowledge/places.js'
import { admin1, counties } from './knowledge/provinces.js'
import { read, slug, write } from './knowledge/tables.js'

const [reference, coordinatesFile, countiesFile] = process.argv.slice(2)
if (!reference) {
  process.stderr.write('usage: node scripts/make-knowledge.js REFERENCE_DIR [COORDINATES.json [COUNTIES.json]]\n')
  process.exit(2)
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
  const columns = ['id', 'name', 'kind', 'aliases', 'hosts', 'country', 'source', 'asof']
  write(
    'outlets.tsv',
    columns,
    rows,
    row => row.id,
    joinRows('outlets.tsv', rows, row => row.id),
  )
}

const countryRows = countries(coordinatesFile)
const bodyRows = bodies()
memberships(bodyRows)
peopleAndRoles(countryRows)
places(countryRows)
admin1(countryRows)
outlets()
if (countiesFile) counties(countiesFile)
