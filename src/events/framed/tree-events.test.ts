import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../../test/growth.ts'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import { parseText } from '../../parse/parse-article.ts'
import { chunkSentence } from '../clause/chunk-sentence.ts'
import { sceneOf } from '../predicates/find-predicates.ts'
import { eventTools } from '../testdata/event-tables.ts'
import { treeEvents } from './tree-events.ts'

const knowledge = loadKnowledge()
// The real weights: what follows a parse cannot be tested on trees that no parser gives.
const encoder = await loadEncoder(loadReaderFiles())

/** "TYPE trigger: actors > recipients" of a sentence, by the tree alone; sides by the words that showed them. */
async function told(text: string): Promise<string[]> {
  const doc = await parseText(text, { knowledge, encoder })
  const scene = sceneOf(doc, [])
  const none = { ent: new Int32Array(doc.tokens.length).fill(-1), time: new Uint8Array(doc.tokens.length) }
  const clauses = chunkSentence(doc, 0, doc.tokens.length, none)
  const words = (sides: readonly { span: readonly [number, number] }[]): string =>
    sides.map(({ span }) => text.slice(...span)).join(' + ') || '-'
  return treeEvents(scene, clauses, eventTools.frames).map(({ frame, trigger, actors, recipients }) => {
    const [first, end] = trigger
    const form = text.slice(doc.tokens.start[first], doc.tokens.end[end - 1])
    return `${frame.type} ${form}: ${words(actors)} > ${words(recipients)}`
  })
}

describe('treeEvents', () => {
  it.each([
    [
      'the second verb of a subject',
      'Norway condemned the raid and expelled two diplomats.',
      'SANCTION expelled: Norway > two diplomats',
    ],
    [
      'a participle behind the main clause',
      'Norway imposed a travel ban on the generals, accusing them of torture.',
      'ACCUSE accusing: Norway > them',
    ],
    ['what nobody is named to have done', 'Two editors were arrested on Monday.', 'COERCE arrested: - > Two editors'],
    [
      'a relative clause',
      'The ministry praised the guards who freed the hostages.',
      'RETREAT freed: guards > the hostages',
    ],
    [
      'an object past a word that counts',
      'The rebels launched a wave of attacks on the town.',
      'ASSAULT launched: The rebels > the town',
    ],
    ['a particle behind its object', 'The union called the strike off.', 'CONCEDE called: The union > -'],
    [
      'a noun with its sides',
      'The arrest of the editor by the police drew protests.',
      'COERCE arrest: police > the editor',
    ],
    [
      'a noun that a verb lends its subject',
      'The foreign ministers held long talks with the rebels.',
      'CONSULT held: The foreign ministers > the rebels',
    ],
    ['the declining of help', 'Norway will not lift the embargo on Samplia.', 'REJECT lift: Norway > Samplia'],
    ['a pronoun as it stands', 'They accused the army of shelling the town.', 'ACCUSE accused: They > the army'],
  ])('reads %s', async (_what, text, expected) => {
    expect(await told(text)).toContain(expected)
  })

  it.each([
    ['a verb whose object is missing', 'The mayor seized on a tram line that came in late.'],
    ['an object that the frame does not ask for', 'The committee launched a new website on Monday.'],
    ['a passage to a thing', 'The postman went to the third house.'],
    ['no predicate', 'A red house by the sea.'],
  ])('tells nothing of %s', async (_what, text) => {
    expect(await told(text)).toEqual([])
  })

  it('tells what is agreed to be done once', async () => {
    const lines = await told('Norway agreed to release the prisoners.')
    expect(lines.filter(line => line.includes('release'))).toEqual([])
    expect(lines).toHaveLength(1)
  })

  it('is linear in a coordination of a thousand and names no more than is sound', async () => {
    const make = async (size: number) => {
      const names = Array.from({ length: size }, (_, k) => `Ana Example${k}`).join(', ')
      const doc = await parseText(`The police arrested ${names} and Ben Sample.`, { knowledge, encoder })
      const none = { ent: new Int32Array(doc.tokens.length).fill(-1), time: new Uint8Array(doc.tokens.length) }
      return { scene: sceneOf(doc, []), clauses: chunkSentence(doc, 0, doc.tokens.length, none) }
    }
    await expectLinear({
      size: 400,
      make,
      run: ({ scene, clauses }) => {
        const [event] = treeEvents(scene, clauses, eventTools.frames)
        if ((event?.recipients.length ?? 0) > 120) throw new Error('more sides than are read')
      },
    })
  })
})
