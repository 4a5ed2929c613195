import { expect, it } from 'vitest'
import { loadReaderFiles } from '../assets/load-reader-files.ts'
import { loadEncoder } from '../encode/load-encoder.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { parseText } from '../parse/parse-article.ts'
import { findStatements } from './find-statements.ts'
import { STANCES } from './stance-table.ts'

const knowledge: Knowledge = {
  version: 'test',
  actors: new Map(),
  places: new Map(),
  towns: { named: () => [], byId: () => null },
  byForm: new Map(),
  longestForm: 1,
  rolesOf: new Map(),
  rolesBy: new Map(),
  members: new Map(),
  givenNames: new Map(),
  outlets: new Map(),
}
const encoder = await loadEncoder(loadReaderFiles())

async function stances(text: string): Promise<(string | null | undefined)[]> {
  return findStatements(await parseText(text, { knowledge, encoder })).map(statement => statement.stance)
}

it.each(STANCES.map(row => [row.example, row.stance] as const))('%s %s', async (example, stance) => {
  expect(await stances(example)).toContain(stance)
})

it.each([
  'Ana Example said that the pact would grow.',
  'Ana Example did not reject the plan.',
  'The pact would grow, according to Ana Example.',
])('takes no stand: %s', async text => {
  expect(new Set(await stances(text))).toEqual(new Set([null]))
})

it('names no cue in two rows of one shape', () => {
  const seen = new Set<string>()
  for (const row of STANCES)
    for (const cue of row.cue) {
      const key = [cue, row.noun?.join(), row.next?.join(), row.verb?.join()].join('|')
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
})
