import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventFeatures } from '../export/event-features.ts'
import type { StoredReading } from '../model/picture.ts'
import type { PlaceRef } from '../model/reading.ts'
import { LOCAL_VIEWER, type Viewer } from '../model/viewer.ts'
import { pictureOf } from '../store/picture.ts'
import { saveEvents } from '../store/save-events.ts'
import type { ReadTx } from '../store/store.ts'
import { makeReading, makeStory } from '../store/testdata/make-reading.ts'
import { BACKENDS, type TestStore } from '../store/testdata/test-stores.ts'
import { eventTimeline } from './event-timeline.ts'
import { listEvents } from './events.ts'

/** A first start on a loaded machine makes a database cluster. */
const HOOK_MS = 180_000
const PAGE = { after: null, limit: 50 }

const HARBOUR: PlaceRef = {
  ...{ id: 'geonames:1', name: 'Exampleton', lat: 10.5, lon: -20.25, country: 'XS', precision: 'town' },
}
const COUNTRY: PlaceRef = { ...HARBOUR, id: 'country:XS', name: 'Samplia', lat: 11, lon: -21, precision: 'country' }
const SEA: PlaceRef = {
  ...HARBOUR,
  id: 'sea:x',
  name: 'Specimen Sea',
  lat: null,
  lon: null,
  country: null,
  precision: 'sea',
}

const VISIT = makeReading({
  name: 'visit',
  text: 'Visit\n\nTestonia visited Samplia in Exampleton. Samplia drilled in the Specimen Sea. Mockland threatened Samplia.',
  published: '2025-04-08',
  events: [
    {
      trigger: 'visited',
      type: 'CONSULT',
      actor: 'Testonia',
      recipient: 'Samplia',
      when: '2025-04-06',
      place: HARBOUR,
    },
    { trigger: 'drilled', type: 'MOBILIZE', actor: 'Samplia', status: 'habitual', place: SEA },
    {
      trigger: 'threatened',
      type: 'THREATEN',
      actor: 'Mockland',
      recipient: 'Samplia',
      status: 'conditional',
      when: '2024-01-01',
      place: COUNTRY,
    },
  ],
})
const CLAIM = makeReading({
  name: 'claim',
  text: 'Claim\n\nAna Example said that Testonia visited Samplia on Sunday.',
  published: '2025-04-10',
  statements: [{ speaker: 'Ana Example', speakerId: 'person:ana', content: 'Testonia visited Samplia on Sunday' }],
  events: [
    { trigger: 'visited', type: 'CONSULT', actor: 'Testonia', recipient: 'Samplia', claimedIn: 0, when: '2025-04-13' },
  ],
})
const SECRET = makeReading({
  name: 'hidden',
  text: 'Hidden\n\nTestonia attacked Samplia.',
  marking: { tlp: 'RED', groups: ['embassy'] },
  events: [{ trigger: 'attacked', type: 'ASSAULT', actor: 'Testonia', recipient: 'Samplia', when: '2025-04-01' }],
})
const ALL: readonly StoredReading[] = [VISIT, CLAIM, SECRET]
const telling = (of: StoredReading, index: number) => ({
  articleId: of.reading.article.id,
  eventId: of.reading.events[index]?.id ?? '',
})

