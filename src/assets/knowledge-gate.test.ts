import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from './load-knowledge.ts'
import { packageRoot } from './root.ts'

const ISO = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
/** What makes a row one of its kind, by table. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'countries.tsv': ['code'],
  'memberships.tsv': ['of', 'member'],
  'roles.tsv': ['person', 'office', 'of', 'from'],
}

type Line = Readonly<Record<string, string>>

function rowsOf(file: string): Line[] {
  const [head = '', ...lines] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

const idsIn = (folder: string, file: string, prefix: string, column = 'id'): string[] =>
  rowsOf(path.join(folder, file)).map(row => `${prefix}${row[column]}`)

/** Sources that SOURCES.md names in the first cell of its first table. */
function namedSources(text: string): Set<string> {
  return new Set([...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(m => m[1] ?? ''))
}

/** What is wrong with one row, whatever its table. */
function wrongWith(row: Line, sources: ReadonlySet<string>): string[] {
  const out: string[] = []
  for (const source of (row['source'] ?? '').split('+')) {
    if (!sources.has(source)) out.push(`the source "${source}" is not in SOURCES.md`)
  }
  for (const column of ['from', 'to', 'asof']) {
    const day = row[column] ?? ''
    if (day !== '' && !ISO.test(day)) out.push(`\`${column}\` is no ISO 8601 day: "${day}"`)
  }
  const [from = '', to = ''] = [row['from'], row['to']]
  // A day known to the month is compared as far as both are known.
  const known = Math.min(from.length, to.length)
  if (from !== '' && to !== '' && from.slice(0, known) > to.slice(0, known)) out.push(`${from} is after ${to}`)
  return out
}

/** Every complaint about a folder of knowledge tables; empty when all is well. */
function complaints(folder: string): string[] {
  const sources = namedSources(fs.readFileSync(path.join(folder, 'SOURCES.md'), 'utf8'))
  const actors = new Set([
    ...idsIn(folder, 'countries.tsv', 'country:', 'code'),
    ...idsIn(folder, 'bodies.tsv', 'org:'),
    ...idsIn(folder, 'people.tsv', 'person:'),
  ])
  const out: string[] = []
  for (const file of fs.readdirSync(folder).filter(name => name.endsWith('.tsv'))) {
    const seen = new Set<string>()
    for (const [i, row] of rowsOf(path.join(folder, file)).entries()) {
      const key = (KEYS[file] ?? ['id']).map(column => row[column]).join(' ')
      const wrong = wrongWith(row, sources)
      if (seen.has(key)) wrong.push(`"${key}" is there twice`)
      seen.add(key)
      for (const column of ['person', 'of', 'member']) {
        const id = row[column]
        if (id !== undefined && !actors.has(id)) wrong.push(`\`${column}\` is nobody known: "${id}"`)
      }
      out.push(...wrong.map(what => `${file}:${i + 2}: ${what}`))
    }
  }
  return out
}

/** Rows by hand, wholly and in part, as counted in the tables. */
function countedByHand(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.tsv'))
    .flatMap(name => {
      const sources = rowsOf(path.join(folder, name)).map(row => row['source'] ?? '')
      const wholly = sources.filter(source => source === 'hand').length
      const partly = sources.filter(source => source.endsWith('+hand')).length
      return wholly + partly === 0 ? [] : [`${name} ${wholly} ${partly}`]
    })
    .sort()
}

/** Rows by hand, wholly and in part, as SOURCES.md says. */
function statedByHand(folder: string): string[] {
  const text = fs.readFileSync(path.join(folder, 'SOURCES.md'), 'utf8')
  return [...text.matchAll(/^\| (\S+\.tsv) \| (\d+) \| (\d+) \|/gm)].map(m => m.slice(1, 4).join(' ')).sort()
}

const knowledge = path.join(packageRoot(), 'knowledge')

describe('the gate of the knowledge tables', () => {
  it('finds a named source, a key of its own, true dates and known actors in every row', () => {
    expect(complaints(knowledge)).toEqual([])
  })

  it('finds as many rows by hand as SOURCES.md owns up to', () => {
    expect(statedByHand(knowledge)).toEqual(countedByHand(knowledge))
  })

  it('sees the source of an office all the way into the loaded roles', () => {
    const roles = loadKnowledge().rolesBy.get('person:dmitry-peskov') ?? []
    expect(roles.map(role => role.source)).toEqual(['hand'])
  })

  describe('as a canary', () => {
    let copy: string
    beforeAll(() => {
      copy = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-gate-'))
    })
    afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

    it.each([
      ['a source that nobody names', 'bodies.tsv', 'samplia\tbloc\tSamplia\t\t\t\t\thearsay\t2025', 'hearsay'],
      ['a made-up part of a source', 'bodies.tsv', 'samplia\tbloc\tSamplia\t\t\t\t\thand+me\t2025', '"me"'],
      ['an end before the beginning', 'memberships.tsv', 'org:nato\tcountry:JPN\t2025-02\t2025-01-31\thand\t', 'after'],
      ['a day that is none', 'bodies.tsv', 'samplia\tbloc\tSamplia\t\t\t\t\thand\t1 May 2025', 'ISO'],
      [
        'a person whom no table has',
        'roles.tsv',
        'person:ana-example\tMayor\tother\tcountry:NLD\t\t\thand\t',
        'nobody',
      ],
      ['a body that no table has', 'roles.tsv', 'person:mark-rutte\tMayor\tother\torg:samplia\t\t\thand\t', 'nobody'],
      ['an id given twice', 'people.tsv', 'mark-rutte\tMark Rutte\t\tRutte\tNLD\thand', 'twice'],
    ])('complains of %s', (_, file, row, what) => {
      fs.cpSync(knowledge, copy, { recursive: true })
      fs.appendFileSync(path.join(copy, file), `${row}\n`)
      const found = complaints(copy)
      expect(found).toHaveLength(1)
      expect(found[0]).toContain(file)
      expect(found[0]).toContain(what)
    })
  })
})
