import type { EventRow } from '../model/api.ts'
import { QUAD_NAME } from '../model/event-words.ts'
import type { PlaceRef } from '../model/reading.ts'

/** A place on the globe (RFC 7946, 3.1.2): longitude, then latitude, WGS 84. */
interface Point {
  readonly type: 'Point'
  readonly coordinates: readonly [lon: number, lat: number]
}

/** An event as a GeoJSON feature (RFC 7946, 3.2). What is not known is null, with why beside it. */
export interface EventFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: Point | null
  readonly properties: Readonly<Record<string, unknown>>
}

/** Events as a GeoJSON feature collection (RFC 7946, 3.3). */
export interface EventFeatures {
  readonly type: 'FeatureCollection'
  readonly features: readonly EventFeature[]
}

/** Events as GeoJSON, in their order. An event without a place, or with one that has no coordinates, has no geometry. */
export function eventFeatures(rows: readonly EventRow[]): EventFeatures {
  return { type: 'FeatureCollection', features: rows.map(featureOf) }
}

function featureOf(row: EventRow): EventFeature {
  const { place } = row
  const geometry = place === null ? null : pointOf(place)
  const why = place !== null && geometry === null ? `no coordinates are on file for ${place.name}` : row.placeWhy
  const [first] = row.mentions
  return {
    type: 'Feature',
    id: row.id,
    geometry,
    properties: {
      ...{ type: row.type, mode: first?.mode ?? null, quad: row.quad, quadName: QUAD_NAME[row.quad] },
      ...{ status: row.status, negated: first?.negated ?? false, claimed: row.claimed, claimedBy: row.claimedBy },
      ...{ actors: row.actors, recipients: row.recipients },
      ...{ start: row.when?.start ?? null, end: row.when?.end ?? null, datePrecision: row.when?.precision ?? null },
      dateWhy: row.when === null ? (row.whenWhy ?? 'the text gives no date') : null,
      ...{ place: place?.name ?? null, placeId: place?.id ?? null, country: place?.country ?? null },
      placePrecision: place?.precision ?? null,
      placeWhy: geometry === null ? (why ?? 'the text gives no place') : null,
      ...{ story: row.storyId, origins: row.originCount, sample: row.sample },
      sources: row.mentions.map(sourceOf),
    },
  }
}

/** Where an event is told: the article, the words, and where they stand (UTF-16 code units, half-open). */
function sourceOf(telling: EventRow['mentions'][number]): Readonly<Record<string, unknown>> {
  return {
    ...{ article: telling.articleId, file: telling.file, outlet: telling.outlet, published: telling.published },
    ...{ quote: telling.quote, evidence: telling.evidence, trigger: telling.trigger },
    ...{ placeSpan: telling.place?.span ?? null, dateSpan: telling.when?.span ?? null },
    ...{ status: telling.status, claimedIn: telling.claimedIn },
  }
}

function pointOf({ lat, lon }: PlaceRef): Point | null {
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null
  return { type: 'Point', coordinates: [lon, lat] }
}
