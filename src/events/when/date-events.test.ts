import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../assets/load-knowledge.ts'
import { loadReaderFiles } from '../../assets/load-reader-files.ts'
import { loadEncoder } from '../../encode/load-encoder.ts'
import type { EventMention } from '../../model/reading.ts'
import { parseText } from '../../parse/parse-article.ts'
import { findEvents } from '../find-events.ts'
import { eventTools } from '../testdata/event-tables.ts'

const knowledge = loadKnowledge()
const encoder = await loadEncoder(loadReaderFiles())

async function read(text: string, published: string | null = '2025-04-08'): Promise<EventMention[]> {
  return findEvents(await parseText(text, { knowledge, encoder }), [], published, eventTools).events
}

/** "trigger: start by how", or "trigger: why", of every event in order of text. */
async function times(text: string, published: string | null = '2025-04-08'): Promise<string[]> {
  const events = [...(await read(text, published))].sort((a, b) => a.trigger[0] - b.trigger[0])
  return events.map(
    ({ trigger, when, whenBy, whenWhy }) =>
      `${text.slice(...trigger)}: ${when === null ? whenWhy : `${when.start} by ${whenBy}`}`,
  )
}

describe('datedEvents', () => {
  it('gives a time to the clause that it hangs on, and not to what was said', async () => {
    expect(await times('The army said on Monday that rebels had attacked the port on Sunday.')).toEqual([
      'attacked: 2025-04-06 by clause',
    ])
    expect(await times('The army said on Monday that rebels had attacked the port.')).toEqual([
      'attacked: the text names no day of it; "Monday" is that of "said"; told as happened, on or before 2025-04-07',
    ])
    expect(await times('Mockland, which expelled the ambassador of Samplia in January, attacked Norlia.')).toEqual([
      'expelled: 2025-01-01 by clause',
      'attacked: the text names no day; told as happened, on or before 2025-04-08',
    ])
  })

  it('shares a time between what is of one moment', async () => {
    expect(await times('On Sunday rebels attacked the port and Norlia expelled the ambassador of Samplia.')).toContain(
      'attacked: 2025-04-06 by clause',
    )
    expect(
      await times('The president of Norlia on Sunday condemned the army of Mockland and accused Samplia of spying.'),
    ).toEqual(['condemned: 2025-04-06 by clause', 'accused: 2025-04-06 by sentence'])
    expect(await times('The foreign ministers of Samplia and Norlia held talks in Karst on Sunday.')).toEqual([
      'held: 2025-04-06 by clause',
    ])
  })

  it.each([
    ['since', 'Mockland has attacked Samplia since March.', 'the text gives no day, only "since March"'],
    ['by', 'By Sunday the rebels had attacked the port.', 'the text gives no day, only "By Sunday"'],
    ['vague words', 'Rebels recently attacked the port.', 'the text says only "recently"'],
    [
      'several days',
      'Rebels attacked the port on 3 March and on 1 April.',
      'the text names several days: "3 March", "1 April"',
    ],
    [
      'a name with a year',
      'Samplia condemned Norlia for breaking the 1951 treaty.',
      'the text names no day; told as happened, on or before 2025-04-08',
    ],
    [
      'a dateline',
      'PORT KARST, April 7 (Example Wire) - Rebels have attacked the port.',
      'the text names no day; told as happened, on or before 2025-04-08',
    ],
  ])('gives no day where the text gives none: %s', async (_, text, why) => {
    const [event] = await read(text)
    expect(event).toMatchObject({ when: null, whenWhy: why })
    expect(event?.whenBy).toBeUndefined()
  })

  it('takes the day of the same event told elsewhere, with the words that show it', async () => {
    const text = 'Mockland expels envoy\n\nMockland expelled the ambassador of Samplia on Sunday.\n\nSamplia is angry.'
    const [headline] = await read(text)
    expect(headline).toMatchObject({ when: { start: '2025-04-06', precision: 'day' }, whenBy: 'again' })
    expect(text.slice(...(headline?.when?.span ?? [0, 0]))).toBe('Sunday')
  })

  it.each([
    ['another time', 'Mockland attacked Samplia on Sunday. Mockland has also attacked Samplia before.'],
    ['another side', 'Mockland attacked Samplia on Sunday. Mockland has attacked Norlia.'],
    [
      'two days',
      'Mockland attacked Samplia on Sunday. Mockland attacked Samplia on 1 March. Mockland has attacked Samplia.',
    ],
  ])('takes no day from the like: %s', async (_, text) => {
    const events = [...(await read(text))].sort((a, b) => a.trigger[0] - b.trigger[0])
    expect(events.at(-1)).toMatchObject({ when: null, whenWhy: expect.any(String) })
    expect(events[0]?.when?.start).toBe('2025-04-06')
  })

  it('goes on with a scene in its paragraph, and not past it', async () => {
    expect(await times('Soldiers of Samplia attacked the village on Sunday. They arrested 12 men.')).toEqual([
      'attacked: 2025-04-06 by clause',
      'arrested: 2025-04-06 by scene',
    ])
    const [, apart] = await times('Soldiers of Samplia attacked the village on Sunday.\n\nThey arrested 12 men.')
    expect(apart).toContain('the text names no day')
  })

  it('counts "the next day" from a day, never from a year', async () => {
    const text =
      'Samplia and Norlia met on 5 March for the first time since 2011. The next day Norlia attacked Mockland.'
    expect(await times(text)).toContain('attacked: 2025-03-06 by clause')
    const [event] = await read('In 2011 Samplia grew. The next day Norlia attacked Mockland.')
    expect(event).toMatchObject({ when: null, whenWhy: 'nothing before it says which one is meant' })
  })

  it('stays within its bounds on thousands of tellings and of dates', async () => {
    const day = (k: number): string => `${(k % 28) + 1} March 2025`
    const text = (n: number): string =>
      Array.from({ length: n }, (_, k) =>
        k % 2 === 0 ? `Mockland attacked Samplia on ${day(k)}.` : 'Mockland has attacked Samplia.',
      ).join('\n\n')
    const time = async (n: number): Promise<number> => {
      const doc = await parseText(text(n), { knowledge, encoder })
      const start = performance.now()
      findEvents(doc, [], '2025-04-08', eventTools)
      return performance.now() - start
    }
    await time(50)
    const once = await time(300)
    expect(await time(600)).toBeLessThan(Math.max(1500, once * 5))
  })
})
