import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TheatrumError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { normaliseName } from '../text/normalise.ts'
import { loadKnowledge } from './load-knowledge.ts'
import { packageRoot } from './root.ts'

const root = packageRoot()

describe('the knowledge files', () => {
  let k: Knowledge
  beforeAll(() => {
    k = loadKnowledge()
  })
  const meanings = (form: string) => (k.byForm.get(normaliseName(form)) ?? []).map(e => e.actorId ?? e.placeId)

  it.each([
    ['U.S.', 'country:USA'],
    ['Beijing', 'country:CHN'],
    ['Washington', 'country:USA'],
    ['Dutch', 'country:NLD'],
    ['North Koreans', 'country:PRK'],
    ['NATO', 'org:nato'],
    ['Group of Seven', 'org:g-7'],
    ['Mark Rutte', 'person:mark-rutte'],
    ['Pete Hegseth', 'person:pete-hegseth'],
    ['the Japan Times', 'outlet:japan-times'],
    ['Taiwan Strait', 'sea:taiwan-strait'],
    ['Indo-Pacific', 'region:indo-pacific'],
    ['South China Sea', 'sea:south-china-sea'],
  ])('know what %s means', (form, id) => {
    expect(meanings(form)).toContain(id)
  })

  it('give "Dutch" and "British" to the state and not to its territories', () => {
    expect(meanings('Dutch')).toEqual(['country:NLD'])
    expect(meanings('British')).toEqual(['country:GBR'])
  })

  it('ask for capitals where a short form is also a word', () => {
    expect(k.byForm.get('us')?.every(e => e.exactCase)).toBe(true)
    expect(k.byForm.get('who')?.every(e => e.exactCase)).toBe(true)
    expect(k.byForm.get('nato')?.some(e => e.exactCase)).toBe(false)
  })

  it('have Rutte as prime minister until the day of his successor and then as secretary general', () => {
    const roles = k.rolesBy.get('person:mark-rutte')?.map(r => [r.office, r.of, r.from, r.to])
    expect(roles).toContainEqual(['Prime Minister', 'country:NLD', '2010-10-14', '2024-07-02'])
    expect(roles).toContainEqual(['Secretary General', 'org:nato', '2024-10-01', null])
    expect(roles).toHaveLength(2)
  })

  it('name one head of government a day where the sources do', () => {
    const on = (code: string, day: string) =>
      (k.rolesOf.get(`country:${code}`) ?? [])
        .filter(r => ['head of government', 'leader'].includes(r.class) && (r.from ?? '9') <= day)
        .filter(r => (r.to !== null ? r.to > day : (r.asof ?? '') >= day))
        .map(r => r.person)
    expect(on('JPN', '2025-04-08')).toEqual(['person:shigeru-ishiba'])
    expect(on('GBR', '2023-05-01')).toEqual(['person:rishi-sunak'])
    expect(on('NLD', '2024-01-01')).toEqual(['person:mark-rutte'])
    expect(on('USA', '2022-02-24')).toEqual(['person:joe-biden'])
  })

  it('know the four partners and that the United Kingdom has left the EU', () => {
    const of = (id: string) => (k.members.get(id) ?? []).map(m => m.member)
    expect(of('org:ip4').sort()).toEqual(['country:AUS', 'country:JPN', 'country:KOR', 'country:NZL'])
    expect(of('org:nato')).toHaveLength(32)
    expect(of('org:eu')).not.toContain('country:GBR')
  })

  it('find towns by name, the largest first, and nothing for what is no town', () => {
    expect(k.towns.named('yokosuka').map(t => t.country)).toEqual(['JP'])
    expect(k.towns.named('paris')[0]?.country).toBe('FR')
    expect(k.towns.named('alexandria').length).toBeGreaterThan(5)
    expect(k.towns.named('no such town')).toEqual([])
    expect(k.towns.named('')).toEqual([])
    expect(k.towns.byId('geonames:1848313')?.name).toBe('Yokosuka')
    expect(k.towns.byId('geonames:0')).toBeNull()
  })

  it('hold the towns under the keys that lookups use', () => {
    const lines = fs.readFileSync(path.join(root, 'dist/assets/cities.tsv'), 'utf8').split('\n')
    for (let i = 0; i < lines.length - 1; i += 997) {
      const key = lines[i]!.split('\t')[0]!
      expect(normaliseName(key)).toBe(key)
      expect(k.towns.named(key).length).toBeGreaterThan(0)
    }
  })

  it('change their version with any table, and only then', () => {
    expect(loadKnowledge().version).toBe(k.version)
  })
})

describe('a damaged knowledge file', () => {
  let copy: string
  beforeAll(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), 'theatrum-knowledge-'))
    fs.mkdirSync(path.join(copy, 'dist'))
    fs.symlinkSync(path.join(root, 'dist/assets'), path.join(copy, 'dist/assets'))
  })
  afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

  /** Loads a copy of the tables after `damage`, and says where the complaint points. */
  function complaint(file: string, damage: (text: string) => string | null): string | null {
    fs.rmSync(path.join(copy, 'knowledge'), { recursive: true, force: true })
    fs.cpSync(path.join(root, 'knowledge'), path.join(copy, 'knowledge'), { recursive: true })
    const target = path.join(copy, 'knowledge', file)
    const text = damage(fs.readFileSync(target, 'utf8'))
    if (text === null) fs.rmSync(target)
    else fs.writeFileSync(target, text)
    try {
      loadKnowledge({ root: copy })
      return null
    } catch (error) {
      if (!(error instanceof TheatrumError)) throw error
      expect(error.code).toBe('TH_ASSET_DAMAGED')
      return error.where
    }
  }

  it('loads undamaged', () => {
    expect(complaint('roles.tsv', text => text)).toBeNull()
  })
  it.each<[string, string, (text: string) => string | null, string]>([
    ['a missing file', 'bodies.tsv', () => null, 'knowledge/bodies.tsv'],
    ['another header', 'people.tsv', t => t.replace('aliases', 'alias'), 'knowledge/people.tsv:1'],
    ['a cell too few', 'countries.tsv', t => t.replace('\tAW\t', '\t'), 'knowledge/countries.tsv:2'],
    [
      'a role of nobody known',
      'roles.tsv',
      t => `${t}person:ana-example\tMayor\tother\tcountry:USA\t\t\thand\t\n`,
      'roles',
    ],
    ['a date that is none', 'memberships.tsv', t => `${t}org:nato\tcountry:JPN\t4 April\t\thand\t\n`, 'memberships'],
    [
      'a latitude off the globe',
      'places.tsv',
      t => `${t}sea:samplia\tsea\tSea of Samplia\t\t91\t0\t\thand\t\n`,
      'places',
    ],
  ])('complains of %s, with file and line', (_, file, damage, where) => {
    expect(complaint(file, damage)).toMatch(
      new RegExp(`^knowledge/.*${where.replace('knowledge/', '')}(:\\d+)?$|${where}`),
    )
  })
})
