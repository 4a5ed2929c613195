import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../test/growth.ts'
import type { EventActor, EventMention } from '../model/reading.ts'
import { groupEvents, type Telling } from './group-events.ts'

const side = (...ids: string[]): EventActor[] =>
  ids.map(id => ({ span: [0, 1], actor: id, actorId: id, code: id.startsWith('country:') ? id.slice(8) : null }))

let count = 0
function telling(articleId: string, published: string | null, trigger: string, more: Partial<EventMention>): Telling {
  count++
  const event: EventMention = {
    id: `e${count}`,
    ...{ type: 'CONSULT', mode: null, contexts: [], quad: 1, actors: [], recipients: [], place: null, when: null },
    ...{ status: 'happened', negated: false, claimedIn: null, evidence: [0, 9], trigger: [count, count + 4] },
    ...more,
  }
  return { articleId, published, trigger, event }
}

const day = (start: string, end = start): NonNullable<EventMention['when']> => ({
  ...{ start, end, precision: 'day', span: null },
})

const visit = { actors: side('org:example'), recipients: side('country:JPN') }

describe('groupEvents', () => {
  it('puts a planned visit and the visit held into one event', () => {
    const groups = groupEvents([
      telling('b', '2025-04-08', 'visit', { ...visit, when: day('2025-04-08') }),
      telling('a', '2025-04-06', 'visit', { ...visit, status: 'planned', when: day('2025-04-07', '2025-04-13') }),
    ])
    expect(groups).toHaveLength(1)
    expect(groups[0]?.mentions.map(mention => mention.articleId)).toEqual(['a', 'b'])
  })

  it.each<[string, Partial<EventMention>]>([
    ['another time', { ...visit, when: day('2024-07-10') }],
    ['another country', { actors: side('country:KOR'), recipients: side('country:FRA'), when: day('2025-04-08') }],
    ['a denial', { ...visit, when: day('2025-04-08'), negated: true }],
    ['another type', { ...visit, type: 'AGREE', when: day('2025-04-08') }],
    [
      'another town',
      {
        ...visit,
        when: day('2025-04-08'),
        place: {
          ...{ id: 'geonames:2', name: 'Sampleton', lat: 1, lon: 1, country: 'JP' },
          precision: 'town',
          span: [0, 1],
        },
      },
    ],
  ])('keeps apart what differs by %s', (_, more) => {
    const place = {
      ...{ id: 'geonames:1', name: 'Port Sample', lat: 0, lon: 0, country: 'JP' },
      precision: 'town' as const,
    }
    const first = telling('a', '2025-04-08', 'visit', {
      ...visit,
      when: day('2025-04-08'),
      place: { ...place, span: [0, 1] },
    })
    expect(groupEvents([first, telling('b', '2025-04-08', 'visit', more)])).toHaveLength(2)
  })

  it('does not join events that merely have a type and a day in common', () => {
    const when = day('2025-04-08')
    expect(groupEvents([telling('a', null, 'meet', { when }), telling('b', null, 'talk', { when })])).toHaveLength(2)
  })

  it('keeps apart two meetings of one host on one day with different guests', () => {
    const when = day('2025-04-08')
    const one = { actors: side('country:JPN'), recipients: side('country:FRA'), when }
    const other = { actors: side('country:JPN'), recipients: side('country:KOR'), when }
    expect(groupEvents([telling('a', null, 'meet', one), telling('b', null, 'meet', other)])).toHaveLength(2)
  })

  it('sees through sides told the other way round', () => {
    const when = day('2025-04-08')
    const one = { actors: side('country:JPN'), recipients: side('country:FRA'), when }
    const other = { actors: side('country:FRA'), recipients: side('country:JPN'), when }
    expect(groupEvents([telling('a', null, 'meet', one), telling('b', null, 'talk', other)])).toHaveLength(1)
  })

  it('holds every telling once and does not depend on the order of the input', () => {
    const tellings = Array.from({ length: 60 }, (_, i) =>
      telling(`a${i % 7}`, `2025-04-0${1 + (i % 9)}`, ['visit', 'meet', 'talk'][i % 3] ?? '', {
        actors: side(`country:${['JPN', 'FRA', 'KOR'][i % 3]}`),
        when: i % 4 === 0 ? null : day(`2025-04-0${1 + (i % 9)}`),
      }),
    )
    const groups = groupEvents(tellings)
    expect(groups.flatMap(group => group.mentions)).toHaveLength(60)
    expect(groupEvents([...tellings].reverse())).toEqual(groups)
    expect(groupEvents([])).toEqual([])
  })

  it('takes a story of five thousand tellings in linear time', async () => {
    const make = (size: number): Telling[] =>
      Array.from({ length: size }, (_, i) =>
        telling(`a${i}`, null, `verb${i % (size / 5)}`, { actors: side('country:JPN') }),
      )
    expect(groupEvents(make(5000))).toHaveLength(1000)
    await expectLinear({ size: 5000, make, run: groupEvents })
  })
})
