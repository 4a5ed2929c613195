import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import type { Predicate } from '../../model/reading.ts'
import { parseText } from '../../parse/parse-article.ts'
import { isValidSpan } from '../../text/spans.ts'
import { findTimes } from '../times/find-times.ts'
import { findPredicates } from './find-predicates.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

async function read(text: string): Promise<Predicate[]> {
  const doc = await parseText(text, { knowledge, encoder })
  return findPredicates(doc, findTimes(doc, '2026-05-13'))
}

/** "trigger: actors -> recipients", each side joined by " + ". */
async function lines(text: string): Promise<string[]> {
  const words = (side: Predicate['actors']): string => side.map(({ span }) => text.slice(...span)).join(' + ')
  return (await read(text)).map(
    one => `${text.slice(...one.trigger)}: ${words(one.actors)} -> ${words(one.recipients)}`,
  )
}

describe('findPredicates', () => {
  it.each([
    ['an active clause', 'The army of Samplia attacked the port.', 'attacked: The army of Samplia -> the port'],
    ['a passive', 'The port was attacked by the army of Samplia.', 'attacked: the army of Samplia -> The port'],
    [
      'a relative clause on its subject',
      'The envoy, who met the rebels, left the town.',
      'met: The envoy -> the rebels',
    ],
    [
      'a relative clause on its object',
      'The bridge that the rebels destroyed was old.',
      'destroyed: the rebels -> The bridge',
    ],
    ['a participle after its noun', 'The ship built by Norlia in 2004 sank.', 'built: Norlia -> The ship'],
    ['object control', 'Samplia urged Norlia to withdraw its troops.', 'withdraw: Norlia -> its troops'],
    ['subject control', 'Samplia promised to withdraw its troops.', 'withdraw: Samplia -> its troops'],
    ['control in the passive', 'Norlia was asked to release the crew.', 'release: Norlia -> the crew'],
    ['joined verbs', 'The minister condemned the rebels and praised the army.', 'praised: The minister -> the army'],
    ['joined subjects', 'France, Norway and Poland left the union.', 'left: France + Norway + Poland -> the union'],
    [
      'an apposition',
      'Ana Example, the foreign minister of Samplia, visited Norlia.',
      'visited: Ana Example -> Norlia',
    ],
    ['a light verb', 'The envoys held talks with the rebels.', 'talks: The envoys -> the rebels'],
    ['an owner and "on"', "Samplia's ban on Norlian ships angered the port.", 'ban: Samplia -> Norlian ships'],
    [
      '"of" and "by"',
      'The bombing of the depot by the rebels killed three guards.',
      'bombing: the rebels -> the depot',
    ],
    ['"between"', 'Talks between Samplia and Norlia began.', 'Talks: Samplia + Norlia -> '],
    ['a subject that undergoes', 'Shares of the shipbuilder fell.', 'fell:  -> Shares of the shipbuilder'],
    ['an adjective said with "be"', 'The bridge that the rebels destroyed was old.', 'was old:  -> The bridge'],
    ['a nationality before the noun', 'Norlian drills near the island alarmed the neighbours.', 'drills: Norlian -> '],
  ])('reads %s', async (_, text, line) => {
    expect((await lines(text)).filter(one => one.startsWith(line.slice(0, line.indexOf(':'))))).toContain(line)
  })

  it.each([
    ['happened', 'attacked', 'The army attacked the port on Monday.'],
    ['ongoing', 'shelling', 'Troops are shelling the suburbs.'],
    ['planned', 'meet', 'The ministers are to meet again in May.'],
    ['planned', 'send', 'Samplia to send two frigates to Norlia'],
    ['requested', 'halt', 'The council urged Samplia to halt its drills.'],
    ['threatened', 'bomb', 'The junta threatened to bomb the dam.'],
    ['conditional', 'blockade', 'If the talks fail, Norlia will blockade the port.'],
    ['denied', 'crossed', 'No soldiers crossed the border.'],
    ['denied', 'attacked', 'Samplia denied that it had attacked the port.'],
    ['denied', 'shelled', 'The envoy repeated the denial that Samplia had shelled the port.'],
    ['happened', 'attacked', 'Samplia did not deny that it had attacked the port.'],
    ['hypothetical', 'take', 'Analysts fear that the rebels could take the capital.'],
    ['habitual', 'meet', 'The ministers usually meet in June.'],
    ['ongoing', 'exercises', 'Samplia is worried about the military exercises near its coast.'],
    ['ongoing', 'build-up', "The envoy warned of Samplia's military build-up."],
    ['ongoing', 'war', 'The war in Norlia shows that both seas are one theatre.'],
    ['happened', 'attack', 'Samplia is worried about the attack near its coast.'],
    ['happened', 'exercises', 'Samplia was worried about the military exercises near its coast.'],
  ])('says %s of "%s" in: %s', async (status, trigger, text) => {
    const found = (await read(text)).find(one => text.slice(...one.trigger) === trigger)
    expect(found?.status).toBe(status)
    expect(found?.negated).toBe(status === 'denied')
  })

  it('tells what lies ahead from what does not, also where it is denied or only possible', async () => {
    const future = async (text: string): Promise<boolean[]> => (await read(text)).map(one => one.future)
    expect(await future('Norlia will not attack the port.')).toEqual([true])
    expect(await future('Norlia may attack the port.')).toEqual([true])
    expect(await future('Norlia did not attack the port.')).toEqual([false])
    expect(await future('Norlia may have attacked the port.')).toEqual([false])
  })

  it('marks a verb that only lends its tense, and keeps the noun beside it', async () => {
    const kinds = (await read('The envoys held talks with the rebels.')).map(one => one.kind)
    expect(kinds).toEqual(['light', 'nominal'])
  })

  it('takes no noun that only says what kind of thing another is', async () => {
    expect(await lines('The strike committee has an office.')).not.toContainEqual(expect.stringMatching(/^strike:/))
  })

  it('gives spans of the text, in order, whatever the text', async () => {
    for (const text of ['', '.', '!!! ???', 'It rained.', "The town's mayor, (Ana Example), resigned — and left."]) {
      const found = await read(text)
      for (const one of found)
        for (const span of [one.trigger, ...[...one.actors, ...one.recipients].map(side => side.span)])
          expect(isValidSpan(text, span)).toBe(true)
      expect(found.map(one => one.trigger[0])).toEqual(found.map(one => one.trigger[0]).sort((a, b) => a - b))
    }
  })

  it('bounds the sides of a list of hundreds of names, and stays linear', async () => {
    const list = (n: number): string =>
      `${Array.from({ length: n }, (_, k) => `Envoy${String.fromCharCode(97 + (k % 26))} Example`).join(', ')} and Ana Example left the union.`
    const doc = await parseText(list(320), { knowledge, encoder })
    for (const one of findPredicates(doc, []))
      expect(one.actors.length + one.recipients.length).toBeLessThanOrEqual(240)
    const make = (size: number) => (size === 320 ? doc : parseText(list(size), { knowledge, encoder }))
    await expectLinear({ size: 320, make, run: read => findPredicates(read, []) })
  })
})