describe.each(BACKENDS.filter(backend => backend.missing === null))('questions about events on $name', backend => {
  let test: TestStore
  const ask = <T>(fn: (tx: ReadTx) => Promise<T>, viewer: Viewer = LOCAL_VIEWER): Promise<T> =>
    test.store.read(viewer, fn)
  beforeAll(async () => {
    test = await backend.open()
    await pictureOf(test.store, 'v1').write(async writer => {
      await writer.saveReadings(ALL)
      await writer.saveStories({ changed: [makeStory('visit', [VISIT, CLAIM])], removed: [] })
    })
    await test.store.write(tx =>
      saveEvents(tx, [
        { id: 'visit', storyId: 'visit', tellings: [telling(VISIT, 0), telling(CLAIM, 0)] },
        { id: 'drill', storyId: 'visit', tellings: [telling(VISIT, 1)] },
        { id: 'threat', storyId: 'visit', tellings: [telling(VISIT, 2)] },
      ]),
    )
  }, HOOK_MS)
  afterAll(() => test.close(), HOOK_MS)

  it.each([
    [{ type: 'mobilize' }, ['drill']],
    [{ actor: 'testonia' }, ['visit']],
    [{ recipient: 'samplia' }, ['visit', 'threat']],
    [{ party: 'samplia' }, ['visit', 'drill', 'threat']],
    [{ party: 'mockland' }, ['threat']],
    [{ status: 'HABITUAL' }, ['drill']],
    [{ claimedBy: 'ana' }, ['visit']],
    [{ claimedBy: 'bo' }, []],
    [{ place: 'exampleton' }, ['visit']],
    // A country takes in its towns.
    [{ place: 'samplia' }, ['visit', 'threat']],
    [{ place: 'specimen' }, ['drill']],
    [{ story: 'visit', actor: 'mockland' }, ['threat']],
    [{ from: '2025-04-08' }, ['visit', 'drill']],
    // The drill has no day of its own.
    [{ since: '2025-01-01' }, ['visit']],
    [{ until: '2024' }, ['threat']],
    // The day that the row shows is that of the first telling, not that of the claim.
    [{ since: '2025-04-12' }, []],
    [{ since: '2025-04-06', until: '2025-04-06' }, ['visit']],
    [{ dated: 'no' }, ['drill']],
    [{ dated: 'yes' }, ['visit', 'threat']],
  ])('%j finds %j', async (filters, ids) => {
    const { rows, total } = await ask(tx => listEvents(tx, filters, PAGE))
    expect(rows.map(row => row.id).sort()).toEqual([...ids].sort())
    expect(total).toBe(ids.length)
    const { marks } = await ask(tx => eventTimeline(tx, filters))
    expect(marks?.map(mark => mark.id).sort()).toEqual([...ids].sort())
  })

  it('gives a mark to every event, in order of time, those without a date last and with why', async () => {
    const { total, marks, bins } = await ask(tx => eventTimeline(tx, {}))
    expect([total, bins]).toEqual([3, null])
    expect(marks?.map(({ id, status, claimed, when }) => [id, status, claimed, when?.start])).toEqual([
      ['threat', 'conditional', false, '2024-01-01'],
      ['visit', 'happened', false, '2025-04-06'],
      ['drill', 'habitual', false, undefined],
    ])
    expect(marks?.[2]?.why).toBe('the text names no day')
  })

  it('counts where there are too many for marks: as many, by class and day', async () => {
    const { total, unit, marks, bins } = await ask(tx => eventTimeline(tx, {}, 2))
    expect([total, unit, marks]).toEqual([3, 'day', null])
    expect(bins).toEqual([
      { at: '2024-01-01', quad: 3, count: 1, why: null },
      { at: '2025-04-06', quad: 1, count: 1, why: null },
      { at: null, quad: 4, count: 1, why: 'the text names no day' },
    ])
  })

  it('shows on the line no event that the viewer may not see', async () => {
    const nobody: Viewer = { name: 'anyone', groups: [], clearance: 'CLEAR' }
    const embassy: Viewer = { name: 'e', groups: ['embassy'], clearance: 'RED' }
    expect((await ask(tx => eventTimeline(tx, {}), nobody)).total).toBe(3)
    expect((await ask(tx => eventTimeline(tx, {}), embassy)).total).toBe(4)
  })

  it('writes GeoJSON: longitude first, no geometry without a place, and every source with its words', async () => {
    const { rows } = await ask(tx => listEvents(tx, {}, PAGE))
    const { type, features } = eventFeatures(rows)
    expect(type).toBe('FeatureCollection')
    const byId = new Map(features.map(feature => [feature.id, feature]))
    expect(byId.get('visit')?.geometry).toEqual({ type: 'Point', coordinates: [-20.25, 10.5] })
    expect(byId.get('drill')).toMatchObject({
      geometry: null,
      properties: {
        place: 'Specimen Sea',
        placeWhy: 'no coordinates are on file for Specimen Sea',
        dateWhy: 'the text names no day',
      },
    })
    const sources = byId.get('visit')?.properties['sources'] as {
      article: string
      quote: string
      evidence: [number, number]
    }[]
    expect(sources).toHaveLength(2)
    for (const { article, quote, evidence } of sources) {
      const text = ALL.find(one => one.reading.article.id === article)?.reading.article.text
      expect(text?.slice(...evidence)).toBe(quote)
    }
  })
})

for (const { name, missing } of BACKENDS)
  if (missing !== null) it.skip(`questions about events on ${name}: ${missing}`, () => undefined)
